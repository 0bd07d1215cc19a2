//! Units that are renamed, merged, split, moved to another group, opened and closed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;
use tongbao::figures::basis::Basis;
use tongbao::figures::scores::unit::UnitScore;
use tongbao::load::load_with;
use tongbao::load::source::files::Tree;
use tongbao::model::book::Book;
use tongbao::model::book::scope::Scope;
use tongbao::model::dictionary::Word;
use tongbao::model::record::registry::Life;
use tongbao::model::value::period::Period;
use tongbao::sheet::Sheet;

use crate::case::Case;
use crate::shipped::figures;
use crate::stage::Stage;

type Figures = BTreeMap<String, Value>;

const PLAN: &str = "plans/plan-2023.yaml";
const TRAFFIC: &str = "{编号: jiaotong, 名称: 县交通局, 分组: 县级部门}";
const TRADE: &str = "{编号: shangwu, 名称: 县商务委, 分组: 县级部门}";
const RANKING: &str = "排位:\n  - {编号: by-funds, 指标: 到位资金, 按: 完成率, 分组: [departments], 依据: 二}\n";

/// 0.12 in May for 县交通局; 1 in August and 0.5 in October for 县商务委.
fn case(units: &[&str], plan: &str) -> Case {
    let trade = "编号: xm-2\n名称: 农批市场项目\n演示: 是\n投资方: {名称: 某某商贸有限公司}\n\
        来源地: 市外\n领域: 商贸物流\n责任单位: 县商务委\n\
        合同:\n  - {类型: 正式合同, 签订: 2023-04-10, 金额: 2亿元}\n开工: {日期: 2023-05-20}\n\
        到位资金:\n  - {月份: 2023-08, 金额: 1亿元, 凭证: [银行回单]}\n  \
        - {月份: 2023-10, 金额: 5000万元, 凭证: [银行回单]}\n";
    let units: String = units.iter().map(|unit| format!("  - {unit}\n")).collect();
    Case::minimal()
        .with("projects/2023/xm-2.yaml", trade)
        .laid_over("units.yaml", &format!("单位:\n{units}"))
        .laid_over(PLAN, &format!("{RANKING}{plan}"))
}

#[track_caller]
fn book(case: &Case) -> Book {
    assert_eq!(case.lines(), Vec::<String>::new());
    loaded(case)
}

fn loaded(case: &Case) -> Book {
    load_with(case, &|_| true, None).books.remove(0)
}

fn text(case: &Case, path: &str) -> String {
    String::from_utf8(case.read(&format!("demo/{path}")).unwrap()).unwrap()
}

/// A unit's funds: name, value or why there is none, target, rank.
#[track_caller]
fn funds(figures: &Figures, unit: &str) -> [String; 4] {
    let figure = &figures[&format!("funds/unit:{unit}")];
    let text = |key: &str| match &figure[key] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let value = figure.get("value").map_or_else(|| text("unknown"), |_| text("value"));
    [text("scope_name"), value, text("target"), text("rank")]
}

#[track_caller]
fn all(figures: &Figures) -> &str {
    figures["funds/all"]["value"].as_str().unwrap()
}

#[test]
fn a_period_has_the_name_of_its_own_day() {
    let renamed = "{编号: jiaotong, 名称: 县交通局, 分组: 县级部门, 变更: [\
        {自: 2023-10-01, 报送: 2023-10-09, 名称: 县交通运输委, 原因: 机构改革}]}";
    let book = book(&case(&[renamed, TRADE], ""));
    assert_eq!(
        funds(&figures(&book, "2023-09"), "jiaotong"),
        ["县交通局", "0.12", "7", "2"]
    );
    let october = funds(&figures(&book, "2023-10"), "jiaotong");
    assert_eq!(october, ["县交通运输委", "0.12", "7", "2"]);
    for name in ["县交通局", "县交通运输委", "jiaotong"] {
        assert_eq!(book.unit_called(name).unwrap().id.as_str(), "jiaotong");
    }
}

