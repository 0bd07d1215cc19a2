//! Charts as SVG: one file for each kind, drawn through plotters onto a backend of our own.

mod bars;
mod drawing;
mod gaps;
mod lamps;
mod pairs;
mod spark;
mod trajectory;
pub mod variant;

#[cfg(test)]
mod tests;

use std::ops::Deref;

use crate::render::svg::drawing::canvas::Canvas;
use crate::render::svg::drawing::frame;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::chart::{Chart, Drawing};
use crate::view::spark::Spark;

/// Drawings of this program as `<svg>` elements, whose texts are escaped; nothing else makes one.
#[derive(Clone, Debug, Default)]
pub struct Svg {
    text: String,
}

impl Deref for Svg {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<Svg> for String {
    fn from(svg: Svg) -> String {
        svg.text
    }
}

impl FromIterator<Svg> for Svg {
    /// The drawings one after the other.
    fn from_iter<I: IntoIterator<Item = Svg>>(drawings: I) -> Svg {
        Svg { text: drawings.into_iter().map(String::from).collect() }
    }
}

/// Returns a chart as a complete `<svg>` element, without its title, which the page prints
/// around it.
pub fn chart(chart: &Chart, variant: Variant, theme: &Theme) -> Svg {
    let style = Style::of(variant, theme);
    // What stands beside a text is half as wide, and its type as large.
    let style = match &chart.drawing {
        Drawing::Gaps(_) => style.narrowed(),
        _ => style,
    };
    let mut canvas = Canvas::new(style, &frame::id(variant, &chart.id));
    let height = match &chart.drawing {
        Drawing::Trajectory(view) => trajectory::draw(view, &style, &mut canvas),
        Drawing::Bars(view) => bars::draw(view, &style, &mut canvas),
        Drawing::Pairs(view) => pairs::draw(view, &style, &mut canvas),
        Drawing::Lamps(view) => lamps::draw(view, &style, &mut canvas),
        Drawing::Gaps(view) => gaps::draw(view, &style, &mut canvas),
    };
    Svg { text: frame::around(&canvas, chart, height) }
}

/// Returns a small chart as an inline `<svg>` element, as high as a line of text.
pub fn spark(spark: &Spark, theme: &Theme) -> Svg {
    Svg { text: spark::draw(spark, theme) }
}
