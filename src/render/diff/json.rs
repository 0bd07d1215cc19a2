//! What changed, for other programs (`tongbao-diff/1`).

use anyhow::Result;

use crate::view::changes::Changes;

/// One field a line.
pub fn json(changes: &Changes) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(changes)?))
}
