//! Findings as workflow commands, which GitHub shows next to the changed lines.

use std::fmt::Write;

use crate::diagnostic::format::Format;
use crate::diagnostic::plain::{plain, plain_line};
use crate::diagnostic::{Located, Severity};

pub(super) const FORMAT: Format = Format { name: "github", show };

fn show(findings: &[Located], _: bool) -> String {
    findings.iter().map(command).collect()
}

fn command(finding: &Located) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut line = format!("::{name} ");
    let mut property = |key: &str, value: &str| {
        let value = escaped(value).replace(':', "%3A").replace(',', "%2C");
        write!(line, "{key}={value},").expect("a string takes any text");
    };
    if let Some(first) = finding.places.first() {
        property("file", &plain_line(&first.path));
        if let Some(at) = &first.position {
            property("line", &at.line.to_string());
            property("col", &at.column.to_string());
            property("endLine", &at.end_line.to_string());
            property("endColumn", &at.end_column.to_string());
        }
    }
    property("title", finding.code);
    line.pop();
    let advice = if finding.help.is_empty() { "" } else { "\n办法：" };
    let text = escaped(&format!("{}{advice}{}", finding.message, finding.help));
    format!("{line}::{text}\n")
}

/// A text that neither ends the command nor steers the log that it stands in.
fn escaped(text: &str) -> String {
    plain(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
