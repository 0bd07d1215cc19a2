//! Charts as SVG: one file for each kind, drawn through plotters onto a backend of our own.

mod bars;
mod drawing;
mod lamps;
mod pairs;
mod spark;
mod trajectory;
pub mod variant;

#[cfg(test)]
mod tests;

use crate::render::svg::drawing::canvas::Canvas;
use crate::render::svg::drawing::frame;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::chart::{Chart, Drawing};
use crate::view::spark::Spark;

/// Returns a chart as a complete `<svg>` element, without its title, which the page prints
/// around it.
pub fn chart(chart: &Chart, variant: Variant, theme: &Theme) -> String {
    let style = Style::of(variant, theme);
    let mut canvas = Canvas::new(style, &frame::id(variant, &chart.id));
    let height = match &chart.drawing {
        Drawing::Trajectory(view) => trajectory::draw(view, &style, &mut canvas),
        Drawing::Bars(view) => bars::draw(view, &style, &mut canvas),
        Drawing::Pairs(view) => pairs::draw(view, &style, &mut canvas),
        Drawing::Lamps(view) => lamps::draw(view, &style, &mut canvas),
    };
    frame::around(&canvas, chart, height)
}

/// Returns a small chart as an inline `<svg>` element, as high as a line of text.
pub fn spark(spark: &Spark, theme: &Theme) -> String {
    spark::draw(spark, theme)
}
