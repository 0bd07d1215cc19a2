//! Pages read back as lines of text with their places, for the tests.

use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;
use typst::visualize::{Geometry, Shape};

use crate::render::pdf::PdfRenderer;
use crate::render::pdf::tests::sample;
use crate::render::pdf::world::DocumentWorld;
use crate::view::document::Document;

/// A piece of text, in millimetres from the top left corner of its page.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) points: f64,
    pub(super) text: String,
    pub(super) family: String,
}

/// A page: its size, its text and its straight lines (left, top, length) with their strokes.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) pieces: Vec<Piece>,
    pub(super) rules: Vec<(f64, f64, f64, f64)>,
}

impl Sheet {
    /// All text of the page in the order it was set.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// The lines of the text block: pieces at the same height, from the top.
    pub(super) fn lines(&self) -> Vec<Piece> {
        let inside = |piece: &&Piece| piece.top > 36.0 && piece.bottom < 263.0;
        let mut lines: Vec<Piece> = Vec::new();
        let mut pieces: Vec<&Piece> = self.pieces.iter().filter(inside).collect();
        pieces.sort_by(|piece, other| {
            (piece.top.round(), piece.left)
                .partial_cmp(&(other.top.round(), other.left))
                .unwrap()
        });
        for piece in pieces {
            match lines.last_mut() {
                Some(line) if (line.top - piece.top).abs() < 0.5 => {
                    line.text += &piece.text;
                    line.left = line.left.min(piece.left);
                    line.right = line.right.max(piece.right);
                }
                _ => lines.push(piece.clone()),
            }
        }
        lines
    }

    /// The piece that holds some words.
    pub(super) fn find(&self, words: &str) -> &Piece {
        let piece = self.pieces.iter().find(|piece| piece.text.contains(words));
        piece.unwrap_or_else(|| panic!("no {words} in {:?}", self.text()))
    }
}

/// The pages of a document.
pub(super) fn sheets(renderer: &PdfRenderer, document: &Document) -> Vec<Sheet> {
    let files = renderer.files(document, &sample::drawings(), Some(b"{}"));
    let pages =
        DocumentWorld::new(&renderer.resources, files).unwrap().lay_out().unwrap();
    pages
        .pages()
        .iter()
        .map(|page| {
            let mut sheet =
                Sheet { width: page.frame.width().to_mm(), ..Sheet::default() };
            walk(&page.frame, Point::zero(), &mut sheet);
            sheet
        })
        .collect()
}

fn walk(frame: &Frame, origin: Point, sheet: &mut Sheet) {
    for (at, item) in frame.items() {
        let place = origin + *at;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                walk(&group.frame, place + moved, sheet);
            }
            FrameItem::Text(text) => sheet.pieces.push(piece(text, place)),
            FrameItem::Shape(shape, _) => sheet.rules.extend(rule(shape, place)),
            _ => {}
        }
    }
}

fn piece(text: &TextItem, place: Point) -> Piece {
    assert!(text.glyphs.iter().all(|glyph| glyph.id != 0), "no glyph in {}", text.text);
    Piece {
        left: place.x.to_mm(),
        right: (place.x + text.width()).to_mm(),
        top: (place.y - text.size * 0.88).to_mm(),
        bottom: (place.y + text.size * 0.12).to_mm(),
        points: text.size.to_pt(),
        text: text.text.to_string(),
        family: text.font.font().info().family.clone(),
    }
}

fn rule(shape: &Shape, place: Point) -> Option<(f64, f64, f64, f64)> {
    let Geometry::Line(end) = shape.geometry else { return None };
    let stroke = shape.stroke.as_ref()?.thickness.to_mm();
    Some((place.x.to_mm(), place.y.to_mm(), end.x.to_mm(), stroke))
}
