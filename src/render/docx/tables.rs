//! Tables: their heads are repeated on each page, and no row is divided.

use std::ops::Range;

use crate::render::docx::measures::points;
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::styles::style::Style;
use crate::render::docx::xml::Element;
use crate::render::fitting::columns::{Measures, Room, measure};
use crate::render::fitting::parts::parts;
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, RowKind, Table};

/// Behind heads, sums and parts of sums.
const HEAD: &str = "EEF1F5";
const TOTAL: &str = "E5E9EF";
const SUBTOTAL: &str = "F4F6F9";
/// A table of up to so many rows stays on one page.
const SHORT: usize = 12;

/// A table with the caption above it, in parts where it is wider than any page; the others have
/// another caption.
pub(super) fn tables(table: &Table, captions: [&str; 2], room: Room) -> Vec<Element> {
    let parts = parts(table, room).into_iter().enumerate();
    parts.flat_map(|(at, part)| whole(&part, captions[at.min(1)], room)).collect()
}

fn whole(table: &Table, caption: &str, room: Room) -> Vec<Element> {
    let measures = measure(table, room);
    let grid = Grid::of(table, measures);
    let mut whole = Vec::new();
    if !caption.is_empty() {
        whole.push(Paragraph::of(Style::TableTitle, caption).element());
    } else if !table.unit.is_empty() {
        let unit = format!("单位：{}", table.unit);
        let unit = Paragraph::of(Style::TableNote, &unit).side("right").with_next(true);
        whole.push(unit.element());
    }
    whole.push(grid.element());
    // Tables that touch one another would become one.
    let notes: Vec<&str> = table.notes.iter().map(String::as_str).collect();
    let notes = if notes.is_empty() { vec![""] } else { notes };
    whole.extend(
        notes.into_iter().map(|note| Paragraph::of(Style::TableNote, note).element()),
    );
    whole
}

/// A table fitted into a room.
struct Grid<'a> {
    table: &'a Table,
    measures: Measures,
    /// Widths of the columns.
    widths: Vec<u32>,
}

