//! One vintage of numbers on one page: an edition tells what was there when it was issued, and of what
//! came later at most that it did, with its day.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tongbao::figures::basis::Basis;
use tongbao::figures::facts::fact::Judgement;
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, TABLES};
use tongbao::sheet::Sheet;
use tongbao::view::inline::Inline;
use tongbao::view::table::{Cell, Table};

use super::county::{County, county};
use super::later::later;
use crate::shipped::books;
use crate::stage::{Stage, suite};
use crate::worked::said;

/// The tables that list facts with what became of them.
const LISTS: [&str; 2] = ["未计入情况", "迟报和更正"];

/// Every table that an edition could have.
fn tables(county: &County, period: &str) -> Vec<(&'static str, Table)> {
    let (book, period) = (county.book(), Period::parse(period).unwrap());
    let basis = Basis::of(&book, Period::parse("2023").unwrap().end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let mut tables = Vec::new();
    for kind in TABLES {
        let made: Vec<Table> = match kind.make {
            Make::Sheet(make) => Vec::from_iter(make(&sheet)),
            Make::Several(make) => make(&sheet),
            Make::Indicator(make) => {
                sheet.views().filter_map(|view| make(&view)).collect()
            }
            Make::Assessment(make) => {
                sheet.assessment_views().filter_map(|view| make(&view)).collect()
            }
            Make::Form(make) => {
                sheet.forms().filter_map(|form| make(&sheet, form)).collect()
            }
        };
        tables.extend(made.into_iter().map(|table| (kind.name, table)));
    }
    tables
}

fn text(cell: &Cell) -> String {
    cell.inlines.iter().map(Inline::plain).collect()
}

/// The facts that stand in the two lists, without what became of them, which may be told otherwise
/// once more is known.
fn listed(tables: &[(&str, Table)]) -> Vec<Vec<String>> {
    let lists = tables.iter().filter(|(name, _)| LISTS.contains(name));
    let rows = lists.flat_map(|(_, table)| &table.rows);
    let facts = |row: &tongbao::view::table::Row| {
        let mut cells: Vec<String> = row.cells.iter().map(text).collect();
        cells.pop();
        cells
    };
    let mut listed: Vec<Vec<String>> = rows.map(facts).collect();
    listed.sort();
    listed
}

/// All other tables, row by row.
fn others(tables: &[(&'static str, Table)]) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let others = tables.iter().filter(|(name, _)| !LISTS.contains(name));
    let rows = |table: &Table| {
        table.rows.iter().map(|row| row.cells.iter().map(text).collect()).collect()
    };
    others.map(|(name, table)| (*name, rows(table))).collect()
}

#[test]
fn what_came_after_an_edition_was_issued_stands_in_none_of_its_tables() {
    let mut runner = TestRunner::new(ProptestConfig {
        cases: crate::cases(60),
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let facts = proptest::collection::vec(later(), 1..4);
    runner
        .run(&(county(), facts), |(before, facts)| {
            let mut after = before.clone();
            facts.iter().for_each(|fact| fact.put_into(&mut after));
            let names: Vec<&str> = facts.iter().map(|fact| fact.name()).collect();
            let (old, new) = (tables(&before, "2023-06"), tables(&after, "2023-06"));
            for (old, new) in others(&old).into_iter().zip(others(&new)) {
                prop_assert_eq!(old, new, "{:?}", &names);
            }
            prop_assert_eq!(listed(&old), listed(&new), "{:?}", &names);
            Ok(())
        })
        .unwrap();
}

/// A project of 县交通局 that started in June; the start, its recognition, the contract's and some money
/// came on the days that are given.
fn project(start: &str, recognised: &str, contract: &str, money: &str) -> Stage {
    let stage = Stage::empty().book("demo", &suite("figures/county"));
    let text = format!(
        "编号: xm-1\n名称: 某公路服务项目\n投资方: {{名称: 某公司, 注册地: 江苏省苏州市}}\n来源地: 省外\n责任单位: 县交通局\n\
         合同:\n  - {{类型: 正式合同, 签订: 2023-06-05, 金额: 3亿元, 报送: 2023-06-09, 认定: {contract}, 凭证: [合同文本]}}\n\
         开工: {{日期: 2023-06-07, 报送: {start}, 认定: {recognised}, 凭证: [施工协议]}}\n\
         到位资金:\n  - {{月份: 2023-06, 金额: 990万元, 报送: {money}, 凭证: [银行回单]}}\n"
    );
    stage.write("demo/projects/2023/xm-1.yaml", text.as_bytes());
    stage.write(
        "demo/editions/2023-06.md",
        "---\n期: 2023-06\n印发: 2023-07-12\n标题: 通报\n---\n\n通报。\n".as_bytes(),
    );
    stage
}

#[test]
fn a_start_that_was_reported_late_is_late_and_its_day_is_told() {
    let line = |start: &str, recognised: &str, reason: &str| {
        let stage = project(start, recognised, "2023-06-12", "2023-07-05");
        let book = &books(&stage.data())[0];
        let expected = format!("2023-06 left-out funds xm-1 不计原因 {reason}");
        assert_eq!(said(book, &expected), expected);
    };
    // In time it counts, so that nothing is left out.
    line("2023-06-20", "2023-06-21", "");
    line(
        "2023-06-26",
        "2023-06-27",
        "开工2023年6月26日报送，晚于截止日2023年6月23日（依据三），从2023年7月一期起计入",
    );
    // Reported in time and recognised too late: nobody was late with a report.
    line(
        "2023-06-20",
        "2023-06-27",
        "开工未认定（依据三）；2023年6月27日认定，晚于截止日2023年6月23日，从2023年7月一期起计入",
    );
    // The edition of June could not know that, and says so.
    line(
        "2023-09-26",
        "2023-09-27",
        "开工2023年9月26日（印发以后）报送，晚于截止日2023年6月23日（依据三），从2023年10月一期起计入",
    );
}

#[test]
fn a_contract_that_was_recognised_late_says_so() {
    let stage = project("2023-06-20", "2023-06-21", "2023-06-26", "2023-07-05");
    let book = &books(&stage.data())[0];
    for line in [
        "2023-06 left-out contract xm-1 不计原因 合同未认定（依据三）；2023年6月26日认定，晚于截止日2023年6月23日，从2023年7月一期起计入",
        "2023-07 contract/all value 3",
    ] {
        assert_eq!(said(book, line), line);
    }
}

#[test]
fn what_came_after_the_issue_is_not_told_and_counts_where_it_is_said_to() {
    let stage = project("2023-06-20", "2023-06-21", "2023-06-12", "2023-07-10");
    let line = "2023-06 left-out funds xm-1 不计原因 2023年7月10日报送，晚于截止日2023年7月7日，从2023年7月一期起计入";
    assert_eq!(said(&books(&stage.data())[0], line), line);
    // Two days after the bulletin was issued: it knows nothing of that.
    let stage = project("2023-06-20", "2023-06-21", "2023-06-12", "2023-07-14");
    let line = "2023-06 left-out funds xm-1 不计原因 ";
    assert_eq!(said(&books(&stage.data())[0], line), line);
    // July has no edition with a day of issue, so everything is told of it.
    let stage = project("2023-06-20", "2023-06-21", "2023-06-12", "2023-09-10");
    for line in [
        "2023-07 left-out funds xm-1 不计原因 2023年9月10日报送，晚于截止日2023年8月7日，从2023年9月一期起计入",
        "2023-08 funds/all value 0",
        "2023-09 funds/all value 0.099",
    ] {
        assert_eq!(said(&books(&stage.data())[0], line), line);
    }
}

#[test]
fn what_an_issued_edition_says_of_late_money_stays_when_the_next_year_has_its_editions() {
    let stage = project("2023-06-20", "2023-06-21", "2023-06-12", "2023-07-05");
    let path = stage.data().join("demo/plans/plan-2023.yaml");
    let plan = std::fs::read_to_string(path).unwrap();
    let told = |rule: &str| {
        let plan = plan.replacen("序时:\n", &format!("跨年: {rule}\n序时:\n"), 1);
        stage.write("demo/plans/plan-2023.yaml", plan.as_bytes());
        let next = plan.replace("2023", "2024");
        let late = "到位资金:\n  - {月份: 2023-12, 金额: 80万元, 报送: 2024-01-09, 凭证: [银行回单]}\n";
        let project = "demo/projects/2023/xm-1.yaml";
        let text = std::fs::read_to_string(stage.data().join(project)).unwrap();
        stage.write(project, text.replacen("到位资金:\n", late, 1).as_bytes());
        let edition = |period: &str, issued: &str, cutoffs: &str| {
            let card = format!(
                "---\n期: {period}\n印发: {issued}\n标题: 通报\n{cutoffs}---\n\n通报。\n"
            );
            stage.write(&format!("demo/editions/{period}.md"), card.as_bytes());
        };
        let reason =
            || said(&books(&stage.data())[0], "2023-12 left-out funds xm-1 不计原因 ?");
        edition("2023-12", "2024-01-10", "");
        let before = reason();
        edition("2023", "2024-03-20", "截止:\n  - {事项: 资金, 日期: 2024-03-10}\n");
        edition("2024-01", "2024-02-10", "");
        stage.write("demo/plans/plan-2024.yaml", next.as_bytes());
        let card = std::fs::read_to_string(stage.data().join("demo/book.yaml")).unwrap();
        let both = card.replace("[plan-2023]", "[plan-2023, plan-2024]");
        stage.write("demo/book.yaml", both.as_bytes());
        assert_eq!(reason(), before, "the editions of the next year were not there then");
        stage.write("demo/book.yaml", card.as_bytes());
        stage.write(project, text.as_bytes());
        for path in ["editions/2023.md", "editions/2024-01.md", "plans/plan-2024.yaml"] {
            std::fs::remove_file(stage.data().join("demo").join(path)).unwrap();
        }
        before
    };
    assert!(told("年度结算计入").ends_with("，在年度结算时计入"));
    assert!(told("计入次年").ends_with("，计入次年各期"));
}

#[test]
fn what_came_after_the_year_was_settled_is_listed_in_the_year_in_which_it_came() {
    let stage = project("2023-06-20", "2023-06-21", "2023-06-12", "2023-07-05");
    let project = "demo/projects/2023/xm-1.yaml";
    let text = std::fs::read_to_string(stage.data().join(project)).unwrap();
    let late = "到位资金:\n  - {月份: 2023-12, 金额: 80万元, 报送: 2024-05-06, 凭证: [银行回单]}\n";
    stage.write(project, text.replacen("到位资金:\n", late, 1).as_bytes());
    let path = stage.data().join("demo/plans/plan-2023.yaml");
    let plan = std::fs::read_to_string(path).unwrap();
    let plan = plan.replacen("序时:\n", "跨年: 年度结算计入\n序时:\n", 1);
    stage.write("demo/plans/plan-2023.yaml", plan.as_bytes());
    stage.write("demo/plans/plan-2024.yaml", plan.replace("2023", "2024").as_bytes());
    let card = std::fs::read_to_string(stage.data().join("demo/book.yaml")).unwrap();
    let both = card.replace("[plan-2023]", "[plan-2023, plan-2024]");
    stage.write("demo/book.yaml", both.as_bytes());
    let settled = "---\n期: 2023\n印发: 2024-03-20\n标题: 通报\n截止:\n  - {事项: 资金, 日期: 2024-03-10}\n---\n\n通报。\n";
    stage.write("demo/editions/2023.md", settled.as_bytes());
    let listed = |period: &str| {
        said(
            &books(&stage.data())[0],
            &format!("{period} left-out funds xm-1 不计原因 ?"),
        )
    };
    let list = |period: &str| {
        let book = &books(&stage.data())[0];
        let period = Period::parse(period).unwrap();
        let basis = Basis::of(book, Period::parse("2024").unwrap().end());
        let figures = basis.figures(&period);
        let kind = TABLES.iter().find(|kind| kind.name == LISTS[0]).unwrap();
        let Make::Sheet(make) = kind.make else { unreachable!() };
        make(&Sheet::alone(&basis, &figures)).map(|table| format!("{table:?}"))
    };
    assert!(!listed("2024-05").contains("报送"), "it is not of the year 2024");
    let told = "2024年5月6日报送，晚于截止日2024年3月10日，2023年的数已经结清，不再计入";
    assert_eq!(list("2024-03"), None, "nobody knew of it");
    for period in ["2024-05", "2024-06"] {
        assert!(list(period).is_some_and(|table| table.contains(told)), "{period}");
    }
}

/// Why the money is not in November, as a site tells it that has editions of the next year.
fn reason(book: &Book) -> String {
    let basis = Basis::of(book, Period::parse("2024").unwrap().end());
    let figures = basis.figures(&Period::parse("2023-11").unwrap());
    let sheet = Sheet::alone(&basis, &figures);
    let view = sheet.view_of("funds").unwrap();
    let reasons = view.judged().filter_map(|(fact, judgement)| match judgement {
        Judgement::LeftOut(reason) => Some(view.reason(fact, reason)),
        _ => None,
    });
    reasons.collect::<Vec<_>>().join("、")
}

#[test]
fn what_counts_nowhere_is_said_to_count_nowhere_and_why() {
    let late = |known: &str, rule: &str, settled: &str| {
        let stage = project("2023-06-20", "2023-06-21", "2023-06-12", known);
        let path = stage.data().join("demo/plans/plan-2023.yaml");
        let plan = std::fs::read_to_string(path).unwrap();
        let plan = plan.replacen("序时:\n", &format!("{rule}序时:\n"), 1);
        stage.write("demo/plans/plan-2023.yaml", plan.as_bytes());
        if !settled.is_empty() {
            let edition = format!(
                "---\n期: 2023\n印发: 2024-03-20\n标题: 通报\n截止:\n  - {{事项: 资金, 日期: {settled}}}\n---\n\n通报。\n"
            );
            stage.write("demo/editions/2023.md", edition.as_bytes());
        }
        reason(&books(&stage.data())[0])
    };
    let told = |told: &str, tail: &str| assert!(told.ends_with(tail), "{told}");
    told(
        &late("2024-02-10", "", ""),
        "晚于截止日2023年12月7日，也晚于最后的截止日2024年1月7日，不再计入",
    );
    let settlement = "跨年: 年度结算计入\n";
    told(&late("2024-02-10", settlement, ""), "，在年度结算时计入");
    told(&late("2024-02-10", settlement, "2024-03-10"), "，在2023年年度结算时计入");
    told(
        &late("2024-03-12", settlement, "2024-03-10"),
        "也晚于最后的截止日2024年3月10日，不再计入",
    );
    told(&late("2024-02-10", "跨年: 计入次年\n", ""), "，计入次年各期");
}
