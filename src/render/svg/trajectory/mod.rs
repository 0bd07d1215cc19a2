//! Cumulative values by month against the curve, with target and projection.

mod actual;
mod aims;
mod field;
mod milestones;
mod timeline;

use crate::render::svg::drawing::canvas::{Anchor, Canvas};
use crate::render::svg::drawing::placing::{Label, Placing};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::NOTHING;
use crate::render::svg::trajectory::field::Field;
use crate::view::chart::Trajectory;

pub(super) fn draw(view: &Trajectory, style: &Style, canvas: &mut Canvas) -> f64 {
    if view.actual.is_empty() && view.milestones.is_empty() && view.target.is_none() {
        return canvas.nothing(style);
    }
    let top = milestones::draw_legend(view, style, canvas) + style.text * 0.8;
    let field = &Field::of(view, style, top, aims::margin(view, style));
    draw_scale(field, style, canvas);
    timeline::draw(view, field, style, canvas);
    let bounds = (field.left + 2.0, 0.0, style.width, field.bottom - 1.0);
    let placing = &mut Placing::within(bounds, style.text);
    aims::draw_target_line(view, field, style, placing, canvas);
    milestones::draw_curve(view, field, style, placing, canvas);
    actual::draw_line(view, field, style, placing, canvas);
    milestones::draw_signs(view, field, style, placing, canvas);
    actual::draw_newest(view, field, style, placing, canvas);
    aims::draw_words(view, field, style, placing, canvas);
    milestones::draw_words(view, field, style, placing, canvas);
    actual::draw_earlier(view, field, style, placing, canvas);
    if view.actual.is_empty() {
        let stroke = Stroke::fill(style.ink("muted"));
        let middle = ((field.left + field.right) / 2.0, (field.top + field.bottom) / 2.0);
        let label = Label::line(NOTHING, style.text, stroke);
        placing.put(&label, middle, style.text, &[(0, 0), (0, 1), (0, -1)], canvas);
    }
    field.bottom + style.small * 2.0
}

/// Draws the lines of the values with their numbers.
fn draw_scale(field: &Field, style: &Style, canvas: &mut Canvas) {
    let muted = Stroke::fill(style.ink("muted"));
    for (value, text) in field.down.marks() {
        let y = field.down.at(value);
        let (role, width) = if value == 0.0 { ("axis", 1.2) } else { ("grid", 1.0) };
        canvas.line(
            &[(field.left, y), (field.right, y)],
            &Stroke::line(style.ink(role), style.thin * width),
        );
        let x = field.left - style.small * 0.6;
        canvas.text((x, y), style.small, Anchor::End, &text, &muted);
    }
}
