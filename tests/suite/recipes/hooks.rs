//! The hooks of a server, as they stand, in a bare repository.

use std::fs;

use crate::recipes::{Office, root};

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";

/// A server with the hooks, to which the minimal book was pushed.
fn served() -> Office {
    let office = Office::public();
    office.shell("git init -q --bare -b main ../server.git && git remote add origin ../server.git").fine();
    for hook in ["pre-receive", "post-receive"] {
        let target = office.path("server.git/hooks").join(hook);
        fs::copy(root().join(".recipes").join(hook), target).unwrap();
    }
    office.shell("git push -q origin main").fine();
    office
}

/// The same with June released and pushed.
fn released() -> Office {
    let office = served();
    office.shell("tongbao release 2023-06 --book demo && git add -A && git commit -qm released && git push -q origin main").fine();
    office
}

#[test]
fn the_hooks_take_good_data_refuse_bad_and_publish_both_editions() {
    let office = served();
    let page = office.path("server.git/site/demo/index.html");
    assert!(page.is_file());
    office.replace("1200万元", "1300万元");
    let told = office.shell("git commit -qam more && git push -q origin main").fine();
    assert!(told.contains("1200万元→1300万元"), "{told}");
    let account = fs::read_to_string(office.path("server.git/diff.html")).unwrap();
    assert!(account.contains("1300万元"));
    let page_of = |site: &str| {
        let page = office.path("server.git").join(site).join("demo/2023-06/index.html");
        fs::read_to_string(page).unwrap()
    };
    assert!(page_of("site").contains("0.13") && !page_of("public").contains("0.13"));
    office.replace("1300万元", "一千万元");
    let told = office.shell("git commit -qam bad && git push -q origin main").refused();
    assert!(told.contains("拒收"), "{told}");
    office.shell(&format!("git reset -q --hard HEAD~1 && git rm -q {PROJECT}")).fine();
    let told = office.shell("git commit -qm gone && git push -q origin main").refused();
    assert!(told.contains("不放行（lost）：数据减少"), "{told}");
    assert!(page.is_file());
    office
        .shell("git -C ../server.git config tongbao.gates ''; git push -q origin main")
        .fine();
    office.shell("git push -q origin :main").refused();
}

#[test]
fn a_disclosed_correction_goes_in_and_the_same_change_in_silence_does_not() {
    let office = released();
    office.replace("1200万元", "1500万元");
    let told =
        office.shell("git commit -qam silent && git push -q origin main").refused();
    assert!(told.contains("不放行（released）"), "{told}");
    office.shell("tongbao revise --kind 更正 --reason 凭证补齐 --date 2023-10-08 && git add -A && git commit -qm disclosed").fine();
    let told = office.shell("git push -q origin main").fine();
    assert!(told.contains("请审：已公布的修订和更正1次"), "{told}");
    let page = office.path("server.git/site/demo/revisions.html");
    assert!(fs::read_to_string(page).unwrap().contains("凭证补齐"));
}

#[test]
fn an_edited_archive_never_goes_in_whatever_is_disclosed_or_computed_anew() {
    let office = released();
    let archive = "data/demo/released/2023-06.json";
    let digest = "sha=$(sha256sum 2023-06.json | cut -d' ' -f1) && sed -i \"s/^[0-9a-f]\\{64\\}  2023-06.json/$sha  2023-06.json/\" SHA256SUMS";
    for then in ["true", &format!("cd data/demo/released && {digest}")] {
        office
            .shell(&format!(
                "sed -i 's/0\\.12/0.15/g' {archive} && ({then}) && git commit -qam edited"
            ))
            .fine();
        let told = office.shell("git push -q origin main").refused();
        assert!(told.contains("不放行（released）：存档被改动"), "{told}");
        office.shell("git reset -q --hard origin/main").fine();
    }
    office.shell(&format!("git rm -q {archive} && git commit -qm gone")).fine();
    office.shell("git push -q origin main").refused();
}

#[test]
fn what_a_commit_allows_goes_in_where_the_server_listens_to_it() {
    let office = served();
    let message = "删去\n\nTongbao-allow: lost=xm-1 两个科室各录一次";
    office.shell(&format!("git rm -q {PROJECT} && git commit -qm '{message}'")).fine();
    office.shell("git push -q origin main").refused();
    let told = office
        .shell("git -C ../server.git config tongbao.allow lost; git push -q origin main")
        .fine();
    assert!(told.contains("t允许：两个科室各录一次"), "{told}");
}

#[test]
fn who_pushes_reads_no_more_than_was_set() {
    let office = served();
    office.replace("1200万元", "1300万元");
    office
        .shell("git -C ../server.git config tongbao.lines 3; git commit -qam more")
        .fine();
    let told = office.shell("git push -q origin main").fine();
    let said: Vec<&str> =
        told.lines().filter(|line| line.starts_with("remote: ")).collect();
    let before = said.iter().position(|line| line.contains("……另")).unwrap();
    assert_eq!(before, 3, "{told}");
}
