//! The axis of months below a trajectory.

use crate::render::svg::drawing::canvas::{Anchor, Canvas};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::{clean, width};
use crate::render::svg::trajectory::field::{Field, months};
use crate::view::chart::{Point, Tick, Trajectory};

/// Of how many texts one is shown, the first that fits.
const STRIDES: [usize; 7] = [1, 2, 3, 4, 6, 12, 24];

/// The name of a point's month, as far as a tick tells it.
pub(super) fn name(view: &Trajectory, point: &Point) -> String {
    let tick =
        view.ticks.iter().find(|tick| tick.at == point.at && !tick.text.is_empty());
    match (tick, point.note.is_empty()) {
        (Some(tick), _) => tick.text.clone(),
        (None, false) => point.note.clone(),
        (None, true) => format!("第{}个月", point.at),
    }
}

/// Draws small strokes, lines of years and as many texts as fit.
pub(super) fn draw(view: &Trajectory, field: &Field, style: &Style, canvas: &mut Canvas) {
    let axis = Stroke::line(style.ink("axis"), style.thin);
    let months = months(view);
    for tick in &view.ticks {
        let x = field.across.at(f64::from(tick.at));
        let bottom = field.bottom;
        if tick.line && f64::from(tick.at) < months {
            canvas.line(
                &[(x, field.top), (x, bottom)],
                &Stroke::line(style.ink("grid"), style.thin),
            );
        }
        canvas.line(&[(x, bottom), (x, bottom + style.small * 0.3)], &axis);
    }
    let now = view.actual.last().map(|point| point.at);
    for Name { tick, x, .. } in fitting(view, field, style) {
        let stroke = match now {
            Some(now) if tick.at == now => Stroke::fill(style.ink("ink")).bold(),
            Some(now) if tick.at > now => Stroke::fill(style.ink("muted")),
            _ => Stroke::fill(style.ink("ink")),
        };
        let y = field.bottom + style.small * 1.15;
        canvas.text((x, y), style.small, Anchor::Middle, &clean(&tick.text), &stroke);
    }
}

/// A tick with the middle of its text and half of the width of that.
#[derive(Clone, Copy)]
struct Name<'a> {
    tick: &'a Tick,
    x: f64,
    half: f64,
}

/// The ticks with text: each, or every second, third … so that no two texts touch.
fn fitting<'a>(view: &'a Trajectory, field: &Field, style: &Style) -> Vec<Name<'a>> {
    let ticks = view.ticks.iter().filter(|tick| !tick.text.is_empty());
    let names: Vec<Name> = ticks
        .map(|tick| {
            let half = width(&tick.text, style.small) / 2.0;
            let x = field.across.at(middle_of(view, tick)).max(half);
            Name { tick, x: x.min(style.width - half), half }
        })
        .collect();
    let stride = STRIDES
        .into_iter()
        .find(|stride| are_apart(&every(*stride, &names), style.small * 0.4))
        .unwrap_or(names.len().max(1));
    every(stride, &names)
}

/// Every so many names; the last is always among them.
fn every<'a>(stride: usize, names: &[Name<'a>]) -> Vec<Name<'a>> {
    let skipped = names.len().saturating_sub(1) % stride;
    names.iter().skip(skipped).step_by(stride).copied().collect()
}

fn are_apart(names: &[Name], gap: f64) -> bool {
    names
        .windows(2)
        .all(|pair| pair[0].x + pair[0].half + gap <= pair[1].x - pair[1].half)
}

/// Where a text stands: the name of a year in the middle of the year that its line ends.
fn middle_of(view: &Trajectory, tick: &Tick) -> f64 {
    let at = f64::from(tick.at);
    if !tick.line {
        return at;
    }
    let before = view.ticks.iter().filter(|other| other.line && other.at < tick.at);
    (at + f64::from(before.map(|other| other.at).max().unwrap_or(0))) / 2.0
}
