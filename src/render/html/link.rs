//! Targets of links: what a data file may point to, and the way there from a page.

use serde::Serialize;

use crate::report::page::Link;

/// A link as the templates print it; without a target it is plain text.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Anchor<'a> {
    pub(super) text: &'a str,
    pub(super) href: String,
    /// Whether it leaves the site.
    pub(super) outside: bool,
}

impl<'a> Anchor<'a> {
    /// The link as it stands on a page with this way back to the book's folder.
    pub(super) fn new(link: &'a Link, root: &str) -> Anchor<'a> {
        Anchor {
            text: &link.text,
            href: resolve(&link.href, root),
            outside: has_web_scheme(&link.href),
        }
    }
}

/// The target to print, or nothing where the target is not allowed.
///
/// Allowed are web addresses, anchors of the same page, and relative paths. A leading
/// slash or a backslash would let a path reach another host, so such paths are refused.
pub(super) fn resolve(href: &str, root: &str) -> String {
    if href.is_empty() || href.chars().any(|c| c.is_control() || c == '\\') {
        return String::new();
    }
    if has_web_scheme(href) || href.starts_with('#') {
        return href.to_owned();
    }
    let path = href.split(['/', '?', '#']).next().unwrap_or("");
    if path.contains(':') || href.starts_with(['/', ' ']) {
        return String::new();
    }
    format!("{root}{href}")
}

fn has_web_scheme(href: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn a_path_is_taken_from_the_folder_of_the_book() {
        assert_eq!(resolve("units/a.html#x:y", "../"), "../units/a.html#x:y");
        assert_eq!(resolve("#funds/unit:a", "../"), "#funds/unit:a");
        assert_eq!(resolve("https://example.org/", "../"), "https://example.org/");
    }

    #[test]
    fn a_target_that_could_run_or_reach_another_host_is_dropped() {
        for href in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "//host/x",
            "/etc/passwd",
            "\\\\host\\x",
            "file:///x",
            "",
        ] {
            assert_eq!(resolve(href, ""), "", "{href:?}");
        }
    }
}
