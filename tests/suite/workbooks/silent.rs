//! Nothing that is doubtful in a table comes in, or goes by, without a word.

use tongbao::intake::form::issue::issued;
use tongbao::intake::plan::Plan;
use tongbao::intake::reading::{Asked, Source, read};
use tongbao::load::workbook;
use tongbao::model::dictionary::Level;
use tongbao::view::workbook::Workbook;

use crate::workbooks::filled::{
    came, came_as, column, digits, form, lines, sheet, shipped, write,
};

const PROJECT: &str = "巫峡镇公路服务综合体项目";

/// What the program says of a file of lines.
fn table(text: &str, reason: Option<&str>) -> Plan {
    came_as(&shipped("wushan"), text.as_bytes(), "表.csv", reason)
}

#[track_caller]
fn is_found(text: &str, says: &str) {
    let found = lines(&table(text, Some("核对过")));
    assert!(found.iter().any(|line| line.contains(says)), "{text}: {found:?}");
}

#[test]
fn a_sum_without_a_unit_is_no_sum_in_the_smallest_unit() {
    is_found("指标,范围,本月,本年累计\n走访企业数,县交通局,,12\n", "D2 “12”没有写单位");
}

#[test]
fn a_row_that_ends_like_a_sum_is_not_passed_over_without_a_word() {
    is_found("指标,范围,本月\n走访企业数合计,县交通局,7\n", "看作合计，没有读");
}

#[test]
fn an_amount_that_looks_like_a_phone_number_is_asked_for() {
    let head = "项目名称,月份,本月（元）\n";
    is_found(&format!("{head}{PROJECT},2024-04,13800000000\n"), "是数，还是手机号");
    let planned = table(&format!("{head}{PROJECT},2024-04,13800000000元\n"), None);
    assert_eq!(lines(&planned), Vec::<String>::new());
    assert_eq!(planned.files.len(), 1);
}

#[test]
fn several_months_are_not_the_first_of_them() {
    let row = format!("项目名称,月份,本月（万元）\n{PROJECT},2024年1-4月,100\n");
    is_found(&row, "B2 “2024年1-4月”不是月份");
}

#[test]
fn a_blank_in_a_name_makes_no_other_project() {
    let row = "项目名称,责任单位,投资方,来源地\n巫峡镇公路 服务综合体项目,,,\n\
        巫峡镇公路 服务综合体项目,县交通局,,\n";
    let planned = table(row, None);
    assert!(planned.files.values().all(|file| file.start.is_none()), "{planned:?}");
}

#[test]
fn two_new_projects_of_one_name_are_told_apart_or_found() {
    let head = "项目名称,责任单位,投资方,来源地\n甲新项目,县交通局,某公司,省外\n";
    is_found(&format!("{head}甲新项目,县交通局,另一公司,省外\n"), "前面（表.csv!A2）");
    let planned = table(&format!("{head}甲新项目,县交通局,某公司,省外\n"), None);
    assert_eq!(lines(&planned), Vec::<String>::new());
}

#[test]
fn what_no_change_can_say_is_found_at_its_cell() {
    let row = format!(
        "项目编号,项目名称,责任单位,建设内容\nws-2022-030,{PROJECT},,另一种内容\n"
    );
    is_found(&row, "D2 已发布的项目，变更里不能写“建设内容”");
}

#[test]
fn a_form_that_comes_back_as_it_was_hands_nothing_in() {
    let book = shipped("wushan");
    let period = "2024-04".parse().unwrap();
    for own in issued(&book.redacted_for(Level::Internal), &period, false) {
        let planned = came(&book, &own.workbook, None);
        assert!(planned.files.is_empty(), "{:?}: {:?}", own.unit, planned.files);
    }
}

