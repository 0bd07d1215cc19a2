//! What is gone and why it may be: it had ended, stands elsewhere, or somebody allows it.

use crate::release::{Desk, Ran};

const FIRST: &str = "data/demo/projects/2023/xm-1.yaml";
const SECOND: &str = "data/demo/projects/2023/xm-2.yaml";

/// A county whose project was entered twice, as `xm-1` and `xm-2`.
fn entered_twice(second: &str) -> Desk {
    let desk = Desk::minimal();
    desk.write(SECOND, &(desk.read(FIRST).replace("xm-1", "xm-2") + second));
    desk.commit();
    desk
}

fn remove(desk: &Desk) {
    std::fs::remove_file(desk.path(SECOND)).unwrap();
}

fn gated(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&[&["diff", "HEAD~1", "--fail-on", "lost,released"], more].concat())
}

/// Removes the second project in a commit that says something.
fn removed_saying(desk: &Desk, message: &str) {
    remove(desk);
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.arg("-C").arg(desk.path(""));
        git.args(["-c", "user.name=张三", "-c", "user.email=z@example.org"]);
        assert!(git.args(arguments).status().unwrap().success());
    };
    git(&["commit", "--quiet", "--all", "--message", message]);
}

#[test]
fn a_project_that_is_gone_without_a_word_is_lost() {
    let desk = entered_twice("");
    remove(&desk);
    let ran = desk.run(&["diff", "HEAD", "--fail-on", "lost"]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.out.starts_with("不放行（lost）：数据减少1处"), "{}", ran.out);
}

#[test]
fn a_project_that_stands_in_another_which_says_so_is_not_lost() {
    let desk = entered_twice("");
    remove(&desk);
    desk.replace(FIRST, "演示: 是", "演示: 是\n备注: xm-2 与本条重复录入，删去");
    let ran = desk.run(&["diff", "HEAD", "--fail-on", "lost"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    assert!(ran.out.starts_with("请审：说明了的减少1处（项目“冷链物流项目”（xm-2）已删除，与 xm-1 重复，已写明）"), "{}", ran.out);
}

#[test]
fn what_the_other_does_not_have_is_lost_though_it_says_that_it_has() {
    let desk = entered_twice("备案: {日期: 2023-04-01}\n");
    remove(&desk);
    desk.replace(FIRST, "演示: 是", "演示: 是\n备注: xm-2 与本条重复录入，删去");
    assert_eq!(desk.run(&["diff", "HEAD", "--fail-on", "lost"]).code, Some(1));
}

#[test]
fn a_project_that_had_ended_may_go() {
    let desk = entered_twice("终止: {日期: 2023-06-01, 原因: 重复录入}\n");
    remove(&desk);
    let ran = desk.run(&["diff", "HEAD", "--fail-on", "lost"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    assert!(ran.out.contains("原已终止（2023-06-01终止，重复录入）"), "{}", ran.out);
}

#[test]
fn what_a_commit_allows_passes_where_commits_are_listened_to_and_says_who() {
    let desk = entered_twice("");
    removed_saying(&desk, "删去重复\n\nTongbao-allow: lost=xm-2 两个科室各录一次");
    let ran = gated(&desk, &[]);
    assert_eq!(ran.code, Some(1), "nobody listens: {}", ran.out);
    let ran = gated(&desk, &["--allow", "lost"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    let first = ran.out.lines().next().unwrap();
    assert!(first.contains("已删除，张三允许：两个科室各录一次"), "{first}");
}

#[test]
fn what_is_not_named_or_has_no_reason_is_not_allowed() {
    for (line, told) in [
        ("Tongbao-allow: lost=xm-1 两个科室各录一次", "允许删去“xm-1”，但没有这处减少"),
        ("Tongbao-allow: lost=xm-2", "不认；写作"),
        ("Tongbao-allow: released=xm-2 放行", "不认；写作"),
    ] {
        let desk = entered_twice("");
        removed_saying(&desk, &format!("删去重复\n\n{line}"));
        let ran = gated(&desk, &["--allow", "lost"]);
        assert_eq!(ran.code, Some(1), "{line}: {}", ran.out);
        assert!(ran.told.contains(told), "{line}: {}", ran.told);
    }
}

#[test]
fn no_commit_can_allow_a_released_figure_to_move() {
    let desk = Desk::minimal();
    let other = desk.read(FIRST).replace("xm-1", "xm-2").replace("某某物流", "某某冷链");
    desk.write(SECOND, &other.replace("冷链物流项目", "冷库项目"));
    desk.commit();
    desk.release("2023-06");
    removed_saying(&desk, "删去重复\n\nTongbao-allow: lost=xm-2 两个科室各录一次");
    let ran = gated(&desk, &["--allow", "lost"]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.out.starts_with("不放行（released）"), "{}", ran.out);
}
