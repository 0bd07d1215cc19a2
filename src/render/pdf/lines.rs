//! Which cells of a table are certain to be one line high, so that the typesetter need not try.

use std::ops::RangeInclusive;

use ttf_parser::Face;

use crate::render::fitting::columns::Measures;
use crate::theme::fonts::{FontFile, Fonts};
use crate::view::table::{Cell, Row};

/// A lamp with the space behind it, and the space between its word and what follows, in type
/// sizes.
const LAMP: f64 = 0.92;
const BEHIND: f64 = 0.5;
/// What a face may add to the widths of its glyphs between them.
const SLACK: f64 = 0.5;
/// What no face has wider than the type size: marks, signs and ideographs of Chinese texts.
const SQUARE: [RangeInclusive<char>; 4] = [
    '\u{2010}'..='\u{2027}',
    '\u{2100}'..='\u{27bf}',
    '\u{3000}'..='\u{9fff}',
    '\u{ff00}'..='\u{ffef}',
];
/// What any other character may take.
const UNKNOWN: f64 = 3.0;

/// What is certain about the lines of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lines {
    /// Whether a cell has one line.
    pub(super) one: bool,
    /// The cells that may make the row higher or lower than that.
    pub(super) open: Vec<usize>,
}

/// How wide texts may become, whichever of the faces prints them.
pub(super) struct Widths {
    latin: [f64; 256],
}

impl Widths {
    pub(super) fn of(fonts: &Fonts) -> Widths {
        let faces: Vec<Face> = fonts.files().iter().flat_map(faces).collect();
        let mut latin = [UNKNOWN; 256];
        for (code, width) in (0..=u8::MAX).zip(&mut latin) {
            *width = widest(&faces, code.into()).unwrap_or(1.0);
        }
        Widths { latin }
    }

    /// What is certain about the lines of a row.
    pub(super) fn lines(&self, row: &Row, measures: &Measures) -> Lines {
        let fits = |cell: &Cell, width: f64| {
            let room = (width - 2.0 * measures.inset) / measures.size;
            self.cell(cell).is_none_or(|width| width + SLACK <= room)
        };
        let cells: Vec<(bool, bool)> = match row.heading() {
            Some(lead) => vec![(is_seen(lead), fits(lead, measures.widths.iter().sum()))],
            None => (row.cells.iter().zip(&measures.widths))
                .map(|(cell, width)| (is_seen(cell), fits(cell, *width)))
                .collect(),
        };
        let one = cells.contains(&(true, true));
        let is_open = |(_, (_, fits)): &(usize, &(bool, bool))| !(*fits && one);
        let open = cells.iter().enumerate().filter(is_open).map(|(at, _)| at).collect();
        Lines { one, open }
    }

    /// The width of a cell in type sizes; none if there is nothing in it.
    fn cell(&self, cell: &Cell) -> Option<f64> {
        let texts = cell.inlines.iter().map(|inline| self.text(inline.plain()));
        let words: f64 = texts.sum();
        match (cell.mark.id.is_empty(), cell.inlines.is_empty()) {
            (true, true) => None,
            (true, false) => Some(words),
            (false, _) => Some(LAMP + self.text(&cell.mark.word) + BEHIND + words),
        }
    }

    fn text(&self, text: &str) -> f64 {
        text.chars().map(|character| self.character(character)).sum()
    }

    fn character(&self, character: char) -> f64 {
        let square = || SQUARE.iter().any(|range| range.contains(&character));
        match self.latin.get(character as usize) {
            Some(width) => *width,
            None if square() => 1.0,
            None => UNKNOWN,
        }
    }
}

fn faces(file: &FontFile) -> impl Iterator<Item = Face<'_>> {
    let count = ttf_parser::fonts_in_collection(&file.bytes).unwrap_or(1);
    (0..count).filter_map(|index| Face::parse(&file.bytes, index).ok())
}

/// The widest glyph of a character, in type sizes.
fn widest(faces: &[Face], character: char) -> Option<f64> {
    let width = |face: &Face| {
        let advance = face.glyph_hor_advance(face.glyph_index(character)?)?;
        Some(f64::from(advance) / f64::from(face.units_per_em()))
    };
    faces.iter().filter_map(width).reduce(f64::max)
}

/// Whether a cell is sure to have a line: one of nothing but spaces has none.
fn is_seen(cell: &Cell) -> bool {
    let seen = |text: &str| text.chars().any(|one| one.is_alphanumeric() || one == '—');
    seen(&cell.mark.word) || cell.inlines.iter().any(|inline| seen(inline.plain()))
}
