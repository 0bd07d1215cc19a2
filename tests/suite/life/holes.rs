//! A book with holes: no month that nobody reported prints a value, on any page, in any table or
//! chart, in the PDF or in the data, whether totals are reported or the records themselves.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::audience::pdf::unpacked;
use crate::shipped::{books, figures};
use crate::stage::{Stage, suite};

/// What units reported, cumulative and of the month: January, February and April were reported by
/// nobody, May by one of three.
const REPORTS: &[(&str, u32, &str, &str)] = &[
    ("县交通局", 3, "31.7", "31.7"),
    ("县商务委", 3, "17.3", "17.3"),
    ("县交通局", 5, "53.9", "22.2"),
    ("县交通局", 6, "61.1", "7.2"),
    ("县商务委", 6, "29.3", "12"),
    ("县科技局", 6, "7.9", "7.9"),
];

/// The months of which nobody reported anything.
const SILENT: [u32; 3] = [1, 2, 4];

/// A narrative that calls for everything that a month may have.
const TEXT: &str = "## 一、总体情况

全县到位资金{{ 到位资金 }}，完成{{ 到位资金.完成率 }}，{{ 到位资金.超欠 }}，预计{{ 到位资金.预计 }}，还差{{ 到位资金.剩余 }}，月均需{{ 到位资金.月均需完成 }}。

