//! Workbooks that mean harm end in a sentence, soon and without much memory.

use tongbao::load::workbook::{Value, read};

use crate::workbooks::packed::{packed, with_rows, with_sheet};

#[track_caller]
fn refused(bytes: &[u8]) -> String {
    let refusal = read(bytes).unwrap_err();
    assert!(!refusal.help.is_empty());
    refusal.problem
}

#[test]
fn a_cell_far_away_and_a_million_rows_are_refused() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert!(refused(&with_rows(far)).contains("XFD1048576 有内容"));
    let row = |row: usize| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>");
    let rows: String = (1..=1_000_000).map(row).collect();
    let problem = refused(&with_rows(&rows));
    assert!(problem.contains("A20001 有内容") || problem.contains("太大"), "{problem}");
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let blanks = vec![b' '; 200 << 20];
    let bomb = with_sheet(&blanks, &[]);
    assert!(bomb.len() < 4 << 20, "{}", bomb.len());
    assert!(refused(&bomb).contains("太大"));
    let content = "<office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1000000\">\
        <table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"float\" \
        office:value=\"1\"><text:p>1</text:p></table:table-cell></table:table-row></table:table>\
        </office:spreadsheet></office:body></office:document-content>";
    let many = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    assert!(refused(&many).contains("展开来太大"));
}

#[test]
fn what_is_broken_is_refused_without_foreign_words() {
    for sheet in ["<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>", "<a", "&&&"] {
        let problem = refused(&with_sheet(sheet.as_bytes(), &[]));
        assert_eq!(problem, "工作簿坏了，读不出来");
    }
    assert_eq!(refused(&packed(&[("xl/workbook.bin", b"")])), "这不是工作簿");
}

#[test]
fn macros_and_links_are_passed_over_and_said() {
    let sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
        <sheetData><row r=\"1\"><c r=\"A1\"><f>[1]S!A1</f><v>7</v></c></row></sheetData></worksheet>";
    let more: &[(&str, &[u8])] =
        &[("xl/vbaProject.bin", b"x"), ("xl/externalLinks/externalLink1.xml", b"<a/>")];
    let grids = read(&with_sheet(sheet.as_bytes(), more)).unwrap();
    assert_eq!(grids.passed_over.len(), 2);
    let cell = &grids.sheets[0].cells[&(0, 0)];
    assert!(cell.is_formula && cell.value == Value::Number(7.into()));
}
