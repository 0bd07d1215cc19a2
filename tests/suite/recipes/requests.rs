//! Requests to a server: a branch in a real bare repository, taken out by a runner, and every step of the
//! workflow in its order.

use std::fs;

use crate::recipes::{Office, steps};

/// A server with the minimal book, June released.
fn released() -> Office {
    let office = Office::public();
    office
        .shell(
            "tongbao release 2023-06 --book demo && git add -A && git commit -qm released
             git init -q --bare -b main ../server.git
             git remote add origin ../server.git && git push -q origin main",
        )
        .fine();
    office
}

/// Commits what was done, pushes it as a request, and runs the steps of the job that reviews it; returns
/// the names of those that failed, and all that was printed.
fn requested(office: &Office) -> (Vec<String>, String) {
    let folder = office.path("runner");
    let _ = fs::remove_dir_all(&folder);
    office
        .shell(
            "git checkout -q -B request && git add -A && git commit -qm change
             git push -q --force origin request
             git clone -q ../server.git ../runner/work
             cd ../runner/work && git checkout -q origin/request",
        )
        .fine();
    let settings = "cd ../runner/work
        export GITHUB_ENV=$PWD/../env GITHUB_STEP_SUMMARY=$PWD/../summary
        export GATES=lost,released ALLOW= LAST= BASE=$(git rev-parse origin/main)
        [ ! -f ../env ] || export $(cat ../env)\n";
    let (mut failed, mut told) = (Vec::new(), String::new());
    for step in steps("review") {
        let condition = step["if"].as_str().unwrap_or_default();
        let is_due = !condition.contains("'push'")
            && (failed.is_empty() || condition.contains("!cancelled()"));
        let (Some(name), Some(script)) = (step["name"].as_str(), step["run"].as_str())
        else {
            continue;
        };
        if !is_due || name == "安装" {
            continue;
        }
        let ran = office.shell(&format!("{settings}{script}"));
        told += &ran.text();
        failed.extend((!ran.0.status.success()).then(|| name.to_owned()));
    }
    (failed, told)
}

#[test]
fn a_disclosed_correction_passes_and_the_same_change_in_silence_does_not() {
    let office = released();
    office.replace("1200万元", "1500万元");
    let (failed, told) = requested(&office);
    assert_eq!(failed, ["核对", "放行"], "{told}");
    assert!(told.contains("released-figure-moved"), "{told}");
    assert!(told.contains("不放行（released）"), "{told}");
    office.shell("tongbao revise --kind 更正 --reason 凭证补齐 --date 2023-10-08").fine();
    let (failed, told) = requested(&office);
    assert_eq!(failed, Vec::<String>::new(), "{told}");
    let summary = fs::read_to_string(office.path("runner/summary")).unwrap();
    assert!(summary.contains("请审：已公布的修订和更正1次"), "{summary}");
    assert!(summary.contains("凭证补齐"), "{summary}");
    assert!(office.path("runner/work/site/diff.html").is_file());
}

#[test]
fn an_edited_archive_never_passes_whatever_is_disclosed_or_computed_anew() {
    const ARCHIVE: &str = "data/demo/released/2023-06.json";
    let digest = "cd data/demo/released && sha=$(sha256sum 2023-06.json | cut -d' ' -f1) && \
        sed -i \"s/^[0-9a-f]\\{64\\}  2023-06.json/$sha  2023-06.json/\" SHA256SUMS";
    let edit = format!("sed -i 's/0\\.12/0.15/g' {ARCHIVE}");
    let office = released();
    for then in ["true", digest] {
        office.replace("1200万元", "1500万元");
        office.shell(&format!("{edit} && {then}")).fine();
        let (failed, told) = requested(&office);
        assert!(failed.contains(&"放行".to_owned()), "{told}");
        assert!(told.contains("不放行（released）：存档被改动"), "{told}");
        office.shell("git checkout -q main").fine();
    }
    office.shell(&format!("git rm -q {ARCHIVE}")).fine();
    let (failed, told) = requested(&office);
    assert!(failed.contains(&"放行".to_owned()), "{told}");
}
