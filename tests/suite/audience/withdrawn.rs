//! What the public should not have had is gone from all that it gets, and that is said.

use serde_json::Value;

use crate::stage::{Stage, files, repository};

const PERIOD: &str = "2023-06";

/// A shipped book that took back the sums by the hidden seats of investors.
fn wushan() -> Stage {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data/wushan")) {
        stage.write(&format!("wushan/{path}"), &bytes);
    }
    stage
}

fn json(stage: &Stage, path: &str) -> Value {
    let bytes = std::fs::read(stage.out().join("wushan").join(path)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn figure<'a>(file: &'a Value, id: &str) -> Option<&'a Value> {
    file["figures"].as_array().unwrap().iter().find(|figure| figure["id"] == id)
}

#[test]
fn what_is_taken_back_is_gone_from_pages_and_copies_and_they_say_so() {
    let stage = wushan();
    stage.run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
    let figures = json(&stage, &format!("{PERIOD}/figures.json"));
    let released = json(&stage, &format!("released/{PERIOD}.json"));
    let gone = ["contract/region:prd", "contract/region:yrd", "bonus-companies/all"];
    for id in gone {
        let figure = figure(&figures, id).unwrap();
        assert_eq!(figure["unknown"], "已撤回", "{figure}");
        assert!(figure.get("value").is_none(), "{figure}");
        assert!(self::figure(&released, id).is_none(), "{id}");
        assert!(released["withdrawn"].as_array().unwrap().contains(&Value::from(id)));
    }
    assert!(figure(&released, "contract/all").is_some());
    let page = |path: &str| {
        std::fs::read_to_string(stage.out().join("wushan").join(path)).unwrap()
    };
    assert!(page(&format!("{PERIOD}/index.html")).contains("有撤回："));
    let revisions = page("revisions.html");
    for words in ["公开版撤回的数", "正式合同额 · 珠三角", "2023年10月12日"]
    {
        assert!(revisions.contains(words), "{words}");
    }
    stage.run(&["verify", "output"]).fine();
}

#[test]
fn others_keep_what_the_public_lost() {
    let stage = wushan();
    stage.run(&["build", "--without", "pdf"]).fine();
    let figures = json(&stage, &format!("{PERIOD}/figures.json"));
    assert!(figure(&figures, "contract/region:prd").unwrap().get("value").is_some());
    let released = json(&stage, &format!("released/{PERIOD}.json"));
    assert!(figure(&released, "contract/region:prd").is_some());
    assert!(released.get("withdrawn").is_none());
}

#[test]
fn what_the_public_never_had_cannot_be_taken_back() {
    let stage = wushan();
    let path = format!("wushan/revisions/{PERIOD}.yaml");
    let text = std::fs::read_to_string(stage.data().join(&path)).unwrap();
    let wrong = "- 数: [contract/region:none]\n  原因: 写错\n  日期: 2023-07-01\n";
    stage.write(&path, format!("{text}{wrong}").as_bytes());
    let ended = stage.run(&["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stdout);
    let told = ["公开版没有公布过“contract/region:none”", "早于这一期的印发"];
    for words in told {
        assert!(ended.stdout.contains(words), "{words}: {}", ended.stdout);
    }
}

#[test]
fn a_figure_does_not_leave_the_public_without_a_word() {
    let stage = wushan();
    let path = format!("wushan/revisions/{PERIOD}.yaml");
    let text = std::fs::read_to_string(stage.data().join(&path)).unwrap();
    let kept = text.split("撤回:").next().unwrap();
    stage.write(&path, kept.as_bytes());
    let ended = stage.run(&["build", "--without", "pdf", "--audience", "公开"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(ended.codes().iter().all(|code| *code == "released-figure-withdrawn"));
}