#[test]
fn a_name_that_was_not_yet_known_is_not_printed() {
    let renamed = "{编号: jiaotong, 名称: 县交通局, 分组: 县级部门, 变更: [\
        {自: 2023-10-01, 报送: 2023-11-06, 名称: 县交通运输委, 原因: 机构改革}]}";
    let book = book(&case(&[renamed, TRADE], ""));
    assert_eq!(funds(&figures(&book, "2023-10"), "jiaotong")[0], "县交通局");
    assert_eq!(funds(&figures(&book, "2023-11"), "jiaotong")[0], "县交通运输委");
}

/// By how much the funds of some scopes moved since the month before, as it is printed.
#[track_caller]
fn moved<const N: usize>(
    book: &Book,
    months: [&str; 2],
    scopes: [Scope; N],
) -> [String; N] {
    let basis = Basis::of(book, Period::parse("2023").unwrap().end());
    let [before, now] = months.map(|month| basis.figures(&Period::parse(month).unwrap()));
    let sheet = Sheet { previous: Some(&before), ..Sheet::alone(&basis, &now) };
    let view = sheet.view_of("funds").unwrap();
    scopes.map(|scope| {
        let text = view.change(view.figure(&scope).unwrap()).text;
        format!("{}{}", text.digits(), text.unit())
    })
}

#[test]
fn what_a_unit_brings_in_is_no_change_since_the_month_before() {
    let merged = "{编号: shangwu, 名称: 县商务委, 分组: 县级部门, \
        并入: {单位: 县交通局, 自: 2023-10-01}}";
    let merged = book(&case(&[TRAFFIC, merged], ""));
    let scopes = || {
        let unit = Scope::Unit("jiaotong".to_owned());
        [Scope::All, Scope::Group("departments".to_owned()), unit]
    };
    let october = moved(&merged, ["2023-09", "2023-10"], scopes());
    assert_eq!(october, ["增加0.50亿元", "增加0.50亿元", "—"]);
    let november = moved(&merged, ["2023-10", "2023-11"], scopes());
    assert_eq!(november, ["持平", "持平", "持平"]);
    let regrouped = "{编号: shangwu, 名称: 县商务委, 分组: 县级部门, \
        变更: [{自: 2023-10-01, 报送: 2023-10-09, 分组: 乡镇, 原因: 调整}]}";
    let groups =
        "分组:\n  - {编号: departments, 名称: 县级部门}\n  - {编号: towns, 名称: 乡镇}";
    let regrouped = format!("{regrouped}\n{groups}");
    let regrouped = book(&case(&[TRAFFIC, &regrouped], ""));
    let october = moved(&regrouped, ["2023-09", "2023-10"], scopes());
    assert_eq!(october, ["增加0.50亿元", "—", "持平"]);
}

#[test]
fn from_its_day_on_a_merger_adds_up_what_was_done_and_what_is_to_do() {
    let merged = "{编号: shangwu, 名称: 县商务委, 分组: 县级部门, \
        并入: {单位: 县交通局, 自: 2023-10-01}}";
    let book = book(&case(&[TRAFFIC, merged], ""));
    let september = figures(&book, "2023-09");
    assert_eq!(funds(&september, "jiaotong"), ["县交通局", "0.12", "7", "2"]);
    assert_eq!(funds(&september, "shangwu"), ["县商务委", "1", "3", "1"]);
    assert_eq!(all(&september), "1.12");
    let october = figures(&book, "2023-10");
    assert_eq!(funds(&october, "jiaotong"), ["县交通局", "1.62", "10", "1"]);
    assert_eq!(october["funds/unit:jiaotong"]["completion"], "0.1620000000");
    let gone = "已并入县交通局（自2023年10月起）";
    assert_eq!(funds(&october, "shangwu"), ["县商务委", gone, "", ""]);
    assert_eq!(all(&october), "1.62");
    assert_eq!(october["funds/all"]["target"], "10");
    assert_eq!(october["funds/sector:logistics"]["value"], "1.62");
}

