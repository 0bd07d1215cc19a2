//! A year of an office, event by event, with the value that is right.
//!
//! | what happens | where it is tested |
//! |---|---|
//! | records come in any order | `properties::the_order_of_the_records_does_not_matter` |
//! | money comes late, money is corrected | `figures/late`, `figures/correction`, `silent` |
//! | a split is agreed afterwards | `figures/joint-shares`, “an agreed split” of `later` |
//! | a contract is reported late | here |
//! | a contract's amount, a start's day was wrong | `silent`, “a contract's right sum” and others of `later` |
//! | a class becomes known later | `figures/class-signing`, `figures/class-end` |
//! | a contract with land is signed anew | “a further contract” of `later`, `figures/signed-anew` |
//! | another unit answers from a month on | `silent::another_unit_is_a_change_from_a_day_on`, `later` |
//! | a goal changes in October | here, as one line and as another table |
//! | a unit is renamed, merged, split | `units` |
//! | a leader comes or goes | `leaders` |
//! | the next year begins | `successive`, “next year's plan” of `later` |
//! | each month and quarter has a goal of its own | W24 of the ledger: in how many of them it was reached |
//! | the year is settled, with rewards | here, `scores/rules`, `support` |
//! | a superior organ recognises less | `recognised` |
//! | a town brings a project | `figures/blank-target`: 其他单位, in the whole and unranked |
//! | a filing comes after the window, or after the release | here, on 达州's book |
//! | weekly reports, monthly slips do not come | `figures/campaign`, `reports::wushan_lists_who_sent_nothing_and_proposes_what_that_costs` |
//! | nobody reports a month | `holes`, `reports` |
//! | a unit is barred from the assessment | D34 of the ledger, `scores/groups` |

use std::fs;

use tongbao::model::book::Book;

use crate::shipped::books;
use crate::stage::{Stage, files, repository, suite};
use crate::worked::said;

const PLAN: &str = "demo/plans/plan-2023.yaml";

/// The county of the worked examples, with a project.
fn county(project: &str) -> Stage {
    let stage = Stage::empty().book("demo", &suite("figures/county"));
    stage.write("demo/projects/2023/xm-1.yaml", project.as_bytes());
    stage
}

/// Replaces some text of the plan.
fn replace(stage: &Stage, old: &str, new: &str) {
    let plan = fs::read_to_string(stage.data().join(PLAN)).unwrap();
    assert!(plan.contains(old), "{old}");
    stage.write(PLAN, plan.replacen(old, new, 1).as_bytes());
}

/// That each line comes out as it was worked out.
#[track_caller]
fn holds(book: &Book, lines: &[&str]) {
    for line in lines {
        assert_eq!(said(book, line), *line);
    }
}

#[test]
fn a_contract_that_is_reported_late_is_late_and_nothing_else() {
    let stage = county(
        "编号: xm-1\n名称: 某分选线项目\n投资方: {名称: 某公司, 注册地: 湖北省宜昌市}\n来源地: 省外\n责任单位: 大昌镇\n\
         合同:\n  - {类型: 正式合同, 签订: 2023-10-09, 金额: 6000万元, 报送: 2023-10-24, 认定: 2023-10-26, 凭证: [合同文本]}\n",
    );
    let late = "2023-10 left-out contract xm-1 不计原因 2023年10月24日报送，晚于截止日2023年10月23日，从2023年11月一期起计入";
    let lines = [
        late,
        "2023-10 contract/all value 0",
        "2023-11 contract/all value 0.6",
        "2023-11 contract/unit:other value 0.6",
    ];
    holds(&books(&stage.data())[0], &lines);
}

/// A started project of a unit with some money.
fn paid(unit: &str, money: &[(&str, &str, &str)]) -> String {
    let entry = |(month, amount, known): &(&str, &str, &str)| {
        format!(
            "  - {{月份: {month}, 金额: {amount}, 报送: {known}, 凭证: [银行回单]}}\n"
        )
    };
    let money: String = money.iter().map(entry).collect();
    format!(
        "编号: xm-1\n名称: 某公路服务项目\n投资方: {{名称: 某公司, 注册地: 江苏省苏州市}}\n来源地: 省外\n责任单位: {unit}\n\
         合同:\n  - {{类型: 正式合同, 签订: 2023-01-05, 金额: 3亿元, 报送: 2023-01-09, 认定: 2023-01-10, 凭证: [合同文本]}}\n\
         开工: {{日期: 2023-02-07, 报送: 2023-02-10, 认定: 2023-02-13, 凭证: [施工协议]}}\n到位资金:\n{money}"
    )
}

