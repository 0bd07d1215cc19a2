//! The page of a book that tells what changed from each edition to the next.

use std::fs;

use crate::stage::Stage;

const PLAN: &str = "demo/plans/plan-2023.yaml";
const PROJECT: &str = "demo/projects/2023/xm-1.yaml";
const PAGE: &str = "demo/history.html";

/// The minimal book with a second edition, in which 县交通局 reaches its goal and its target moves.
fn two_months() -> Stage {
    let stage = Stage::minimal();
    let text = |path: &str| fs::read_to_string(stage.data().join(path)).unwrap();
    let july = text("demo/editions/2023-06.md").replace("2023-06", "2023-07");
    let july = july.replace("2023-07-10", "2023-08-10");
    stage.write("demo/editions/2023-07.md", july.as_bytes());
    let plan = text(PLAN).replace(
        "目标:\n",
        "截止:\n  - {事项: 资金, 日: 次月7日, 依据: 附件1}\n目标:\n\
         \x20 - {编号: more, 指标: 到位资金, 范围: 全县, 值: 12亿元, 起用: 2023-07-01, 依据: 二}\n",
    );
    let plan = plan.replacen("目标:\n", "排位:\n  - {编号: funds, 指标: 到位资金, 分组: [县级部门], 按: 完成率, 依据: 二}\n目标:\n", 1);
    stage.write(PLAN, plan.as_bytes());
    let entries = "  - {月份: 2023-07, 金额: 7亿元, 报送: 2023-08-02, 凭证: [银行回单]}\n\
                   \x20 - {月份: 2023-06, 金额: 500万元, 报送: 2023-07-20, 凭证: [银行回单]}\n";
    stage.write(PROJECT, format!("{}{entries}", text(PROJECT)).as_bytes());
    let other = text(PROJECT).replace("xm-1", "xm-2").replace("县交通局", "县商务委");
    let other =
        other.replace("冷链物流项目", "分拣中心项目").replace("2023-03-18", "2023-07-03");
    let other = other.replace("2023-05-12", "2023-07-12");
    let other = other.split("到位资金:").next().unwrap().to_owned()
        + "到位资金:\n  - {月份: 2023-06, 金额: 1000万元, 报送: 2023-07-01, 凭证: [银行回单]}\n";
    stage.write("demo/projects/2023/xm-2.yaml", other.as_bytes());
    stage
}

/// The words of a page, without its marks.
fn words(stage: &Stage, path: &str) -> String {
    let page = fs::read_to_string(stage.out().join(path)).unwrap();
    let main = page.split("<main").nth(1).unwrap_or(&page);
    let main = main.split("</main>").next().unwrap_or(main);
    let text: String = main
        .split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    text.split_whitespace().collect()
}

#[test]
fn each_edition_is_told_beside_the_one_before_it() {
    let stage = two_months();
    stage.run(&["build", "--without", "pdf"]).fine();
    let told = words(&stage, PAGE);
    for expected in [
        "2023年7月与2023年6月相比",
        // 1200 + 1000 万元 by June; 7 亿元 and 500 万元 more by July.
        "到位资金（亿元）0.227.27增加7.0560.58%提高58.38个百分点",
        "县交通局到位资金达到目标7.00亿元（7.17亿元）",
        "目标调整全县到位资金10.00→12.00亿元",
        "名次上升县交通局（到位资金，第2→第1位，升1）",
        "名次下降县商务委（到位资金，第1→第2位，降1）",
        "新签约的项目分拣中心项目",
        "2023年7月20日补报，本期计入",
        "本系列的第一期，没有上期可比",
        "送审稿，数随数据更正而变",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    for page in ["demo/index.html", "demo/2023-06/index.html"] {
        assert!(words(&stage, page).contains("各期变化"), "{page}");
    }
}

#[test]
fn a_lead_or_a_letter_of_intent_is_no_newly_signed_project() {
    let stage = two_months();
    let text = fs::read_to_string(stage.data().join(PROJECT)).unwrap();
    let text = text.replace("xm-1", "xm-3").replace("冷链物流", "临港仓储");
    let text = text.replace(
        "类型: 正式合同, 签订: 2023-03-18",
        "类型: 意向投资协议, 签订: 2023-07-20",
    );
    let early = text.split("开工:").next().unwrap().to_owned()
        + "线索: {日期: 2023-07-02}\n在谈: {日期: 2023-07-09}\n";
    stage.write("demo/projects/2023/xm-3.yaml", early.as_bytes());
    stage.run(&["build", "--without", "pdf"]).fine();
    let told = words(&stage, PAGE);
    assert!(told.contains("新签约的项目分拣中心项目"), "{told}");
    assert!(!told.contains("临港仓储"), "{told}");
    assert!(words(&stage, "demo/projects.html").contains("临港仓储"));
}

#[test]
fn records_of_one_plan_are_not_counted_as_new_beside_those_of_another() {
    let stage = two_months();
    let text = |path: &str| fs::read_to_string(stage.data().join(path)).unwrap();
    let next = text(PLAN).replace("2023", "2024");
    stage.write("demo/plans/plan-2024.yaml", next.as_bytes());
    let card = text("demo/book.yaml").replace("[plan-2023]", "[plan-2023, plan-2024]");
    stage.write("demo/book.yaml", card.as_bytes());
    let january = text("demo/editions/2023-07.md").replace("2023-08-10", "2024-02-10");
    let january = january.replace("2023-07", "2024-01");
    stage.write("demo/editions/2024-01.md", january.as_bytes());
    let entry = "  - {月份: 2024-01, 金额: 6亿元, 凭证: [银行回单]}\n";
    stage.write(PROJECT, format!("{}{entry}", text(PROJECT)).as_bytes());
    stage.run(&["build", "--without", "pdf"]).fine();
    let told = words(&stage, PAGE);
    let (newest, earlier) = told.split_once("2023年7月通报").unwrap();
    assert!(newest.contains("2024年1月与2023年7月相比"), "{newest}");
    assert!(!newest.contains("新计入的记录"), "{newest}");
    assert!(earlier.contains("新计入的记录"), "{earlier}");
}

#[test]
fn the_public_is_not_told_when_a_record_became_known() {
    let stage = two_months();
    let plan = fs::read_to_string(stage.data().join(PLAN)).unwrap();
    let hidden = "公开限制:\n  - {指标: 到位资金, 处理: 不公开, 理由: 单位少}\n目标:\n";
    stage.write(PLAN, plan.replacen("目标:\n", hidden, 1).as_bytes());
    stage.run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
    let told = words(&stage, PAGE);
    assert!(told.contains("2023年7月与2023年6月相比"), "{told}");
    for hidden in ["补报", "新计入", "新签约", "7.27", "第2→", "达到目标"]
    {
        assert!(!told.contains(hidden), "{hidden}: {told}");
    }
}

#[test]
fn a_book_with_one_edition_has_no_history() {
    let stage = Stage::minimal();
    stage.run(&["build", "--without", "pdf"]).fine();
    assert!(!stage.out().join(PAGE).exists());
    assert!(!words(&stage, "demo/index.html").contains("各期变化"));
}
