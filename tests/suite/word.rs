//! The Word document, the page for leaders and the message: for whom they are, and the same bytes.

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;

use tongbao::load::archive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::stage::{Stage, suite};

/// What a book declares for all that goes beside its document.
const ALL: &str = "公文: {领导参阅: 领导, Word版: 是, 群消息: 是}\n";

fn stage() -> Stage {
    let read = |path: &str| fs::read_to_string(suite("minimal").join(path)).unwrap();
    // The money of the only project that has any would be known.
    let limit = "公开限制: [{指标: 到位资金, 处理: 不公开, 理由: 只有一个项目}]\n";
    let plan = "plans/plan-2023.yaml";
    let stage = Stage::minimal().with("book.yaml", read("book.yaml") + ALL);
    stage.with(plan, read(plan) + limit)
}

/// Builds the book, and returns the files beside the pages of its edition.
fn built(stage: &Stage, options: &[&str]) -> Vec<String> {
    let _ = fs::remove_dir_all(stage.out());
    stage.run(&[&["build"], options].concat()).fine();
    let names = fs::read_dir(stage.out().join("demo/2023-06")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.ends_with(".html")).collect();
    names.sort();
    names
}

fn document(stage: &Stage) -> PathBuf {
    stage.out().join("demo/2023-06/bulletin.docx")
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let parts = archive::files(bytes, 1 << 28).unwrap().into_iter();
    parts.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn each_audience_gets_what_is_for_it_and_kinds_are_left_out() {
    let stage = stage();
    let gets = |options: &[&str]| built(&stage, options).join(" ");
    let own = "bulletin.docx bulletin.pdf figures.json";
    assert_eq!(gets(&["--audience", "内部"]), own);
    assert_eq!(gets(&["--audience", "领导"]), format!("brief.pdf {own}"));
    let public = gets(&["--audience", "公开"]);
    assert_eq!(public, format!("{own} message.txt"));
    assert_eq!(
        gets(&["--audience", "公开", "--without", "docx,message,pdf"]),
        "figures.json"
    );
    assert_eq!(
        gets(&["--audience", "领导", "--without", "brief"]),
        "bulletin.docx bulletin.pdf figures.json"
    );
}

#[test]
fn a_message_is_short_and_ends_with_a_sentence() {
    let stage = stage();
    built(&stage, &["--audience", "公开", "--without", "pdf"]);
    let text = fs::read_to_string(stage.out().join("demo/2023-06/message.txt")).unwrap();
    assert!(text.chars().count() <= 301 && text.ends_with("。\n"), "{text}");
    assert!(text.starts_with("【上半年招商引资进度】"), "{text}");
}

#[test]
fn a_word_document_has_the_same_bytes_everywhere_and_no_author_or_time() {
    let (one, two) = (stage(), stage());
    for stage in [&one, &two] {
        built(stage, &["--without", "pdf"]);
    }
    let bytes = fs::read(document(&one)).unwrap();
    assert!(bytes == fs::read(document(&two)).unwrap());
    let parts = parts(&bytes);
    let core = &parts.iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
    assert!(core.contains("<dc:title>") && !core.contains("creator"), "{core}");
    let all: String = parts.iter().map(|(_, text)| text.as_str()).collect();
    for never in ["dcterms", "w:rsid", "txbx", "w:pict", "w:drawing", "lastModifiedBy"] {
        assert!(!all.contains(never), "{never}");
    }
    for face in ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"] {
        assert!(all.contains(face), "{face}");
    }
}

/// The document with another text, as an office saves it.
fn edited(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts(bytes) {
        archive.start_file(&name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.replace(old, new).as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_an_office_edited_is_held_against_the_figures_before_it_is_released() {
    let stage = stage();
    built(&stage, &["--without", "pdf"]);
    let own = fs::read(document(&stage)).unwrap();
    let whole: String = parts(&own).into_iter().map(|(_, text)| text).collect();
    let rate = whole.split_once("，完成").unwrap().1.split_once('%').unwrap().0;
    let rate = rate.rsplit('>').next().unwrap().to_owned();
    let text = stage.out().with_file_name("定稿.docx");
    let verify = |bytes: &[u8]| {
        fs::write(&text, bytes).unwrap();
        let file = text.to_str().unwrap();
        stage.run(&["verify", "--text", file, "--book", "demo", "--period", "2023-06"])
    };
    verify(&own).fine();
    let typed = edited(&own, "全县到位资金", "据统计，全县到位资金");
    verify(&typed).fine();
    let wrong = verify(&edited(&own, &format!("{rate}%"), "99.99%"));
    assert_eq!(wrong.code, Some(1), "{}", wrong.stdout);
}
