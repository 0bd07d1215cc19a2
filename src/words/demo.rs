//! The marks of what rests on invented records.

/// After a title: `（演示数据）` where anything below it is invented, else nothing.
pub fn after_title(demo: bool) -> &'static str {
    if demo { "（演示数据）" } else { "" }
}

/// After a name, where room is short: `（演示）` where it is invented, else nothing.
pub fn after_name(demo: bool) -> &'static str {
    if demo { "（演示）" } else { "" }
}
