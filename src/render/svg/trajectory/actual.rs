//! The rising line of a trajectory, its projection, and the values of its months.

use crate::render::svg::drawing::canvas::{Canvas, Spot};
use crate::render::svg::drawing::placing::{Label, Placing, Side};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::clean;
use crate::render::svg::trajectory::field::Field;
use crate::render::svg::trajectory::timeline;
use crate::view::chart::{Point, Trajectory};

/// Up to this many months each has its dot and, where there is room, its value.
const FEW: usize = 14;
/// Sides of a label of the rising line, best first: above it is most often free.
const ABOVE: [Side; 8] =
    [(-1, -1), (0, -1), (1, 1), (1, 0), (-1, 0), (1, -1), (0, 1), (-1, 1)];
/// Sides of a value that stands beside its dot or not at all.
const NEAR: [Side; 3] = [(-1, -1), (0, -1), (0, 1)];

/// Draws the line with what is below it, where it leads, and its dots.
pub(super) fn draw_line(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some(last) = view.actual.last() else { return };
    let blue = style.ink("blue");
    let runs = runs(view, field);
    let end = field.of_point(last);
    for run in &runs {
        canvas.fading_area(&closed(run, field));
    }
    if let Some(projection) = &view.projection {
        draw_projection([end, field.of_point(projection)], style, placing, canvas);
    }
    for run in &runs {
        canvas.line(run, &Stroke::line(blue.clone(), thickness(style)));
        placing.avoid(run, 1.0);
    }
    draw_dots(view, field, style, placing, canvas);
    canvas.dot(end, style.text * 0.42, &Stroke::fill(blue));
    placing.keep_free(end, style.text * 0.5);
}

/// The pieces of the line: months that follow each other, the first from the start on. Where a month
/// has no value nothing is drawn through it.
fn runs(view: &Trajectory, field: &Field) -> Vec<Vec<Spot>> {
    let mut runs = Vec::new();
    let (mut run, mut before) = (vec![field.start()], 0);
    for point in &view.actual {
        if point.at > before + 1 {
            runs.push(std::mem::take(&mut run));
        }
        run.push(field.of_point(point));
        before = point.at;
    }
    runs.push(run);
    runs.retain(|run| run.len() > 1);
    runs
}

/// The area below a piece of the line.
fn closed(run: &[Spot], field: &Field) -> Vec<Spot> {
    let zero = |spot: &Spot| (spot.0, field.down.zero());
    let foot = run.first().map(zero).filter(|foot| Some(foot) != run.first());
    foot.into_iter().chain(run.iter().copied()).chain(run.last().map(zero)).collect()
}

fn thickness(style: &Style) -> f64 {
    style.text * 0.2
}

/// A dot that is open, so that it is not taken for the newest.
fn open_dot(style: &Style) -> Stroke {
    Stroke::fill(style.ink("paper")).outlined(style.ink("blue"), style.text * 0.14)
}

fn draw_projection(
    course: [Spot; 2],
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let dash = style.text * 0.5;
    let stroke = Stroke::line(style.ink("blue"), thickness(style) * 0.75);
    canvas.line(&course, &stroke.dashed(dash, dash));
    placing.avoid(&course, 1.0);
    canvas.dot(course[1], style.text * 0.32, &open_dot(style));
    placing.keep_free(course[1], style.text * 0.4);
}

fn draw_dots(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let open = open_dot(style);
    for point in &view.actual {
        let spot = field.of_point(point);
        let hint = format!("{} {}", timeline::name(view, point), point.text);
        canvas.hint(spot, style.text * 0.7, &hint);
        if view.actual.len() <= FEW || !point.note.is_empty() || stands_alone(view, point)
        {
            canvas.dot(spot, style.text * 0.26, &open);
            placing.keep_free(spot, style.text * 0.3);
        }
    }
}

/// Whether no line leads to a point or on from it.
fn stands_alone(view: &Trajectory, point: &Point) -> bool {
    let has = |at: u32| at == 0 || view.actual.iter().any(|other| other.at == at);
    !has(point.at.saturating_sub(1)) && !has(point.at + 1)
}

/// Draws the newest value, larger than all else.
pub(super) fn draw_newest(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some(last) = view.actual.last() else { return };
    let stroke = halo(style, "blue");
    let mut label = Label::line(clean(&last.text), style.big, stroke.clone().bold());
    let note = clean(&last.note);
    if !note.is_empty() {
        label = label.and(note, style.small, stroke);
    }
    placing.put(&label, field.of_point(last), style.text * 0.6, &ABOVE, canvas);
}

/// Draws the values of the earlier months where there is room; those with a note come first.
pub(super) fn draw_earlier(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let Some((_, earlier)) = view.actual.split_last() else { return };
    let (noted, plain): (Vec<&Point>, Vec<&Point>) =
        earlier.iter().partition(|point| !point.note.is_empty());
    for point in noted {
        let words = clean(&format!("{} {}", point.note, point.text));
        let label = Label::line(words, style.small, halo(style, "ink"));
        placing.put(&label, field.of_point(point), style.text * 0.5, &ABOVE, canvas);
    }
    if view.actual.len() > FEW {
        return;
    }
    for point in plain.into_iter().rev() {
        let label = Label::line(clean(&point.text), style.small, halo(style, "muted"));
        let spot = field.of_point(point);
        placing.put_if_free(&label, spot, style.text * 0.35, &NEAR, canvas);
    }
}
