//! The search page as its template prints it: the entries as data for the script, and an index without it.

use serde::Serialize;

use crate::render::html::link::{Anchor, Way};
use crate::view::search::{Entry, Search};

/// Kinds that the page lists even without a script.
const LISTED: &[&str] = &["单位", "项目", "口径"];

/// The search page.
#[derive(Serialize)]
pub(super) struct SearchView<'a> {
    title: &'a str,
    crumbs: Vec<Anchor<'a>>,
    /// The entries as JSON that may stand inside a script element.
    data: String,
    lists: Vec<Listed<'a>>,
}

/// The entries of one kind as links.
#[derive(Serialize)]
struct Listed<'a> {
    kind: &'static str,
    links: Vec<Anchor<'a>>,
}

impl<'a> SearchView<'a> {
    /// The page; it stands in the book's folder.
    pub(super) fn new(search: &'a Search) -> SearchView<'a> {
        let list = |kind: &&'static str| {
            let entries = search.entries.iter().filter(|entry| entry.kind == *kind);
            let links = entries.map(|entry| Anchor::new(&entry.link, Way::HERE));
            Listed { kind, links: links.collect() }
        };
        let lists = LISTED.iter().map(list).filter(|list| !list.links.is_empty());
        SearchView {
            title: &search.title,
            crumbs: search
                .crumbs
                .iter()
                .map(|link| Anchor::new(link, Way::HERE))
                .collect(),
            data: data(&search.entries),
            lists: lists.collect(),
        }
    }
}

/// Rows of kind, name, target, text and initials; nothing in them can end the script element.
fn data(entries: &[Entry]) -> String {
    let row = |entry: &Entry| {
        serde_json::json!([
            entry.kind,
            entry.link.text,
            Way::HERE.to(&entry.link.href),
            entry.text,
            entry.initials
        ])
    };
    let rows: Vec<String> = entries.iter().map(|entry| escaped(&row(entry))).collect();
    format!("[{}]", rows.join(",\n"))
}

fn escaped(value: &serde_json::Value) -> String {
    let mut text = String::new();
    for c in value.to_string().chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                text.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_text_can_end_the_script_element() {
        let hostile = serde_json::json!(["</script><!--", "a&b\u{2028}"]);
        assert_eq!(
            escaped(&hostile),
            r#"["\u003c/script\u003e\u003c!--","a\u0026b\u2028"]"#
        );
    }
}
