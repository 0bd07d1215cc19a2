//! A released file stays as it was released, and whoever touches it is found.

use std::fs;
use std::process::Command;

use crate::release::Desk;

const RELEASED: &str = "data/demo/released/2023-06.json";
const SUMS: &str = "data/demo/released/SHA256SUMS";
const REVISIONS: &str = "data/demo/revisions/2023-06.yaml";

fn released() -> Desk {
    let desk = Desk::minimal();
    desk.release("2023-06");
    desk
}

/// What `check` says, which must be an error.
fn told(desk: &Desk) -> String {
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.told);
    ran.out
}

fn is_sound(desk: &Desk) {
    let ran = desk.run(&["check", "--strict"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

fn revise(desk: &Desk) -> Option<i32> {
    let why = ["--kind", "更正", "--reason", "补录", "--date", "2023-10-08"];
    desk.run(&[&["revise"][..], &why].concat()).code
}

#[test]
fn sha256sum_reads_what_a_release_enters() {
    let desk = released();
    let folder = desk.path("data/demo/released");
    let check = || {
        let mut command = Command::new("sha256sum");
        command.args(["--check", "--strict", "SHA256SUMS"]).current_dir(&folder);
        command.output().unwrap().status.success()
    };
    assert!(check());
    desk.replace(RELEASED, "\"0.12\"", "\"0.13\"");
    assert!(!check());
}

#[test]
fn a_file_that_is_edited_cut_deleted_or_merged_is_restored_from_git() {
    let desk = released();
    let whole = desk.read(RELEASED);
    let cut: String = whole.lines().take(5).collect::<Vec<_>>().join("\n");
    let merged = format!("<<<<<<< HEAD\n{whole}=======\n{whole}>>>>>>> other\n");
    let edits = [whole.replace("\"0.12\"", "\"0.13\""), cut, merged, String::new()];
    for edited in edits {
        fs::write(desk.path(RELEASED), &edited).unwrap();
        if edited.is_empty() {
            fs::remove_file(desk.path(RELEASED)).unwrap();
        }
        let told = told(&desk);
        assert!(told.contains("released-file-edited"), "{told}");
        assert!(told.contains("用 git 恢复发布时的那一份"), "{told}");
        assert!(!told.contains("released-figure-moved"), "it is not the data: {told}");
        assert_eq!(revise(&desk), Some(1), "an edited file is not disclosed");
        assert!(!desk.path(REVISIONS).exists());
    }
    desk.write(RELEASED, &whole);
    is_sound(&desk);
}

#[test]
fn the_ends_of_lines_are_no_edit() {
    let desk = released();
    for path in [RELEASED, SUMS] {
        desk.write(path, &desk.read(path).replace('\n', "\r\n"));
    }
    is_sound(&desk);
}

#[test]
fn a_released_file_that_was_never_entered_is_none_of_ours() {
    let desk = released();
    let other = desk.read(RELEASED).replace("2023-06", "2023-05");
    desk.write("data/demo/released/2023-05.json", &other);
    let told = told(&desk);
    assert!(told.contains("2023年5月的存档没有登记在 released/SHA256SUMS 里"), "{told}");
}

#[test]
fn a_line_that_the_program_did_not_write_is_found_at_its_place() {
    let desk = released();
    desk.write(SUMS, &format!("{}=======\n", desk.read(SUMS)));
    let told = told(&desk);
    assert!(told.contains("demo/released/SHA256SUMS:2:1"), "{told}");
}

#[test]
fn files_of_before_are_entered_once() {
    let desk = released();
    let entered = desk.read(SUMS);
    fs::remove_file(desk.path(SUMS)).unwrap();
    desk.commit();
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    for words in ["released-unsealed", "tongbao release --seal --book demo"] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let ran = desk.run(&["release", "--seal"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert_eq!(desk.read(SUMS), entered);
    is_sound(&desk);
    let ran = desk.run(&["release", "--seal"]);
    assert_eq!(
        (ran.code, desk.read(SUMS)),
        (Some(0), entered),
        "nothing is entered twice"
    );
}

#[test]
fn what_is_edited_is_not_entered() {
    let desk = released();
    desk.replace(RELEASED, "\"0.12\"", "\"0.13\"");
    let ran = desk.run(&["release", "--seal"]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.told.contains("先用 git 恢复"), "{}", ran.told);
    let entered = desk.read(SUMS);
    fs::remove_file(desk.path(SUMS)).unwrap();
    let ran = desk.run(&["release", "--seal"]);
    assert_eq!(ran.code, Some(1), "what is not committed is not entered: {}", ran.out);
    assert!(
        ran.told.contains("released/2023-06.json 和最近一次提交的不同"),
        "{}",
        ran.told
    );
    assert!(!desk.path(SUMS).exists() && !entered.is_empty());
}

#[test]
fn what_was_disclosed_stays_disclosed() {
    let desk = released();
    desk.replace("data/demo/projects/2023/xm-1.yaml", "1200万元", "1300万元");
    assert_eq!(revise(&desk), Some(0));
    assert!(desk.read(SUMS).ends_with("# revisions/2023-06.yaml 1\n"));
    is_sound(&desk);
    fs::remove_file(desk.path(REVISIONS)).unwrap();
    let told = told(&desk);
    for words in [
        "2023年6月公布过1次改动，revisions/2023-06.yaml 里只有0次",
        "用 git 恢复 revisions/2023-06.yaml",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(revise(&desk), Some(1), "it is not disclosed once more");
}
