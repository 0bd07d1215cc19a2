//! Where labels go: the first place near their point that covers nothing.

use crate::render::svg::drawing::canvas::{Anchor, Canvas, Spot};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::text::width;

/// A rectangle, as left, top, right, bottom.
pub(crate) type Zone = (f64, f64, f64, f64);

/// A line of a label: text, size, paint.
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) size: f64,
    pub(crate) stroke: Stroke,
}

/// One or two lines that stand together.
pub(crate) struct Label {
    pub(crate) lines: Vec<Words>,
}

/// Where a label may stand, seen from its point: direction across and down, −1, 0 or 1;
/// ±2 is beside the point and a little lower or higher.
pub(crate) type Side = (i8, i8);

/// What is already on the drawing.
pub(crate) struct Placing {
    /// The size of type, by which nearness is judged.
    em: f64,
    bounds: Zone,
    taken: Vec<Zone>,
    strokes: Vec<(Spot, Spot, f64)>,
}

impl Label {
    pub(crate) fn line(text: impl Into<String>, size: f64, stroke: Stroke) -> Label {
        Label { lines: vec![Words { text: text.into(), size, stroke }] }
    }

    pub(crate) fn and(
        mut self,
        text: impl Into<String>,
        size: f64,
        stroke: Stroke,
    ) -> Label {
        self.lines.push(Words { text: text.into(), size, stroke });
        self
    }

    /// Width and height, about.
    pub(crate) fn extent(&self) -> Spot {
        let wide = |line: &Words| {
            width(&line.text, line.size) * if line.stroke.is_bold() { 1.05 } else { 1.0 }
        };
        let across = self.lines.iter().map(wide).fold(0.0, f64::max);
        (across, self.lines.iter().map(|line| line.size * 1.2).sum())
    }

    fn draw(&self, zone: Zone, side: i8, canvas: &mut Canvas) {
        let (x, anchor) = match side {
            -1 => (zone.2, Anchor::End),
            1 => (zone.0, Anchor::Start),
            _ => ((zone.0 + zone.2) / 2.0, Anchor::Middle),
        };
        let mut y = zone.1;
        for line in &self.lines {
            canvas.text(
                (x, y + line.size * 0.6),
                line.size,
                anchor,
                &line.text,
                &line.stroke,
            );
            y += line.size * 1.2;
        }
    }
}

impl Placing {
    pub(crate) fn within(bounds: Zone, em: f64) -> Placing {
        Placing { em, bounds, taken: Vec::new(), strokes: Vec::new() }
    }

    /// Keeps labels off a sign.
    pub(crate) fn keep_free(&mut self, (x, y): Spot, radius: f64) {
        self.taken.push((x - radius, y - radius, x + radius, y + radius));
    }

    /// Makes labels avoid a line, if they can; `weight` says how much it matters.
    pub(crate) fn avoid(&mut self, spots: &[Spot], weight: f64) {
        self.strokes.extend(spots.windows(2).map(|pair| (pair[0], pair[1], weight)));
    }

    /// Draws a label at the best of the sides, and reserves its place.
    pub(crate) fn put(
        &mut self,
        label: &Label,
        point: Spot,
        gap: f64,
        sides: &[Side],
        canvas: &mut Canvas,
    ) {
        if let Some((zone, side, _)) = self.best(label, point, gap, sides) {
            self.settle(label, zone, side, canvas);
        }
    }

    /// Draws a label only where it covers neither words nor signs.
    pub(crate) fn put_if_free(
        &mut self,
        label: &Label,
        point: Spot,
        gap: f64,
        sides: &[Side],
        canvas: &mut Canvas,
    ) {
        if let Some((zone, side, cost)) = self.best(label, point, gap, sides)
            && cost < 6.0
        {
            self.settle(label, zone, side, canvas);
        }
    }

    /// Draws a label in its zone; other words keep a small distance to both sides.
    fn settle(&mut self, label: &Label, zone: Zone, side: Side, canvas: &mut Canvas) {
        let edge = self.em * 0.3;
        self.taken.push((zone.0 - edge, zone.1, zone.2 + edge, zone.3));
        label.draw(zone, side.0, canvas);
    }

    fn best(
        &self,
        label: &Label,
        point: Spot,
        gap: f64,
        sides: &[Side],
    ) -> Option<(Zone, Side, f64)> {
        let mut best: Option<(Zone, Side, f64)> = None;
        for (reach, (rank, side)) in [1.0, 1.6, 2.4, 3.4, 5.0]
            .iter()
            .flat_map(|r| sides.iter().enumerate().map(move |s| (r, s)))
        {
            let zone = self.inside(beside(point, label.extent(), gap * reach, *side));
            let cost = self.cost(zone) + (rank as f64 * 0.2 + (reach - 1.0) * 2.2);
            if best.as_ref().is_none_or(|(_, _, least)| cost < *least) {
                best = Some((zone, *side, cost));
            }
        }
        best
    }

    /// The zone, moved into the bounds.
    fn inside(&self, (left, top, right, bottom): Zone) -> Zone {
        let (min_x, min_y, max_x, max_y) = self.bounds;
        let across = (max_x - right).min(0.0).max(min_x - left);
        let down = (max_y - bottom).min(0.0).max(min_y - top);
        (left + across, top + down, right + across, bottom + down)
    }

    /// How much a label here would cover: words and signs weigh most, lines less.
    fn cost(&self, zone: Zone) -> f64 {
        let covered: f64 = self.taken.iter().map(|other| overlap(zone, *other)).sum();
        let crossed: f64 = self.strokes.iter().map(|line| crossing(zone, *line)).sum();
        let squares = covered / (self.em * self.em);
        let words = if squares > 0.0 { 6.0 + squares * 40.0 } else { 0.0 };
        words + (crossed / self.em * 1.3).min(8.0)
    }
}

fn beside((x, y): Spot, (width, height): Spot, gap: f64, side: Side) -> Zone {
    let across = match side.0 {
        -1 => x - width - if side.1 % 2 == 0 { gap } else { gap * 0.5 },
        1 => x + if side.1 % 2 == 0 { gap } else { gap * 0.5 },
        _ => x - width / 2.0,
    };
    let down = match side.1 {
        -1 => y - height - gap,
        1 => y + gap,
        shift => y - height / 2.0 + f64::from(shift) * gap / 2.0,
    };
    (across, down, across + width, down + height)
}

/// The area that two zones share.
fn overlap(zone: Zone, other: Zone) -> f64 {
    let across = zone.2.min(other.2) - zone.0.max(other.0);
    let down = zone.3.min(other.3) - zone.1.max(other.1);
    across.max(0.0) * down.max(0.0)
}

/// The length of a line inside a zone, about, times its weight.
fn crossing(zone: Zone, (from, to, weight): (Spot, Spot, f64)) -> f64 {
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    let samples = (length / 3.0).ceil().clamp(1.0, 400.0);
    let inside = (0..=samples as u32).filter(|index| {
        let share = f64::from(*index) / samples;
        let x = from.0 + (to.0 - from.0) * share;
        let y = from.1 + (to.1 - from.1) * share;
        x > zone.0 && x < zone.2 && y > zone.1 && y < zone.3
    });
    inside.count() as f64 * length / samples * weight
}
