//! Targets of links: what a data file may point to, and the way there from a page.

use crate::view::page::Page;

/// How a page finds the other pages of its book.
#[derive(Clone, Copy)]
pub(super) struct Way<'p> {
    /// Way to the book's folder.
    root: &'p str,
    /// The page's own folder inside the book, with a slash; empty where it stands in the book's.
    folder: &'p str,
}

impl<'p> Way<'p> {
    /// From a page in the book's folder.
    pub(super) const HERE: Way<'static> = Way { root: "", folder: "" };

    /// From a page of a book.
    pub(super) fn of(page: &'p Page) -> Way<'p> {
        let end = page.path.rfind('/').map_or(0, |at| at + 1);
        let folder = if page.root.is_empty() { "" } else { &page.path[..end] };
        Way { root: &page.root, folder }
    }

    /// From a page above the book's folder.
    pub(super) fn down(root: &'p str) -> Way<'p> {
        Way { root, folder: "" }
    }

    /// The target to print, or nothing where the target is not allowed.
    ///
    /// Allowed are web addresses, anchors of the same page, and relative paths. A leading
    /// slash or a backslash would let a path reach another host, so such paths are refused.
    /// What stands in the page's own folder is named without it, so that the folder can be
    /// copied and renamed alone.
    pub(super) fn to(self, href: &str) -> String {
        if href.is_empty() || href.chars().any(|c| c.is_control() || c == '\\') {
            return String::new();
        }
        if has_web_scheme(href) || href.starts_with('#') {
            return href.to_owned();
        }
        if !is_path(href) {
            return String::new();
        }
        match href.strip_prefix(self.folder).filter(|_| !self.folder.is_empty()) {
            Some(beside) if is_path(beside) => beside.to_owned(),
            _ => format!("{}{href}", self.root),
        }
    }
}

/// Whether a target can only be a path below the folder that it is taken from.
fn is_path(href: &str) -> bool {
    let start = href.split(['/', '?', '#']).next().unwrap_or("");
    !start.is_empty() && !start.contains(':') && !start.starts_with(' ')
}

/// Returns whether a target is an address on the web, outside the site.
pub(super) fn has_web_scheme(href: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

#[cfg(test)]
mod tests {
    use super::Way;

    #[test]
    fn a_path_is_taken_from_the_folder_of_the_book() {
        let way = Way { root: "../", folder: "2023-06/" };
        assert_eq!(way.to("units/a.html#x:y"), "../units/a.html#x:y");
        assert_eq!(way.to("#funds/unit:a"), "#funds/unit:a");
        assert_eq!(way.to("https://example.org/"), "https://example.org/");
    }

    #[test]
    fn what_stands_beside_a_page_is_named_without_the_folder() {
        let way = Way { root: "../", folder: "2023-06/" };
        assert_eq!(way.to("2023-06/bulletin.pdf"), "bulletin.pdf");
        assert_eq!(way.to("2023-06//host/x"), "../2023-06//host/x");
        assert_eq!(way.to("2023-06/javascript:x"), "../2023-06/javascript:x");
        assert_eq!(way.to("2023-05/index.html"), "../2023-05/index.html");
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
            assert_eq!(Way::HERE.to(href), "", "{href:?}");
        }
    }
}
