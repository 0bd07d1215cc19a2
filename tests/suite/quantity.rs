//! What is of another kind than what it is held against is found, at its place.

use tongbao::figures::basis::Basis;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::sheet::Sheet;

use crate::case::Case;
use crate::shipped::{books, scores};
use crate::stage::{Stage, suite};

const PLAN: &str = "plans/plan-2023.yaml";

/// The findings of the minimal book with some keys of its plan replaced, as `code message`.
fn found(path: &str, text: &str) -> Vec<String> {
    let lines = Case::minimal().laid_over(path, text).lines();
    let told = |line: &String| {
        let mut words = line.splitn(3, ' ');
        let (code, message) = (words.next().unwrap(), words.nth(1).unwrap());
        format!("{code} {message}")
    };
    lines.iter().map(told).collect()
}

/// The indicators of the minimal plan, and others.
fn indicators(others: &[&str]) -> String {
    let own = "指标:\n  - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}\n  - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}\n";
    let other = |text: &&str| {
        format!(
            "  - {{编号: i{}, 时段: 本年累计, 口径: 一句话, 依据: 二, {text}}}\n",
            text.len()
        )
    };
    own.to_owned() + &others.iter().map(other).collect::<String>()
}

/// The findings of a plan with goals for the indicators and one more.
fn with_goal(indicator: &str, goal: &str) -> Vec<String> {
    let goals = format!("目标:\n  - {{编号: goal, 范围: 全县, 依据: 二, {goal}}}\n");
    found(PLAN, &(indicators(&[indicator]) + &goals))
}

#[test]
fn a_goal_is_of_the_kind_of_its_indicator() {
    let kinds = [
        (
            "名称: 引进企业数, 取数: 项目个数, 来源: 项目, 单位: 家",
            "引进企业数",
            "家",
            "3次",
        ),
        (
            "名称: 引进企业数, 取数: 项目个数, 来源: 项目, 单位: 家",
            "引进企业数",
            "家",
            "2%",
        ),
        (
            "名称: 外资, 取数: 上报数, 来源: 上报, 单位: 万美元",
            "外资",
            "万美元",
            "3000万元",
        ),
        ("名称: 增速, 取数: 上报数, 来源: 上报, 单位: \"%\"", "增速", "%", "2个百分点"),
        ("名称: 得分, 取数: 上报数, 来源: 上报, 单位: 分", "得分", "分", "90%"),
        (
            "名称: 强度, 取数: 上报数, 来源: 上报, 单位: 万元/亩",
            "强度",
            "万元/亩",
            "300万元",
        ),
        ("名称: 位次, 取数: 上报数, 来源: 上报, 单位: 位", "位次", "位", "3个"),
    ];
    for (indicator, name, unit, goal) in kinds {
        let found = with_goal(indicator, &format!("指标: {name}, 值: {goal}"));
        let expected = format!("unit-mismatch {name}以{unit}计，这里写的是{goal}");
        assert_eq!(found, [expected]);
    }
}

#[test]
fn goals_of_the_same_kind_in_another_unit_are_taken() {
    let kinds = [
        ("名称: 引进企业数, 取数: 项目个数, 来源: 项目, 单位: 家", "引进企业数", "3个"),
        ("名称: 签约数, 取数: 项目个数, 来源: 项目, 单位: 个", "签约数", "5家"),
        ("名称: 外资, 取数: 上报数, 来源: 上报, 单位: 万美元", "外资", "0.3亿美元"),
        ("名称: 增速, 取数: 上报数, 来源: 上报, 单位: \"%\"", "增速", "-11.8%"),
        ("名称: 到位率, 取数: 上报数, 来源: 上报, 单位: \"%\"", "到位率", "120%"),
        ("名称: 强度, 取数: 上报数, 来源: 上报, 单位: 万元/亩", "强度", "300万元/亩"),
        ("名称: 培训人数, 取数: 上报数, 来源: 上报, 单位: 人", "培训人数", "0.2万人"),
    ];
    for (indicator, name, goal) in kinds {
        let found = with_goal(indicator, &format!("指标: {name}, 值: {goal}"));
        assert_eq!(found, Vec::<String>::new(), "{name} {goal}");
    }
}

