//! The pages of the manual that answer questions: what they show is what the program says.

use std::fs;

use crate::manual::examples;
use crate::stage::{Stage, repository};
use crate::transcript::replay;

#[test]
fn every_answer_of_the_cookbook_is_what_a_check_says() {
    let page = fs::read_to_string(repository("data/manual/cookbook.md")).unwrap();
    let (_, asked) = page.split_once("\n## 常问的问题\n").unwrap();
    let (asked, _) = asked.split_once("\n## ").unwrap();
    let mut wrong = String::new();
    let questions: Vec<&str> = asked.split("\n### ").skip(1).collect();
    assert!(questions.len() >= 15, "{} questions", questions.len());
    for question in questions {
        let title = question.lines().next().unwrap();
        assert!(title.ends_with('？'), "{title}");
        for (case, expected) in examples(question) {
            let found = case.lines();
            let found = if found.is_empty() {
                "（没有问题）".to_owned()
            } else {
                found.join("\n")
            };
            if found != expected {
                wrong.push_str(&format!(
                    "== {title}\n-- page\n{expected}\n-- program\n{found}\n"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_table_of_an_office_comes_in_as_the_page_for_those_who_use_sheets_says() {
    let page = fs::read_to_string(repository("data/manual/excel.md")).unwrap();
    let stage = Stage::minimal();
    // Each version of the table is followed by the commands that are typed over it.
    let mut ran = 0;
    for part in page.split("\n`资金.csv`：\n").skip(1) {
        let (_, rest) = part.split_once("```\n").unwrap();
        let (table, rest) = rest.split_once("```\n").unwrap();
        fs::write(stage.out().with_file_name("资金.csv"), table).unwrap();
        ran += replay(&stage, rest);
    }
    assert_eq!(ran, 4);
}
