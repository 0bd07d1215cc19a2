//! The sign of a lamp: each colour has its own shape, so that it is known in black and white.

use crate::render::svg::drawing::canvas::{Canvas, Spot};
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::view::inline::Mark;

/// Draws the sign around its centre.
pub(crate) fn draw(
    mark: &Mark,
    (x, y): Spot,
    radius: f64,
    style: &Style,
    canvas: &mut Canvas,
) {
    let stroke = Stroke::fill(style.data_ink(&mark.color));
    let side = radius * 0.9;
    match mark.id.as_str() {
        "blue" => canvas.bar((x - side, y - side), side * 2.0, side * 2.0, &stroke),
        "yellow" => {
            let (left, right, foot) = (x - radius, x + radius, y + side);
            canvas.area(&[(x, y - radius), (right, foot), (left, foot)], &stroke);
        }
        "orange" => canvas.diamond((x, y), radius * 1.1, &stroke),
        "red" => {
            canvas.dot((x, y), radius, &stroke);
            let bar = Stroke::line(style.ink("paper"), radius * 0.4);
            canvas.line(&[(x - radius * 0.6, y), (x + radius * 0.6, y)], &bar);
        }
        _ => canvas.dot((x, y), radius, &stroke),
    }
}