#[test]
fn every_cell_of_a_table_is_of_the_kind_of_its_column() {
    let table = |cells: [&str; 3]| {
        let [row, sum, anew] = cells;
        format!(
            "目标: []\n目标表:\n  - 编号: units\n    名称: 任务分解表\n    依据: 附件1\n    行:\n      - {{单位: 县交通局, 目标: {{到位资金: {row}}}}}\n    合计:\n      - {{目标: {{到位资金: {sum}}}, 依据: 附件1}}\n    调整:\n      - {{行: 县交通局, 指标: 到位资金, 目标: {anew}, 自: 2023-07-01, 依据: 二}}\n"
        )
    };
    let wrong =
        |value: &str| format!("unit-mismatch 到位资金以亿元计，这里写的是{value}");
    assert_eq!(found(PLAN, &table(["7个", "7亿元", "6亿元"])), [wrong("7个")]);
    assert_eq!(found(PLAN, &table(["7亿元", "7%", "6亿元"])), [wrong("7%")]);
    assert_eq!(found(PLAN, &table(["7亿元", "7亿元", "6亩"])), [wrong("6亩")]);
    assert_eq!(
        found(PLAN, &table(["7亿元", "70000万元", "6亿元"])),
        Vec::<String>::new()
    );
}

#[test]
fn an_indicator_that_belongs_to_another_is_of_its_kind() {
    let part = "名称: 亿元项目数, 取数: 项目个数, 来源: 项目, 单位: 个, 其中: 到位资金";
    let expected = "unit-mismatch 亿元项目数以个计，到位资金以亿元计，不是一类数";
    assert_eq!(found(PLAN, &indicators(&[part])), [expected]);
    let read = "名称: 到位率, 取数: 上报数, 来源: 上报, 单位: \"%\", 取自: 到位资金";
    let expected = "unit-mismatch 到位率以%计，到位资金以亿元计，不是一类数";
    assert_eq!(found(PLAN, &indicators(&[read])), [expected]);
    let part = "名称: 外来资金, 取数: 到位资金, 来源: 项目, 单位: 万元, 其中: 到位资金";
    assert_eq!(found(PLAN, &indicators(&[part])), Vec::<String>::new());
}

#[test]
fn what_is_counted_has_the_unit_of_its_measure() {
    let kinds = [
        ("取数: 项目个数, 来源: 项目, 单位: 亿元", "项目个数", "个数", "亿元"),
        ("取数: 到位资金, 来源: 项目, 单位: 个", "到位资金", "金额", "个"),
        ("取数: 合同额, 来源: 项目, 单位: \"%\"", "合同额", "金额", "%"),
        ("取数: 活动次数, 来源: 项目, 单位: 万元", "活动次数", "个数", "万元"),
        (
            "取数: 环节数额, 数额: 用地面积, 来源: 项目, 单位: 万元",
            "环节数额",
            "以亩计的面积",
            "万元",
        ),
        (
            "取数: 环节数额, 数额: 预计税收, 来源: 项目, 单位: 亩",
            "环节数额",
            "金额",
            "亩",
        ),
    ];
    for (text, measure, kind, unit) in kinds {
        let expected = format!(
            "measure-unfit 数的取数是{measure}，数出来的是{kind}，单位不会是{unit}"
        );
        assert_eq!(found(PLAN, &indicators(&[&format!("名称: 数, {text}")])), [expected]);
    }
    for unit in ["\"%\"", "个百分点", "分", "位", "万元/亩", "元/人"] {
        let accrual = |word: &str| {
            let text =
                format!("名称: 数, 取数: 上报数, 来源: 上报, 单位: {unit}, 报数: {word}");
            found(PLAN, &indicators(&[&text])).len()
        };
        assert_eq!(["当期", "累计", "时点"].map(accrual), [1, 0, 0], "{unit}");
    }
    for source in ["上报", "引用"] {
        let text = format!("名称: 数, 取数: 到位资金, 来源: {source}, 单位: 亿元");
        let expected = "measure-unfit 数的取数是到位资金，来源应是项目";
        assert_eq!(found(PLAN, &indicators(&[&text])), [expected]);
    }
}

