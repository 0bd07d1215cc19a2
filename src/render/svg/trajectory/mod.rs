//! Cumulative values by month against the curve, with target and projection.

mod milestones;
mod timeline;

use rust_decimal::Decimal;

use crate::render::svg::drawing::axis::{Axis, amount};
use crate::render::svg::drawing::canvas::{Anchor, Canvas, Spot};
use crate::render::svg::drawing::placing::{Label, Placing, Side};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::{NOTHING, clean, widest, width, wrap};
use crate::view::chart::{Point, Trajectory};

/// Up to this many months each one has its dot and, where there is room, its value.
const FEW: usize = 14;
/// Sides of a label of the rising line, best first: above it is most often free.
const ABOVE: [Side; 8] =
    [(-1, -1), (0, -1), (1, 1), (1, 0), (-1, 0), (1, -1), (0, 1), (-1, 1)];

/// The two axes of a trajectory.
pub(super) struct Field {
    pub(super) across: Axis,
    pub(super) down: Axis,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Field {
    fn of(view: &Trajectory, style: &Style, top: f64) -> Field {
        let height = match (style.phone(), style.width > 500.0) {
            (true, _) => 290.0,
            (false, true) => 400.0,
            (false, false) => 225.0,
        };
        let bottom = top + height - style.small * 2.2;
        let single = view.target.iter().chain(&view.projection);
        let points = view.actual.iter().chain(single).map(|point| amount(point.value));
        let values =
            points.chain(view.milestones.iter().map(|point| amount(point.value)));
        let down = Axis::over(values, 7, (bottom, top));
        let marks = down.marks();
        let left = widest(marks.iter().map(|(_, text)| text.as_str()), style.small)
            + style.small * 0.8;
        let right = style.width - margin(view, style);
        let across = Axis::exact(timeline::span(view), (left, right));
        Field { across, down, left, right, top, bottom }
    }

    pub(super) fn spot(&self, at: u32, value: Decimal) -> Spot {
        (self.across.at(f64::from(at)), self.down.at(amount(value)))
    }

    fn of_point(&self, point: &Point) -> Spot {
        self.spot(point.at, point.value)
    }
}

/// Room at the right for the words of target and projection; none on a telephone.
fn margin(view: &Trajectory, style: &Style) -> f64 {
    if style.phone() {
        return style.small * 1.2;
    }
    let target = view.target.as_ref().map(|point| aim(point, "目标", "red", style));
    let projection = view.projection.as_ref();
    let projection = projection.map(|point| aim(point, "预计", "blue", style));
    let words = target.iter().chain(&projection).map(|label| label.extent().0);
    words.fold(0.0, f64::max).min(style.width * 0.3) + style.small * 1.2
}

pub(super) fn draw(
    view: &Trajectory,
    style: &Style,
    fade: &str,
    canvas: &mut Canvas,
) -> f64 {
    if view.actual.is_empty() && view.milestones.is_empty() && view.target.is_none() {
        return canvas.nothing(style);
    }
    let top = milestones::draw_legend(view, style, canvas) + style.text * 0.8;
    let field = Field::of(view, style, top);
    draw_scale(&field, style, canvas);
    timeline::draw(view, &field, style, canvas);
    let mut placing = Placing::within(
        (field.left + 2.0, 0.0, style.width, field.bottom - 1.0),
        style.text,
    );
    draw_target_line(view, &field, style, &mut placing, canvas);
    milestones::draw_curve(view, &field, style, &mut placing, canvas);
    draw_actual(view, &field, style, fade, &mut placing, canvas);
    milestones::draw_signs(view, &field, style, &mut placing, canvas);
    draw_end(view, &field, style, &mut placing, canvas);
    draw_aims(view, &field, style, &mut placing, canvas);
    milestones::draw_words(view, &field, style, &mut placing, canvas);
    draw_values(view, &field, style, &mut placing, canvas);
    if view.actual.is_empty() {
        let stroke = Stroke::fill(style.ink("muted"));
        let middle = ((field.left + field.right) / 2.0, (field.top + field.bottom) / 2.0);
        let label = Label::one(NOTHING, style.text, stroke);
        placing.put(&label, middle, style.text, &[(0, 0), (0, 1), (0, -1)], canvas);
    }
    field.bottom + style.small * 2.0
}

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

fn draw_target_line(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some(target) = &view.target else { return };
    let (x, y) = field.of_point(target);
    let line = [(field.left, y), (x, y)];
    let dash = style.text * 0.45;
    canvas.line(
        &line,
        &Stroke::line(style.ink("red"), style.thin * 1.5).dashed(dash, dash * 0.8),
    );
    placing.avoid(&line, 0.3);
}

fn draw_actual(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    fade: &str,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some(last) = view.actual.last() else { return };
    let blue = style.ink("blue");
    let thick = style.text * 0.2;
    let start = (field.left, field.down.zero());
    let mut line = vec![start];
    line.extend(view.actual.iter().map(|point| field.of_point(point)));
    let end = field.of_point(last);
    let mut area = line.clone();
    area.push((end.0, field.down.zero()));
    canvas.area(&area, &Stroke::fading(fade));
    if let Some(projection) = &view.projection {
        let course = [end, field.of_point(projection)];
        let dash = style.text * 0.5;
        let stroke = Stroke::line(blue.clone(), thick * 0.75).dashed(dash, dash);
        canvas.line(&course, &stroke);
        placing.avoid(&course, 1.0);
        let open =
            Stroke::fill(style.ink("paper")).outlined(blue.clone(), style.text * 0.14);
        canvas.dot(course[1], style.text * 0.32, &open);
        placing.keep_free(course[1], style.text * 0.4);
    }
    canvas.line(&line, &Stroke::line(blue.clone(), thick));
    placing.avoid(&line, 1.0);
    let open = Stroke::fill(style.ink("paper")).outlined(blue.clone(), style.text * 0.14);
    for point in &view.actual {
        let spot = field.of_point(point);
        let hint = format!("{} {}", timeline::name(view, point), point.text);
        canvas.hint(spot, style.text * 0.7, hint);
        if view.actual.len() <= FEW || !point.note.is_empty() {
            canvas.dot(spot, style.text * 0.26, &open);
            placing.keep_free(spot, style.text * 0.3);
        }
    }
    canvas.dot(end, style.text * 0.42, &Stroke::fill(blue));
    placing.keep_free(end, style.text * 0.5);
}

/// The newest value, larger than all else.
fn draw_end(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some(last) = view.actual.last() else { return };
    let stroke = halo(style, "blue");
    let wide = stroke.clone().bold().halo(style.ink("paper"), style.big * 0.3);
    let mut label = Label::one(clean(&last.text), style.big, wide);
    let note = clean(&last.note);
    if !note.is_empty() {
        label = label.and(note, style.small, stroke);
    }
    placing.put(&label, field.of_point(last), style.text * 0.6, &ABOVE, canvas);
}

/// The words of the target and of the projection, where they can be beside their ends.
fn draw_aims(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let beside = [(1, 0), (1, 2), (1, -2), (-1, -1), (-1, 1)];
    let above = [(1, -1), (1, 1)];
    let inside = [(-1, 1), (-1, -1), (0, 1), (0, -1)];
    if let Some(target) = &view.target {
        let (x, y) = field.of_point(target);
        let label = aim(target, "目标", "red", style);
        if style.phone() {
            placing.put(&label, (field.left, y), style.text * 0.3, &above, canvas);
        } else {
            placing.put(&label, (x, y), style.text * 0.7, &beside, canvas);
        }
    }
    if let Some(projection) = &view.projection {
        let label = aim(projection, "预计", "blue", style);
        let sides: &[Side] = if style.phone() { &inside } else { &beside };
        let spot = field.of_point(projection);
        placing.put(&label, spot, style.text * 0.7, sides, canvas);
    }
}

/// The words of a target or a projection; `name` where the point has no words of its own.
fn aim(point: &Point, name: &str, role: &'static str, style: &Style) -> Label {
    let (note, text) = (clean(&point.note), clean(&point.text));
    let note = if note.is_empty() { name.to_owned() } else { note };
    let bold = halo(style, role).bold();
    let one = format!("{note} {text}");
    let room = if style.phone() { 0.6 } else { 0.24 };
    if width(&one, style.text) <= style.width * room && note.chars().count() <= 4 {
        return Label::one(one, style.text, bold);
    }
    let lines = wrap(&note, style.small, style.width * 0.3);
    let mut label = Label { lines: Vec::new() };
    for line in lines {
        label = label.and(line, style.small, halo(style, role));
    }
    label.and(text, style.text, bold)
}

/// The values of the months, where there is room; those with a note come first.
fn draw_values(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some((_, earlier)) = view.actual.split_last() else { return };
    for point in earlier.iter().filter(|point| !point.note.is_empty()) {
        let words = clean(&format!("{} {}", point.note, point.text));
        let label = Label::one(words, style.small, halo(style, "ink"));
        placing.put(&label, field.of_point(point), style.text * 0.5, &ABOVE, canvas);
    }
    if view.actual.len() > FEW {
        return;
    }
    let near: [Side; 3] = [(-1, -1), (0, -1), (0, 1)];
    for point in earlier.iter().rev().filter(|point| point.note.is_empty()) {
        let label = Label::one(clean(&point.text), style.small, halo(style, "muted"));
        let spot = field.of_point(point);
        placing.put_if_free(&label, spot, style.text * 0.35, &near, canvas);
    }
}
