//! The manual: one page for every code, from the heads of the rules and from the pages beside this file.

use crate::check::rules::RULES;

/// Pages of the codes that come from reading files, not from rules.
const READING: &[&str] = &[
    include_str!("manual/files.md"),
    include_str!("manual/yaml.md"),
    include_str!("manual/words.md"),
    include_str!("manual/narrative.md"),
];

/// A page of the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Code.
    pub code: String,
    /// Title sentence.
    pub title: String,
    /// The rest, as Markdown: why, and examples.
    pub body: String,
}

/// Every page: first the rules, then the faults of reading.
pub fn pages() -> Vec<Page> {
    let rules = RULES.iter().map(|rule| of_rule(rule.code, rule.manual));
    rules.chain(READING.iter().flat_map(|text| of_text(text))).collect()
}

/// The page of a code.
pub fn page(code: &str) -> Option<Page> {
    pages().into_iter().find(|page| page.code == code)
}

/// The head of a rule's source: its lines `//!`.
fn of_rule(code: &str, source: &str) -> Page {
    let head = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> =
        head.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let (title, body) =
        lines.split_first().map_or(("", [].as_slice()), |(first, rest)| (*first, rest));
    Page { code: code.to_owned(), title: title.to_owned(), body: trimmed(body) }
}

/// The pages of a text, each under a heading `# code title`; examples may hold lines that look the same.
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
