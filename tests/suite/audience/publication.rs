//! What a public edition may not give away by arithmetic, and what it leaves out.

use crate::stage::{Stage, repository, suite};

const PLAN: &str = "plans/plan-2023.yaml";

/// The minimal book, whose one project has one month of money.
fn single() -> Stage {
    Stage::minimal()
}

#[test]
fn a_sum_with_one_hidden_value_stops_the_public_build_alone() {
    let stage = single();
    let ended = stage.run(&["build", "--audience", "公开"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(ended.codes().iter().all(|code| *code == "hidden-value"), "{}", ended.stderr);
    for words in ["县交通局的到位资金", "冷链物流项目", "公开限制"] {
        assert!(ended.stderr.contains(words), "{}", ended.stderr);
    }
    assert!(stage.written().is_empty(), "nothing is written");
    stage.run(&["build"]).fine();
}

#[test]
fn the_plan_settles_it_by_withholding() {
    let plan = std::fs::read_to_string(suite("minimal").join(PLAN)).unwrap();
    let restricted = format!(
        "{plan}公开限制: [{{指标: 到位资金, 处理: 不公开, 理由: 只有一个项目}}]\n"
    );
    let stage = single().with(PLAN, restricted);
    stage.run(&["build", "--audience", "公开"]).fine();
    let written = stage.written();
    let text = |path: &str| {
        let found = written.iter().find(|(written, _)| written == path);
        String::from_utf8(found.unwrap().1.clone()).unwrap()
    };
    assert!(text("demo/2023-06/index.html").contains("不公开"));
    let figures: serde_json::Value =
        serde_json::from_str(&text("demo/2023-06/figures.json")).unwrap();
    for figure in figures["figures"].as_array().unwrap() {
        let withheld = figure["indicator"] == "funds";
        assert_eq!(figure.get("value").is_none(), withheld, "{figure}");
        assert_eq!(figure["unknown"] == "不公开", withheld, "{figure}");
    }
}

/// A rest that published parts are taken off must hold more than one hidden value too.
#[test]
fn a_total_less_its_published_parts_gives_nothing_away() {
    let plan = std::fs::read_to_string(suite("audience/book").join(PLAN)).unwrap();
    let restriction = "{指标: funds, 范围: [shangwu], 处理: 不公开, 理由: 一个项目}";
    let restricted =
        plan.replace("公开限制:\n", &format!("公开限制:\n  - {restriction}\n"));
    let stage =
        Stage::empty().book("demo", &suite("audience/book")).with(PLAN, restricted);
    for project in ["xm-3", "xm-4"] {
        let path = format!("projects/2023/{project}.yaml");
        let text = std::fs::read_to_string(suite("audience/book").join(&path)).unwrap();
        let text = text.split("到位资金:").next().unwrap().to_owned();
        stage.write(&format!("demo/{path}"), text.as_bytes());
    }
    vouch(&stage);
    let ended = stage.run(&["build", "--audience", "公开"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(
        ended.stderr.contains("全县的到位资金减去已公布的各部分"),
        "{}",
        ended.stderr
    );
}

/// Gives every month of money its voucher, without which it does not count.
fn vouch(stage: &Stage) {
    for number in 1..=5 {
        let path = stage.data().join(format!("demo/projects/2023/xm-{number}.yaml"));
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.replace("金额: 1亿元}", "金额: 1亿元, 凭证: [银行回单]}");
        std::fs::write(path, text).unwrap();
    }
}

#[test]
fn the_shipped_books_have_a_public_edition_without_places_of_records() {
    let stage = Stage::empty();
    for (path, bytes) in crate::stage::files(&repository("data")) {
        stage.write(&path, &bytes);
    }
    stage.run(&["build", "--audience", "公开"]).fine();
    for (path, bytes) in stage.written() {
        let text = String::from_utf8_lossy(&bytes);
        for words in [".yaml", "projects/2022/", "银行回单", "没有计入的原因"]
        {
            assert!(!text.contains(words), "{words} in {path}");
        }
    }
}
