//! Findings for programs: one JSON object a line, in a stable shape.

use serde::Serialize;

use crate::diagnostic::format::Format;
use crate::diagnostic::plain::plain_json;
use crate::diagnostic::{Located, LocatedPlace};

pub(super) const FORMAT: Format = Format { name: "json", show };

/// Name and version of the format.
const SCHEMA: &str = "tongbao-findings/1";

#[derive(Serialize)]
struct Finding<'a> {
    schema: &'static str,
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    help: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    subject: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    subjects: &'a [String],
    places: Vec<Spot<'a>>,
}

#[derive(Serialize)]
struct Spot<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: Option<Range>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
}

/// Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Range {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

fn show(findings: &[Located], _: bool) -> String {
    let line = |finding: &Located| {
        let line = Finding {
            schema: SCHEMA,
            code: finding.code,
            severity: finding.severity.id(),
            message: &finding.message,
            help: &finding.help,
            subject: &finding.subject,
            subjects: &finding.subjects,
            places: finding.places.iter().map(spot).collect(),
        };
        let line = serde_json::to_string(&line);
        plain_json(&line.expect("texts and numbers are always JSON")) + "\n"
    };
    findings.iter().map(line).collect()
}

fn spot(place: &LocatedPlace) -> Spot<'_> {
    let range = place.position.as_ref().map(|at| Range {
        line: at.line,
        column: at.column,
        end_line: at.end_line,
        end_column: at.end_column,
    });
    Spot { path: &place.path, range, label: &place.label }
}
