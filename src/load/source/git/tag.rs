//! Tags, and whether who signed them is trusted.

use anyhow::{Result, bail};

use crate::diagnostic::plain::plain_line;
use crate::load::source::git::{Repository, Revision};

/// What begins a signature by a key of ssh.
const SSH: &str = "-----BEGIN SSH SIGNATURE-----";

/// What begins a signature in a tag.
const SIGNATURES: [&str; 4] = [
    SSH,
    "-----BEGIN PGP SIGNATURE-----",
    "-----BEGIN PGP MESSAGE-----",
    "-----BEGIN SIGNED MESSAGE-----",
];

/// The programs that verify signatures. A repository may name others, which are never run.
const PROGRAMS: [&str; 4] = [
    "gpg.program=gpg",
    "gpg.openpgp.program=gpg",
    "gpg.ssh.program=ssh-keygen",
    "gpg.x509.program=gpgsm",
];

/// Settings that say whom a person trusts, and whom no longer. A repository has no say in them.
const TRUSTED: &str = "gpg.ssh.allowedSignersFile";
const REVOKED: &str = "gpg.ssh.revocationFile";

/// Where a person's own settings are.
const OWN: [&str; 2] = ["--global", "--system"];

/// What a tag says of who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// It is not signed.
    Missing,
    /// It is signed by somebody who is trusted.
    Good,
    /// It is signed, but not so that it can be trusted; with the reason in a sentence.
    Bad(String),
}

impl Repository {
    /// Returns the data at a tag, and what is to be said of its signature.
    pub fn tagged(&self, tag: &str) -> Result<(Revision, Signature)> {
        let place = format!("refs/tags/{tag}");
        let Some(id) = self.git.object(&place)? else {
            bail!("仓库里没有标签“{}”；用 git tag 查看有哪些", plain_line(tag))
        };
        let revision = self.revision(&id)?;
        if self.text(&["cat-file", "-t", &id])? != "tag" {
            return Ok((revision, Signature::Missing));
        }
        let text = self.text(&["cat-file", "tag", &id])?;
        let is_signed = text.lines().any(|line| SIGNATURES.contains(&line));
        let signature =
            if is_signed { self.signature(tag, &id, &text)? } else { Signature::Missing };
        Ok((revision, signature))
    }

    /// Returns what is to be said of the signature in the text of a tag with an id.
    fn signature(&self, tag: &str, id: &str, text: &str) -> Result<Signature> {
        let head = text.split("\n\n").next().unwrap_or_default();
        if !head.lines().any(|line| line.strip_prefix("tag ") == Some(tag)) {
            let reason = format!("“{tag}”指着为另一个标签签的名，不是它自己的");
            return Ok(Signature::Bad(reason));
        }
        let (trusted, revoked) = (self.own(TRUSTED)?, self.own(REVOKED)?);
        if trusted.is_empty() && text.lines().any(|line| line == SSH) {
            let advice = format!(
                "标签“{tag}”有签名，没有可信的公钥可以核对；把对方的公钥写进一个文件，再运行 git config --global {TRUSTED} <文件>"
            );
            return Ok(Signature::Bad(advice));
        }
        let trust = [format!("{TRUSTED}={trusted}"), format!("{REVOKED}={revoked}")];
        let settings = PROGRAMS.into_iter().chain(trust.iter().map(String::as_str));
        let settings = settings.flat_map(|setting| ["-c", setting]);
        let arguments: Vec<&str> = settings.chain(["verify-tag", id]).collect();
        let output = self.git.run(&arguments, b"")?;
        if output.status.success() {
            return Ok(Signature::Good);
        }
        let told = String::from_utf8_lossy(&output.stderr);
        Ok(Signature::Bad(format!("标签“{tag}”的签名{}", why(&told))))
    }

    /// Returns a setting as the person has it who runs the program; empty where there is none.
    fn own(&self, key: &str) -> Result<String> {
        for place in OWN {
            let arguments = ["config", place, "--includes", "--type=path", "--get", key];
            let output = self.git.run(&arguments, b"")?;
            if output.status.success() {
                let value = String::from_utf8_lossy(&output.stdout);
                return Ok(value.trim_end().to_owned());
            }
        }
        Ok(String::new())
    }
}

/// Why a signature is not to be trusted, from what git says.
fn why(told: &str) -> String {
    let has = |words: &[&str]| words.iter().any(|word| told.contains(word));
    if has(&["No principal matched", "No public key"]) {
        return "不是信得过的人签的；确是对方的，向对方核实公钥，再加进可信的公钥里"
            .to_owned();
    }
    let first = told.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    format!("对不上，标签被改过，或者不是对方签的（git：{}）", plain_line(first))
}