#[test]
fn a_unit_changes_no_project_of_another() {
    let book = shipped("wushan");
    let period = "2024-04".parse().unwrap();
    let forms = issued(&book.redacted_for(Level::Internal), &period, false);
    let mut own =
        forms.into_iter().find(|own| own.unit.as_deref() == Some("jiaotong")).unwrap();
    let is_other = |word: &str| {
        book.unit_called(word).is_some_and(|unit| unit.id.as_str() != "jiaotong")
    };
    let mut others = book.projects.iter().map(|filed| &filed.record).filter(|project| {
        project.changes.is_empty()
            && project.shares.is_empty()
            && book.unit(&project.unit).is_some_and(|unit| is_other(&unit.name))
    });
    let other = others.next().unwrap();
    let projects = sheet(&mut own.workbook, "项目");
    let row = (0..projects.rows.len()).find(|row| digits(projects, *row, 0).is_empty());
    let row = row.unwrap();
    write(projects, row, 0, other.id.as_str());
    write(projects, row, column(form("项目"), "来源地"), "境外");
    let found = lines(&came(&book, &own.workbook, None));
    assert!(found.iter().any(|line| line.contains("不是这个单位的项目")), "{found:?}");
}

/// A file of lines.
fn lines_of(text: &str) -> Source {
    let grids = workbook::read(text.as_bytes()).unwrap();
    Source { name: "表.csv".to_owned(), digest: "0".repeat(64), grids }
}

/// The form of one unit for April 2024 as it went out.
fn own_form(unit: &str) -> Workbook {
    let book = shipped("wushan").redacted_for(Level::Internal);
    let mut forms = issued(&book, &"2024-04".parse().unwrap(), false).into_iter();
    forms.find(|own| own.unit.as_deref() == Some(unit)).unwrap().workbook
}

#[test]
fn a_sheet_that_did_not_come_back_is_missed() {
    let mut own = own_form("chengguan");
    own.sheets.retain(|sheet| sheet.name != "到位资金");
    let found = lines(&came(&shipped("wushan"), &own, None));
    assert_eq!(
        found[0],
        "passed-over 月报.xlsx 发出去的表里有“到位资金”，交回来的没有，没有读到"
    );
}

#[test]
fn who_reports_is_whose_form_it_is() {
    let mut own = own_form("chengguan");
    for sheet in &mut own.sheets {
        sheet
            .lines
            .iter_mut()
            .for_each(|line| *line = line.replace("县城管局", "县商务委"));
    }
    let found = lines(&came(&shipped("wushan"), &own, None));
    let says = "填报单位写的是县商务委，这份表是发给县城管局的";
    assert!(found.len() == 1 && found[0].ends_with(says), "{found:?}");
}

#[test]
fn a_total_that_is_not_the_sum_of_its_rows_is_told() {
    let rows = |total: &str| {
        format!(
            "项目名称,月份,本月（万元）\n{PROJECT},2024-04,100\n某桥梁项目,2024-04,200\n合计,,{total}\n"
        )
    };
    let says = "C4 合计写的是310，上面各行加起来是300；合计不进账本";
    is_found(&rows("310"), says);
    let found = lines(&table(&rows("300"), None));
    assert!(!found.iter().any(|line| line.contains("合计")), "{found:?}");
}

#[test]
fn without_a_day_every_other_doubt_is_told_too() {
    let source =
        lines_of(&format!("项目名称,月份,本月（万元）\n{PROJECT},2024-04,一百\n"));
    let book = shipped("wushan");
    let (rows, found) = read(&[source], Asked { book: &book, period: None, day: None });
    let said: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    assert!(rows.is_empty());
    assert_eq!(said, ["没有填报日期，不知道是哪天报来的", "“一百”不是一个数"]);
}

#[test]
fn a_table_of_an_office_that_is_hidden_is_not_passed_over() {
    let mut source =
        lines_of(&format!("项目名称,月份,本月（万元）\n{PROJECT},2024-04,100\n"));
    source.grids.sheets[0].is_hidden = true;
    let book = shipped("wushan");
    let (rows, found) = read(&[source], Asked { book: &book, period: None, day: None });
    assert!(rows.is_empty());
    assert_eq!(found[0].message, "这个工作表是隐藏的，不知道要不要");
}
