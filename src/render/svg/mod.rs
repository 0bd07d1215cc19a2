//! Charts as SVG: one file for each kind, drawn by plotters and then given classes and words.

mod bars;
pub mod drawing;
mod lamps;
mod pairs;
mod spark;
mod trajectory;

#[cfg(test)]
mod tests;

use crate::render::svg::drawing::canvas::{Canvas, Frame};
use crate::render::svg::drawing::style::Style;
use crate::theme::Theme;
use crate::view::chart::{Chart, Drawing};
use crate::view::spark::Spark;

/// Where a chart is shown: what is readable there decides its width and its type sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// In a page on a wide screen; colours carry classes, so that a style sheet can change them.
    Web,
    /// In a page on a telephone: drawn anew for 360 pixels, not made smaller.
    Phone,
    /// In the PDF, as wide as the text of a GB/T 9704 page; one unit is one point.
    Print,
}

/// A chart as a complete `<svg>` element, without its title, which the page prints around it.
pub fn chart(chart: &Chart, variant: Variant, theme: &Theme) -> String {
    let frame = Frame::of(variant, &chart.id, &chart.title, &chart.description);
    let style = Style::of(variant, theme);
    let mut canvas = Canvas::default();
    let height = match &chart.drawing {
        Drawing::Trajectory(view) => {
            trajectory::draw(view, &style, &frame.fade(), &mut canvas)
        }
        Drawing::Bars(view) => bars::draw(view, &style, &mut canvas),
        Drawing::Pairs(view) => pairs::draw(view, &style, &mut canvas),
        Drawing::Lamps(view) => lamps::draw(view, &style, &mut canvas),
    };
    canvas.finish(&frame, &style, height)
}

/// A small chart as an inline `<svg>` element, as high as a line of text.
pub fn spark(spark: &Spark, theme: &Theme) -> String {
    spark::draw(spark, theme)
}
