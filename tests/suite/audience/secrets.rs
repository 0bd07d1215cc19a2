//! What a plan keeps secret follows from no other number that the public gets.

use std::collections::BTreeMap;

use crate::audience::county::{County, funds};
use crate::stage::{Ended, Stage};

const CONTRACT: &str = "  - {编号: contract, 名称: 合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 口径, 依据: 二, 分列: [来源区域]}\n";
const RATE: &str = "  - {编号: rate, 名称: 资金到位率, 取数: 比率, 来源: 项目, 单位: \"%\", 时段: 本年累计, 分子: 到位资金, 分母: 合同额, 分母为零: 不计算, 口径: 口径, 依据: 二}\n";

impl County {
    fn stage(&self) -> Stage {
        let files = self.files().into_iter();
        files.fold(Stage::empty(), |stage, (path, text)| stage.with(&path, text))
    }

    /// The advice of the public build, which is refused.
    #[track_caller]
    fn refused(&self) -> Ended {
        refused(&self.stage())
    }

    #[track_caller]
    fn gives_nothing_away(&self) {
        self.stage().run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
    }
}

#[track_caller]
fn refused(stage: &Stage) -> Ended {
    let ended = stage.run(&["build", "--without", "pdf", "--audience", "公开"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(ended.codes().contains(&"hidden-value"), "{}", ended.stderr);
    assert!(stage.written().is_empty(), "nothing is written");
    ended
}

#[track_caller]
fn tells(ended: &Ended, words: &str) {
    assert!(ended.stderr.contains(words), "{words}: {}", ended.stderr);
}

/// Money of all projects and of those from two origins, some of it restricted.
fn parts(restrictions: &'static str) -> County {
    let part = |id, name, origin| {
        funds(id, name, &format!(", 其中: funds, 范围: {{来源地: [{origin}]}}"))
    };
    let indicators = [
        funds("funds", "到位资金", ""),
        part("out", "省外到位资金", "省外"),
        part("in", "市外到位资金", "市外"),
    ];
    County { indicators: indicators.concat(), restrictions, ..County::default() }
}

#[test]
fn a_part_is_the_whole_less_the_other_part() {
    let secret = "公开限制:
  - {指标: 省外到位资金, 各类: [单位, 领域], 处理: 不公开, 理由: 保密}\n";
    tells(
        &parts(secret).refused(),
        "到位资金·县交通局（公开） − 市外到位资金·县交通局（公开） ＝ 省外到位资金·县交通局（不公开）",
    );
    let both = "公开限制:
  - {指标: 省外到位资金, 各类: [单位, 领域], 处理: 不公开, 理由: 保密}
  - {指标: 市外到位资金, 各类: [单位, 领域], 处理: 不公开, 理由: 免得倒推}\n";
    parts(both).gives_nothing_away();
}

#[test]
fn a_chain_is_the_whole_less_the_other_chains() {
    let county = |restrictions| County {
        indicators: funds("funds", "到位资金", ", 分列: [产业链]"),
        restrictions,
        ..County::default()
    };
    let lone =
        "公开限制: [{指标: 到位资金, 范围: [木材加工], 处理: 不公开, 理由: 保密}]\n";
    tells(
        &county(lone).refused(),
        "到位资金·全县（公开） − 到位资金·食品加工（公开） ＝ 到位资金·木材加工（不公开）",
    );
    let both = "公开限制: [{指标: 到位资金, 范围: [木材加工, 食品加工], 处理: 不公开, 理由: 保密}]\n";
    county(both).gives_nothing_away();
}

#[test]
fn a_month_is_the_difference_of_two_running_totals() {
    let month = funds("month", "当月到位资金", "").replace("本年累计", "当月");
    let county = County {
        indicators: funds("funds", "到位资金", "") + &month,
        restrictions: "公开限制: [{指标: 当月到位资金, 处理: 不公开, 期间: 2023-06-01 至 2023-06-30, 理由: 保密}]\n",
        months: &[5, 6],
        ..County::default()
    };
    tells(
        &county.refused(),
        "到位资金·县交通局（公开） − 到位资金·县交通局（公开，2023年5月31日） ＝ 当月到位资金·县交通局（不公开），2023年6月30日",
    );
}

#[test]
fn the_year_before_follows_from_a_growth() {
    let growth = "  - {编号: growth, 名称: 到位资金同比, 取数: 同比, 来源: 项目, 单位: \"%\", 时段: 本年累计, 基于: 到位资金, 口径: 口径, 依据: 二}\n";
    let county = County {
        indicators: funds("funds", "到位资金", "") + growth,
        restrictions: "公开限制: [{指标: 到位资金, 各类: [单位, 领域], 处理: 不公开, 期间: 2023-01-01 至 2023-12-31, 理由: 保密}]\n",
        years: &[2023, 2024],
        ..County::default()
    };
    tells(&county.refused(), "到位资金上年同期（由同比推得）·县交通局（公开，2024年");
}

#[test]
fn a_rate_is_its_numerator_over_its_denominator() {
    let county = |restrictions| County {
        indicators: [&funds("funds", "到位资金", ""), CONTRACT, RATE].concat(),
        restrictions,
        ..County::default()
    };
    let rate = "公开限制: [{指标: 资金到位率, 各类: [单位], 处理: 不公开, 理由: 保密}]\n";
    tells(
        &county(rate).refused(),
        "到位资金·县交通局（公开） ÷ 合同额·县交通局（公开） ＝ 资金到位率·县交通局（不公开）",
    );
    let funds =
        "公开限制: [{指标: 到位资金, 各类: [单位, 领域], 处理: 不公开, 理由: 保密}]\n";
    county(funds).gives_nothing_away();
}

#[test]
fn a_total_that_its_unit_reported_stands_beside_the_secret() {
    let county = County {
        restrictions: "公开限制: [{指标: 到位资金, 各类: [单位, 领域], 处理: 不公开, 理由: 保密}]\n",
        ..County::default()
    };
    let with = |kind: &str| {
        let total = format!(
            "总数: [{{指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 0.6544亿元, 性质: {kind}, 累计: 是}}]\n"
        );
        county.stage().with("reported/2023-06.yaml", total)
    };
    let ended = refused(&with("上报"));
    tells(&ended, "上报的总数0.6544亿元（公开） ＝ 到位资金·县交通局（不公开）");
    // What is quoted had been published before.
    with("引用").run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
}

#[test]
fn money_in_another_currency_is_the_same_money() {
    let dollars =
        funds("usd", "外资", ", 范围: {来源地: [境外]}").replace("亿元", "万美元");
    let county = County {
        indicators: [
            &funds("funds", "到位资金", ""),
            &dollars[..],
            &funds("fx", "外资折合", ", 范围: {来源地: [境外]}, 分列: [领域]"),
        ]
        .concat(),
        restrictions: "公开限制:
  - {指标: 到位资金, 各类: [单位, 领域, 分组], 处理: 合并, 理由: 保密}
  - {指标: 外资, 各类: [单位, 领域, 分组], 处理: 合并, 理由: 保密}
  - {指标: 外资折合, 各类: [单位, 分组, 全域], 处理: 合并, 理由: 保密}
  - {指标: 外资折合, 范围: [生态工业], 处理: 合并, 理由: 保密}\n",
        ..County::default()
    };
    let mut stage = county.stage();
    for (at, amount) in [(1, "321万美元"), (5, "457万美元"), (9, "88万美元")] {
        let path = format!("projects/2023/p-2023-{at}.yaml");
        let text =
            std::fs::read_to_string(stage.data().join("demo").join(&path)).unwrap();
        let head = text.split("到位资金:").next().unwrap().replace("省外", "境外");
        let entry = format!("  - {{月份: 2023-05, 金额: {amount}, 凭证: [银行回单]}}\n");
        stage = stage.with(&path, format!("{head}到位资金:\n{entry}"));
    }
    tells(&refused(&stage), "“第9号项目”2023-05的数");
}

/// The public figures of June, each with its value or the reason why it has none.
fn june(stage: &Stage) -> BTreeMap<String, String> {
    stage.run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
    let path = stage.out().join("demo/2023-06/figures.json");
    let file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let figures = file["figures"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    figures
        .map(|figure| {
            let value = text(&figure["value"]).or_else(|| text(&figure["unknown"]));
            (text(&figure["id"]).unwrap(), value.unwrap_or_default())
        })
        .collect()
}

#[test]
fn nothing_is_chosen_or_grouped_by_what_the_public_may_not_see() {
    let state = CONTRACT
        .replace("编号: contract, 名称: 合同额", "编号: state, 名称: 央企合同额")
        .replace(", 分列: [来源区域]", ", 范围: {企业类别: [央企]}");
    let talks = "  - {编号: talks, 名称: 在谈, 取数: 项目个数, 来源: 项目, 单位: 个, 时段: 本年累计, 口径: 口径, 依据: 二, 范围: {环节: 在谈}}\n";
    let county = |restrictions| County {
        indicators: [&funds("funds", "到位资金", ""), CONTRACT, &state, talks].concat(),
        restrictions,
        ..County::default()
    };
    let figures = june(&county("").stage());
    for (id, value) in [
        ("contract/all", "36"),
        ("contract/region:abroad", "0"),
        ("contract/region:prd", "不公开"),
        ("state/all", "不公开"),
        ("state/unit:jiaotong", "不公开"),
        ("talks/all", "不公开"),
    ] {
        assert_eq!(figures[id], value, "{id}");
    }
    let given = "公开限制: [{指标: 央企合同额, 处理: 公开, 理由: 方案要求公布}]\n";
    let figures = june(&county(given).stage());
    assert_eq!(figures["state/all"], "36");
}

#[test]
fn no_published_figure_is_nearly_all_one_project_where_the_plan_says_so() {
    let county = |restrictions| County { restrictions, ..County::default() };
    county("").gives_nothing_away();
    let limit = "公开限制: [{指标: 到位资金, 范围: [其他单位], 主导: 25%, 处理: 合并, 理由: 保密}]\n";
    let ended = county(limit).refused();
    tells(&ended, "里，“第4号项目”一家占26.27%");
    tells(&ended, "达到“主导”的25%");
    let high = "公开限制: [{指标: 到位资金, 范围: [其他单位], 主导: 90%, 处理: 合并, 理由: 保密}]\n";
    county(high).gives_nothing_away();
}

#[test]
fn that_a_contract_does_not_stand_any_more_is_told_beside_it() {
    let stage = County {
        indicators: funds("funds", "到位资金", "") + CONTRACT,
        ..County::default()
    };
    let stage = stage.stage();
    let path = "projects/2023/p-2023-1.yaml";
    let text = std::fs::read_to_string(stage.data().join("demo").join(path)).unwrap();
    let ended = format!("{text}终止: {{日期: 2023-06-15, 原因: 投资方资金链断裂}}\n");
    let stage = stage.with(path, ended);
    assert_eq!(june(&stage)["contract/all"], "33");
    let page = std::fs::read_to_string(stage.out().join("demo/projects/p-2023-1.html"));
    let page = page.unwrap();
    assert!(page.contains("终止") && page.contains("2023年6月15日"), "{page}");
    assert!(!page.contains("资金链"), "the reason is not for the public");
}