#[test]
fn goals_that_are_set_anew_do_not_add_up() {
    let merged = "{编号: shangwu, 名称: 县商务委, 分组: 县级部门, \
        并入: {单位: 县交通局, 自: 2023-10-01}}";
    let alone = book(&case(&[TRAFFIC, merged], "并入目标: 另行下达\n"));
    assert_eq!(funds(&figures(&alone, "2023-10"), "jiaotong")[2], "7");
    let table = |adjustments: &str| {
        let case = case(&[TRAFFIC, merged], "");
        let text = text(&case, PLAN).replace(
            "    依据: 附件1\n    行:",
            &format!("    依据: 附件1\n    调整: [{adjustments}]\n    行:"),
        );
        book(&case.with(PLAN, text))
    };
    let before = "{行: 县交通局, 指标: 到位资金, 目标: 8亿元, 自: 2023-07-01, 依据: 二}";
    let earlier = table(before);
    assert_eq!(funds(&figures(&earlier, "2023-09"), "jiaotong")[2], "8");
    assert_eq!(funds(&figures(&earlier, "2023-10"), "jiaotong")[2], "11");
    let after = "{行: 县交通局, 指标: 到位资金, 目标: 9亿元, 自: 2023-10-01, 依据: 二}";
    let later = table(after);
    assert_eq!(funds(&figures(&later, "2023-09"), "jiaotong")[2], "7");
    assert_eq!(funds(&figures(&later, "2023-10"), "jiaotong")[2], "9");
}

#[test]
fn two_units_become_a_third() {
    let into = "并入: {单位: 县商贸委, 自: 2023-10-01}";
    let traffic = TRAFFIC.replace('}', &format!(", {into}}}"));
    let trade = TRADE.replace('}', &format!(", {into}}}"));
    let third = "{编号: shangmao, 名称: 县商贸委, 分组: 县级部门, 起用: 2023-10-01}";
    let book = book(&case(&[&traffic, &trade, third], ""));
    let september = figures(&book, "2023-09");
    assert!(!september.contains_key("funds/unit:shangmao"), "it was not there yet");
    assert!(!september.contains_key("funds/unit:other"), "and it left nothing out");
    assert_eq!(funds(&september, "shangwu")[1], "1");
    let october = figures(&book, "2023-10");
    assert_eq!(funds(&october, "shangmao"), ["县商贸委", "1.62", "10", "1"]);
    assert_eq!(funds(&october, "shangwu")[1], "已并入县商贸委（自2023年10月起）");
    assert_eq!(all(&october), "1.62");
}

#[test]
fn a_unit_out_of_use_keeps_its_numbers_and_has_no_rank() {
    let closed = TRADE.replace('}', ", 止用: 2023-09-30}");
    let case = case(&[TRAFFIC, &closed], "");
    let found = case.lines();
    assert!(matches!(&found[..], [one] if one.starts_with("unit-closed ")), "{found:?}");
    let book = loaded(&case);
    assert_eq!(funds(&figures(&book, "2023-09"), "shangwu"), ["县商务委", "1", "3", "1"]);
    let october = figures(&book, "2023-10");
    assert_eq!(funds(&october, "shangwu"), ["县商务委", "1.5", "3", ""]);
    assert_eq!(funds(&october, "jiaotong")[3], "1");
}

#[test]
fn a_unit_is_ranked_in_the_group_of_the_day() {
    let moved = TRADE.replace(
        '}',
        ", 变更: [{自: 2023-10-01, 报送: 2023-10-09, 分组: 园区, 原因: 调整分组}]}",
    );
    let case = case(&[TRAFFIC, &moved], "").laid_over(
        "units.yaml",
        &format!(
            "分组:\n  - {{编号: departments, 名称: 县级部门}}\n  \
            - {{编号: parks, 名称: 园区}}\n单位:\n  - {TRAFFIC}\n  - {moved}\n"
        ),
    );
    let book = book(&case);
    let september = figures(&book, "2023-09");
    assert_eq!(funds(&september, "jiaotong")[3], "2");
    assert_eq!(september["funds/group:departments"]["value"], "1.12");
    assert!(!september.contains_key("funds/group:parks"));
    let october = figures(&book, "2023-10");
    assert_eq!(funds(&october, "jiaotong")[3], "1");
    assert_eq!(october["funds/group:departments"]["value"], "0.12");
    assert_eq!(october["funds/group:parks"]["value"], "1.5");
}

