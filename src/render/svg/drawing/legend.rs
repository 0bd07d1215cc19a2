//! A row of signs with their words above a drawing; breaks into more rows where it is narrow.

use crate::render::svg::drawing::canvas::{Anchor, Canvas, Spot};
use crate::render::svg::drawing::lamp;
use crate::render::svg::drawing::stroke::Stroke;
use crate::render::svg::drawing::style::Style;
use crate::render::svg::drawing::text::{clean, width, wrap};
use crate::view::inline::Mark;

/// The sign of an entry.
pub(crate) enum Sign {
    Swatch,
    Diamond,
    Lamp(Mark),
}

/// An entry of a legend.
pub(crate) struct Entry {
    pub(crate) sign: Sign,
    pub(crate) stroke: Stroke,
    pub(crate) words: String,
}

impl Entry {
    /// The sign of a lamp with its word.
    pub(crate) fn of_lamp(mark: &Mark, style: &Style) -> Entry {
        Entry {
            sign: Sign::Lamp(mark.clone()),
            stroke: Stroke::fill(style.data_ink(&mark.color)),
            words: clean(&mark.word),
        }
    }
}

/// Draws the entries and returns the height that they take, with the gap below them.
pub(crate) fn draw(entries: &[Entry], style: &Style, canvas: &mut Canvas) -> f64 {
    if entries.is_empty() {
        return 0.0;
    }
    let size = style.small;
    let words = Stroke::fill(style.ink("ink"));
    let (mut x, mut y) = (0.0, size * 0.7);
    for entry in entries {
        let lines = wrap(&entry.words, size, style.width - size * 2.0);
        let wide = lines.iter().map(|line| width(line, size)).fold(0.0, f64::max);
        if x > 0.0 && x + size * 1.6 + wide > style.width {
            (x, y) = (0.0, y + size * 1.6);
        }
        draw_sign(entry, (x, y), style, canvas);
        for (index, line) in lines.iter().enumerate() {
            y += if index > 0 { size * 1.3 } else { 0.0 };
            canvas.text((x + size * 1.6, y), size, Anchor::Start, line, &words);
        }
        x += size * 1.6 + wide + size * 1.7;
    }
    y + size * 1.5
}

fn draw_sign(entry: &Entry, (x, y): Spot, style: &Style, canvas: &mut Canvas) {
    let size = style.small;
    match &entry.sign {
        Sign::Swatch => {
            let stroke = entry.stroke.clone().rounded(size * 0.2);
            canvas.bar((x + 0.5, y - size * 0.4), size * 1.2, size * 0.8, &stroke);
        }
        Sign::Lamp(mark) => {
            lamp::draw(mark, (x + size * 0.7, y), size * 0.45, style, canvas);
        }
        Sign::Diamond => canvas.diamond((x + size * 0.6, y), size * 0.5, &entry.stroke),
    }
}
