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
    for words in ["全县", "相加减", "“到位资金·县商务委”写明不公开"]
    {
        assert!(ended.stderr.contains(words), "{words}: {}", ended.stderr);
    }
}

/// The public book, in whose plan and projects texts are replaced.
fn changed(replaced: &[(&str, &str, &str)]) -> Stage {
    let stage = Stage::empty().book("demo", &suite("audience/book"));
    vouch(&stage);
    for (path, old, new) in replaced {
        let path = format!("demo/{path}");
        let text = std::fs::read_to_string(stage.data().join(&path)).unwrap();
        assert!(text.contains(old), "{path} has no {old}");
        stage.write(&path, text.replace(old, new).as_bytes());
    }
    stage
}

const MAY: (&str, &str, &str) = (
    "projects/2023/xm-2.yaml",
    "  - {月份: 2023-05, 金额: 1亿元, 凭证: [银行回单]}\n",
    "",
);

#[test]
fn a_month_less_the_month_before_gives_nothing_away() {
    let ended = changed(&[MAY]).run(&["build", "--audience", "公开"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    for words in ["县交通局的到位资金", "的增加数", "2023-05的数"] {
        assert!(ended.stderr.contains(words), "{words}: {}", ended.stderr);
    }
    let limit = "公开限制:\n  - {指标: funds, 各类: [单位], 处理: 合并, 期间: 2023-05-01 至 2023-12-31, 理由: 五月只有一笔}\n";
    let stage = changed(&[MAY, (PLAN, "公开限制:\n", limit)]);
    stage.run(&["build", "--audience", "公开", "--draft", "2023-04"]).fine();
    let value = |period: &str| {
        let path = stage.out().join(format!("demo/{period}/figures.json"));
        let file: serde_json::Value =
            serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let figures = file["figures"].as_array().unwrap();
        let own = figures.iter().find(|figure| figure["id"] == "funds/unit:jiaotong");
        own.unwrap().get("value").is_some()
    };
    assert!(value("2023-04") && !value("2023-05") && !value("2023-06"));
}

#[test]
fn months_that_are_left_out_do_not_hide_a_record_that_has_all_of_them() {
    let funds = "到位资金:\n  - {月份: 2023-02, 金额: 1亿元, 凭证: [银行回单]}\n  - {月份: 2023-05, 金额: 1亿元, 凭证: [银行回单]}\n";
    let limit = "公开限制:\n  - {指标: funds, 各类: [单位], 处理: 合并, 期间: 2023-02-01 至 2023-05-31, 理由: 只有一个项目}\n";
    let replaced = [("projects/2023/xm-2.yaml", funds, ""), (PLAN, "公开限制:\n", limit)];
    let ended = changed(&replaced).run(&["build", "--audience", "公开"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(ended.stderr.contains("xm-1.yaml"), "{}", ended.stderr);
    assert!(ended.stderr.contains("2023-02、2023-05的数"), "{}", ended.stderr);
}

#[test]
fn a_secret_figure_needs_a_second_one_beside_it() {
    let lone = (PLAN, "[shangwu, jiaotong], 处理: 不公开", "[shangwu], 处理: 不公开");
    let ended = changed(&[lone]).run(&["build", "--audience", "公开"]);
    assert!(ended.codes().contains(&"hidden-value"), "{}", ended.stderr);
    assert!(ended.stderr.contains("写明不公开，却可以由"), "{}", ended.stderr);
    let merged = (PLAN, "[shangwu, jiaotong], 处理: 不公开", "[shangwu], 处理: 合并");
    changed(&[merged]).run(&["build", "--audience", "公开"]).fine();
}

#[test]
fn ranks_do_not_tell_between_which_numbers_a_withheld_one_lies() {
    let ranked = (PLAN, "指标: funds, 按: 完成率", "指标: contract, 按: 完成率");
    let limit =
        "公开限制:\n  - {指标: contract, 范围: [shangwu], 处理: 合并, 理由: 一个项目}\n";
    let stage = changed(&[ranked, (PLAN, "公开限制:\n", limit)]);
    for (audience, shown) in [("内部", true), ("公开", false)] {
        stage.run(&["build", "--audience", audience, "--out", audience]).fine();
        let path = stage.data().join(format!("../{audience}/demo/2023-06/figures.json"));
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(text.contains("\"rank\""), shown, "{audience}");
    }
}

#[test]
fn tables_and_charts_of_an_internal_narrative_stand_in_the_public_body() {
    let stage = changed(&[]);
    stage.run(&["build", "--audience", "公开"]).fine();
    let page = stage.out().join("demo/2023-06/index.html");
    let page = std::fs::read_to_string(page).unwrap();
    let body = page.split("id=\"annex-1\"").next().unwrap();
    let at = |words: &str| body.find(words).unwrap_or_else(|| panic!("no {words}"));
    let places = ["<figure", "总体情况（", "各责任单位"].map(at);
    assert!(places.is_sorted(), "{places:?}");
    assert!(!body.contains("一、总体情况") && !body.contains("本期没有"));
}

#[test]
fn a_folder_is_made_for_one_audience_alone() {
    let stage = changed(&[]);
    stage.run(&["build"]).fine();
    let before = stage.written();
    let ended = stage.run(&["build", "--audience", "公开"]);
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.stderr.contains("已有内部版的通报，不能再放公开版"),
        "{}",
        ended.stderr
    );
    assert!(stage.written() == before, "nothing is touched");
    std::fs::remove_file(stage.out().join(".tongbao/audience")).unwrap();
    let ended = stage.run(&["build", "--audience", "公开"]);
    assert_eq!(ended.code, Some(2), "a folder without a mark may hold anything");
    stage.run(&["build", "--audience", "公开", "--out", "public"]).fine();
    stage.run(&["build", "--audience", "公开", "--out", "public"]).fine();
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
    stage.run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
    for (path, bytes) in stage.written() {
        let text = String::from_utf8_lossy(&bytes);
        for words in [".yaml", "projects/2022/", "银行回单", "没有计入的原因"]
        {
            assert!(!text.contains(words), "{words} in {path}");
        }
    }
}
