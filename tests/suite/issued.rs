//! Documents are kept as they were issued, for those who may see them, whatever is changed since.

use std::fs;
use std::process::Command;

use tongbao::load::source::digest::sha256;

use crate::release::{Desk, public_desk};
use crate::stage::{Stage, repository};

const BOOK: &str = "data/demo/book.yaml";
const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const SUMS: &str = "data/demo/released/SHA256SUMS";
const KEPT: &str = "data/demo/released/2023-06.pdf";

/// The minimal book, which keeps its documents for an audience, with its edition released.
fn keeping(audience: &str) -> Desk {
    // What the public may not know is withheld from it.
    let desk = public_desk();
    desk.write(BOOK, &format!("{}公文: {{存档: {audience}}}\n", desk.read(BOOK)));
    desk.commit();
    desk.release("2023-06");
    desk
}

fn bytes(desk: &Desk, path: &str) -> Vec<u8> {
    fs::read(desk.path(path)).unwrap_or_default()
}

#[track_caller]
fn fine(desk: &Desk, arguments: &[&str]) {
    let ran = desk.run(arguments);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

#[test]
fn what_was_issued_can_be_had_after_every_change() {
    let desk = keeping("内部");
    let sums = desk.read(SUMS);
    assert!(sums.contains("  2023-06.pdf\n# 2023-06.pdf 内部\n"), "{sums}");
    let listed = Command::new("sha256sum")
        .args(["-c", "SHA256SUMS"])
        .current_dir(desk.path("data/demo/released"))
        .output()
        .unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert_eq!(listed, "2023-06.json: OK\n2023-06.pdf: OK\n");
    let kept = bytes(&desk, KEPT);
    fine(&desk, &["check", "--strict"]);
    fine(&desk, &["build"]);
    let new = "output/demo/2023-06/bulletin.pdf";
    let issued = "output/demo/2023-06/issued.pdf";
    assert!(!kept.is_empty() && bytes(&desk, new) == kept, "it is what a build sets");
    assert_eq!(bytes(&desk, issued), kept);
    desk.replace(PROJECT, "1200万元", "3400万元");
    let why = ["--kind", "更正", "--reason", "补录", "--date", "2023-10-08"];
    fine(&desk, &[&["revise"][..], &why].concat());
    fine(&desk, &["build"]);
    assert_ne!(bytes(&desk, new), kept, "it is set anew with the new number");
    assert_eq!(bytes(&desk, issued), kept);
    let page = desk.read("output/demo/2023-06/index.html");
    assert!(page.contains("issued.pdf") && page.contains("印发的公文"), "{page}");
    fine(&desk, &["build", "--without", "pdf"]);
    assert!(bytes(&desk, issued).is_empty());
    assert!(!desk.read("output/demo/2023-06/index.html").contains("issued.pdf"));
}

#[test]
fn a_document_that_would_tell_what_is_hidden_is_not_issued() {
    let desk = Desk::minimal();
    desk.write(BOOK, &format!("{}公文: {{存档: 公开}}\n", desk.read(BOOK)));
    desk.commit();
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("hidden-value") && ran.told.contains("不能发布"));
    assert!(!desk.path("data/demo/released").exists(), "nothing is written");
}

#[test]
fn only_those_for_whom_it_was_made_get_it() {
    for (made_for, gets) in [("公开", [true; 3]), ("领导", [false, false, true])] {
        let desk = keeping(made_for);
        let kept = bytes(&desk, KEPT);
        for (audience, gets) in ["公开", "内部", "领导"].into_iter().zip(gets) {
            let out = format!("out-{audience}");
            fine(&desk, &["build", "--audience", audience, "--out", &out]);
            let given = bytes(&desk, &format!("{out}/demo/2023-06/issued.pdf"));
            assert_eq!(given == kept, gets, "{made_for} {audience}");
            let page = desk.read(&format!("{out}/demo/2023-06/index.html"));
            assert_eq!(page.contains("issued.pdf"), gets, "{made_for} {audience}");
        }
    }
}

