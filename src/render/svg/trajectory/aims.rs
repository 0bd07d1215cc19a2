//! Target and projection of a trajectory: their lines, and the words at their ends.

use crate::render::svg::drawing::canvas::Canvas;
use crate::render::svg::drawing::placing::{Label, Placing, Side};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::{clean, width, wrap};
use crate::render::svg::trajectory::field::Field;
use crate::view::chart::{Point, Trajectory};

/// Sides of words beside the end of a line, in the margin at the right.
const BESIDE: [Side; 5] = [(1, 0), (1, 2), (1, -2), (-1, -1), (-1, 1)];
/// Sides of a target's words on a telephone, which has no margin.
const ABOVE: [Side; 2] = [(1, -1), (1, 1)];
/// Sides of a projection's words on a telephone.
const INSIDE: [Side; 4] = [(-1, 1), (-1, -1), (0, 1), (0, -1)];

/// Room at the right for the words of target and projection; none on a telephone.
pub(super) fn margin(view: &Trajectory, style: &Style) -> f64 {
    let edge = style.small * 1.2;
    if style.phone() {
        return edge;
    }
    let target = view.target.as_ref().map(|point| target_words(point, style));
    let projection = view.projection.as_ref().map(|point| projection_words(point, style));
    let widths = target.iter().chain(&projection).map(|label| label.extent().0);
    widths.fold(0.0, f64::max).min(style.width * 0.3) + edge
}

/// Draws the target as a level from the left to its month.
pub(super) fn draw_target_line(
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
    let stroke = Stroke::line(style.ink("red"), style.thin * 1.5);
    canvas.line(&line, &stroke.dashed(dash, dash * 0.8));
    placing.avoid(&line, 0.3);
}

/// Draws the words of the target and of the projection, beside their ends if they can be there.
pub(super) fn draw_words(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    if let Some(target) = &view.target {
        let (x, y) = field.of_point(target);
        let label = target_words(target, style);
        if style.phone() {
            placing.put(&label, (field.left, y), style.text * 0.3, &ABOVE, canvas);
        } else {
            placing.put(&label, (x, y), style.text * 0.7, &BESIDE, canvas);
        }
    }
    if let Some(projection) = &view.projection {
        let label = projection_words(projection, style);
        let sides: &[Side] = if style.phone() { &INSIDE } else { &BESIDE };
        let spot = field.of_point(projection);
        placing.put(&label, spot, style.text * 0.7, sides, canvas);
    }
}

fn target_words(point: &Point, style: &Style) -> Label {
    words(point, "目标", "red", style)
}

fn projection_words(point: &Point, style: &Style) -> Label {
    words(point, "预计", "blue", style)
}

/// The words of a point, in one line if they are short; `name` if it has none of its own.
fn words(point: &Point, name: &str, role: &'static str, style: &Style) -> Label {
    let (note, text) = (clean(&point.note), clean(&point.text));
    let note = if note.is_empty() { name.to_owned() } else { note };
    let bold = halo(style, role).bold();
    let line = format!("{note} {text}");
    let room = if style.phone() { 0.6 } else { 0.24 };
    if width(&line, style.text) <= style.width * room && note.chars().count() <= 4 {
        return Label::line(line, style.text, bold);
    }
    let mut label = Label { lines: Vec::new() };
    for line in wrap(&note, style.small, style.width * 0.3) {
        label = label.and(line, style.small, halo(style, role));
    }
    label.and(text, style.text, bold)
}