#[test]
fn a_split_is_a_new_unit_and_a_change_of_each_project() {
    let office = "{编号: wuliuban, 名称: 县物流办, 分组: 县级部门, 起用: 2023-10-01}";
    let case = case(&[TRAFFIC, TRADE, office], "");
    let text = text(&case, "projects/2023/xm-2.yaml");
    let change = "变更:\n  - {自: 2023-10-01, 报送: 2023-10-09, 责任单位: 县物流办, 原因: 职能划转}\n";
    let book = book(&case.with("projects/2023/xm-2.yaml", format!("{text}{change}")));
    let september = figures(&book, "2023-09");
    assert_eq!(funds(&september, "shangwu")[1], "1");
    assert!(!september.contains_key("funds/unit:wuliuban"));
    let october = figures(&book, "2023-10");
    assert_eq!(funds(&october, "shangwu")[1], "1", "what it did is its own");
    assert_eq!(october["funds/unit:other"]["value"], "0.5", "the new one has no goal");
    assert_eq!(all(&october), "1.62");
}

/// A curve by quarters, for the funds of the minimal plan.
const CURVE: &str = "序时:\n  - {编号: funds, 名称: 到位资金序时, 依据: 二, 点间: 直线, 节点: [\
    {期: 2023-Q2, 应达: 50%}, {期: 2023-Q4, 应达: 100%}]}\n";

#[test]
fn a_unit_that_begins_by_a_change_is_not_there_before_that_is_known() {
    let office = "{编号: wuliuban, 名称: 县物流办, 分组: 县级部门, \
        变更: [{报送: 2023-10-09, 起用: 2023-09-15, 原因: 新设}]}";
    let book = book(&case(&[TRAFFIC, TRADE, office], ""));
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let is_there = |on: &str, known: &str| {
        let register = book.registered(day(on), day(known));
        let mut units = register.units().iter();
        let unit = units.find(|unit| unit.id.as_str() == "wuliuban").unwrap();
        register.life(unit) == Life::InUse
    };
    assert!(!is_there("2023-09-30", "2023-10-08"));
    assert!(is_there("2023-09-30", "2023-10-09"));
    assert!(!is_there("2023-09-14", "2023-10-09"));
}

#[test]
fn a_point_that_passed_before_the_merger_is_judged_without_it() {
    let merged = TRADE.replace('}', ", 并入: {单位: 县交通局, 自: 2023-10-01}}");
    let case = case(&[TRAFFIC, &merged], CURVE);
    let plan = text(&case, PLAN);
    let funds = "    口径: 当年到位的资金\n";
    let plan = plan.replace(funds, &format!("{funds}    序时: funds\n"));
    let october = figures(&book(&case.with(PLAN, plan)), "2023-10");
    let verdict = &october["funds/unit:jiaotong"]["verdicts"][0];
    assert_eq!(verdict["point"], "2023-Q2");
    assert_eq!(verdict["due"], "0.5");
    // 0.12 of the 7 that were its own then, not 1.62 of 10.
    assert_eq!(verdict["actual"], "0.0171428571");
    let before = &october["funds/unit:shangwu"]["verdicts"][0];
    assert_eq!((&before["actual"], &before["met"]), (&"0".into(), &false.into()));
}

