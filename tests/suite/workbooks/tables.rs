//! The tables of an edition as a workbook: as they are printed, numbers as numbers.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use crate::stage::{Stage, repository};

/// The sheets of a workbook, by their names.
fn sheets(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut file: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = file.worksheets().into_iter();
    let rows =
        |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    sheets.map(|(name, range)| (name, rows(range))).collect()
}

fn exported(stage: &Stage) -> Vec<u8> {
    let out = stage.out().with_file_name("export");
    let _ = std::fs::remove_dir_all(&out);
    stage.run(&["export", "--workbooks", "export", "--period", "2023-09"]).fine();
    std::fs::read(out.join("wushan/2023-09/tables.xlsx")).unwrap()
}

#[test]
fn the_tables_of_an_edition_are_sheets_with_numbers() {
    let stage = Stage::empty().book("wushan", &repository("data/wushan"));
    let bytes = exported(&stage);
    let sheets = sheets(bytes.clone());
    let (_, rows) = sheets
        .iter()
        .find(|(name, _)| name.starts_with("各责任单位到位资金完成情况"))
        .unwrap();
    let row = rows.iter().find(|row| row[0] == "县经济信息委").unwrap();
    // As the bulletin prints it: goal, money, completion, lead, lamp, place.
    let float = |at: usize| match &row[at] {
        Data::Float(number) => *number,
        other => panic!("{other:?} is no number"),
    };
    assert_eq!([float(1), float(2), float(3)], [5.0, 4.77, 95.32]);
    assert_eq!(row[4].to_string(), "超15.32个百分点");
    assert_eq!(exported(&stage), bytes, "the same bytes twice");
}

#[test]
fn a_file_that_somebody_may_have_filled_in_is_not_written_over() {
    let stage = Stage::minimal();
    stage.run(&["export", "--workbooks", "export"]).fine();
    stage.run(&["export", "--workbooks", "export"]).fine();
    let file = stage.out().with_file_name("export").join("demo/2023-06/tables.xlsx");
    std::fs::write(&file, "filled in").unwrap();
    let ended = stage.run(&["export", "--workbooks", "export"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("已经有了，而且内容不同"), "{}", ended.stderr);
    assert_eq!(std::fs::read(&file).unwrap(), b"filled in");
}

#[test]
fn nothing_is_written_into_the_data() {
    let stage = Stage::minimal();
    let ended = stage.run(&["export", "--workbooks", "data/demo"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("往里写会毁掉数据"), "{}", ended.stderr);
}

#[test]
fn an_edition_has_its_tables_beside_it_where_the_book_says_so() {
    let stage = Stage::minimal();
    let made = |stage: &Stage, path: &str| {
        std::fs::read(stage.out().join("demo/2023-06").join(path)).ok()
    };
    stage.run(&["build", "--without", "pdf"]).fine();
    assert_eq!(made(&stage, "tables.xlsx"), None);
    let card = std::fs::read_to_string(stage.data().join("demo/book.yaml")).unwrap();
    let stage = stage.with("book.yaml", format!("{card}公文: {{表格: 是}}\n"));
    stage.run(&["build", "--without", "pdf"]).fine();
    stage.run(&["export", "--workbooks", "export"]).fine();
    let exported = stage.out().with_file_name("export").join("demo/2023-06/tables.xlsx");
    assert_eq!(made(&stage, "tables.xlsx"), std::fs::read(exported).ok());
    let page = String::from_utf8(made(&stage, "index.html").unwrap()).unwrap();
    assert!(page.contains("href=\"tables.xlsx\""));
    stage.run(&["build", "--without", "pdf,xlsx"]).fine();
    assert_eq!(made(&stage, "tables.xlsx"), None);
}
