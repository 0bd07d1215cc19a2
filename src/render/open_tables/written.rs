//! A table that was written, and the format that it is in.

/// Name and version of the format: columns are only added, else the version changes.
pub(super) const SCHEMA: &str = "tongbao-tables/1";

/// A table that was written.
pub(super) struct Written {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) schema: serde_json::Value,
    pub(super) rows: usize,
    pub(super) bytes: u64,
    pub(super) sha256: String,
}