{{ 表 \"总体情况\" }}

{{ 表 \"单位完成情况\" 到位资金 }}

{{ 图 \"单位完成率\" 到位资金 }}

{{ 图 \"单位对比\" 到位资金 }}
";

/// What a narrative shows of the months before.
const COURSE: &str = "
{{ 表 \"节点完成情况\" 到位资金 }}

{{ 图 \"走势\" 到位资金 }}
";

/// The book whose units report totals, and the one whose records a duty brings month by month.
fn stages() -> [Stage; 2] {
    [totals(), records("    缺报: 合计已报\n")]
}

/// The book whose units report cumulative totals.
fn totals() -> Stage {
    let stage = stage();
    for month in 1..=6 {
        let totals: String = (REPORTS.iter().filter(|report| report.1 == month))
            .map(|(unit, _, value, _)| {
                format!("  - {{指标: 到位资金, 范围: {unit}, 期: 2023-0{month}, 值: {value}亿元, 性质: 上报, 累计: 是}}\n")
            })
            .collect();
        if !totals.is_empty() {
            let path = format!("demo/reported/2023-0{month}.yaml");
            stage.write(&path, format!("总数:\n{totals}").as_bytes());
        }
    }
    stage
}

/// The book whose projects have the same money month by month, which a duty brings; with what the
/// indicator says besides.
pub(super) fn records(declared: &str) -> Stage {
    let stage = stage();
    let path = |name: &str| stage.data().join("demo").join(name);
    let plan = fs::read_to_string(path("plans/plan-2023.yaml")).unwrap();
    let plan = plan
        .replace(
            "  - {事项: 上报, 日: 次月10日, 依据: 二}\n",
            "  - {事项: 资金, 日: 次月10日, 依据: 二}\n报送任务:\n  - {编号: funds, 名称: 到位资金, 周期: 每月, 期限: 次月10日, 起: 2023-01-01, 单位: [县级部门], 事项: [资金], 依据: 二}\n",
        )
        .replace(
            "    取数: 上报数\n    来源: 上报\n",
            &format!("    取数: 到位资金\n    来源: 项目\n    分列: [领导, 领域]\n{declared}"),
        );
    stage.write("demo/plans/plan-2023.yaml", plan.as_bytes());
    let units = fs::read_to_string(path("units.yaml")).unwrap();
    let axes = "领域:\n  - {编号: logistics, 名称: 商贸物流}\n领导:\n  - {编号: leader-1, 名称: 县领导甲, 领域: [商贸物流]}\n";
    stage.write("demo/units.yaml", format!("{units}{axes}").as_bytes());
    for (at, unit) in ["县交通局", "县商务委", "县科技局"].into_iter().enumerate()
    {
        let own = REPORTS.iter().filter(|report| report.0 == unit);
        let money: String = own
            .map(|(_, month, _, value)| {
                format!(
                    "  - {{月份: 2023-0{month}, 金额: {value}亿元, 凭证: [银行回单]}}\n"
                )
            })
            .collect();
        let project = format!(
            "编号: xm-{at}\n名称: 某项目{at}\n投资方: {{名称: 某公司}}\n来源地: 市外\n领域: 商贸物流\n责任单位: {unit}\n责任领导: 县领导甲\n\
             合同:\n  - {{类型: 正式合同, 签订: 2022-11-18, 金额: 170亿元}}\n到位资金:\n{money}"
        );
        let path = format!("demo/projects/2022/xm-{at}.yaml");
        stage.write(&path, project.as_bytes());
    }
    stage
}

/// The book with its editions and nothing reported.
fn stage() -> Stage {
    let stage = Stage::empty().book("demo", &suite("life/holes"));
    for month in 1..=6 {
        // What was reached at a milestone, and the chart of the months before, stand under their own dates.
        let course = if SILENT.contains(&month) { "" } else { COURSE };
        let edition = format!(
            "---\n期: 2023-0{month}\n期号: {month}\n印发: 2023-0{}-12\n标题: 关于{month}月情况的通报\n---\n\n{TEXT}{course}",
            month + 1
        );
        stage.write(&format!("demo/editions/2023-0{month}.md"), edition.as_bytes());
    }
    stage
}

/// Every text of a value in the months that were reported: the value, what it is of the target, how far
/// it leads, where it leads.
fn known(stage: &Stage) -> BTreeSet<String> {
    let book = &books(&stage.data())[0];
    let mut texts = BTreeSet::new();
    for month in [3, 5, 6] {
        for figure in figures(book, &format!("2023-0{month}")).values() {
            for key in ["text", "completion_text", "lead_text"] {
                texts.extend(figure[key].as_str().map(str::to_owned));
            }
        }
    }
    texts.retain(|text| text.contains(|c: char| ('1'..='9').contains(&c)));
    texts
}

/// Whether a text has a number that is not part of a longer one.
fn has_number(text: &str, number: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    text.match_indices(number).any(|(at, found)| {
        !text[..at].ends_with(is_digit) && !text[at + found.len()..].starts_with(is_digit)
    })
}

/// A text without what its traces say of milestones that have passed.
fn without_verdicts(text: &str) -> String {
    let mut parts = text.split("各节点按当期截止日");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('<').map_or("", |(_, rest)| rest)
    })
}

/// A page without its charts of the months before, each point of which has its own date.
fn without_course(text: &str) -> String {
    let mut parts = text.split("<figure");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once("</figure>") {
        Some((course, rest)) if course.contains("chart-trend-") => text + rest,
        _ => text + "<figure" + part,
    })
}

#[test]
fn the_editions_of_silent_months_have_no_value_of_any_other_month() {
    stages().iter().for_each(have_no_value_of_another);
}

fn have_no_value_of_another(stage: &Stage) {
    stage.run(&["build"]).fine();
    let known = known(stage);
    assert!(known.len() > 12, "{known:?}");
    for month in SILENT {
        let folder = stage.out().join(format!("demo/2023-0{month}"));
        let mut read = 0;
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            let pdf = path.extension().is_some_and(|extension| extension == "pdf");
            let bytes = if pdf { unpacked(&bytes) } else { bytes };
            let text = String::from_utf8_lossy(&bytes).into_owned();
            // Lines break anywhere in a document, and its cells are glued together.
            let text = if pdf { text.replace(['\n', ' '], "") } else { text };
            // What was reported before may stand under its own date.
            let text = ["49.00", "31.70", "17.30"].iter().fold(text, |text, value| {
                text.replace(&format!("截至3月底{value}亿元"), "")
            });
            let text = without_course(&without_verdicts(&text));
            let told = known.iter().filter(|number| {
                if pdf { text.contains(*number) } else { has_number(&text, number) }
            });
            let told: Vec<&String> = told.collect();
            assert!(told.is_empty(), "{}: {told:?}", path.display());
            read += 1;
        }
        assert!(read >= 3, "{}", folder.display());
    }
}

#[test]
fn the_data_of_silent_months_has_no_value_and_says_why() {
    stages().iter().for_each(data_says_why);
}

fn data_says_why(stage: &Stage) {
    let book = &books(&stage.data())[0];
    for month in SILENT {
        for (id, figure) in figures(book, &format!("2023-0{month}")) {
            let worked_out = [
                "value",
                "completion",
                "lead",
                "remaining",
                "needed_per_month",
                "projection",
            ];
            let has: Vec<&&str> =
                worked_out.iter().filter(|key| !figure[**key].is_null()).collect();
            assert!(has.is_empty(), "{month} {id}: {has:?}");
            let reason = figure["unknown"].as_str().unwrap_or_default();
            assert!(reason.contains("未上报"), "{month} {id}: {reason}");
        }
    }
    // A unit that is silent where others are not has none either.
    let may = figures(book, "2023-05");
    assert_eq!(may["funds/unit:shangwu"]["value"], Value::Null);
    assert_eq!(may["funds/unit:keji"]["value"], Value::Null);
    assert_eq!(may["funds/all"]["value"], "53.9");
}

#[test]
fn nothing_is_drawn_where_nobody_reported_and_nothing_through_it() {
    stages().iter().for_each(draws_nothing);
}

fn draws_nothing(stage: &Stage) {
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = fs::read_to_string(stage.out().join("demo/2023-06/index.html")).unwrap();
    let is_course_of_all = |svg: &&str| {
        svg.contains("web-chart-trend-funds-all") && svg.contains("chart-web")
    };
    let svg = page.split("<svg").find(is_course_of_all).unwrap();
    let svg = svg.split("</svg>").next().unwrap();
    // Each month with a value has a spot that says it; there is no other.
    let named: Vec<&str> = svg.split("<circle").skip(1).filter_map(title).collect();
    assert_eq!(named, ["3月 49.00", "5月 53.90", "6月 98.30"]);
    // The line joins May and June alone: April lies between March and May, and nothing came before.
    let lines: Vec<&str> =
        svg.split("<path d=\"").skip(1).filter(|path| is_course(path)).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    let corners = lines[0].split('"').next().unwrap().split_whitespace().count();
    assert_eq!(corners, 2, "{}", lines[0]);
}

/// What a spot says to who points at it.
fn title(circle: &str) -> Option<&str> {
    circle.split("<title>").nth(1)?.split("</title>").next()
}

/// Whether a path is the line of what was reached, which is the thickest.
fn is_course(path: &str) -> bool {
    let tag = path.split('>').next().unwrap_or_default();
    tag.contains("line-blue") && !tag.contains("dasharray")
}

#[test]
fn the_pages_of_units_have_a_dash_in_silent_months() {
    stages().iter().for_each(pages_have_a_dash);
}

fn pages_have_a_dash(stage: &Stage) {
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = stage.out().join("demo/units/shangwu.html");
    let page = fs::read_to_string(page).unwrap();
    for month in [1, 2, 4, 5] {
        let name = format!("2023年{month}月");
        let row =
            page.split("<tr").skip(1).find(|row| row.contains(&name)).unwrap_or_default();
        let row = row.split("</table>").next().unwrap();
        for number in ["17.3", "29.3"] {
            assert!(!has_number(row, number), "{name}: {row}");
        }
    }
    assert!(page.contains("17.30") && page.contains("29.30"));
}
