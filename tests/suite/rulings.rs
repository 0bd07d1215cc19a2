//! A ruling holds for the one finding that it names: code, subject, indicator and numbers.

use crate::case::Case;

/// The codes found in a plan whose rows add up to 304.1亿元, with a sum that is stated and one item
/// of a ruling.
fn codes(stated: &str, ruled: &str) -> Vec<String> {
    let plan = format!(
        "目标: []\n目标表:\n  - 编号: levels\n    名称: 投资计划\n    依据: 附件1\n    行:\n      - {{单位: 县交通局, 目标: {{正式合同额: 10亿元, 到位资金: 236.2亿元}}}}\n      - {{单位: 县商务委, 目标: {{正式合同额: 10亿元, 到位资金: 67.9亿元}}}}\n    合计:\n      - {{目标: {{正式合同额: 20亿元, 到位资金: {stated}}}, 依据: 附件1}}\n裁定:\n  - {{编号: rounded, 依据: 附件1, 问题: 合计差0.1亿元, 取: 照抄, 日期: 2023-02-01, 所涉问题: [{ruled}]}}\n"
    );
    let lines = Case::minimal().laid_over("plans/plan-2023.yaml", &plan).lines();
    lines.iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

const RULED: &str =
    "{代码: target-sum, 涉及: 投资计划, 指标: 到位资金, 数: [304.1亿元, 304亿元]}";

#[test]
fn a_ruling_settles_what_it_names_and_nothing_else() {
    assert_eq!(codes("304亿元", RULED), Vec::<String>::new());
    for later in ["204亿元", "304.2亿元", "304万元"] {
        assert_eq!(codes(later, RULED), ["target-sum", "ruling-unmet"], "{later}");
    }
    // It was put right, and the ruling has nothing left to settle.
    assert_eq!(codes("304.1亿元", RULED), ["ruling-unmet"]);
}

#[test]
fn a_ruling_that_names_a_finding_otherwise_meets_none() {
    let others = [
        "{代码: target-sum, 涉及: 投资计划}",
        "{代码: target-sum, 涉及: 投资计划, 指标: 到位资金}",
        "{代码: target-sum, 涉及: 投资计划的到位资金, 指标: 到位资金, 数: [304.1亿元, 304亿元]}",
        "{代码: target-sum, 涉及: 投资计划, 指标: 正式合同额, 数: [304.1亿元, 304亿元]}",
        "{代码: target-sum, 涉及: 投资计划, 指标: 到位资金, 数: [304亿元, 304.1亿元]}",
        "{代码: target-summ, 涉及: 投资计划, 指标: 到位资金, 数: [304.1亿元, 304亿元]}",
    ];
    for ruled in others {
        assert_eq!(codes("304亿元", ruled), ["target-sum", "ruling-unmet"], "{ruled}");
    }
}

#[test]
fn a_finding_prints_the_words_that_settle_it() {
    let table = "目标: []\n目标表:\n  - {编号: t, 名称: \"计划: 一\", 依据: 附件1, 行: [{单位: 县交通局, 目标: {到位资金: 7亿元}}], 合计: [{目标: {到位资金: 10亿元}, 依据: 附件1}]}\n";
    let found = Case::minimal().laid_over("plans/plan-2023.yaml", table).findings();
    let help = &found[0].help;
    let words = help.rsplit_once("里写 ").expect("the words").1;
    assert_eq!(
        words,
        "{代码: target-sum, 涉及: \"计划: 一\", 指标: 到位资金, 数: [7亿元, 10亿元]}"
    );
    let ruling = format!(
        "裁定:\n  - {{编号: as-is, 依据: 附件1, 问题: 合计不符, 取: 照抄, 日期: 2023-02-01, 所涉问题: [{words}]}}\n"
    );
    let ruled =
        Case::minimal().laid_over("plans/plan-2023.yaml", &(table.to_owned() + &ruling));
    assert_eq!(ruled.lines(), Vec::<String>::new());
}