#[test]
fn who_went_on_in_another_is_listed_in_scores_without_total_and_rank() {
    let merged = TRADE.replace('}', ", 并入: {单位: 县交通局, 自: 2023-10-01}}");
    let assessment = "考核:\n  - 编号: units\n    名称: 单位考核\n    依据: 二\n    \
        对象: [departments]\n    权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, \
        项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]}]\n    计分:\n      \
        - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 100, \
        封顶: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}\n";
    let book = book(&case(&[TRAFFIC, &merged], assessment));
    let scored = |period: &str| {
        let period = Period::parse(period).unwrap();
        let basis = Basis::of(&book, period.end());
        let units = basis.figures(&period).scores.remove(0).units.into_iter();
        let told = |unit: UnitScore| {
            let items = unit.items[0].score.is_ok();
            assert_eq!(items, unit.total.is_ok(), "{}", unit.unit);
            (unit.unit, unit.total.ok(), unit.rank)
        };
        units.map(told).collect::<Vec<_>>()
    };
    let number = |text: &str| Some(text.parse::<Decimal>().unwrap());
    // 0.12 ÷ 7 × 100 and 1 ÷ 3 × 100.
    assert_eq!(
        scored("2023-09"),
        [
            ("jiaotong".to_owned(), number("1.71"), Some(2)),
            ("shangwu".to_owned(), number("33.33"), Some(1))
        ]
    );
    // 1.62 ÷ 10 × 100.
    assert_eq!(
        scored("2023-10"),
        [
            ("jiaotong".to_owned(), number("16.20"), Some(1)),
            ("shangwu".to_owned(), None, None)
        ]
    );
}

#[test]
fn pages_and_traces_tell_what_became_of_a_unit() {
    let units = format!(
        "  - {}\n  - {}\n",
        TRAFFIC.replace(
            '}',
            ", 变更: [{自: 2023-10-01, 报送: 2023-10-09, 名称: 县交通运输委, 原因: 机构改革}]}"
        ),
        TRADE.replace('}', ", 并入: {单位: 县交通局, 自: 2023-10-01}}")
    );
    let names = text(&Case::minimal(), "units.yaml");
    let names = format!("{}单位:\n{units}", &names[..names.find("单位:\n").unwrap()]);
    let edition = text(&Case::minimal(), "editions/2023-06.md");
    let october =
        edition.replace("2023-06", "2023-10").replace("2023-07-10", "2023-11-10");
    let october = october.replace("1—6月", "1—10月");
    let stage =
        Stage::minimal().with("units.yaml", names).with("editions/2023-10.md", october);
    let ended = stage.run(&["build", "--without", "pdf"]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.stdout, ended.stderr);
    let page = |name: &str| {
        std::fs::read_to_string(stage.out().join("demo").join(name)).unwrap()
    };
    let heir = page("units/jiaotong.html");
    assert!(heir.contains("2023年9月及以前称县交通局"), "{heir}");
    assert!(heir.contains("自2023年10月起县商务委并入本单位"), "{heir}");
    let gone = page("units/shangwu.html");
    assert!(gone.contains("自2023年10月起并入县交通运输委"));
    assert!(
        gone.contains("已并入县交通运输委（自2023年10月起）"),
        "the head says it too"
    );
    assert!(gone.contains("id=\"p-2023-06\""), "{gone}");
    assert!(!gone.contains("id=\"p-2023-10\""), "there is no row after it went: {gone}");
    assert!(!gone.contains(">2023年10月<"), "in no table: {gone}");
    assert!(!page("2023-06/index.html").contains("县交通运输委"), "the name of its day");
    assert!(page("2023-10/index.html").contains("县交通运输委"));
}

