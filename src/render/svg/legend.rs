//! A row of signs with their words above a drawing; breaks into more rows where it is narrow.

use crate::render::svg::canvas::{Anchor, Canvas, Spot};
use crate::render::svg::pen::Pen;
use crate::render::svg::style::Style;
use crate::render::svg::text::{width, wrap};

/// The sign of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Swatch,
    Diamond,
    /// A lamp by its place in its set, which is told by its shape without any colour.
    Lamp(usize),
}

/// An entry of a legend.
pub(super) struct Entry {
    pub(super) sign: Sign,
    pub(super) pen: Pen,
    pub(super) words: String,
}

/// Draws the entries and returns the height that they take, with the gap below them.
pub(super) fn draw(entries: &[Entry], style: &Style, canvas: &mut Canvas) -> f64 {
    if entries.is_empty() {
        return 0.0;
    }
    let size = style.small;
    let words = Pen::fill(style.ink("ink"));
    let (mut x, mut y) = (0.0, size * 0.7);
    for entry in entries {
        let lines = wrap(&entry.words, size, style.width - size * 2.0);
        let wide = lines.iter().map(|line| width(line, size)).fold(0.0, f64::max);
        if x > 0.0 && x + size * 1.6 + wide > style.width {
            (x, y) = (0.0, y + size * 1.6);
        }
        let middle = (x + size * 0.6, y);
        sign(entry.sign, middle, size, &entry.pen, style, canvas);
        for (index, line) in lines.iter().enumerate() {
            y += if index > 0 { size * 1.3 } else { 0.0 };
            canvas.text((x + size * 1.6, y), size, Anchor::Start, line, &words);
        }
        x += size * 1.6 + wide + size * 1.7;
    }
    y + size * 1.5
}

/// Draws a sign around a place.
pub(super) fn sign(
    sign: Sign,
    (x, y): Spot,
    size: f64,
    pen: &Pen,
    style: &Style,
    canvas: &mut Canvas,
) {
    match sign {
        Sign::Swatch => {
            let pen = pen.clone().rounded(size * 0.2);
            canvas.bar(
                (x - size * 0.6 + 0.5, y - size * 0.4),
                size * 1.2,
                size * 0.8,
                &pen,
            );
        }
        Sign::Diamond => canvas.diamond((x, y), size * 0.5, pen),
        Sign::Lamp(place) => lamp(place, (x, y), size * 0.5, pen, style, canvas),
    }
}

/// The shapes of the lamps, as the pages have them: disc, square, triangle, diamond, barred disc.
fn lamp(
    place: usize,
    (x, y): Spot,
    radius: f64,
    pen: &Pen,
    style: &Style,
    canvas: &mut Canvas,
) {
    match place % 5 {
        0 => canvas.dot((x, y), radius, pen),
        1 => {
            let side = radius * 1.7;
            canvas.bar((x - side / 2.0, y - side / 2.0), side, side, pen);
        }
        2 => {
            let low = y + radius * 0.85;
            canvas.area(&[(x, y - radius), (x + radius, low), (x - radius, low)], pen);
        }
        3 => canvas.diamond((x, y), radius * 1.1, pen),
        _ => {
            canvas.dot((x, y), radius, pen);
            let (wide, high) = (radius * 1.2, radius * 0.42);
            let paper = Pen::fill(style.ink("paper"));
            canvas.bar((x - wide / 2.0, y - high / 2.0), wide, high, &paper);
        }
    }
}
