//! The curve of a trajectory and its points: met, missed or not yet due, by shape and word.

use crate::render::svg::drawing::canvas::{Canvas, Spot};
use crate::render::svg::drawing::legend::{self, Entry, Sign};
use crate::render::svg::drawing::placing::{Label, Placing, Side};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::{Style, halo};
use crate::render::svg::drawing::text::clean;
use crate::render::svg::trajectory::field::Field;
use crate::view::chart::{Milestone, Trajectory};

/// Above this many points their words stand in a legend, and beside them only where free.
const FEW: usize = 6;
/// Sides of the words, best first: below the rising line it is most often free.
const BELOW: [Side; 7] = [(1, 1), (1, 0), (0, 1), (-1, -1), (0, -1), (-1, 0), (-1, 1)];

/// The words of the signs; returns the height taken, nothing where each point has its word.
pub(super) fn draw_legend(view: &Trajectory, style: &Style, canvas: &mut Canvas) -> f64 {
    if view.milestones.len() <= FEW {
        return 0.0;
    }
    let mut entries: Vec<Entry> = Vec::new();
    for milestone in &view.milestones {
        let words = clean(&milestone.word);
        if !words.is_empty() && entries.iter().all(|entry| entry.words != words) {
            entries.push(Entry {
                sign: Sign::Diamond,
                stroke: sign(milestone, style),
                words,
            });
        }
    }
    legend::draw(&entries, style, canvas)
}

/// The curve between its points, as steps or straight.
pub(super) fn draw_curve(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    if view.milestones.is_empty() {
        return;
    }
    let mut course: Vec<Spot> = vec![field.start()];
    let mut level = field.down.zero();
    for milestone in &view.milestones {
        let (x, y) = field.spot(milestone.at, milestone.value);
        if view.stepped {
            course.push((x, level));
        }
        course.push((x, y));
        level = y;
    }
    let dash = style.text * 0.28;
    canvas.line(
        &course,
        &Stroke::line(style.ink("muted"), style.thin * 1.3).dashed(dash, dash * 1.1),
    );
    placing.avoid(&course, 0.5);
}

/// The signs of the points.
pub(super) fn draw_signs(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    let radius = style.text * if view.milestones.len() > FEW { 0.36 } else { 0.5 };
    for milestone in &view.milestones {
        let spot = field.spot(milestone.at, milestone.value);
        canvas.diamond(spot, radius, &sign(milestone, style));
        placing.keep_free(spot, radius);
    }
}

/// Full where met, open with a strong edge where missed, open with a thin edge before.
fn sign(milestone: &Milestone, style: &Style) -> Stroke {
    let (fill, edge, width) = match milestone.met {
        Some(true) => ("met", "met", style.thin * 1.2),
        Some(false) => ("paper", "missed", style.text * 0.17),
        None => ("paper", "muted", style.text * 0.09),
    };
    Stroke::fill(style.ink(fill)).outlined(style.ink(edge), width)
}

/// The words beside the points.
pub(super) fn draw_words(
    view: &Trajectory,
    field: &Field,
    style: &Style,
    placing: &mut Placing,
    canvas: &mut Canvas,
) {
    for milestone in &view.milestones {
        if style.phone() && repeats_target(milestone, view) {
            continue;
        }
        let spot = field.spot(milestone.at, milestone.value);
        let stroke = match milestone.met {
            Some(true) => halo(style, "met").bold(),
            Some(false) => halo(style, "missed").bold(),
            None => halo(style, "muted"),
        };
        let few = view.milestones.len() <= FEW;
        let word = if few { milestone.word.as_str() } else { "" };
        let words = clean(&format!("{} {word}", milestone.text));
        let label = Label::line(words, style.small, stroke);
        let gap = style.text * 0.6;
        if few {
            placing.put(&label, spot, gap, &BELOW, canvas);
        } else {
            placing.put_if_free(&label, spot, gap, &BELOW, canvas);
        }
    }
}

/// Whether a point that is not due yet says no more than the target does in its place.
fn repeats_target(milestone: &Milestone, view: &Trajectory) -> bool {
    milestone.met.is_none()
        && view.target.as_ref().is_some_and(|target| {
            target.at == milestone.at && target.value == milestone.value
        })
}
