//! What a county released, as it stands at a tag of the county's repository, and who signed that.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::below::offices::{Reported, above, county, publish};
use crate::stage::{Ended, Stage, program};

const EDITION: [(&str, &str); 1] = [("2025-04", "2025-05-06")];
const TAG: &str = "released-2025-04";

/// A county's repository with a released month, and a city that takes it.
struct Ground {
    root: TempDir,
    city: Stage,
}

impl Ground {
    fn new() -> Ground {
        let root = tempfile::tempdir().unwrap();
        let reported = Reported {
            month: "2025-04",
            funds: 3.into(),
            signed: 2,
            started: 1,
            is_hidden: false,
        };
        let data = root.path().join("county/data");
        county(&data.join("cangxi"), "苍溪县", &[reported], &EDITION);
        publish(&data, "cangxi", &EDITION);
        let city = Stage::empty();
        let below = [("cangxi", "苍溪县")];
        above(&city.data().join("city"), "某市", &below, ("次月10日", &[]));
        let ground = Ground { root, city };
        ground.git(&["init", "--quiet"]);
        ground.git(&["add", "--all"]);
        ground.git(&["commit", "--quiet", "--message", "released"]);
        ground
    }

    fn county(&self) -> PathBuf {
        self.root.path().join("county/data/cangxi")
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut git = Command::new("git");
        git.arg("-C").arg(self.root.path().join("county"));
        git.args(["-c", "user.name=t", "-c", "user.email=t@t"]);
        let ended = git.args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success(), "{arguments:?} {told}");
        String::from_utf8(ended.stdout).unwrap()
    }

    /// Makes a key; returns the path of its private half.
    fn key(&self, name: &str) -> String {
        let path = self.root.path().join(name);
        let mut keygen = Command::new("ssh-keygen");
        keygen.args(["-q", "-t", "ed25519", "-N", "", "-C", "t@t", "-f"]).arg(&path);
        assert!(keygen.stdin(Stdio::null()).status().unwrap().success());
        path.to_str().unwrap().to_owned()
    }

    /// Signs a tag with a key.
    fn sign(&self, tag: &str, key: &str) {
        let key = format!("user.signingkey={key}");
        self.git(&["-c", "gpg.format=ssh", "-c", &key, "tag", "-s", "-m", tag, tag]);
    }

    /// The settings of somebody who trusts a key.
    fn trusting(&self, key: &str) -> PathBuf {
        let public = fs::read_to_string(format!("{key}.pub")).unwrap();
        let signers = format!("{key}.signers");
        fs::write(&signers, format!("t@t namespaces=\"git\" {public}")).unwrap();
        let settings = self.root.path().join("settings");
        let text = format!("[gpg \"ssh\"]\n\tallowedSignersFile = {signers}\n");
        fs::write(&settings, text).unwrap();
        settings
    }

    /// Takes what is released at the tag, as somebody with some settings.
    fn import(&self, settings: Option<&Path>) -> Ended {
        let mut command = program();
        command.current_dir(self.city.data().parent().unwrap()).env("NO_COLOR", "1");
        command.env("GIT_CONFIG_GLOBAL", settings.unwrap_or(Path::new("/dev/null")));
        command.args(["import", "--tag", TAG, "--released"]).arg(self.county());
        Ended::of(command.output().unwrap())
    }

    /// What is said where the tag is refused.
    #[track_caller]
    fn refusal(&self, settings: Option<&Path>) -> String {
        let refused = self.import(settings);
        assert_eq!(refused.code, Some(1), "{}{}", refused.stdout, refused.stderr);
        assert!(refused.stderr.contains("一个文件也没有写"), "{}", refused.stderr);
        assert!(!self.city.data().join("city/below").exists());
        refused.stderr
    }
}

#[test]
fn a_tag_is_taken_whatever_lies_in_the_folder() {
    let ground = Ground::new();
    ground.git(&["tag", TAG]);
    fs::write(ground.county().join("released/2025-04.json"), "{}").unwrap();
    let folder = ground.county();
    let lying = ["import", "--released", folder.to_str().unwrap()];
    let refused = ground.city.run(&lying);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(!ground.city.data().join("city/below").exists());
    let taken = ground.import(None).fine();
    assert!(taken.stdout.contains("写了2个文件"), "{}", taken.stdout);
    let unsigned = format!("cangxi：标签 {TAG} 没有签名，只核对了指纹");
    assert!(taken.stdout.contains(&unsigned), "{}", taken.stdout);
    let again = ground.import(None).fine();
    assert!(again.stdout.contains("写了0个文件"), "{}", again.stdout);
}

#[test]
fn a_branch_is_no_tag() {
    let ground = Ground::new();
    ground.git(&["branch", TAG]);
    let ended = ground.import(None);
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert!(ended.stderr.contains("没有标签"), "{}", ended.stderr);
}

#[test]
fn a_signed_tag_is_taken_where_its_key_is_trusted() {
    let ground = Ground::new();
    let (key, other) = (ground.key("key"), ground.key("other"));
    ground.sign(TAG, &key);
    let told = ground.refusal(None);
    assert!(told.contains("没有可信的公钥可以核对"), "{told}");
    let told = ground.refusal(Some(&ground.trusting(&other)));
    assert!(told.contains("不是信得过的人签的"), "{told}");
    let taken = ground.import(Some(&ground.trusting(&key))).fine();
    let good = format!("cangxi：标签 {TAG} 的签名核对无误");
    assert!(taken.stdout.contains(&good), "{}", taken.stdout);
}

#[test]
fn a_tag_that_was_altered_or_signed_for_another_one_is_refused() {
    let ground = Ground::new();
    let key = ground.key("key");
    let trusting = ground.trusting(&key);
    let old = "released-2025-03";
    ground.sign(old, &key);
    ground.git(&["update-ref", &format!("refs/tags/{TAG}"), &format!("refs/tags/{old}")]);
    let told = ground.refusal(Some(&trusting));
    assert!(told.contains("指着为另一个标签签的名"), "{told}");
    let text = ground.git(&["cat-file", "tag", old]).replace(old, TAG);
    let path = ground.root.path().join("altered");
    fs::write(&path, text).unwrap();
    let altered = ground.git(&["hash-object", "-t", "tag", "-w", path.to_str().unwrap()]);
    ground.git(&["update-ref", &format!("refs/tags/{TAG}"), altered.trim()]);
    let told = ground.refusal(Some(&trusting));
    assert!(told.contains(&format!("标签“{TAG}”的签名对不上")), "{told}");
}

#[test]
fn a_repository_says_neither_who_is_trusted_nor_what_verifies() {
    let ground = Ground::new();
    let key = ground.key("key");
    ground.sign(TAG, &key);
    let signers = ground.trusting(&key).with_file_name("key.signers");
    let ran = ground.root.path().join("ran");
    let script = ground.root.path().join("program");
    fs::write(&script, format!("#!/bin/sh\ntouch {}\n", ran.display())).unwrap();
    let mut executable = Command::new("chmod");
    assert!(executable.arg("+x").arg(&script).status().unwrap().success());
    let (script, signers) = (script.to_str().unwrap(), signers.to_str().unwrap());
    ground.git(&["config", "gpg.ssh.program", script]);
    ground.git(&["config", "gpg.ssh.allowedSignersFile", signers]);
    let told = ground.refusal(None);
    assert!(told.contains("没有可信的公钥可以核对"), "{told}");
    assert!(!ran.exists(), "a program of the repository ran");
}
