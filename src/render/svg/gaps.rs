//! Diverging bars: who is below what is due, to the left, and who is above it, to the right.

use crate::render::svg::drawing::axis::amount;
use crate::render::svg::drawing::canvas::{Anchor, Canvas};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::{clean, widest, width, wrap};
use crate::view::chart::{Gap, Gaps};

/// How often the scale is halved; then it is as exact as a drawing shows.
const HALVINGS: usize = 32;

/// Where zero stands, and how long a unit of the values is.
struct Scale {
    zero: f64,
    unit: f64,
}

pub(super) fn draw(view: &Gaps, style: &Style, canvas: &mut Canvas) -> f64 {
    if view.rows.is_empty() {
        return canvas.nothing(style);
    }
    let style = style.fitted((view.rows.len() as f64 * 1.55 + 3.0) * style.text);
    let scale = Scale::of(view, &style);
    let pitch = style.text * 1.55;
    let mut top = style.text * 0.4;
    let mut before = None;
    for row in &view.rows {
        // Groups stand apart from units.
        if before.is_some_and(|before| before != row.is_group) {
            top += pitch * 0.5;
        }
        before = Some(row.is_group);
        draw_row(row, top + pitch / 2.0, &scale, &style, canvas);
        top += pitch;
    }
    let line = Stroke::line(style.ink("axis"), style.thin * 1.3);
    canvas.line(&[(scale.zero, 0.0), (scale.zero, top)], &line);
    top + style.text * 0.3
}

impl Scale {
    /// The longest unit with which bars, values and names on both sides have room.
    fn of(view: &Gaps, style: &Style) -> Scale {
        let side = |below: bool| {
            let rows = view.rows.iter().filter(|row| is_below(row) == below);
            let most =
                rows.clone().map(|row| amount(row.value).abs()).fold(0.0, f64::max);
            let values = rows.map(|row| row.text.as_str());
            let names = view.rows.iter().filter(|row| is_below(row) != below);
            // Names stand across from their bars.
            let names = widest(names.map(|row| row.label.as_str()), style.text);
            let names = names.min(style.width * 0.45) + style.text;
            (most, widest(values, style.text) * 1.06 + style.text, names)
        };
        let (left, right) = (side(true), side(false));
        let room = |(most, value, name): (f64, f64, f64), unit: f64| {
            (most * unit + value).max(name)
        };
        let fits = |unit: f64| room(left, unit) + room(right, unit) <= style.width;
        let (mut low, mut high) = (0.0, style.width / (left.0 + right.0).max(1e-9));
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if fits(middle) { low = middle } else { high = middle }
        }
        Scale { zero: room(left, low), unit: low }
    }
}

fn is_below(row: &Gap) -> bool {
    amount(row.value) < 0.0
}

fn draw_row(row: &Gap, middle: f64, scale: &Scale, style: &Style, canvas: &mut Canvas) {
    let value = amount(row.value);
    let end = scale.zero + value * scale.unit;
    let (left, right) = (scale.zero.min(end), scale.zero.max(end));
    let thick = style.text * if row.is_group { 1.1 } else { 0.85 };
    let color = if row.mark.color.is_empty() {
        style.ink(if row.is_group { "blue" } else { "muted" })
    } else {
        style.data_ink(&row.mark.color)
    };
    let stroke = Stroke::fill(color);
    let corner = (left, middle - thick / 2.0);
    canvas.bar(corner, (right - left).max(0.8), thick, &stroke);
    let ink = halo(style, "ink");
    let gap = style.text * 0.4;
    let (value_x, name_x, value_side, name_side) = if is_below(row) {
        (left - gap, scale.zero + gap, Anchor::End, Anchor::Start)
    } else {
        (right + gap, scale.zero - gap, Anchor::Start, Anchor::End)
    };
    canvas.text((value_x, middle), style.text, value_side, &row.text, &ink.bold_if(true));
    let room = if is_below(row) { style.width - name_x } else { name_x };
    let name = fitting(&row.label, style, room);
    let size = style.text * (room / width(&name, style.text)).clamp(0.6, 1.0);
    let ink = halo(style, "ink").bold_if(row.is_group);
    canvas.text((name_x, middle), size, name_side, &name, &ink);
    let hint = format!("{}：{}", row.label, row.hint);
    canvas.hint((f64::midpoint(left, right), middle), thick, &hint);
}

/// A name as far as it fits on one line.
fn fitting(label: &str, style: &Style, room: f64) -> String {
    let label = clean(label);
    let smallest = style.text * 0.6;
    if width(&label, smallest) <= room {
        return label;
    }
    let lines = wrap(&label, smallest, room - smallest);
    lines.first().map(|first| format!("{first}…")).unwrap_or_default()
}
