//! What if: files laid over a book, never mixed with results and never said to move what was released.

use std::fs;

use crate::audience::pdf::unpacked;
use crate::release::Desk;
use crate::stage::{Stage, files};

/// A goal that is halved, and money that will come.
fn suppose(write: impl Fn(&str, &str), read: impl Fn(&str) -> String) {
    let plan = read("data/demo/plans/plan-2023.yaml");
    write("假设/plans/plan-2023.yaml", &plan.replace("值: 10亿元", "值: 5亿元"));
    let project = read("data/demo/projects/2023/xm-1.yaml");
    let coming = "  - {月份: 2023-07, 金额: 2亿元, 凭证: [银行回单]}\n";
    write("假设/projects/2023/xm-1.yaml", &format!("{project}{coming}"));
}

fn what_if() -> Stage {
    let stage = Stage::minimal();
    let at = |path: &str| stage.data().parent().unwrap().join(path);
    suppose(
        |path, text| {
            fs::create_dir_all(at(path).parent().unwrap()).unwrap();
            fs::write(at(path), text).unwrap();
        },
        |path| fs::read_to_string(at(path)).unwrap(),
    );
    stage
}

#[test]
fn every_page_and_document_says_that_it_is_supposed() {
    let stage = what_if();
    let sources = files(&stage.data());
    let over = ["build", "--overlay", "假设"];
    let unsaid = stage.run(&over);
    assert_eq!(unsaid.code, Some(2));
    assert!(unsaid.stderr.contains("--out"), "{}", unsaid.stderr);
    stage.run(&[&over[..], &["--out", "推演", "--single-file"]].concat()).fine();
    let made = files(&stage.data().parent().unwrap().join("推演"));
    let mut kinds = [0; 2];
    for (path, bytes) in &made {
        let name = path.rsplit('/').next().unwrap();
        match name.rsplit('.').next().unwrap() {
            "html" => {
                let page = String::from_utf8_lossy(bytes);
                assert!(page.contains("<title>推演 · "), "{path}");
                assert!(page.contains("class=\"watermark\""), "{path}");
                kinds[0] += 1;
            }
            "pdf" => {
                let text = String::from_utf8_lossy(&unpacked(bytes)).into_owned();
                assert!(text.contains("推演"), "{path}");
                assert!(!text.contains("tongbao-figures"), "{path}");
                kinds[1] += 1;
            }
            "json" | "csv" | "xlsx" if !path.contains("/.") => {
                assert!(path.contains(".tongbao"), "{path} would be taken for results");
            }
            _ => {}
        }
    }
    assert!(kinds[0] > 8 && kinds[1] == 1, "{kinds:?}");
    let page = made.iter().find(|(path, _)| path == "demo/2023-06/index.html").unwrap();
    assert!(String::from_utf8_lossy(&page.1).contains("5.00"));
    assert_eq!(files(&stage.data()), sources);
}

#[test]
fn suppositions_and_results_never_stand_in_one_folder() {
    let stage = what_if();
    stage.run(&["build", "--without", "pdf"]).fine();
    let mixed = stage.run(&["build", "--overlay", "假设", "--out", "output"]);
    assert_eq!(mixed.code, Some(2));
    assert!(mixed.stderr.contains("内部版"), "{}", mixed.stderr);
    let over = ["build", "--overlay", "假设", "--out", "推演", "--without", "pdf"];
    stage.run(&over).fine();
    let mixed = stage.run(&["build", "--out", "推演"]);
    assert!(mixed.stderr.contains("内部推演版"), "{}", mixed.stderr);
}

#[test]
fn a_fault_is_told_where_it_was_written() {
    let stage = what_if();
    let place = stage.data().parent().unwrap().join("假设/projects/2023/xm-1.yaml");
    let text = fs::read_to_string(&place).unwrap();
    fs::write(&place, text.replace("县交通局", "县交通")).unwrap();
    let found = stage.run(&["build", "--overlay", "假设", "--out", "推演"]);
    assert_eq!(found.code, Some(1));
    assert!(
        found.stderr.contains("--> 假设/projects/2023/xm-1.yaml:"),
        "{}",
        found.stderr
    );
    for (folder, told) in [("没有", "找不到推演的文件夹"), ("data/demo", "属于")]
    {
        let refused = stage.run(&["build", "--overlay", folder, "--out", "推演"]);
        assert_eq!(refused.code, Some(2));
        assert!(refused.stderr.contains(told), "{}", refused.stderr);
    }
}

#[test]
fn a_difference_is_shown_and_nothing_released_is_said_to_move() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    suppose(|path, text| desk.write(path, text), |path| desk.read(path));
    let told = desk.run(&["diff", "--overlay", "假设"]);
    assert_eq!(told.code, Some(0), "{}{}", told.out, told.told);
    assert!(told.out.contains("2023年7月"), "{}", told.out);
    assert!(told.out.contains("推演（假设）"), "{}", told.out);
    for released in ["已发布", "2023年6月"] {
        assert!(!told.out.contains(released), "{released}: {}", told.out);
    }
    // The same files in their places would move what was released.
    let plan = desk.read("假设/plans/plan-2023.yaml");
    desk.write("data/demo/plans/plan-2023.yaml", &plan);
    assert!(desk.run(&["diff", "HEAD"]).out.contains("已发布"));
    let asked = desk.run(&["diff", "--overlay", "假设", "--period", "2023-06"]);
    assert_eq!(asked.code, Some(2));
    assert!(asked.told.contains("已经发布"), "{}", asked.told);
}

#[test]
fn what_is_released_is_not_built_again_from_suppositions() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    suppose(|path, text| desk.write(path, text), |path| desk.read(path));
    let over = ["build", "--overlay", "假设", "--out", "推演", "--without", "pdf"];
    let none = desk.run(&over);
    assert!(none.out.contains("--draft"), "{}{}", none.out, none.told);
    let draft = desk.run(&[&over[..], &["--draft", "2023-07"]].concat());
    assert_eq!(draft.code, Some(0), "{}", draft.told);
    assert!(desk.path("推演/demo/2023-07/index.html").is_file());
    assert!(!desk.path("推演/demo/2023-06").exists());
}