#[test]
fn sizes_of_projects_are_money() {
    let sized = |size: &str| {
        let text = format!(
            "名称: 数, 取数: 项目个数, 来源: 项目, 单位: 个, 范围: {{环节: 签约, {size}}}"
        );
        found(PLAN, &indicators(&[&text]))
    };
    for wrong in ["合同额不低于: 1个", "合同额超过: 5%", "合同额不低于: 100亩"]
    {
        assert!(sized(wrong)[0].starts_with("bad-unit"), "{wrong}: {:?}", sized(wrong));
    }
    assert_eq!(sized("合同额不低于: 1亿元"), Vec::<String>::new());
}

#[test]
fn a_project_that_is_counted_gets_the_tier_of_its_contracts() {
    let stage = Stage::empty().book("demo", &suite("figures/county"));
    let stage = stage.book("demo", &suite("figures/kinds"));
    std::fs::remove_file(stage.data().join("demo/expected.txt")).unwrap();
    let books = books(&stage.data());
    let scores = scores(&books[0], "2023-03");
    let of = |unit: &str| {
        let mut scores = scores.iter().filter(|score| score["assessment"] == "sized");
        scores.find(|score| score["scope"] == unit).unwrap()["total"].clone()
    };
    // 20 for 12亿元 and 10 for 5亿元; 8000万元 are in no tier.
    assert_eq!(of("unit:jiaotong"), "30.00");
    assert_eq!(of("unit:shangwu"), "0.00");
}

