//! What a county released, as it stands at a tag of the county's repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::below::offices::{Reported, above, county, publish};
use crate::stage::Stage;

const EDITION: [(&str, &str); 1] = [("2025-04", "2025-05-06")];

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["-c", "user.name=t", "-c", "user.email=t@t"]);
    let ended = git.args(arguments).output().unwrap();
    let told = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{arguments:?} {told}");
}

#[test]
fn a_tag_is_taken_whatever_lies_in_the_folder() {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    let reported = Reported {
        month: "2025-04",
        funds: 3.into(),
        signed: 2,
        started: 1,
        is_hidden: false,
    };
    county(&data.join("cangxi"), "苍溪县", &[reported], &EDITION);
    publish(&data, "cangxi", &EDITION);
    git(root.path(), &["init", "--quiet"]);
    git(root.path(), &["add", "--all"]);
    git(root.path(), &["commit", "--quiet", "--message", "released"]);
    git(root.path(), &["tag", "released-2025-04"]);
    let file = data.join("cangxi/released/2025-04.json");
    fs::write(&file, "{}").unwrap();
    let city = Stage::empty();
    let below = [("cangxi", "苍溪县")];
    above(&city.data().join("city"), "某市", &below, ("次月10日", &[]));
    let folder = data.join("cangxi");
    let folder = folder.to_str().unwrap();
    let refused = city.run(&["import", "--released", folder]);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(!city.data().join("city/below").exists());
    let tagged = ["import", "--released", folder, "--tag", "released-2025-04"];
    let taken = city.run(&tagged).fine();
    assert!(taken.stdout.contains("写了2个文件"), "{}", taken.stdout);
    let again = city.run(&tagged).fine();
    assert!(again.stdout.contains("写了0个文件"), "{}", again.stdout);
}