#[test]
fn what_does_not_fit_is_said_where_it_is_written() {
    let found = |units: &[&str]| {
        let lines = case(units, "").lines();
        let of_life = lines.into_iter().filter(|line| line.starts_with("unit-life"));
        of_life
            .map(|line| line.rsplit(' ').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let into = |unit: &str, other: &str| {
        unit.replace('}', &format!(", 并入: {{单位: {other}, 自: 2023-10-01}}}}"))
    };
    let circle = found(&[&into(TRAFFIC, "县商务委"), &into(TRADE, "县交通局")]);
    assert_eq!(circle, ["县交通局和县商务委互相并入", "县商务委和县交通局互相并入"]);
    let itself = found(&[&into(TRAFFIC, "县交通局"), TRADE]);
    assert_eq!(itself, ["县交通局并入了自己"]);
    let again = TRADE.replace(
        '}',
        ", 变更: [{自: 2023-10-01, 报送: 2023-10-09, 名称: 县交通局, 原因: 改名}]}",
    );
    let lines = case(&[TRAFFIC, &again], "").lines();
    assert!(lines.iter().any(|line| line.contains("duplicate-name")), "{lines:?}");
}

const MERGED: &str = "{编号: shangwu, 名称: 县商务委, 分组: 县级部门, 并入: {单位: 县交通局, 自: 2023-10-01}}";

/// The minimal plan, with a single goal for each unit.
fn with_singles(goals: &str, more: &str) -> Case {
    let case = case(&[TRAFFIC, MERGED], more);
    let mut plan = text(&case, PLAN);
    let (start, end) = (plan.find("目标:\n").unwrap(), plan.find("目标表:\n").unwrap());
    plan.replace_range(start..end, &format!("目标:\n{goals}"));
    for goal in ["7", "3", "10"] {
        plan = plan.replace(&format!(", 到位资金: {goal}亿元"), "");
    }
    case.with(PLAN, plan)
}

#[test]
fn single_goals_add_up_too() {
    let goal = |unit: &str, value: &str, more: &str| {
        format!(
            "  - {{编号: {unit}, 指标: 到位资金, 范围: {unit}, 值: {value}, 依据: 二{more}}}\n"
        )
    };
    let both = goal("jiaotong", "7亿元", "") + &goal("shangwu", "3亿元", "");
    let target = |case: &Case, period: &str| {
        let [.., target, _] = funds(&figures(&book(case), period), "jiaotong");
        target
    };
    let added = with_singles(&both, "");
    assert_eq!(target(&added, "2023-09"), "7");
    assert_eq!(target(&added, "2023-10"), "10");
    // 1.62 of 10.
    let october = figures(&book(&added), "2023-10");
    assert_eq!(october["funds/unit:jiaotong"]["completion"], "0.1620000000");
    let anew = with_singles(&both, "并入目标: 另行下达\n");
    assert_eq!(target(&anew, "2023-10"), "7");
    // What was set after they were one is for both; what one had alone goes on.
    let later = goal("jiaotong", "9亿元", ", 起用: 2023-10-15");
    let later =
        with_singles(&(both + &later.replace("编号: jiaotong", "编号: later")), "");
    assert_eq!(target(&later, "2023-10"), "9");
    let alone = with_singles(&goal("shangwu", "3亿元", ""), "");
    assert_eq!(target(&alone, "2023-10"), "3");
    // A goal for each is one goal of the one that is left.
    let each = with_singles(
        &goal("各县级部门", "2亿元", "").replace("编号: 各县级部门", "编号: each"),
        "",
    );
    assert_eq!(target(&each, "2023-10"), "2");
}

/// An assessment by marks and lapses.
const JUDGED: &str = "考核:\n  - 编号: units\n    名称: 单位考核\n    依据: 二\n    对象: [departments]\n    \
    权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 日常, 分值: 40, 依据: 二}, {名称: 测评, 分值: 60, 依据: 二}]}]\n    计分:\n      \
    - {编号: daily, 名称: 日常, 方式: 扣分, 分值: 40, 每项: 1, 封顶: 40, 不明: [{处理: 零分, 依据: 二}], 依据: 二}\n      \
    - {编号: survey, 名称: 测评, 方式: 评分, 分值: 60, 封顶: 60, 取评分: 各期, 不明: [{处理: 零分, 依据: 二}], 依据: 二}\n";

#[test]
fn lapses_and_marks_go_on_with_the_unit_and_a_disqualification_does_not() {
    let marks = "评分:\n  - {考核: units, 项目: survey, 单位: 县交通局, 分: 50, 期: 2023-06}\n  \
        - {考核: units, 项目: survey, 单位: 县商务委, 分: 30, 期: 2023-06}\n\
        缺项:\n  - {考核: units, 项目: daily, 单位: 县交通局, 日期: 2023-06-20, 事项: 甲}\n  \
        - {考核: units, 项目: daily, 单位: 县商务委, 日期: 2023-06-21, 事项: 乙, 数: 2}\n\
        取消资格:\n  - {考核: units, 单位: 县商务委, 起: 2023-06-22, 原因: 虚报, 依据: 二}\n";
    let case = case(&[TRAFFIC, MERGED], JUDGED).with("marks/2023-06.yaml", marks);
    let book = book(&case);
    let scored = |period: &str| {
        let period = Period::parse(period).unwrap();
        let basis = Basis::of(&book, period.end());
        let units = basis.figures(&period).scores.remove(0).units;
        units
            .into_iter()
            .map(|unit| unit.total.ok().map(|total| total.to_string()))
            .collect::<Vec<_>>()
    };
    // 40 − 1 + 50; the other one is disqualified.
    assert_eq!(scored("2023-09"), [Some("89".to_owned()), None]);
    // 40 − 3 + (50 + 30) ÷ 2; that the other one was disqualified is not its fault.
    assert_eq!(scored("2023-10"), [Some("77".to_owned()), None]);
}

#[test]
fn a_lapse_that_came_before_a_merger_was_known_is_right_as_it_stands() {
    let merger = "变更: [{报送: 2023-12-09, 并入: {单位: 县交通局, 自: 2023-10-01}, 原因: 机构改革}]";
    let trade = TRADE.replace('}', &format!(", {merger}}}"));
    let found = |submitted: &str| {
        let lapse = format!(
            "缺项:\n  - {{考核: units, 项目: daily, 单位: 县商务委, 日期: 2023-11-20, \
            事项: 甲, 报送: {submitted}}}\n"
        );
        let case = case(&[TRAFFIC, &trade], JUDGED).with("marks/2023-11.yaml", lapse);
        case.lines().iter().any(|line| line.starts_with("judged-after-merger"))
    };
    assert!(!found("2023-11-25"));
    assert!(found("2023-12-10"));
}

/// Totals that both report from July on, 县商务委 until it goes on in the other.
fn reported(later: &str) -> Case {
    let plan = "指标:\n  - {编号: funds, 名称: 到位资金, 取数: 上报数, 来源: 上报, 单位: 亿元, 时段: 本年累计, 口径: 上报的资金, 依据: 二}\n";
    let total = |unit: &str, month: &str, rest: &str| {
        format!(
            "  - {{指标: 到位资金, 范围: {unit}, 期: 2023-{month}, 性质: 上报, {rest}}}\n"
        )
    };
    let september = total("县交通局", "09", "值: 5亿元, 累计: 是")
        + &total("县商务委", "09", "值: 2亿元, 累计: 是");
    let table = "目标表:\n  - 编号: units\n    名称: 任务分解表\n    依据: 附件1\n    行:\n      \
        - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 7亿元}}\n      - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 3亿元}}\n";
    case(&[TRAFFIC, MERGED], &format!("{plan}{table}"))
        .with("reported/2023-09.yaml", format!("总数:\n{september}"))
        .with(
            "reported/2023-10.yaml",
            format!("总数:\n{}", total("县交通局", "10", later)),
        )
        .with("reported/2023-06.yaml", "总数: []\n")
}

#[test]
fn a_total_that_holds_those_of_a_merged_unit_counts_them_once() {
    let value = |case: &Case, period: &str| {
        let [_, value, target, _] = funds(&figures(&book(case), period), "jiaotong");
        (value, target)
    };
    let pair = |value: &str, target: &str| (value.to_owned(), target.to_owned());
    // 5 + 1 of October alone, and the 2 that the other one had reported by September.
    let monthly = reported("值: 1亿元");
    assert_eq!(value(&monthly, "2023-09"), pair("5", "7"));
    assert_eq!(value(&monthly, "2023-10"), pair("8", "10"));
    // 6 of its own up to October and 2 of the other.
    assert_eq!(
        value(&reported("值: 6亿元, 累计: 是, 含并入: 否"), "2023-10"),
        pair("8", "10")
    );
    // 8 holds them.
    let holds = reported("值: 8亿元, 累计: 是, 含并入: 是");
    assert_eq!(value(&holds, "2023-10"), pair("8", "10"));
    assert_eq!(all(&figures(&book(&holds), "2023-10")), "8");
    assert_eq!(all(&figures(&book(&holds), "2023-09")), "7");
    // Who does not say it is asked.
    let lines = reported("值: 8亿元, 累计: 是").lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("merged-total-unstated"), "{lines:?}");
}
