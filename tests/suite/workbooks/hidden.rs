//! What nobody sees in a workbook is known to be hidden, however the workbook says so.

use std::collections::BTreeSet;

use tongbao::load::workbook::read;

use crate::workbooks::packed::packed;

const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook whose sheet has a name and lies where a relation of a prefix says.
fn workbook(name: &str, prefix: &str, target: &str) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" \
             Type=\"{LINKS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:{prefix}=\"{LINKS}\"><sheets>\
         <sheet name=\"{name}\" sheetId=\"1\" {prefix}:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!(
        "<worksheet xmlns=\"{MAIN}\"><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>\
         <sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row></sheetData></worksheet>"
    );
    packed(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", target).as_bytes()),
        (&format!("xl/{target}"), sheet.as_bytes()),
    ])
}

#[test]
fn hidden_rows_and_columns_are_known_by_the_place_of_their_sheet() {
    for (name, prefix, target) in [
        ("S", "r", "worksheets/sheet1.xml"),
        ("甲&amp;乙", "r", "worksheets/sheet1.xml"),
        ("S", "d3p1", "tabs/s1.xml"),
    ] {
        let grids = read(&workbook(name, prefix, target)).unwrap();
        let sheet = &grids.sheets[0];
        assert_eq!(sheet.hidden_rows, BTreeSet::from([1]), "{name} {prefix}");
        assert_eq!(sheet.hidden_columns, BTreeSet::from([1]), "{name} {prefix}");
    }
}

/// A workbook of open documents with these tables.
fn open_document(tables: &str) -> Vec<u8> {
    let of = |name: &str| format!("urn:oasis:names:tc:opendocument:xmlns:{name}:1.0");
    let content = format!(
        "<office:document-content xmlns:office=\"{}\" xmlns:table=\"{}\" xmlns:text=\"{}\">\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>",
        of("office"),
        of("table"),
        of("text")
    );
    let manifest = format!("<manifest:manifest xmlns:manifest=\"{}\"/>", of("manifest"));
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn rows_that_an_open_document_folds_away_are_known() {
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let tables = format!(
        "<table:table table:name=\"a\"><table:table-column table:visibility=\"collapse\"/>\
         <table:table-row>{cell}</table:table-row>\
         <table:table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\">{cell}\
         </table:table-row></table:table>"
    );
    let grids = read(&open_document(&tables)).unwrap();
    assert_eq!(grids.sheets[0].hidden_rows, BTreeSet::from([1, 2]));
    assert_eq!(grids.sheets[0].hidden_columns, BTreeSet::from([0]));
}

#[test]
fn many_tables_are_refused_before_they_take_all_memory() {
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let table = |at: usize| {
        format!(
            "<table:table\ntable:name=\"t{at}\"><table:table-row \
             table:number-rows-repeated=\"19000\">{cell}</table:table-row></table:table>"
        )
    };
    let tables: String = (0..40).map(table).collect();
    assert!(read(&open_document(&tables)).unwrap_err().problem.contains("展开来太大"));
}
