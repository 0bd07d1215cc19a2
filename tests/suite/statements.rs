//! What a narrative says in words of its own is held against the figures.

use crate::case::Case;

const PLAN: &str = "序时:\n  - {编号: quarters, 名称: 季度进度, 点间: 直线, 依据: 二, \
    节点: [{期: 2023-Q1, 应达: 10%}, {期: 2023-Q2, 应达: 50%}, {期: 2023-Q3, 应达: 80%}, {期: 2023-Q4, 应达: 100%}]}\n\
    指标:\n  - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}\n  \
    - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 序时: quarters, 依据: 二}\n";

/// What is said of a sentence of the minimal book's June: 县交通局 has 0.12 of 7亿元, 县商务委
/// nothing of 3; half is due, and in May 36.67 %.
fn instead(sentence: &str) -> String {
    let may = "---\n期: 2023-05\n印发: 2023-06-10\n标题: 关于2023年1—5月工作情况的通报\n---\n\n正文。\n";
    let lines = Case::minimal()
        .laid_over("plans/plan-2023.yaml", PLAN)
        .with("editions/2023-05.md", may)
        .laid_over("editions/2023-06.md", sentence)
        .lines();
    let told = |line: &String| {
        let (_, message) = line.split_once("”：")?;
        line.starts_with("statement-unmet ").then(|| message.to_owned())
    };
    lines.iter().filter_map(told).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_the_figures_contradict_is_found() {
    let cases = [
        ("县交通局已完成全年目标。", "县交通局正式合同额完成率6.40%"),
        (
            "县交通局和县商务委均完成到位资金全年任务，成绩突出。",
            "县交通局到位资金完成率1.71%，县商务委到位资金完成率0.00%",
        ),
        ("到位资金{{ 到位资金 }}，县交通局尚无到位资金。", "县交通局有到位资金0.12亿元"),
        ("县商务委超进度。", "县商务委到位资金欠50.00个百分点"),
        ("1个单位欠进度。", "到位资金欠进度的是2个"),
        ("2个单位完成到位资金全年目标。", "到位资金完成目标的是0个"),
        ("到位资金{{ 到位资金 }}，2个单位完成全年目标。", "到位资金完成目标的是0个"),
        ("欠进度的单位面扩大。", "到位资金欠进度的上期2个，本期2个"),
        ("欠进度的单位减少。", "到位资金欠进度的上期2个，本期2个"),
        ("欠进度单位面较上月进一步收窄。", "到位资金欠进度的上期2个，本期2个"),
        ("县商务委高于序时进度。", "县商务委到位资金欠50.00个百分点"),
        ("县商务委到位资金超序时进度。", "县商务委到位资金欠50.00个百分点"),
        ("**县商务委**：已达到序时进度。", "县商务委到位资金欠50.00个百分点"),
        ("截至6月底，县商务委超过序时。", "县商务委到位资金欠50.00个百分点"),
        ("十二个单位低于序时进度。", "到位资金欠进度的是2个"),
        ("全县2个单位中有1个超进度。", "到位资金超进度的是0个"),
        ("全县2个单位中两个达到序时进度。", "到位资金达到序时进度的是0个"),
        (
            "县商务委和县交通局：*均*完成到位资金全年任务。",
            "县商务委到位资金完成率0.00%，县交通局到位资金完成率1.71%",
        ),
        ("全县到位资金0.21亿元。", "数据是0.12亿元"),
        ("全县到位资金{{ 到位资金 }}，完成全年目标10亿元的12.0%。", "数据是1.20%"),
        ("1—6月，县交通局到位资金1300万元。", "数据是0.12亿元"),
        ("县交通局到位资金{{ 到位资金@县交通局 }}，完成率2%。", ""),
    ];
    for (sentence, expected) in cases {
        assert_eq!(instead(sentence), expected, "{sentence}");
    }
}

#[test]
fn what_is_true_wanted_or_unclear_passes() {
    let sentences = [
        "县商务委尚无到位资金，县交通局未完成全年目标。",
        "2个单位欠进度，0个单位完成全年目标。",
        "县交通局要确保完成全年目标。",
        "县交通局上半年完成了任务。",
        "县商务委对超进度的单位总结经验。",
        "个别单位尚无到位资金。",
        "未完成全年目标的单位，按考核办法处理。",
        "县级部门中1个单位欠进度。",
        "县商务委没有超进度，也不再超进度。",
        "上月县商务委超进度，本月已转为欠进度。",
        "县商务委由超进度转为欠进度。",
        "县商务委承接的冷链项目超进度。",
        "县商务委超进度奖励不再计发。",
        "县交通局尚无到位资金的项目有3个。",
        "去年全县8个单位完成全年目标。",
        "全县3个单位中有1个超进度。",
        "1个单位欠进度20个百分点以上。",
        "县交通局测算，1个单位难以完成全年目标。",
        "2个单位完成全年目标有困难。",
        "县商务委低于序时进度，2个单位低于序时，两个单位未达到序时进度。",
        "2个单位中0个达到序时进度，3个单位中1个达到序时进度。",
        "欠进度的单位与上月一样多。",
        "截至5月底，县商务委超进度。",
        "县商务委：要超进度。",
        "县商务委承接的项目：超进度。",
        "全县到位资金0.12亿元，完成全年目标10亿元的1.2%。",
        "全县省外到位资金0.21亿元，全县力争到位资金0.21亿元。",
        "6月，全县到位资金0.21亿元。",
        "全县到位资金比去年同期多0.21亿元。",
        "到位资金0.21亿元。",
    ];
    for sentence in sentences {
        assert_eq!(instead(sentence), "", "{sentence}");
    }
}

#[test]
fn a_sentence_without_an_end_takes_no_square_of_its_length() {
    let clause = "1个单位欠进度，".repeat(100_000);
    assert_eq!(instead(&clause), "");
}

#[test]
fn what_a_comment_says_is_about_its_unit() {
    let comment = |text: &str| {
        let edition = format!(
            "---\n期: 2023-06\n印发: 2023-07-10\n标题: 关于2023年1—6月工作情况的通报\n点评:\n  - {{单位: 县商务委, 意见: {text}}}\n---\n\n正文。\n"
        );
        let case = Case::minimal().laid_over("plans/plan-2023.yaml", PLAN);
        let lines = case.with("editions/2023-06.md", edition).lines();
        let own = lines.into_iter().filter(|line| line.starts_with("statement-unmet "));
        own.collect::<Vec<_>>().join("\n")
    };
    let expected = "statement-unmet editions/2023-06.md:6:20 “县商务委到位资金已完成全年任务”：\
        县商务委到位资金完成率0.00%";
    assert_eq!(comment("到位资金已完成全年任务，要把经验讲清楚"), expected);
    assert_eq!(comment("欠进度，要逐个项目说明四季度安排"), "");
    assert_eq!(comment("要尽快完成全年任务"), "");
    assert_eq!(comment("完成全年任务，还需加倍努力"), "");
}
