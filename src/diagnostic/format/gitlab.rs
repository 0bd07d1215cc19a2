//! Findings as a Code Quality report, which GitLab shows beside the changed lines.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::diagnostic::format::Format;
use crate::diagnostic::plain::{plain, plain_json, plain_line};
use crate::diagnostic::{Located, Severity};

pub(super) const FORMAT: Format = Format { name: "gitlab", show };

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

fn show(findings: &[Located], _: bool) -> String {
    // Two findings that say the same of one file are still two.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let issues: Vec<Issue> = findings
        .iter()
        .map(|finding| {
            let place = finding.places.first();
            let path =
                place.map_or(String::new(), |place| plain_line(&place.path).into());
            let text = format!("{}\n{path}\n{}", finding.code, finding.message);
            let count = seen.entry(text.clone()).or_default();
            *count += 1;
            let line =
                place.and_then(|place| place.position.as_ref()).map_or(1, |at| at.line);
            Issue {
                description: description(finding),
                check_name: finding.code,
                fingerprint: fingerprint(&text, *count),
                severity: severity(finding.severity),
                location: Location { path, lines: Lines { begin: line } },
            }
        })
        .collect();
    let text = serde_json::to_string_pretty(&issues);
    plain_json(&text.expect("texts and numbers are always JSON")) + "\n"
}

fn description(finding: &Located) -> String {
    let advice = if finding.help.is_empty() { "" } else { "。办法：" };
    plain(&format!("{}{advice}{}", finding.message, finding.help)).into_owned()
}

/// What a finding is known by from run to run: not its line, which moves.
fn fingerprint(text: &str, count: usize) -> String {
    let digest = Sha256::digest(format!("{text}\n{count}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