#[test]
fn the_public_does_not_get_a_document_of_which_something_was_taken_back() {
    let stage = Stage::empty().book("ankang", &repository("data/ankang"));
    let (sums, scan) = ("ankang/released/SHA256SUMS", b"%PDF-1.7 a scan with a seal");
    let text = fs::read_to_string(stage.data().join(sums)).unwrap();
    let entry = format!("{}  2023-06.pdf\n# 2023-06.pdf 公开\n", sha256(scan));
    stage.write("ankang/released/2023-06.pdf", scan);
    stage.write(sums, format!("{text}{entry}").as_bytes());
    for (audience, gets) in [("公开", false), ("内部", true)] {
        let _ = fs::remove_dir_all(stage.out());
        stage.run(&["build", "--audience", audience]).fine();
        let given = stage.out().join("ankang/2023-06/issued.pdf");
        assert_eq!(given.is_file(), gets, "{audience}");
    }
}

#[test]
fn a_document_that_is_not_as_it_was_issued_is_found_and_no_gate_lets_it_through() {
    let desk = keeping("内部");
    let (kept, sums) = (bytes(&desk, KEPT), desk.read(SUMS));
    let entry = sums.lines().find(|line| line.ends_with("  2023-06.pdf")).unwrap();
    let (edited, cut) = ([&kept[..], b"\n"].concat(), kept[..kept.len() / 2].to_vec());
    let silent = sums.replace(&format!("{entry}\n"), "");
    let wider = sums.replace("2023-06.pdf 内部", "2023-06.pdf 公开");
    let other = sums.replace(entry, &format!("{}  2023-06.pdf", "0".repeat(64)));
    for (document, listed, is_found) in [
        (Some(edited), &sums, true),
        (Some(cut), &sums, true),
        (Some(b"<html>".to_vec()), &sums, true),
        (None, &sums, true),
        (Some(kept.clone()), &other, true),
        (Some(kept.clone()), &silent, true),
        // What says who may have it is no digest: it is the gate that sees it.
        (Some(kept.clone()), &wider, false),
    ] {
        match document {
            Some(document) => fs::write(desk.path(KEPT), document).unwrap(),
            None => fs::remove_file(desk.path(KEPT)).unwrap(),
        }
        desk.write(SUMS, listed);
        let ran = desk.run(&["check"]);
        assert_eq!(ran.out.contains("released-file-edited"), is_found, "{}", ran.out);
        let ran = desk.run(&["diff", "HEAD", "--fail-on", "released"]);
        assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.told);
    }
}

#[test]
fn what_was_issued_before_is_entered_once_for_whom_the_book_says() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    fs::write(desk.path(KEPT), b"%PDF-1.7 a scan with a seal").unwrap();
    desk.commit();
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("印发的公文没有登记"), "{}", ran.out);
    let ran = desk.run(&["release", "--seal"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("没有写给谁看"), "{}", ran.told);
    desk.write(BOOK, &format!("{}公文: {{存档: 内部}}\n", desk.read(BOOK)));
    fine(&desk, &["release", "--seal"]);
    assert!(desk.read(SUMS).contains("# 2023-06.pdf 内部"), "{}", desk.read(SUMS));
    fine(&desk, &["check"]);
}

#[test]
fn a_release_that_is_taken_back_leaves_no_document() {
    let desk = keeping("内部");
    let why = ["--reason", "数据有误", "--date", "2023-07-11"];
    fine(&desk, &[&["unrelease", "2023-06"][..], &why].concat());
    assert!(!desk.path(KEPT).exists());
    assert!(!desk.read(SUMS).contains(".pdf"), "{}", desk.read(SUMS));
    fine(&desk, &["check"]);
    desk.commit();
    desk.release("2023-06");
    assert!(desk.path(KEPT).exists());
}