impl<'a> Grid<'a> {
    fn of(table: &'a Table, measures: Measures) -> Grid<'a> {
        let widths = measures.widths.iter().map(|width| points(*width)).collect();
        Grid { table, measures, widths }
    }

    fn element(&self) -> Element {
        let columns =
            self.widths.iter().map(|width| Element::new("w:gridCol").with("w:w", width));
        Element::new("w:tbl")
            .child(self.properties())
            .child(Element::new("w:tblGrid").children(columns))
            .children(self.heads())
            .children(self.rows())
    }

    fn properties(&self) -> Element {
        let line = |at, width, color| {
            let line = Element::value(at, "single").with("w:sz", width);
            line.with("w:space", 0).with("w:color", color)
        };
        let borders = Element::new("w:tblBorders")
            .child(line("w:top", 8, "000000"))
            .child(line("w:bottom", 8, "000000"))
            .child(line("w:insideH", 4, "9CA3AF"));
        let inset = |at| {
            let inset = points(self.measures.inset);
            Element::new(at).with("w:w", inset).with("w:type", "dxa")
        };
        let margins =
            Element::new("w:tblCellMar").children(["w:left", "w:right"].map(inset));
        let width = self.widths.iter().sum::<u32>();
        Element::new("w:tblPr")
            .child(Element::new("w:tblW").with("w:w", width).with("w:type", "dxa"))
            .child(Element::value("w:jc", "center"))
            .child(borders)
            .child(Element::new("w:tblLayout").with("w:type", "fixed"))
            .child(margins)
    }

    /// The rows of heads: two where some columns stand under a common one.
    fn heads(&self) -> Vec<Element> {
        let columns = &self.table.columns;
        if columns.iter().all(|column| column.head.is_empty()) {
            return Vec::new();
        }
        let is_grouped = columns.iter().any(|column| !column.group.is_empty());
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        let mut from = 0;
        for group in columns.chunk_by(|left, right| left.group == right.group) {
            let span = from..from + group.len();
            from = span.end;
            match group[0].group.as_str() {
                "" => {
                    let merged = is_grouped.then_some("restart");
                    upper.extend(self.single_heads(&span, merged));
                    let under =
                        span.map(|at| self.head(at..at + 1, "", Some("continue")));
                    lower.extend(under);
                }
                name => {
                    upper.push(self.head(span.clone(), name, None));
                    lower.extend(self.single_heads(&span, None));
                }
            }
        }
        let rows = if is_grouped { vec![upper, lower] } else { vec![upper] };
        rows.into_iter().map(|cells| row(true, cells)).collect()
    }

    fn single_heads(
        &self,
        span: &Range<usize>,
        merged: Option<&'static str>,
    ) -> Vec<Element> {
        let head = |column: &Column| column.head.clone();
        let heads = span.clone().zip(self.table.columns[span.clone()].iter().map(head));
        heads.map(|(at, head)| self.head(at..at + 1, &head, merged)).collect()
    }

    fn head(
        &self,
        span: Range<usize>,
        text: &str,
        merged: Option<&'static str>,
    ) -> Element {
        let side =
            if span.len() > 1 { "center" } else { self.measures.sides[span.start] };
        let paragraph = self.paragraph(side).with_next(true);
        let words = paragraph.run(Some(Style::Strong), text);
        self.cell(span, merged, Some(HEAD), words)
    }

    fn rows(&self) -> Vec<Element> {
        let rows = &self.table.rows;
        let with_next = |at: usize| {
            let is_last = at + 1 == rows.len();
            !is_last && (rows.len() <= SHORT || leads(rows, at))
        };
        let rows = rows.iter().enumerate();
        rows.map(|(at, own)| row(false, self.cells(own, with_next(at)))).collect()
    }

    fn cells(&self, row: &Row, with_next: bool) -> Vec<Element> {
        let shade = match row.kind {
            RowKind::Body => None,
            RowKind::Subtotal => Some(SUBTOTAL),
            RowKind::Total => Some(TOTAL),
        };
        let is_strong = row.kind != RowKind::Body;
        let words = |cell: &Cell, side: &str| {
            self.words(cell, side, is_strong).with_next(with_next)
        };
        if let Some(lead) = row.heading() {
            return vec![self.cell(
                0..self.widths.len(),
                None,
                shade,
                words(lead, "left"),
            )];
        }
        let empty = Cell::default();
        let cell = |at: usize| {
            let cell = row.cells.get(at).unwrap_or(&empty);
            let words = words(cell, self.measures.sides[at]);
            self.cell(at..at + 1, None, shade, words)
        };
        (0..self.widths.len()).map(cell).collect()
    }

    /// The words of a cell, its state first.
    fn words(&self, cell: &Cell, side: &str, is_strong: bool) -> Paragraph {
        let face = is_strong.then_some(Style::Strong);
        let stop =
            if cell.mark.id.is_empty() || cell.inlines.is_empty() { "" } else { " " };
        let words = self.paragraph(side).run(face, &cell.mark.word).run(face, stop);
        if is_strong {
            words.run(face, &Inline::words(&cell.inlines))
        } else {
            words.inlines(&cell.inlines)
        }
    }

    fn paragraph(&self, side: &str) -> Paragraph {
        let side = match side {
            "right" => "right",
            "center" => "center",
            _ => "left",
        };
        let size = (self.measures.size * 2.0) as u32;
        Paragraph::new(Style::Cell).side(side).sized(size)
    }

    fn cell(
        &self,
        span: Range<usize>,
        merged: Option<&'static str>,
        shade: Option<&str>,
        words: Paragraph,
    ) -> Element {
        let (columns, width) = (span.len(), self.widths[span].iter().sum::<u32>());
        let shade = shade.map(|color| {
            Element::value("w:shd", "clear").with("w:color", "auto").with("w:fill", color)
        });
        let properties = Element::new("w:tcPr")
            .child(Element::new("w:tcW").with("w:w", width).with("w:type", "dxa"))
            .children((columns > 1).then(|| Element::value("w:gridSpan", columns)))
            .children(merged.map(|merged| Element::value("w:vMerge", merged)))
            .children(shade)
            .child(Element::value("w:vAlign", "center"));
        Element::new("w:tc").child(properties).child(words.element())
    }
}

/// Whether a row heads the ones below it, so that it is never the last on a page.
fn leads(rows: &[Row], at: usize) -> bool {
    let is_sum = rows[at].kind == RowKind::Subtotal;
    is_sum && rows.get(at + 1).is_some_and(|next| next.kind == RowKind::Body)
}

fn row(is_head: bool, cells: Vec<Element>) -> Element {
    let properties = Element::new("w:trPr")
        .child(Element::new("w:cantSplit"))
        .children(is_head.then(|| Element::new("w:tblHeader")));
    Element::new("w:tr").child(properties).children(cells)
}
