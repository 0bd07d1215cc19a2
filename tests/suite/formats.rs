//! The formats of findings that hosts of code read.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::stage::Stage;

/// The minimal book with one fault on the fourth line of a project, and a warning.
fn faulty() -> Stage {
    let project = "编号: xm-2\n名称: 另一项目\n投资方: {名称: 某某公司}\n来源地: 市外\n领域: 商贸物流\n责任单位: 县交通局\n合同:\n  - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2}\n  - {类型: 正式合同, 签订: 2023-03-19, 金额: 3.2}\n";
    Stage::minimal().with("projects/2023/xm-2.yaml", project)
}

fn shown(stage: &Stage, format: &str) -> Value {
    let ended = stage.run(&["check", "--format", format]);
    serde_json::from_str(&ended.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", ended.stdout))
}

#[test]
fn gitlab_gets_each_finding_with_its_line_and_a_name_of_its_own() {
    let issues = shown(&faulty(), "gitlab");
    let issues = issues.as_array().unwrap();
    assert_eq!(issues.len(), 2, "{issues:?}");
    assert_eq!(issues[0]["check_name"], "amount-without-unit");
    assert_eq!(issues[0]["severity"], "critical");
    assert_eq!(issues[0]["location"]["path"], "data/demo/projects/2023/xm-2.yaml");
    assert_eq!(issues[0]["location"]["lines"]["begin"], 8);
    assert!(issues[0]["description"].as_str().unwrap().contains("办法："));
    let names: BTreeSet<&str> =
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "two that say the same are two");
    assert_eq!(shown(&Stage::minimal(), "gitlab"), serde_json::json!([]));
}

#[test]
fn sarif_has_version_tool_rules_and_regions() {
    let log = shown(&faulty(), "sarif");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "tongbao");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "amount-without-unit");
    let result = &run["results"][0];
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "data/demo/projects/2023/xm-2.yaml");
    assert_eq!(place["region"]["startLine"], 8);
    assert!(
        shown(&Stage::minimal(), "sarif")["runs"][0]["results"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn each_line_of_json_says_which_form_it_has() {
    let ended = faulty().run(&["check", "--format", "json"]);
    for line in ended.stdout.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        assert_eq!(finding["schema"], "tongbao-findings/1");
    }
}