#[test]
fn a_curve_lies_in_the_days_of_its_plan() {
    let curve = |points: &str| {
        format!(
            "序时:\n  - {{编号: quarters, 名称: 季度进度, 点间: 直线, 依据: 二, 节点: [{points}]}}\n"
        )
    };
    let codes = |points: &str| {
        let found = found(PLAN, &curve(points)).into_iter();
        found.map(|line| line.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let outside = |count| vec!["curve-points".to_owned(); count];
    assert_eq!(codes("{期: 2022-Q1, 应达: 20%}, {期: 2022-Q4, 应达: 100%}"), outside(2));
    assert_eq!(codes("{期: 2022-Q1, 应达: 20%}, {期: 2023-Q4, 应达: 100%}"), outside(1));
    assert_eq!(codes("{期: 2023-Q1, 应达: 20%}, {期: 2032-12, 应达: 100%}"), outside(1));
    assert_eq!(codes("{期: 2023-Q1, 应达: 20%}, {期: 2023-12, 应达: 100%}"), outside(0));
}

#[test]
fn a_span_has_what_it_needs() {
    let span = |text: &str| {
        let own = format!(
            "指标:\n  - {{编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}}\n  - {{编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 口径: 到位的资金, 依据: 二, {text}}}\n"
        );
        found(PLAN, &own)
    };
    let says = |fault: &str| [format!("span-unfit 到位资金的时段是{fault}")];
    assert_eq!(span("时段: 战役期累计"), says("战役期累计，没有写“战役”"));
    assert_eq!(span("时段: 定期累计"), says("定期累计，没有写“起止”"));
    assert_eq!(span("时段: 定期累计, 起止: 2023-01-01 至 2023-06-30"), [""; 0]);
    for within in ["当周", "当月", "当季"] {
        let curve = "序时:\n  - {编号: year, 名称: 进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-12, 应达: 100%}]}\n";
        let text = span(&format!("时段: {within}"));
        assert_eq!(text, [""; 0], "{within} without a curve");
        let own = curve.to_owned()
            + &indicators(&[
                "名称: 数, 取数: 项目个数, 来源: 项目, 单位: 个, 序时: year",
            ])
            .replace(
                "时段: 本年累计, 口径: 一句话",
                &format!("时段: {within}, 口径: 一句话"),
            );
        let expected = format!("span-unfit 数的时段是{within}，用不上累计的序时");
        assert_eq!(found(PLAN, &own), [expected]);
    }
}

/// The plan of the minimal book with a rate before its indicators.
fn plan_with_rate() -> String {
    let plan = std::fs::read_to_string(suite("minimal").join(PLAN)).unwrap();
    let rate = "指标:\n  - {编号: rate, 名称: 资金到位率, 取数: 比率, 分子: 到位资金, 分母: 正式合同额, 分母为零: 不计算, 来源: 项目, 单位: \"%\", 时段: 本年累计, 口径: 到位资金与合同额之比, 依据: 二}\n";
    plan.replace("指标:\n", rate)
}

/// What 公布数对照 says of a number that was quoted for June: the number, and the verdict.
fn compared(total: &str) -> [String; 2] {
    let stage = Stage::empty().book("demo", &suite("minimal"));
    stage.write("demo/plans/plan-2023.yaml", plan_with_rate().as_bytes());
    // 1200万元 of 3.2亿元 are 3.75 %.
    let known = "{指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.12亿元, 性质: 引用, 累计: 是, 原文: 另一处}";
    let text = format!(
        "总数:\n  - {{范围: 全县, 期: 2023-06, 性质: 引用, {total}}}\n  - {known}\n"
    );
    stage.write("demo/reported/2023-06.yaml", text.as_bytes());
    let books = books(&stage.data());
    let period = Period::parse("2023-06").unwrap();
    let basis = Basis::of(&books[0], period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let Make::Sheet(make) = table_called("公布数对照").unwrap().make else {
        panic!("quotes are of a sheet")
    };
    let table = make(&sheet).unwrap();
    let text = |column: usize| {
        let inlines = table.rows[0].cells[column].inlines.iter();
        inlines.map(|inline| inline.plain()).collect::<String>()
    };
    [text(3), text(5)]
}

#[test]
fn a_quote_is_printed_as_written_and_compared_at_its_places() {
    let cases = [
        ("指标: 到位资金, 累计: 是, 值: 0.12亿元", "0.12亿元", "一致"),
        ("指标: 到位资金, 累计: 是, 值: 0.1亿元", "0.1亿元", "一致"),
        ("指标: 到位资金, 累计: 是, 值: 0.10亿元", "0.10亿元", "不一致"),
        ("指标: 到位资金, 累计: 是, 值: 1200万元", "1200万元", "一致"),
        ("指标: 到位资金, 累计: 是, 值: 1200.0万元", "1200.0万元", "一致"),
        ("指标: 到位资金, 累计: 是, 值: 1201万元", "1201万元", "不一致"),
        ("指标: 资金到位率, 累计: 是, 值: 3.75%", "3.75%", "一致"),
        ("指标: 资金到位率, 累计: 是, 值: 3.8%", "3.8%", "一致"),
        ("指标: 资金到位率, 累计: 是, 值: 3.80%", "3.80%", "不一致"),
        ("指标: 资金到位率, 累计: 是, 值: 4%", "4%", "一致"),
        ("指标: 资金到位率, 累计: 是, 值: 4.0%", "4.0%", "不一致"),
        ("指标: 到位资金, 值: 0.12亿元", "0.12亿元", "时段不同，未对照"),
    ];
    for (total, printed, verdict) in cases {
        assert_eq!(compared(total), [printed, verdict], "{total}");
    }
}

#[test]
fn a_bound_of_a_rate_is_written_as_per_cent() {
    let bands = |bands: &str, gate: &str| {
        let text = format!(
            "考核:\n  - 编号: units\n    名称: 单位考核\n    依据: 二\n    权重组: [{{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{{名称: 到位资金, 分值: 10, 依据: 二}}]}}]\n    计分:\n      - {{编号: funds, 名称: 到位资金, 方式: 分档, 指标: 到位资金, 分值: 10, 封顶: 10, 档: [{bands}], 门槛: [{gate}], 不明: [{{处理: 零分, 依据: 二}}], 依据: 二}}\n"
        );
        found(PLAN, &text)
    };
    let says = |found: Vec<String>| {
        let codes =
            found.into_iter().map(|line| line.split(' ').next().unwrap().to_owned());
        codes.collect::<Vec<_>>()
    };
    let sound = "{条件: 不低于90, 得分: 10}, {条件: 不低于60且低于90, 得分: 7}, {条件: 低于60, 得分: 0}";
    let slip = "{条件: 不低于0.9, 得分: 10}, {条件: 不低于0.6且低于0.9, 得分: 7}, {条件: 低于0.6, 得分: 0}";
    let gate = |bound: &str| {
        format!("{{指标: 正式合同额, 看: 完成率, 条件: 不低于{bound}, 依据: 二}}")
    };
    assert_eq!(says(bands(sound, &gate("60"))), [""; 0]);
    assert_eq!(says(bands(slip, &gate("60"))), ["fraction-for-percent"]);
    assert_eq!(says(bands(sound, &gate("0.6"))), ["fraction-for-percent"]);
    let amount = gate("0.6").replace("完成率", "完成数");
    assert_eq!(says(bands(sound, &amount)), [""; 0], "0.6亿元");
}

#[test]
fn no_day_of_a_reported_total_counts_twice() {
    let totals = |lines: &[&str]| {
        let mut case = Case::minimal();
        let mut files = std::collections::BTreeMap::<&str, String>::new();
        for line in lines {
            let (file, total) = line.split_once(' ').unwrap();
            let text = files.entry(file).or_insert_with(|| "总数:\n".to_owned());
            text.push_str(&format!(
                "  - {{指标: 到位资金, 范围: 县交通局, 性质: 上报, {total}}}\n"
            ));
        }
        for (file, text) in files {
            case = case.with(&format!("reported/{file}.yaml"), text);
        }
        let findings = case.findings();
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    let months = ["2023-01 期: 2023-01, 值: 1亿元", "2023-02 期: 2023-02, 值: 1亿元"];
    assert_eq!(totals(&months), [""; 0]);
    let quarter = "2023-03 期: 2023-Q1, 值: 3亿元";
    assert_eq!(totals(&[months[1], quarter]), ["total-overlap"]);
    assert_eq!(
        totals(&["2023-06 期: 2023-H1, 值: 6亿元", "2023-06 期: 2023-06, 值: 1亿元"]),
        ["total-overlap"]
    );
    assert_eq!(
        totals(&["2023-03 期: 2023-W09, 值: 1亿元", "2023-03 期: 2023-03, 值: 2亿元"]),
        ["total-overlap"]
    );
    // What takes back a part of another overlaps it, and a cumulative total takes others in.
    assert_eq!(
        totals(&[quarter, "2023-03 期: 2023-03, 值: -1亿元, 报送: 2023-04-20"]),
        [""; 0]
    );
    assert_eq!(totals(&[months[1], "2023-03 期: 2023-03, 值: 3亿元, 累计: 是"]), [""; 0]);
    let twice = [
        "2023-06 期: 2023-H1, 值: 6亿元, 累计: 是",
        "2023-06 期: 2023-06, 值: 5亿元, 累计: 是",
    ];
    assert_eq!(totals(&twice), ["total-overlap"]);
}
