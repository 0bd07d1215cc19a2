//! What was promised on both sides of a project is listed for those inside, and nowhere else.

use std::fs;

use tongbao::diagnostic::Severity;

use crate::case::Case;
use crate::stage::{Stage, files, suite};

/// A project with promises that are reviewed or not and kept or not, by the end of June 2023; the law on
/// reviews is of 2024, so the plan and the edition of the test are of 2025.
const PROMISES: &str = "\
政策承诺:
  - {类别: 财政奖补, 内容: 没有审查的奖励, 依据: 协议第1条, 日期: 2025-02-01, 应兑现: 2025-12-31}
  - {类别: 用地, 内容: 审查过的用地, 依据: 协议第2条, 日期: 2025-02-01, 公平竞争审查: {机关: 县市场监管局, 日期: 2025-01-20}, 应兑现: 2025-05-31, 兑现: 2025-05-20}
  - {类别: 用能, 内容: 没有兑现的电价, 依据: 协议第3条, 日期: 2024-03-18, 应兑现: 2025-03-31}
  - {类别: 其他, 内容: 期后兑现的补助, 依据: 协议第4条, 日期: 2024-03-18, 应兑现: 2025-03-31, 兑现: 2025-07-02}
  - {类别: 其他, 内容: 迟报兑现的补助, 依据: 协议第5条, 日期: 2024-03-18, 应兑现: 2025-03-31, 兑现: 2025-03-20, 报送: 2025-08-01}
  - {类别: 其他, 内容: 期后承诺的补助, 依据: 协议第6条, 日期: 2025-07-03}
履约:
  - {事项: 年税收, 年份: 2024, 约定: 987.6万元, 实际: 765.4万元, 核实: 2025-01-15, 说明: 推迟投产}
  - {事项: 用工, 约定: 321人, 实际: 123人, 核实: 2025-08-01}
";

fn book() -> Stage {
    let plan = "编号: plan-2025\n名称: 某县2025年方案\n期间: 2024-01-01 至 2025-12-31\n条款: [{条: 二, 要点: 目标}]\n指标:\n  - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 当年到位的资金, 依据: 二}\n";
    let edition = "---\n期: 2025-06\n印发: 2025-07-10\n标题: 通报\n---\n";
    let project = format!(
        "编号: xm-1\n名称: 冷链物流项目\n演示: 是\n投资方: {{名称: 某某物流有限公司}}\n来源地: 市外\n责任单位: 县交通局\n合同: [{{类型: 正式合同, 签订: 2024-03-18, 金额: 3.2亿元}}]\n{PROMISES}"
    );
    let stage = Stage::empty();
    for file in ["book.yaml", "units.yaml"] {
        let text = fs::read_to_string(suite("minimal").join(file)).unwrap();
        let text = text.replace("plan-2023", "plan-2025");
        stage.write(&format!("demo/{file}"), text.as_bytes());
    }
    stage
        .with("plans/plan-2025.yaml", plan)
        .with("editions/2025-06.md", edition)
        .with("projects/2024/xm-1.yaml", project)
}

fn built(stage: &Stage, audience: &str) -> Vec<(String, String)> {
    let _ = fs::remove_dir_all(stage.out());
    stage.run(&["build", "--without", "pdf", "--audience", audience]).fine();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    files(&stage.out()).into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
}

/// The part of a page from one of its tables on, up to the next table.
fn table<'a>(page: &'a str, id: &str) -> &'a str {
    let start = page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id}"));
    let rest = &page[start..];
    &rest[..rest.find("</table>").unwrap()]
}

