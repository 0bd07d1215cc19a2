//! Rows of one line: they are known without the typesetter, and it would set them the same.

use std::collections::BTreeMap;

use crate::render::pdf::PdfRenderer;
use crate::render::pdf::columns::measure;
use crate::render::pdf::flat::Widths;
use crate::render::pdf::tests::{print, sample};
use crate::theme::Theme;
use crate::theme::fonts::Fonts;
use crate::view::document::{Annex, Document};
use crate::view::table::{Cell, Column, Row, RowKind, Table};

/// A table with so many rows of one line or more, some of them headings.
fn table(rows: usize) -> Table {
    let words = "招商引资工作情况通报，项目推进；“双招双引”—WiFi 5.0%·";
    let row = |at: usize| {
        let name: String = words.chars().cycle().skip(at).take(at * 7 % 31).collect();
        let heading = Row { kind: RowKind::Subtotal, cells: vec![Cell::text(&name)] };
        let mut state = Cell::mark(sample::mark(at));
        state.inlines = Cell::text(name.chars().take(at % 5).collect::<String>()).inlines;
        let number = Cell::text(format!("{}.{at:02}", at * at));
        if at % 11 == 3 {
            heading
        } else {
            Row::body(vec![Cell::text(name), number, state])
        }
    };
    Table {
        title: format!("{rows}行"),
        notes: if rows.is_multiple_of(2) {
            vec!["“—”：未下达。".to_owned()]
        } else {
            Vec::new()
        },
        ..Table::bare(
            vec![
                Column::words("项目", 16),
                Column::numbers("金额（亿元）", 8).under("合同"),
                Column::words("状态和说明", 10).under("合同"),
            ],
            (0..rows).map(row).collect(),
        )
    }
}

/// The press with a theme that has every row tried, and every table set as a whole to see how
/// high it is.
fn patient() -> PdfRenderer {
    let blocks = Theme::builtin().text("pdf/blocks.typ");
    let changed = blocks.replace("row.flat", "false").replace(
        "height = heights-of(block, width)",
        "height = padding => measure(width: width, table-of(block, padding: padding)).height",
    );
    let files = BTreeMap::from([("pdf/blocks.typ".to_owned(), changed.into_bytes())]);
    PdfRenderer::new(&Theme::with(files).unwrap()).unwrap()
}

#[test]
fn rows_of_one_line_are_set_as_if_they_had_been_tried() {
    let annex = |rows| Annex {
        label: format!("附件{rows}"),
        title: format!("{rows}行的表"),
        blocks: vec![sample::table("", table(rows))],
    };
    let sizes = [1, 7, 20, 25, 28, 31, 34, 37, 40, 62, 66];
    let annexes = sizes.into_iter().map(annex).collect();
    let document = Document { annexes, ..sample::document() };
    let tried =
        patient().print(&document, &sample::drawings(), b"{\"figures\":[]}").unwrap();
    assert!(print(&document) == tried, "a row is set otherwise");
}

#[test]
fn a_row_is_known_to_have_one_line_only_where_that_is_certain() {
    let widths = Widths::of(&Fonts::read(&Theme::builtin()).unwrap());
    let columns = vec![Column::words("甲", 1), Column::words("乙", 1)];
    let is_flat = |kind, texts: [&str; 2]| {
        let row = Row { kind, cells: texts.map(Cell::text).to_vec() };
        let table = Table::bare(columns.clone(), vec![row.clone()]);
        // Two columns of about twelve characters.
        widths.is_flat(&row, &measure(&table, 324.0))
    };
    let long = "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁";
    assert!(is_flat(RowKind::Body, ["巫山县", "12.50"]));
    assert!(is_flat(RowKind::Body, ["巫山县", ""]));
    assert!(!is_flat(RowKind::Body, ["巫山县", long]));
    assert!(!is_flat(RowKind::Body, ["巫山县", &"W".repeat(26)]));
    assert!(!is_flat(RowKind::Body, ["巫山县", "⸻⸻⸻⸻⸻⸻⸻⸻"]));
    // A row of nothing is lower than a line.
    assert!(!is_flat(RowKind::Body, ["", " "]));
    assert!(is_flat(RowKind::Subtotal, [&long[..45], ""]));
    assert!(!is_flat(RowKind::Subtotal, [long, ""]));
}
