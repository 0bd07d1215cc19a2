//! The sign of a lamp: each colour has its own shape, so that it is known in black and white.

use crate::render::svg::canvas::{Canvas, Spot};
use crate::render::svg::pen::Pen;
use crate::render::svg::style::Style;
use crate::report::page::Mark;

/// Draws the sign around its centre.
pub(super) fn draw(
    mark: &Mark,
    (x, y): Spot,
    radius: f64,
    style: &Style,
    canvas: &mut Canvas,
) {
    let pen = Pen::fill(style.own(&mark.color));
    let side = radius * 0.9;
    match mark.id.as_str() {
        "blue" => canvas.bar((x - side, y - side), side * 2.0, side * 2.0, &pen),
        "yellow" => {
            let (left, right, foot) = (x - radius, x + radius, y + side);
            canvas.area(&[(x, y - radius), (right, foot), (left, foot)], &pen);
        }
        "orange" => canvas.diamond((x, y), radius * 1.1, &pen),
        "red" => {
            canvas.dot((x, y), radius, &pen);
            let bar = Pen::line(style.ink("paper"), radius * 0.4);
            canvas.line(&[(x - radius * 0.6, y), (x + radius * 0.6, y)], &bar);
        }
        _ => canvas.dot((x, y), radius, &pen),
    }
}
