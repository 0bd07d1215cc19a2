//! Who is assessed in 巫山 besides those who find investors, by what, and what follows from it.

use tongbao::figures::basis::Basis;
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::sheet::Sheet;

use crate::shipped::{book, books, scores};
use crate::stage::{Stage, files, repository};

/// The units that an assessment lists in a period.
fn assessed(book: &Book, assessment: &str, period: &str) -> Vec<String> {
    let scores = scores(book, period).into_iter();
    let of_it = scores.filter(|score| score["assessment"] == assessment);
    let unit = |score: serde_json::Value| {
        score["scope"].as_str().unwrap().trim_start_matches("unit:").to_owned()
    };
    of_it.map(unit).collect()
}

#[test]
fn wushan_assesses_those_who_secure_land_and_workers_and_no_office_that_only_leads_tasks()
{
    let wushan = book("wushan");
    let support = ["zhujianwei", "rensheju", "huanjing", "shuili", "linye"];
    assert_eq!(assessed(wushan, "support", "2023-10"), support);
    let towns = ["dachang", "guandu", "miaoyu", "luoping", "longmen"];
    assert_eq!(assessed(wushan, "towns", "2023-10"), towns);
    // What became known in October changes no earlier month.
    let before = assessed(wushan, "support", "2023-09");
    assert!(before.contains(&"xuanchuanbu".to_owned()), "{before:?}");
    assert!(!before.contains(&"shuili".to_owned()), "{before:?}");
}

/// The book of 巫山 with some files in place of its marks.
fn wushan_with(laid: &[(&str, String)]) -> Stage {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data/wushan")) {
        let is_published =
            path.starts_with("released/") || path.starts_with("revisions/");
        if !is_published && !path.starts_with("marks/") {
            stage.write(&format!("wushan/{path}"), &bytes);
        }
    }
    for (path, text) in laid {
        stage.write(&format!("wushan/{path}"), text.as_bytes());
    }
    stage
}

#[test]
fn wushan_rewards_the_four_best_of_those_who_support() {
    // The third has 80 points exactly, the fourth less.
    let marks = [
        ("县住房城乡建委", "91"),
        ("县水利局", "86"),
        ("县林业局", "80"),
        ("县生态环境局", "79.99"),
        ("县人力社保局", "60"),
    ];
    let marks: String = (marks.iter())
        .map(|(unit, mark)| {
            format!("  - {{考核: support, 项目: survey, 单位: {unit}, 评分方: 落地企业, 分: {mark}, 期: 2023-12, 演示: 是}}\n")
        })
        .collect();
    let stage = wushan_with(&[("marks/2023-12.yaml", format!("评分:\n{marks}"))]);
    let books = books(&stage.data());
    let period = Period::parse("2023-12").unwrap();
    let basis = Basis::of(&books[0], period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let Make::Assessment(make) = table_called("奖励条件").unwrap().make else {
        panic!("rewards are of an assessment")
    };
    let view = sheet.assessment_view(Some("招商保障单位考核")).unwrap();
    let table = make(&view).unwrap();
    let rows: Vec<String> =
        table.rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
    let told = |unit: &str, reward: &str| {
        let mut of = rows.iter().filter(|row| row.contains(unit) && row.contains(reward));
        let row = of.next();
        assert!(of.next().is_none(), "{unit} {reward}");
        row.map(|row| row.contains("条件满足，可提请"))
    };
    let rewards = ["工作经费5万元", "工作经费3万元", "优秀名额增加1—2个"];
    let all = |unit: &str| rewards.map(|reward| told(unit, reward));
    assert_eq!(all("县住房城乡建委"), [Some(true), None, Some(true)]);
    assert_eq!(all("县水利局"), [Some(true), None, Some(true)]);
    assert_eq!(all("县林业局"), [None, Some(true), None]);
    assert_eq!(all("县生态环境局"), [None, Some(false), None]);
    assert_eq!(all("县人力社保局"), [None, None, None]);
}

#[test]
fn wushan_gives_a_bonus_for_each_of_the_eight_kinds_of_services() {
    const KINDS: [&str; 8] = [
        "新兴金融",
        "离岸服务外包",
        "专业服务",
        "国际物流及城乡配送",
        "电子商务",
        "保税商品展示",
        "互联网云计算大数据",
        "总部贸易",
    ];
    let bonus = |tags: &[&str]| {
        let project = |(at, tag): (usize, &&str)| {
            let text = format!(
                "编号: ws-2023-9{at}\n名称: 某{tag}项目\n演示: 是\n投资方: {{名称: 某{tag}有限公司, 注册地: 北京市}}\n来源地: 省外\n领域: 科技金融\n标签: [{tag}]\n责任单位: 科技金融商务代表队\n责任领导: 县领导庚\n合同:\n  - {{类型: 正式合同, 签订: 2023-03-0{}, 金额: 2000万元, 报送: 2023-03-10, 认定: 2023-03-15, 凭证: [合同文本]}}\n",
                at + 1
            );
            (format!("projects/2023/ws-2023-9{at}.yaml"), text)
        };
        let laid: Vec<(String, String)> = tags.iter().enumerate().map(project).collect();
        let laid: Vec<(&str, String)> =
            laid.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
        let books = books(&wushan_with(&laid).data());
        let scores = scores(&books[0], "2023-03");
        let is_team = |score: &&serde_json::Value| {
            score["assessment"] == "units" && score["scope"] == "unit:team-fintech"
        };
        let items = scores.iter().find(is_team).unwrap()["items"].as_array().unwrap();
        let item = items.iter().find(|item| item["id"] == "bonus-services").unwrap();
        item["score"].as_str().unwrap().to_owned()
    };
    // 0.2亿元 are in the lowest tier: one point each.
    assert_eq!(bonus(&KINDS), "8.00");
    assert_eq!(bonus(&["房地产"]), "0.00");
}
