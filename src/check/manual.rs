//! The manual: a page for every code, from the `//!` lines of the rules and from the pages next to
//! this file.

use crate::check::rules::RULES;

/// Pages of the codes that come from reading files, not from rules.
const READING: &[&str] = &[
    include_str!("manual/files.md"),
    include_str!("manual/yaml.md"),
    include_str!("manual/words.md"),
    include_str!("manual/narrative.md"),
    include_str!("manual/workbooks.md"),
];

/// A page of the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Code.
    pub code: String,
    /// Title sentence.
    pub title: String,
    /// The rest as Markdown: the reason for the rule, and examples.
    pub body: String,
}

/// Returns every page: first those of the rules, then those of reading.
pub fn pages() -> Vec<Page> {
    let rules = RULES.iter().map(|rule| of_rule(rule.code, rule.manual));
    rules.chain(READING.iter().flat_map(|text| of_text(text))).collect()
}

/// Returns the page of a code; `None` if there is no such code.
pub fn page(code: &str) -> Option<Page> {
    pages().into_iter().find(|page| page.code == code)
}

/// Makes the page of a rule from the `//!` lines of its source.
fn of_rule(code: &str, source: &str) -> Page {
    let head = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> =
        head.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let (title, body) =
        lines.split_first().map_or(("", [].as_slice()), |(first, rest)| (*first, rest));
    Page { code: code.to_owned(), title: title.to_owned(), body: trimmed(body) }
}

/// Returns the pages of a text, each under a heading `# code title`. Lines like that inside
/// examples are no headings.
fn of_text(text: &str) -> Vec<Page> {
    let mut pages: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        match line.strip_prefix("# ").filter(|_| !fenced) {
            Some(heading) => pages.push((heading, Vec::new())),
            None => pages.last_mut().into_iter().for_each(|(_, lines)| lines.push(line)),
        }
    }
    let page = |(heading, lines): (&str, Vec<&str>)| {
        let (code, title) = heading.split_once(' ').unwrap_or((heading, ""));
        Page { code: code.to_owned(), title: title.to_owned(), body: trimmed(&lines) }
    };
    pages.into_iter().map(page).collect()
}

fn trimmed(lines: &[&str]) -> String {
    lines.join("\n").trim().to_owned()
}
