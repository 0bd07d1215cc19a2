//! Marks for texts that depend on invented records.

/// Returns the mark after a title: `（演示数据）` if anything below it is invented, else nothing.
pub fn after_title(demo: bool) -> &'static str {
    if demo { "（演示数据）" } else { "" }
}

/// Returns the short mark after a name: `（演示）` if it is invented, else nothing.
pub fn after_name(demo: bool) -> &'static str {
    if demo { "（演示）" } else { "" }
}

/// Returns a title without the mark that stands after it.
pub fn unmarked(title: &str) -> &str {
    title.strip_suffix(after_title(true)).unwrap_or(title)
}
