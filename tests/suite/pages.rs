//! What pages say in words: statements that must be true of the figures they stand beside.

use tongbao::figures::Basis;
use tongbao::figures::audience::Audience;
use tongbao::model::dictionary::Level;
use tongbao::report::glance::glance;
use tongbao::report::narrative::insert_tables;
use tongbao::report::page::{Block, Inline};
use tongbao::report::sheet::Sheet;
use tongbao::report::site::{Site, figures_of, periods, sheets};
use tongbao::report::table::Cell;
use tongbao::report::tables::table_called;

use crate::shipped::book;

/// What is made of the sheet of a shipped book's edition, as an audience gets it.
fn of_sheet<T>(id: &str, period: &str, level: Level, make: impl Fn(&Sheet) -> T) -> T {
    let book = book(id);
    let seen = book.seen(level);
    let periods = periods(book, &[]);
    let until = periods.last().unwrap().end();
    let basis = Basis::seen_by(Audience { level, book: &seen }, book, until);
    let dated = figures_of(&basis, &periods);
    let sheets = sheets(&basis, &dated);
    let found = sheets.iter().find(|one| one.figures.period.to_string() == period);
    make(found.unwrap())
}

/// The rows of a table of an edition, cell by cell.
fn rows_of(id: &str, period: &str, level: Level, name: &str) -> Vec<Vec<String>> {
    of_sheet(id, period, level, |sheet| {
        let blocks = insert_tables(sheet, table_called(name).unwrap(), None);
        let [Block::Table { table }] = blocks.as_slice() else { panic!("{blocks:?}") };
        let words = |cell: &Cell| Inline::words(&cell.inlines);
        table.rows.iter().map(|row| row.cells.iter().map(words).collect()).collect()
    })
}

/// The first screen of an edition: a line for each row, as `词：文字`.
fn first_screen(id: &str, period: &str, level: Level) -> Vec<String> {
    of_sheet(id, period, level, |sheet| {
        let Some(Block::Facts { rows }) = glance(sheet) else { return Vec::new() };
        let line = |fact: &tongbao::report::page::Fact| {
            format!("{}：{}", fact.term, Inline::words(&fact.inlines))
        };
        rows.iter().map(line).collect()
    })
}

/// The row of a first screen whose term has an ending.
#[track_caller]
fn row(rows: &[String], term: &str) -> String {
    let found = rows.iter().find(|row| row.split('：').next().unwrap().ends_with(term));
    found.unwrap_or_else(|| panic!("{term}: {rows:#?}")).clone()
}

#[test]
fn lamps_that_the_public_does_not_get_are_not_said_to_have_stayed() {
    let internal = first_screen("wushan", "2023-09", Level::Internal);
    assert!(row(&internal, "到位资金亮灯变化").contains("橙转红：生态农业商务代表队"));
    let public = first_screen("wushan", "2023-09", Level::Public);
    assert!(!public.concat().contains("亮灯"), "{public:#?}");
}

#[test]
fn whoever_lags_furthest_is_named_whatever_the_size_of_the_group() {
    let rows = first_screen("wushan", "2023-09", Level::Internal);
    let behind = row(&rows, "到位资金靠后");
    assert!(behind.contains("招商分局：山东招商分局（欠49.78个百分点）"), "{behind}");
    // The front of a group may itself be behind: it is no leader.
    assert!(rows.iter().all(|row| !row.contains("领先")), "{rows:#?}");
}

#[test]
fn a_tie_at_the_cut_is_told() {
    let rows = first_screen("ankang", "2023-07", Level::Internal);
    let front = row(&rows, "签约项目开工率靠前");
    let expected = "宁陕县（100.00%）、岚皋县（100.00%）、旬阳市（100.00%）等4个";
    assert!(front.ends_with(expected), "{front}");
}

#[test]
fn a_phase_that_is_over_on_the_day_of_issue_is_not_ahead() {
    // Issued on 2023-09-08; its counting ended on 2023-08-29, its last phase on 2023-09-05.
    let rows = first_screen("dazhou", "bairi3-2023-08-29", Level::Internal);
    assert!(!rows.concat().contains("下一节点"), "{rows:#?}");
    let july = first_screen("dazhou", "bairi3-2023-07-31", Level::Internal);
    assert!(row(&july, "下一节点").contains("集中攻坚阶段2023年8月29日结束"));
}

#[test]
fn a_year_of_a_goal_over_several_has_the_number_that_is_known_of_it_now() {
    let rows = rows_of("guangyuan", "2025-06", Level::Internal, "分年完成情况");
    let own: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    // What was reported late of 2024 belongs to 2024: the months of 2025 come to 560.27.
    assert_eq!(own, ["951.36", "1011.69", "560.27", ""]);
    assert_eq!(rows[2][2], "2523.32");
}

#[test]
fn a_book_of_totals_speaks_of_no_projects() {
    let book = book("luan");
    assert!(book.projects.is_empty());
    let seen = book.seen(Level::Internal);
    let audience = Audience { level: Level::Internal, book: &seen };
    let periods = periods(book, &[]);
    let basis = Basis::seen_by(audience, book, periods.last().unwrap().end());
    let dated = figures_of(&basis, &periods);
    let site = Site::of(&sheets(&basis, &dated)).unwrap();
    assert!(site.pages.iter().all(|page| page.path != "projects.html"));
    let told = serde_json::to_string(&(&site.pages, &site.portal)).unwrap();
    for gone in ["projects.html", "projects-of", "还没有签约项目"] {
        assert!(!told.contains(gone), "{gone}");
    }
}
