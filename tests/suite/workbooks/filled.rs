//! Forms as units fill them in: made by the program, changed cell by cell, written and read again.

use chrono::NaiveDate;

use tongbao::intake::form::issue::issued;
use tongbao::intake::form::{FORMS, Form, Role};
use tongbao::intake::plan::{Plan, plan};
use tongbao::intake::reading::{Asked, Source, read};
use tongbao::load::source::files::Folder;
use tongbao::load::{load, workbook};
use tongbao::model::book::Book;
use tongbao::model::dictionary::Level;
use tongbao::render::workbook::xlsx;
use tongbao::view::workbook::{Content, SheetCell, SheetNumber, Workbook, Worksheet};

use crate::stage::repository;

/// A book of the repository.
pub(super) fn shipped(id: &str) -> Book {
    let folder = Folder::open(&repository("data")).unwrap().only(id).unwrap();
    load(&folder).books.remove(0)
}

/// The forms of a period for all units, in one workbook.
pub(super) fn together(book: &Book, period: &str) -> Workbook {
    let book = book.redacted_for(Level::Internal);
    issued(&book, &period.parse().unwrap(), true).remove(0).workbook
}

/// A form by the name of its sheet.
pub(super) fn form(name: &str) -> &'static Form {
    FORMS.iter().find(|form| form.name == name).unwrap()
}

/// The position of a column.
pub(super) fn column(form: &Form, head: &str) -> usize {
    form.columns.iter().position(|column| column.head == head).unwrap()
}

/// The sheet of a form.
pub(super) fn sheet<'a>(workbook: &'a mut Workbook, name: &str) -> &'a mut Worksheet {
    workbook.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
}

/// Writes a number or a text into a cell.
pub(super) fn write(sheet: &mut Worksheet, row: usize, column: usize, text: &str) {
    let number = SheetNumber::of(text, "");
    let content = number.map_or(Content::Text(text.to_owned()), Content::Number);
    sheet.rows[row].cells[column] = SheetCell::given(content);
}

/// The digits in a cell; none where it is blank.
pub(super) fn digits(sheet: &Worksheet, row: usize, column: usize) -> String {
    match &sheet.rows[row].cells[column].content {
        Content::Number(number) => number.digits.clone(),
        Content::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// What the program says of a workbook that came on a day.
pub(super) fn came(book: &Book, workbook: &Workbook, reason: Option<&str>) -> Plan {
    came_as(book, &xlsx(workbook).unwrap(), "月报.xlsx", reason)
}

/// What the program says of the bytes of a workbook.
pub(super) fn came_as(
    book: &Book,
    bytes: &[u8],
    name: &str,
    reason: Option<&str>,
) -> Plan {
    let grids = workbook::read(bytes).unwrap();
    let source =
        Source { name: name.to_owned(), digest: "0123456789abcdef".repeat(4), grids };
    let day = NaiveDate::from_ymd_opt(2024, 5, 6);
    let (rows, mut findings) = read(&[source], Asked { book, period: None, day });
    let mut planned = plan(book, &rows, reason);
    findings.append(&mut planned.findings);
    Plan { findings, ..planned }
}

/// The findings of a plan, a line each: code, place and message.
pub(super) fn lines(plan: &Plan) -> Vec<String> {
    let line = |one: &tongbao::diagnostic::Located| {
        format!("{} {} {}", one.code, one.places[0].path, one.message)
    };
    plan.findings.iter().map(line).collect()
}

#[test]
fn a_book_that_went_out_and_came_back_is_the_same() {
    for (id, period) in
        [("wushan", "2024-03"), ("guangyuan", "2024-06"), ("fuling", "2021-12")]
    {
        let book = shipped(id);
        let workbook = together(&book, period);
        let planned = came(&book, &workbook, None);
        assert_eq!(lines(&planned), Vec::<String>::new(), "{id}");
        assert!(planned.files.is_empty(), "{id}: {:?}", planned.files);
        let money = &form("到位资金").columns;
        assert!(money.iter().any(|column| matches!(column.role, Role::ToDate)));
    }
}

#[test]
fn the_form_of_a_unit_has_nothing_of_another() {
    let book = shipped("wushan").redacted_for(Level::Internal);
    let forms = issued(&book, &"2024-04".parse().unwrap(), false);
    assert_eq!(forms.len(), 25);
    for own in &forms {
        let bytes = xlsx(&own.workbook).unwrap();
        let parts = tongbao::load::archive::files(&bytes, 1 << 26).unwrap();
        let all: String =
            parts.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        for unit in &book.registry.record.units {
            let is_own = Some(unit.id.as_str()) == own.unit.as_deref();
            // One name may be the end of another.
            let holds = all.contains(&format!(">{}<", unit.name));
            assert!(is_own || !holds, "{:?} holds {}", own.unit, unit.name);
        }
        assert_eq!(bytes, xlsx(&own.workbook).unwrap(), "the same bytes twice");
    }
}

#[test]
fn the_table_of_a_plan_goes_out_in_its_layout_for_the_seal_and_is_not_read_back() {
    let book = shipped("dazhou").redacted_for(Level::Internal);
    let forms = issued(&book, &"bairi3-2023-07-31".parse().unwrap(), false);
    let name = "“百日攻坚”行动（第三季）基本情况统计表";
    let mut counties = 0;
    for own in &forms {
        let sheets = &own.workbook.sheets;
        let Some(sheet) = sheets.iter().find(|sheet| sheet.name == name) else {
            continue;
        };
        counties += 1;
        let heads: Vec<String> = sheet.columns[..4]
            .iter()
            .map(|column| format!("{}/{}", column.group, column.head))
            .collect();
        let wanted = [
            "/填报单位",
            "新签约项目/数量（个）",
            "新签约项目/合同金额（亿元）",
            "落地项目/数量（个）",
        ];
        assert_eq!(heads, wanted);
        assert_eq!((sheet.columns.len(), sheet.rows.len()), (12, 1));
        assert!(sheet.lines[1].contains("填报单位（盖章）"), "{:?}", sheet.lines);
        assert!(!digits(sheet, 0, 1).is_empty());
        let alone = Workbook { sheets: vec![sheet.clone()], ..Workbook::default() };
        let planned = came(&book, &alone, None);
        assert!(planned.files.is_empty());
        let told = ["passed-over 月报.xlsx 里面没有填写的内容，没有可导入的"];
        assert_eq!(lines(&planned), told);
    }
    assert!(counties > 3, "{counties} of {}", forms.len());
}
