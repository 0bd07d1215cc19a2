//! What changed, for other programs (`tongbao-diff/1`).

use anyhow::Result;

use crate::view::changes::Changes;
use crate::words::plain_json;

/// One field a line.
pub fn json(changes: &Changes) -> Result<String> {
    Ok(plain_json(&serde_json::to_string_pretty(changes)?) + "\n")
}
