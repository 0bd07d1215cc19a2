//! Edits that are named by the file in which they were made, each by hand.

use super::super::county::County;
use super::{help, one, released};

/// A county with a project that went to another unit in April, when that was reported.
fn changed() -> County {
    let mut county = one();
    county.projects[0].add(
        "变更",
        "{自: 2023-04-01, 报送: 2023-04-05, 责任单位: 县商务委, 原因: 调整}".to_owned(),
    );
    released(county)
}

#[test]
fn what_the_plan_gives_for_each_lapse_blames_no_mark() {
    let mut county = one();
    county.files.insert(
        "marks/2023-05.yaml".to_owned(),
        "缺项:\n  - {考核: units, 项目: daily, 单位: 县商务委, 日期: 2023-05-18, 事项: 未参加培训, 报送: 2023-05-20}\n  - {考核: units, 项目: daily, 单位: 县交通局, 日期: 2023-05-18, 事项: 未参加培训}\n".to_owned(),
    );
    let mut after = released(county);
    let plan = after.plan().replace("每项: 1,", "每项: 2,");
    after.files.insert("plans/plan-2023.yaml".to_owned(), plan);
    let help = help(&after);
    assert!(
        help.contains("plans/plan-2023.yaml：计分项“日常工作”的“每项”“分值”等改回原来的"),
        "{help}"
    );
    assert!(!help.contains("marks/2023-05.yaml"), "{help}");
}

#[test]
fn a_change_that_was_deleted_is_restored() {
    let mut after = changed();
    after.projects[0].lists.remove("变更");
    let help = help(&after);
    for words in ["xm-0.yaml：“责任单位”改回原来的", "“变更”删了的恢复原来的"]
    {
        assert!(help.contains(words), "{words}: {help}");
    }
}

#[test]
fn a_target_whose_adjustment_was_deleted_is_restored() {
    let mut county = one();
    let plan = county.plan();
    let adjusted = plan.replacen(
        "    行:\n",
        "    调整: [{行: 县交通局, 指标: 到位资金, 目标: 3亿元, 自: 2023-04-01, 依据: 附件1}]\n    行:\n",
        1,
    );
    assert_ne!(adjusted, plan);
    county.files.insert("plans/plan-2023.yaml".to_owned(), adjusted);
    let mut after = released(county);
    after.files.insert("plans/plan-2023.yaml".to_owned(), plan);
    let help = help(&after);
    assert!(
        help.contains("plans/plan-2023.yaml：到位资金 · 县交通局的目标改回原来的"),
        "{help}"
    );
    assert!(help.contains("“调整”删了的恢复原来的"), "{help}");
}

#[test]
fn a_condition_that_the_plan_no_longer_sets_is_named_with_its_indicator() {
    let mut county = one();
    county.projects[0].add(
        "合同",
        "{类型: 框架协议, 签订: 2023-03-11, 金额: 20000万元, 报送: 2023-03-20, 认定: 2023-03-20, 凭证: [协议]}".to_owned(),
    );
    county.projects.push(county.projects[0].clone());
    county.projects.push(county.projects[0].clone());
    let mut after = released(county);
    let plan = after.plan();
    let at = plan.find("编号: contract\n").unwrap();
    let condition = "      - {条件: 正式合同, 依据: 三}\n";
    let (before, of) = plan.split_at(at);
    let plan = format!("{before}{}", of.replacen(condition, "", 1));
    after.files.insert("plans/plan-2023.yaml".to_owned(), plan);
    let help = help(&after);
    assert!(help.contains("指标“正式合同额”的“范围”“计入”改回原来的"), "{help}");
}
