//! Formats results as JSON, so that the difference between two files is easy to read.

use serde::Serialize;
use serde_json::{Map, Value};

/// Returns the fields of a file of results, in their order.
pub(super) fn fields(file: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(file) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Returns a file of results as JSON, with one figure on each line.
pub(super) fn figure_lines(fields: &Map<String, Value>) -> Vec<u8> {
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, value)| match value {
            Value::Array(entries) => format!("\"{key}\":[{}\n]", lines(entries)),
            value => format!("\"{key}\":{value}"),
        })
        .collect();
    format!("{{{}}}\n", fields.join(",")).into_bytes()
}

fn lines(entries: &[Value]) -> String {
    let lines: Vec<String> = entries.iter().map(|entry| format!("\n{entry}")).collect();
    lines.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_a_line() {
        let file = serde_json::json!({"a": "x", "figures": [{"b": [1, 2]}, {}], "c": []});
        let text = String::from_utf8(figure_lines(&fields(&file))).unwrap();
        assert_eq!(
            text,
            "{\"a\":\"x\",\"figures\":[\n{\"b\":[1,2]},\n{}\n],\"c\":[\n]}\n"
        );
    }
}
