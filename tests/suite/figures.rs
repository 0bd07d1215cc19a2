//! What the figures of the shipped books must show: the targets and milestones of their documents,
//! and no others.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::Value;
use tongbao::model::book::Book;

use crate::shipped::{BOOKS, book, figures};

/// 附件1 of 巫山's plan: unit, sector, 签约资金 and 到位资金 in 亿元; blank where the cell is.
const WUSHAN: &[(&str, &str, &str, &str)] = &[
    ("wenlvwei", "tourism", "30", "4"),
    ("lvfa", "tourism", "15", "3"),
    ("kangyang", "tourism", "25", "4"),
    ("team-tourism", "tourism", "5", "1"),
    ("nongyewei", "agriculture", "6", "2"),
    ("zhenxing", "agriculture", "5", "1"),
    ("team-agriculture", "agriculture", "3", "0.5"),
    ("fagaiwei", "industry", "30", "8"),
    ("jingxinwei", "industry", "20", "5"),
    ("gongmao", "industry", "25", "15"),
    ("team-herbs", "industry", "2", "0.5"),
    ("team-food", "industry", "2", "0.5"),
    ("team-labour", "industry", "2", "0.5"),
    ("jiaotong", "commerce", "50", "7"),
    ("shangwuwei", "commerce", "10", "2"),
    ("team-commerce", "commerce", "5", "1"),
    ("guiziju", "city", "15", "3"),
    ("xinqu", "city", "30", "5"),
    ("chengguan", "city", "1", "0.5"),
    ("chengjian", "city", "5", "1.5"),
    ("team-city", "city", "2", "1"),
    ("keji", "fintech", "0.5", "0.1"),
    ("gongmao", "fintech", "", "1"),
    ("team-fintech", "fintech", "0.5", "0.1"),
    ("zhongxin", "", "5", "1"),
    ("guangdong", "", "3", "0.9"),
    ("shandong", "", "3", "0.9"),
];

/// The sums that the same table states for its sectors.
const SECTORS: &[(&str, &str, &str)] = &[
    ("tourism", "75", "12"),
    ("agriculture", "14", "3.5"),
    ("industry", "81", "29.5"),
    ("commerce", "65", "10"),
    ("city", "53", "11"),
    ("fintech", "1", "1.2"),
];

type Figures = BTreeMap<String, Value>;

#[track_caller]
fn target(figures: &Figures, id: &str) -> String {
    figures[id]["target"].as_str().unwrap_or_else(|| panic!("{id}")).to_owned()
}