#[test]
fn the_settlement_of_the_year_counts_what_came_late_and_leaves_december_alone() {
    let stage = county(&paid(
        "县交通局",
        &[
            ("2023-06", "990万元", "2023-07-07"),
            ("2023-12", "2亿元", "2024-01-05"),
            ("2023-12", "800万元", "2024-03-02"),
        ],
    ));
    replace(&stage, "序时:\n", "跨年: 年度结算计入\n序时:\n");
    let december =
        ["2023-12 funds/all value 2.099", "2023-12 funds/unit:jiaotong value 2.099"];
    holds(&books(&stage.data())[0], &december);
    let edition = "---\n期: 2023\n期号: 13\n印发: 2024-03-20\n标题: 关于2023年度考核情况的通报\n截止:\n  - {事项: 资金, 日期: 2024-03-10}\n---\n\n全年到位资金{{ 到位资金 }}。\n";
    stage.write("demo/editions/2023.md", edition.as_bytes());
    let book = &books(&stage.data())[0];
    holds(book, &december);
    holds(book, &["2023 funds/all value 2.179", "2023 funds/unit:jiaotong value 2.179"]);
    // What December says of the late money is what March does with it.
    let told = said(book, "2023-12 left-out funds xm-1 不计原因 ?");
    assert!(told.contains("2024年3月2日报送") && told.contains("年度结算"), "{told}");
}

#[test]
fn a_goal_that_changes_in_october_judges_no_quarter_that_has_passed() {
    // 9 % of 1亿元 by March, where 10 % were due; of 0.7亿元 they would have been enough.
    let money =
        [("2023-03", "900万元", "2023-04-06"), ("2023-06", "4300万元", "2023-07-06")];
    let project = paid("县科技局", &money);
    let before = [
        "2023-09 funds/unit:keji target 1",
        "2023-09 funds/unit:keji verdicts.2023-Q1.met false",
        "2023-09 funds/unit:keji verdicts.2023-Q2.met true",
        "2023-09 funds/unit:keji verdicts.2023-Q3.met false",
    ];
    let after = [
        "2023-10 funds/unit:keji target 0.7",
        "2023-10 funds/unit:keji completion 0.7428571429",
        "2023-10 funds/unit:keji verdicts.2023-Q1.met false",
        "2023-10 funds/unit:keji verdicts.2023-Q1.actual 0.09",
        "2023-10 funds/unit:keji verdicts.2023-Q2.met true",
        "2023-10 funds/unit:keji verdicts.2023-Q3.met false",
        "2023-10 funds/all target 10",
    ];
    let line = "    依据: 附件1\n    调整:\n      \
        - {行: 县科技局, 指标: 到位资金, 目标: 0.7亿元, 自: 2023-10-01, 依据: 附件1}\n      \
        - {行: 县商务委, 指标: 到位资金, 目标: 2.3亿元, 自: 2023-10-01, 依据: 附件1}\n";
    let adjusted = county(&project);
    replace(&adjusted, "    依据: 附件1\n", line);
    // The same as another table from October on.
    let anew = county(&project);
    let plan = fs::read_to_string(anew.data().join(PLAN)).unwrap();
    let table = plan.split("目标表:\n").nth(1).unwrap().split("排位:\n").next().unwrap();
    let next = table
        .replace("编号: units", "编号: units-10")
        .replace("    依据: 附件1\n", "    依据: 附件1\n    起用: 2023-10-01\n")
        .replace(
            "正式合同额: 10亿元, 到位资金: 1亿元",
            "正式合同额: 10亿元, 到位资金: 0.7亿元",
        )
        .replace(
            "正式合同额: 20亿元, 到位资金: 2亿元",
            "正式合同额: 20亿元, 到位资金: 2.3亿元",
        );
    let first =
        table.replace("    依据: 附件1\n", "    依据: 附件1\n    止用: 2023-09-30\n");
    replace(&anew, table, &format!("{first}{next}"));
    for stage in [adjusted, anew] {
        let book = &books(&stage.data())[0];
        holds(book, &before);
        holds(book, &after);
    }
}

/// 达州's book with a project as it was found.
fn dazhou_with(id: &str) -> Stage {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data/dazhou")) {
        stage.write(&format!("dazhou/{path}"), &bytes);
    }
    let text = fs::read(suite(&format!("life/findings/{id}.yaml"))).unwrap();
    stage.write(&format!("dazhou/projects/2023/{id}.yaml"), &text);
    stage
}

#[test]
fn what_is_filed_after_the_window_is_no_amount_within_it() {
    let stage = dazhou_with("dz-2023-044");
    let book = &books(&stage.data())[0];
    let lines = [
        // Licensed on 14 August, filed on the 30th; the window ended on the 29th.
        "bairi3-2023-08-29 landed-filing/unit:kaijiang value 0.4",
        "bairi3-2023-08-29 landed-filing/all value 168.38",
        "bairi3-2023-07-31 landed-filing/all value 121.09",
        "bairi3-2023-06-30 landed-filing/all value 46.3",
    ];
    holds(book, &lines);
}

#[test]
fn a_filing_after_two_releases_moves_nothing_that_was_released() {
    let stage = dazhou_with("dz-2023-031");
    let ran = stage.run(&["check"]);
    assert!(!ran.stdout.contains("released-figure-moved"), "{}", ran.stdout);
    let book = &books(&stage.data())[0];
    holds(book, &["bairi3-2023-07-31 landed-filing/unit:tongchuan value 15.8"]);
}
