//! A book goes on into the next year: the next plan keeps the ids, and changes the rules and goals.

use std::fs;

use serde_json::Value;

use crate::stage::{Stage, suite};

fn two_years() -> Stage {
    Stage::minimal().book("demo", &suite("successive"))
}

fn read(stage: &Stage, path: &str) -> String {
    fs::read_to_string(stage.out().join("demo").join(path)).unwrap()
}

/// A field of a figure of a period, as the JSON holds it.
fn figure(stage: &Stage, period: &str, id: &str, field: &str) -> Value {
    let file: Value =
        serde_json::from_str(&read(stage, &format!("{period}/figures.json"))).unwrap();
    let figures = file["figures"].as_array().unwrap();
    let found = figures.iter().find(|figure| figure["id"] == id).unwrap();
    found[field].clone()
}

#[test]
fn each_period_is_computed_by_the_plan_that_covers_it() {
    let stage = two_years();
    stage.run(&["build", "--without", "pdf"]).fine();
    // 2023, without a rule about vouchers: 2 亿元 in March and 1200 万元 in May of 10 亿元.
    assert_eq!(figure(&stage, "2023-06", "funds/all", "value"), "2.12");
    assert_eq!(figure(&stage, "2023-06", "funds/all", "target"), "10");
    assert_eq!(figure(&stage, "2023-06", "funds/all", "lead"), Value::Null);
    // 2024: 3 亿元 of 12 亿元, 20 % due; 5000 万元 without a voucher are left out.
    assert_eq!(figure(&stage, "2024-03", "funds/all", "value"), "3");
    assert_eq!(figure(&stage, "2024-03", "funds/all", "completion_text"), "25.00%");
    assert_eq!(figure(&stage, "2024-03", "funds/all", "lead"), "5.00");
    // 2 亿元 by March 2023, 3 亿元 by March 2024.
    assert_eq!(figure(&stage, "2024-03", "funds-growth/all", "value"), "50");
}

#[test]
fn a_later_plan_changes_nothing_that_was_published_by_the_earlier_one() {
    let before = Stage::minimal();
    before.run(&["build", "--without", "pdf"]).fine();
    let stage = two_years();
    fs::remove_file(stage.data().join("demo/projects/2023/xm-2.yaml")).unwrap();
    stage.run(&["build", "--without", "pdf"]).fine();
    let told = |stage: &Stage| read(stage, "2023-06/figures.json");
    assert_eq!(told(&before), told(&stage));
}

#[test]
fn every_version_of_a_definition_is_kept_and_each_edition_leads_to_its_own() {
    let stage = two_years();
    stage.run(&["build", "--without", "pdf"]).fine();
    let definitions = read(&stage, "definitions.html");
    for (period, anchor) in
        [("2023-06", "i-plan-2023-funds"), ("2024-03", "i-plan-2024-funds")]
    {
        assert_eq!(definitions.matches(&format!("id=\"{anchor}\"")).count(), 1);
        let edition = read(&stage, &format!("{period}/index.html"));
        assert!(edition.contains(&format!("definitions.html#{anchor}")));
    }
    let (old, new) =
        (read(&stage, "2023-06/index.html"), read(&stage, "2024-03/index.html"));
    assert!(new.contains("2024年任务分解表完成情况"));
    assert!(read(&stage, "2024-03/index.task-ledger.html").contains("外出招商"));
    assert!(!new.contains("plan-2023") && !old.contains("2024年任务分解表"));
    assert!(read(&stage, "history.html").contains("《某县2023年招商引资实施方案》到期"));
}

#[test]
fn plans_that_are_in_force_at_once_share_no_id_and_a_unit_stays() {
    let stage = two_years();
    let path = "demo/plans/plan-2024.yaml";
    let plan = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, plan.replacen("2024-01-01", "2023-12-01", 1).as_bytes());
    let ran = stage.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("编号“funds”已有另一条指标在用"), "{}", ran.stdout);
    stage.write(path, plan.replacen("亿元", "万元", 1).as_bytes());
    let ran = stage.run(&["check"]);
    assert!(
        ran.stdout.contains("在前一个方案里以亿元计，这里以万元计"),
        "{}",
        ran.stdout
    );
}

#[test]
fn plans_that_begin_in_the_same_year_are_told_apart_by_their_names() {
    let card = fs::read_to_string(suite("minimal/book.yaml")).unwrap();
    let visits = |id: &str, name: &str| {
        format!(
            "编号: {id}\n名称: {name}\n期间: 2023-01-01 至 2023-12-31\n条款:\n  - {{条: 二, 要点: 走访}}\n指标:\n  \
             - {{编号: {id}, 名称: {id}走访数, 取数: 活动次数, 来源: 项目, 单位: 次, 时段: 本年累计, 口径: 走访次数, \
             依据: 二, 范围: {{活动: [走访]}}}}\n目标:\n  - {{编号: year, 指标: {id}走访数, 范围: 全县, 值: 10次, 依据: 二}}\n"
        )
    };
    let titles = |plans: &[(&str, &str)]| {
        let ids: Vec<&str> = plans.iter().map(|(id, _)| *id).collect();
        let list = format!("[plan-2023, {}]", ids.join(", "));
        let mut stage =
            Stage::minimal().with("book.yaml", card.replace("[plan-2023]", &list));
        for (id, name) in plans {
            stage = stage.with(&format!("plans/{id}.yaml"), visits(id, name));
        }
        stage.run(&["build", "--without", "pdf"]).fine();
        let page = read(&stage, "definitions.html");
        let titles = page.split("单列的目标（").skip(1);
        let mut titles: Vec<String> = titles
            .map(|title| title.split(['<', '"']).next().unwrap().to_owned())
            .collect();
        // A table that can be scrolled has its title as a label too.
        titles.dedup();
        titles
    };
    assert_eq!(
        titles(&[("visits", "某县2023年走访方案")]),
        ["《某县2023年招商引资实施方案》）", "《某县2023年走访方案》）"]
    );
    assert_eq!(
        titles(&[("first", "走访方案"), ("second", "走访方案")])[1..],
        ["《走访方案》，first）", "《走访方案》，second）"]
    );
}