fn number(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn the_whole_county_is_to_sign_300_and_to_receive_70() {
    let figures = figures(book("wushan"), "2023-06");
    assert_eq!(target(&figures, "contract/all"), "300");
    assert_eq!(target(&figures, "funds/all"), "70");
}

#[test]
fn sectors_and_units_have_the_targets_of_the_table() {
    let figures = figures(book("wushan"), "2023-06");
    for (sector, contract, funds) in SECTORS {
        assert_eq!(target(&figures, &format!("contract/sector:{sector}")), *contract);
        assert_eq!(target(&figures, &format!("funds/sector:{sector}")), *funds);
    }
    for (unit, sector, contract, funds) in WUSHAN {
        let scope = match *unit {
            "gongmao" => format!("unit:{unit}@sector:{sector}"),
            _ => format!("unit:{unit}"),
        };
        assert_eq!(target(&figures, &format!("funds/{scope}")), *funds, "{scope}");
        if !contract.is_empty() {
            assert_eq!(
                target(&figures, &format!("contract/{scope}")),
                *contract,
                "{scope}"
            );
        }
    }
    let listed = figures.keys().filter(|id| id.starts_with("funds/unit:"));
    let listed = listed.filter(|id| !id.contains('@') && !id.ends_with("unit:other"));
    assert_eq!(listed.count(), 26, "the table has 27 rows and 26 units");
}

#[test]
fn the_park_stands_in_two_sectors_and_one_of_its_cells_is_blank() {
    let figures = figures(book("wushan"), "2023-06");
    assert_eq!(target(&figures, "contract/unit:gongmao"), "25");
    assert_eq!(target(&figures, "funds/unit:gongmao"), "16");
    let blank = &figures["contract/unit:gongmao@sector:fintech"];
    assert_eq!(blank["target"], Value::Null);
    assert_eq!(blank["unknown"], "未下达");
    assert!(blank.get("completion").is_none(), "no ratio to a target that was not set");
    assert!(blank.get("value").is_some(), "what was signed is still shown");
}

#[test]
fn the_schedule_is_the_documents_at_quarter_ends() {
    for (period, due) in [("2023-03", "0.1"), ("2023-06", "0.5"), ("2023-09", "0.8")] {
        let figures = figures(book("wushan"), period);
        assert_eq!(figures["funds/all"]["schedule"], due, "{period}");
        assert_eq!(figures["funds/unit:keji"]["schedule"], due, "{period}");
        assert!(
            figures["contract/all"].get("schedule").is_none(),
            "no curve for contracts"
        );
    }
}

#[test]
fn the_rows_add_up_to_the_whole_in_every_month() {
    for month in 1..=9 {
        let figures = figures(book("wushan"), &format!("2023-{month:02}"));
        for indicator in ["funds", "contract"] {
            let value =
                |scope: &str| number(&figures[&format!("{indicator}/{scope}")]["value"]);
            let row = |(unit, sector, ..): &(&str, &str, &str, &str)| match *unit {
                "gongmao" => value(&format!("unit:{unit}@sector:{sector}")),
                _ => value(&format!("unit:{unit}")),
            };
            let rows: Decimal = WUSHAN.iter().map(row).sum();
            assert_eq!(
                rows + value("unit:other"),
                value("all"),
                "{indicator} 2023-{month:02}"
            );
            assert!(value("all") > Decimal::ZERO);
        }
    }
}

#[test]
fn the_projects_add_up_to_the_whole() {
    // Taken from the records anew, by the plan's words: money of started, recognised projects
    // with vouchers; formal, recognised contracts of the year, a contract signed anew counting
    // what it adds.
    let (mut funds, mut contract) = (Decimal::ZERO, Decimal::ZERO);
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let (start, end) = (day("2023-01-01"), day("2023-09-30"));
    let (contracts_by, funds_by) = (day("2023-09-23"), day("2023-10-07"));
    for project in book("wushan").projects.iter().map(|filed| &filed.record) {
        let recognised = |stage: &tongbao::model::record::project::StageEntry| {
            stage.date <= end
                && stage.submitted.is_none_or(|day| day <= contracts_by)
                && stage.recognised.is_some_and(|day| day <= contracts_by)
        };
        if project.started.as_ref().is_some_and(recognised) {
            let counted = project.funds.iter().filter(|entry| {
                entry.month.end() >= start
                    && entry.month.end() <= end
                    && !entry.evidence.is_empty()
                    && entry
                        .corrected
                        .or(entry.submitted)
                        .is_none_or(|day| day <= funds_by)
            });
            funds += counted.map(|entry| entry.amount.0.amount()).sum::<Decimal>();
        }
        let mut before = Decimal::ZERO;
        for one in &project.contracts {
            let formal =
                one.kind == tongbao::model::record::project::ContractKind::Formal;
            let known = one.submitted.is_none_or(|day| day <= contracts_by)
                && one.recognised.is_some_and(|day| day <= contracts_by);
            let stopped =
                project.stopped.as_ref().is_some_and(|stopped| stopped.date <= end);
            if !formal || !known || stopped || one.signed > end {
                continue;
            }
            let renewed =
                one.renewal == Some(tongbao::model::record::project::Renewal::Renewed);
            let amount =
                one.amount.0.amount() - if renewed { before } else { Decimal::ZERO };
            before += amount;
            contract += if one.signed >= start { amount } else { Decimal::ZERO };
        }
    }
    let figures = figures(book("wushan"), "2023-09");
    let yi = Decimal::from(100_000_000);
    assert_eq!(number(&figures["funds/all"]["value"]), funds / yi);
    assert_eq!(number(&figures["contract/all"]["value"]), contract / yi);
}

#[test]
fn guangyuan_is_to_receive_3000_in_three_years_and_has_no_yearly_share_of_it() {
    let figures = figures(book("guangyuan"), "2025-06");
    let goal = figures.values().find(|figure| {
        figure["scope"] == "all" && figure["target"] == "3000" && figure["unit"] == "亿元"
    });
    let goal = goal.expect("the three-year goal");
    assert!(goal.get("schedule").is_none(), "the document splits it by no year");
    assert!(goal.get("lead").is_none());
    assert!(goal.get("completion").is_some());
}

/// The values that a book's plans set for an indicator, in its unit: goals, rows, sums, adjustments.
fn set(book: &Book, id: &str) -> BTreeSet<Decimal> {
    let mut values = BTreeSet::new();
    for plan in book.plans.iter().map(|filed| &filed.record) {
        for indicator in plan.indicators.iter().filter(|one| one.id.as_str() == id) {
            let called = |word: &str| indicator.is_called(word);
            let goals =
                plan.targets.iter().filter(|goal| called(goal.indicator.as_str()));
            let tables = || plan.tables.iter();
            let rows = tables().flat_map(|table| &table.rows).map(|row| &row.targets);
            let sums = tables().flat_map(|table| &table.sums).map(|sum| &sum.targets);
            let cells = rows.chain(sums).flatten().filter(|(word, _)| called(word));
            let adjusted = tables().flat_map(|table| &table.adjustments);
            let adjusted = adjusted.filter(|one| called(one.indicator.as_str()));
            let all = goals.map(|goal| goal.value).chain(cells.map(|(_, value)| *value));
            let all = all.chain(adjusted.map(|one| one.value)).flatten();
            let unit = indicator.unit;
            values.extend(
                all.filter_map(|value| Some(unit.of_base(value.amount())?.normalize())),
            );
        }
    }
    values
}

#[test]
fn no_goal_has_a_place_in_a_document_that_does_not_set_it() {
    let mut seen = 0;
    for book in BOOKS.iter() {
        for edition in &book.editions {
            let period = edition.record.card.period.to_string();
            for (id, figure) in figures(book, &period) {
                let indicator = figure["indicator"].as_str().unwrap();
                for goal in figure["targets"].as_array().into_iter().flatten() {
                    if goal.get("clause").is_none() || goal["value"].is_null() {
                        continue;
                    }
                    let value = number(&goal["value"]).normalize();
                    let is_set = set(book, indicator).contains(&value);
                    assert!(is_set, "{} {period} {id}: {value}", book.id);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
}
