//! The room of a trajectory: its axes of months and of values.

use rust_decimal::Decimal;

use crate::render::svg::drawing::axis::{Axis, amount};
use crate::render::svg::drawing::canvas::Spot;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::widest;
use crate::render::svg::variant::Variant;
use crate::view::chart::{Point, Trajectory};

/// The two axes of a trajectory, and where they end.
pub(super) struct Field {
    pub(super) across: Axis,
    pub(super) down: Axis,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Field {
    /// Below some height, with a margin at the right for words.
    pub(super) fn of(view: &Trajectory, style: &Style, top: f64, margin: f64) -> Field {
        let height = if style.variant == Variant::Half {
            165.0
        } else if style.phone() {
            290.0
        } else if style.width > 500.0 {
            400.0
        } else {
            225.0
        };
        let bottom = top + height - style.small * 2.2;
        let down = Axis::over(values(view), 7, (bottom, top));
        let marks = down.marks();
        let left = widest(marks.iter().map(|(_, text)| text.as_str()), style.small)
            + style.small * 0.8;
        let right = style.width - margin;
        let across = Axis::exact(months(view), (left, right));
        Field { across, down, left, right, top, bottom }
    }

    /// The place of a value in a month.
    pub(super) fn spot(&self, at: u32, value: Decimal) -> Spot {
        (self.across.at(f64::from(at)), self.down.at(amount(value)))
    }

    /// The place of a point.
    pub(super) fn of_point(&self, point: &Point) -> Spot {
        self.spot(point.at, point.value)
    }

    /// Where all lines begin: nothing has come yet.
    pub(super) fn start(&self) -> Spot {
        (self.left, self.down.zero())
    }
}

/// Months of the whole drawing: the longest of all that is drawn.
pub(super) fn months(view: &Trajectory) -> f64 {
    let ticks = view.ticks.iter().map(|tick| tick.at);
    let points = points(view).map(|point| point.at);
    let milestones = view.milestones.iter().map(|milestone| milestone.at);
    f64::from(ticks.chain(points).chain(milestones).max().unwrap_or(1).max(1))
}

fn values(view: &Trajectory) -> impl Iterator<Item = f64> {
    let points = points(view).map(|point| point.value);
    let milestones = view.milestones.iter().map(|milestone| milestone.value);
    points.chain(milestones).map(amount)
}

fn points(view: &Trajectory) -> impl Iterator<Item = &Point> {
    view.actual.iter().chain(&view.target).chain(&view.projection)
}
