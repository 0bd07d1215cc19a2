//! Records that a duty brings: reported, reported as none, and not reported are three states.

use std::collections::BTreeMap;

use serde_json::Value;

use super::holes::records;
use crate::shipped::{books, figures};
use crate::stage::Stage;
use crate::worked::said;

/// Adds a report that there is no money.
fn nothing_came(stage: &Stage, month: u32, units: &str, more: &str) {
    let report = format!(
        "编号: bs-{month}\n类别: 报送\n日期: 2023-0{}-05\n事项: 当月没有到位资金\n单位: [{units}]\n报送任务: funds\n期: 2023-0{month}\n{more}",
        month + 1
    );
    stage.write(&format!("demo/activities/2023/bs-{month}.yaml"), report.as_bytes());
}

fn holds(stage: &Stage, lines: &[&str]) {
    let book = &books(&stage.data())[0];
    for line in lines {
        assert_eq!(said(book, line), *line);
    }
}

/// The values of a month, by figure.
fn values(stage: &Stage, month: u32) -> BTreeMap<String, Value> {
    let book = &books(&stage.data())[0];
    let figures = figures(book, &format!("2023-0{month}"));
    figures.into_iter().map(|(id, figure)| (id, figure["value"].clone())).collect()
}

#[test]
fn no_scope_has_a_value_in_a_month_that_nobody_reported() {
    let stage = records("");
    let april = values(&stage, 4);
    for scope in
        ["all", "unit:keji", "group:departments", "sector:logistics", "leader:leader-1"]
    {
        assert_eq!(april[&format!("funds/{scope}")], Value::Null, "{scope}");
    }
    holds(
        &stage,
        &[
            "2023-01 funds/all unknown 未上报",
            "2023-04 funds/all unknown 截至3月底49.00亿元，此后未上报",
            "2023-04 funds/leader:leader-1 unknown 截至3月底49.00亿元，此后未上报",
            "2023-04 funds/unit:shangwu unknown 截至3月底17.30亿元，此后未上报",
            "2023-04 funds/unit:keji unknown 截至3月底0.00亿元，此后未上报",
            "2023-04 funds/all lead -",
            "2023-04 funds/all projection -",
        ],
    );
}

#[test]
fn records_of_a_silent_unit_stand_unless_the_plan_says_what_a_sum_prints_without_it() {
    holds(
        &records(""),
        &[
            "2023-05 funds/unit:shangwu value 17.3",
            "2023-05 funds/all value 71.2",
            "2023-05 funds/all without -",
        ],
    );
    holds(
        &records("    缺报: 合计已报\n"),
        &[
            "2023-05 funds/unit:shangwu unknown 截至3月底17.30亿元，此后未上报",
            "2023-05 funds/unit:keji unknown 未上报",
            "2023-05 funds/all value 53.9",
            "2023-05 funds/sector:logistics value 53.9",
        ],
    );
    holds(
        &records("    缺报: 不列合计\n"),
        &[
            "2023-05 funds/all unknown 有单位未上报，不列数",
            "2023-05 funds/unit:shangwu unknown 截至3月底17.30亿元，此后未上报",
        ],
    );
}

#[test]
fn who_reports_that_there_is_none_has_reported() {
    let stage = records("    缺报: 合计已报\n");
    nothing_came(&stage, 4, "县交通局, 县商务委", "");
    nothing_came(&stage, 5, "县商务委", "");
    holds(
        &stage,
        &[
            "2023-04 funds/all value 49",
            "2023-04 funds/unit:jiaotong value 31.7",
            "2023-04 funds/unit:keji unknown 未上报",
            "2023-05 funds/unit:shangwu value 17.3",
            "2023-05 funds/all value 71.2",
        ],
    );
}

#[test]
fn a_report_of_none_counts_from_when_it_came_until_it_was_withdrawn() {
    let withdrawn = "更正: [{报送: 2023-05-20, 作废: 是, 原因: 误报}]\n";
    let late = records("");
    nothing_came(&late, 4, "县交通局", "报送: 2023-05-12\n");
    holds(&late, &["2023-04 funds/all value -"]);
    let stage = records("");
    nothing_came(&stage, 4, "县交通局", withdrawn);
    holds(&stage, &["2023-04 funds/all value 49"]);
    let stage = records("");
    nothing_came(&stage, 4, "县交通局", &withdrawn.replace("05-20", "05-08"));
    holds(&stage, &["2023-04 funds/all value -"]);
}

#[test]
fn what_came_late_is_listed_also_where_nobody_reported_the_month_itself() {
    let stage = records("");
    let path = "demo/projects/2022/xm-0.yaml";
    let project = std::fs::read_to_string(stage.data().join(path)).unwrap();
    let late = "到位资金:\n  - {月份: 2023-03, 金额: 3亿元, 报送: 2023-05-08, 凭证: [银行回单]}\n";
    stage.write(path, project.replace("到位资金:\n", late).as_bytes());
    let edition = stage.data().join("demo/editions/2023-04.md");
    let edition = std::fs::read_to_string(edition).unwrap();
    let edition = format!("{edition}\n{{{{ 表 \"迟报和更正\" }}}}\n");
    stage.write("demo/editions/2023-04.md", edition.as_bytes());
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = stage.out().join("demo/2023-04/index.html");
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("2023年5月8日补报，本期没有上报，不作本期数"), "{page}");
    assert!(!page.contains("本期没有迟报和更正"), "{page}");
}

#[test]
fn money_that_came_too_late_leaves_its_month_unreported() {
    let stage = records("");
    let path = "demo/projects/2022/xm-0.yaml";
    let project = std::fs::read_to_string(stage.data().join(path)).unwrap();
    let late = "到位资金:\n  - {月份: 2023-04, 金额: 3亿元, 报送: 2023-05-20, 凭证: [银行回单]}\n";
    stage.write(path, project.replace("到位资金:\n", late).as_bytes());
    holds(
        &stage,
        &[
            "2023-04 funds/all unknown 截至3月底49.00亿元，此后未上报",
            "2023-05 funds/all value 74.2",
        ],
    );
}
