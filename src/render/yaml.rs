//! Records that the program makes, as the bytes of their YAML files.

use anyhow::Result;
use serde::Serialize;

/// A record whose first line tells editors which schema it follows: a file of `data/schema`, by
/// its path from the record.
pub fn record_yaml(schema: &str, record: &impl Serialize) -> Result<Vec<u8>> {
    let text = serde_yaml::to_string(record)?;
    Ok(format!("# yaml-language-server: $schema={schema}\n{text}").into_bytes())
}
