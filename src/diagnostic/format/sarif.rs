//! Findings as SARIF 2.1.0, which editors and code hosts of many kinds show.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use crate::diagnostic::format::Format;
use crate::diagnostic::plain::{plain, plain_json};
use crate::diagnostic::{Located, LocatedPlace, Position, Severity};

pub(super) const FORMAT: Format = Format { name: "sarif", show };

/// A finding; places after the first are related ones.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
}

fn show(findings: &[Located], _: bool) -> String {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<Result> = findings.iter().map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tongbao",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let text = serde_json::to_string_pretty(&log);
    plain_json(&text.expect("texts and numbers are always JSON")) + "\n"
}

fn result(finding: &Located) -> Result<'_> {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let advice = if finding.help.is_empty() { "" } else { "\n办法：" };
    let text = format!("{}{advice}{}", finding.message, finding.help);
    let (first, others) = finding.places.split_at(finding.places.len().min(1));
    Result {
        rule_id: finding.code,
        level,
        message: json!({ "text": plain(&text) }),
        locations: first.iter().map(location).collect(),
        related_locations: others.iter().map(location).collect(),
    }
}

fn location(place: &LocatedPlace) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&place.path) } });
    if let Some(at) = &place.position {
        physical["region"] = region(at);
    }
    let mut location = json!({ "physicalLocation": physical });
    if !place.label.is_empty() {
        location["message"] = json!({ "text": plain(&place.label) });
    }
    location
}

fn region(at: &Position) -> Value {
    json!({
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    })
}

/// A path as an address relative to the folder that the program ran in.
fn uri(path: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(byte);
    let of = |byte: u8| {
        if is_plain(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    path.bytes().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn what_is_no_plain_letter_is_written_out() {
        assert_eq!(uri("data/a b/县.yaml"), "data/a%20b/%E5%8E%BF.yaml");
    }
}
