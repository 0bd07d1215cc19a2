//! Heights of rows: they are known before a table is set, and it would be set the same without.

use std::collections::BTreeMap;

use crate::render::fitting::columns::{Room, measure};
use crate::render::pdf::PdfRenderer;
use crate::render::pdf::lines::{Lines, Widths};
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

/// The press with a theme that knows no heights: every table is set as a whole to see how high it
/// is, and again with rows that are tried.
fn patient() -> PdfRenderer {
    let mut blocks = Theme::builtin().text("pdf/blocks.typ");
    let rows = "with-padding(block, heights, padding)";
    let whole =
        format!("measure(width: 156mm, table-with(block, padding, {rows})).height");
    for (known, tried) in [
        ("if row.whole { height } else { auto }", "auto"),
        ("..rows.heads,", "..block.heads.map(_ => auto),"),
        ("..rows.notes,", "..block.notes.slice(0, rows.notes.len()).map(_ => auto),"),
        (format!("height-of(heights, {rows})").as_str(), whole.as_str()),
    ] {
        assert_eq!(blocks.matches(known).count(), 1, "{known}");
        blocks = blocks.replace(known, tried);
    }
    let files = BTreeMap::from([("pdf/blocks.typ".to_owned(), blocks.into_bytes())]);
    PdfRenderer::new(&Theme::with(files).unwrap()).unwrap()
}

#[test]
fn tables_are_set_as_if_their_rows_had_been_tried() {
    let annex = |rows| Annex {
        label: format!("附件{rows}"),
        title: format!("{rows}行的表"),
        blocks: vec![sample::table("某年某月的表（演示数据）", table(rows))],
    };
    let sizes = [1, 7, 20, 25, 28, 31, 34, 37, 40, 62, 66];
    let annexes = sizes.into_iter().map(annex).collect();
    let document = Document { annexes, ..sample::document() };
    let tried = patient()
        .print(&document, &sample::drawings(), Some(b"{\"figures\":[]}"))
        .unwrap();
    assert!(print(&document) == tried, "a table is set otherwise");
}

#[test]
fn a_cell_is_known_to_have_one_line_only_where_that_is_certain() {
    let widths = Widths::of(&Fonts::read(&Theme::builtin()).unwrap());
    let columns = vec![Column::words("甲乙丙丁", 1), Column::words("乙", 1)];
    let cell = |text: &str| match text {
        "" => Cell::default(),
        text => Cell::text(text),
    };
    let lines = |kind, texts: [&str; 2]| {
        let row = Row { kind, cells: texts.map(cell).to_vec() };
        let table = Table::bare(columns.clone(), vec![row.clone()]);
        // Two columns of about twelve characters.
        let Lines { one, open } =
            widths.lines(&row, &measure(&table, Room { width: 324.0, least: 7.0 }));
        (one, open)
    };
    let long = "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁";
    assert_eq!(lines(RowKind::Body, ["巫山", "12.50"]), (true, vec![]));
    assert_eq!(lines(RowKind::Body, ["巫山", ""]), (true, vec![]));
    assert_eq!(lines(RowKind::Body, ["巫山", long]), (true, vec![1]));
    assert_eq!(lines(RowKind::Body, ["巫山", &"W".repeat(26)]), (true, vec![1]));
    assert_eq!(lines(RowKind::Body, ["巫山", "⸻⸻⸻⸻⸻⸻⸻⸻"]), (true, vec![1]));
    // A row of nothing is lower than a line.
    assert_eq!(lines(RowKind::Body, ["", " "]), (false, vec![0, 1]));
    assert_eq!(lines(RowKind::Subtotal, [&long[..45], ""]), (true, vec![]));
    assert_eq!(lines(RowKind::Subtotal, [long, ""]), (false, vec![0]));
}
