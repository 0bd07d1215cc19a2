//! The bar of a card: the value against its target, with a mark of what is due and what is new.

use crate::render::html::markup::Markup;
use crate::view::page::Bullet;

/// Writes the bar; its numbers stand in words beside it.
pub(super) fn bar(bullet: &Bullet, out: &mut Markup) {
    out.push("<dd class=\"bar\"><svg viewBox=\"0 0 1000 22\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    rect("track", (0, bullet.target.unwrap_or(1000)), (4, 14), out);
    rect("done", (0, bullet.value), (6, 10), out);
    if let Some(added) = bullet.added {
        rect("new", (bullet.value.saturating_sub(added), added), (6, 10), out);
    }
    if let Some(target) = bullet.target {
        rect("goal", (target.saturating_sub(5), 5), (1, 20), out);
    }
    if let Some(due) = bullet.due {
        rect("due", (due.saturating_sub(4), 6), (0, 22), out);
    }
    out.push("</svg></dd>");
}

fn rect(
    class: &'static str,
    (x, width): (u16, u16),
    (y, height): (u16, u16),
    out: &mut Markup,
) {
    out.push("<rect class=\"").push(class).push("\"");
    let sides = [("x", x), ("y", y), ("width", width), ("height", height)];
    for (name, length) in sides {
        out.attribute(name, &length.to_string());
    }
    out.push("/>");
}