#[test]
fn those_inside_have_the_lists_of_what_lacks_a_review_and_what_is_not_kept() {
    let stage = book();
    for audience in ["内部", "领导"] {
        let site = built(&stage, audience);
        let page = |path: &str| {
            let mut pages = site.iter().filter(|(name, _)| name == path);
            pages.next().unwrap_or_else(|| panic!("{path}")).1.clone()
        };
        for path in ["demo/promises.html", "demo/2025-06/index.html"] {
            let page = page(path);
            let unreviewed = table(&page, "promises-unreviewed");
            assert!(unreviewed.contains("没有审查的奖励"), "{unreviewed}");
            assert!(!unreviewed.contains("审查过的用地"), "{unreviewed}");
            assert!(!unreviewed.contains("电价"), "made before the law: {unreviewed}");
            let overdue = table(&page, "promises-overdue");
            for open in ["没有兑现的电价", "期后兑现的补助", "迟报兑现的补助"]
            {
                assert!(overdue.contains(open), "{open}: {overdue}");
            }
            for kept in ["审查过的用地", "没有审查的奖励", "期后承诺的补助"]
            {
                assert!(!overdue.contains(kept), "{kept}: {overdue}");
            }
            let real = table(&page, "fulfilments");
            assert!(real.contains("987.6") && real.contains("765.4"), "{real}");
            assert!(real.contains("321人") && !real.contains("123人"), "{real}");
        }
        let project = page("demo/projects/xm-1.html");
        assert!(project.contains("县市场监管局") && project.contains("应审未审"));
        assert!(!project.contains("期后承诺的补助"), "not known by the end of June");
        assert!(page("demo/2025-06/index.html").contains("promises.html"), "a link");
    }
}

#[test]
fn the_public_has_no_word_of_promises() {
    let site = built(&book(), "公开");
    assert!(site.iter().all(|(path, _)| !path.contains("promises")));
    let words = ["政策承诺", "履约", "公平竞争", "奖励", "电价", "987.6", "321人"];
    for (path, text) in &site {
        for word in words {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn what_is_missing_is_told_and_blocks_nothing() {
    let stage = book();
    let ended = stage.run(&["check"]).fine();
    let codes = ended.codes();
    let count = |code: &str| codes.iter().filter(|one| **one == code).count();
    assert_eq!(
        (count("promise-unreviewed"), count("promise-overdue")),
        (2, 2),
        "{codes:?}"
    );
}

/// An edition of a day with so many characters of text.
fn long(issued: &str, count: usize) -> Case {
    let body = "字".repeat(count / 2) + "\n\n" + &"字".repeat(count - count / 2);
    let card = format!("---\n期: 2023-06\n印发: {issued}\n标题: 通报\n---\n\n{body}\n");
    Case::minimal().with("editions/2023-06.md", card)
}

#[test]
fn a_document_of_more_than_four_thousand_characters_is_noted() {
    let noted = |case: Case| {
        let found = case.findings();
        found.iter().any(|finding| {
            finding.code == "long-document" && finding.severity == Severity::Note
        })
    };
    assert!(noted(long("2024-08-06", 4001)));
    assert!(!noted(long("2024-08-06", 4000)));
    assert!(!noted(long("2024-08-05", 4001)), "before the rule");
}

/// A plan of a day with an item of an assessment.
fn with_item(issued: &str, name: &str) -> Vec<String> {
    let plan = format!(
        "日期: {issued}\n考核:\n  - {{编号: units, 名称: 考核, 依据: 二, 权重组: [{{编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{{名称: {name}, 分值: 100, 依据: 二}}]}}], 计分: [{{编号: one, 名称: {name}, 方式: 评分, 分值: 100, 封顶: 100, 不明: [{{处理: 零分, 依据: 二}}], 依据: 二}}], 对象: [departments]}}\n"
    );
    let found = Case::minimal().laid_over("plans/plan-2023.yaml", &plan).findings();
    let found = found.iter().filter(|finding| finding.code == "formal-item");
    found.map(|finding| finding.message.clone()).collect()
}

#[test]
fn an_item_on_messages_notes_meetings_or_pictures_is_noted_since_the_rule() {
    for name in [
        "信息报送",
        "信息",
        "信息采用情况",
        "领导批示",
        "会议组织",
        "参会情况",
        "活动照片",
        "工作留痕",
    ] {
        assert_eq!(with_item("2024-08-06", name).len(), 1, "{name}");
        assert_eq!(with_item("2024-08-05", name).len(), 0, "{name} before the rule");
    }
    for name in ["电子信息产业项目", "到位资金", "项目开工"] {
        assert_eq!(with_item("2024-09-01", name), Vec::<String>::new());
    }
}
