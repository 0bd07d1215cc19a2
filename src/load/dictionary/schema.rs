//! The JSON Schema of a kind of record, for completion and checks in editors.

use serde_json::{Map, Value, json};

use crate::model::dictionary::{Field, Kind, Shape, WordShape};

/// Returns the schema of a kind, in draft-07, which the YAML language server supports completely.
pub fn schema(kind: &'static Kind) -> String {
    let mut root = Map::new();
    root.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    root.insert("title".to_owned(), json!(kind.name));
    root.insert("description".to_owned(), json!(kind.meaning));
    root.extend(record(kind));
    let text = serde_json::to_string_pretty(&root);
    text.expect("a map of texts is always JSON") + "\n"
}

fn record(kind: &'static Kind) -> Map<String, Value> {
    let properties: Map<String, Value> = kind
        .fields
        .iter()
        .map(|field| (field.key.to_string(), property(field)))
        .collect();
    let required: Vec<&str> = kind
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.key.as_str())
        .collect();
    let mut map = Map::new();
    map.insert("type".to_owned(), json!("object"));
    map.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        map.insert("required".to_owned(), json!(required));
    }
    map.insert("properties".to_owned(), Value::Object(properties));
    map
}

/// Returns the schema of a field with its own meaning. An optional field may also be blank.
fn property(field: &'static Field) -> Value {
    let shape = field.shape;
    let mut map = Map::new();
    map.insert("description".to_owned(), json!(description(field, &shape)));
    map.extend(value(&shape, !field.required));
    Value::Object(map)
}

fn description(field: &Field, shape: &Shape) -> String {
    let mut text = format!("{}。", field.meaning);
    if let Shape::Word(word) = shape {
        text.push_str(&format!("写法：{}。", word.form.trim_end_matches('、')));
    }
    text.push_str(&format!("例：{}", field.example));
    text
}

fn value(shape: &Shape, blank: bool) -> Map<String, Value> {
    match shape {
        Shape::Word(word) => scalar(word, blank),
        Shape::Record(kind) => blanked(record(kind), blank),
        Shape::List(items) => {
            let items = Value::Object(value(items, false));
            blanked(object(json!({"type": "array", "items": items})), blank)
        }
        Shape::Map(values) => {
            let values = Value::Object(value(values, true));
            blanked(
                object(json!({"type": "object", "additionalProperties": values})),
                blank,
            )
        }
    }
}

/// Returns the schema of a scalar. Editors see an unquoted number as a number, even where it is
/// text to us.
fn scalar(word: &WordShape, blank: bool) -> Map<String, Value> {
    if !word.choices.is_empty() {
        let mut choices: Vec<Value> =
            word.choices.iter().map(|choice| json!(choice)).collect();
        choices.extend(blank.then_some(Value::Null));
        return object(json!({"enum": choices}));
    }
    let plain: &[&str] = match word.id {
        "count" | "places" => &["integer", "string"],
        "number" | "positive" | "cap" | "text" => &["string", "number"],
        "id" | "period" => &["string", "integer"],
        _ => &["string"],
    };
    let mut map = Map::new();
    let types: Vec<&str> = plain.iter().copied().chain(blank.then_some("null")).collect();
    let value = if types.len() == 1 { json!(types[0]) } else { json!(types) };
    map.insert("type".to_owned(), value);
    if !word.pattern.is_empty() {
        map.insert("pattern".to_owned(), json!(word.pattern));
        let message = format!("{}的写法：{}", word.name, word.form);
        map.insert("patternErrorMessage".to_owned(), json!(message));
    }
    map
}

fn blanked(mut map: Map<String, Value>, blank: bool) -> Map<String, Value> {
    if let Some(kind) = map.get_mut("type").filter(|_| blank) {
        *kind = json!([kind.clone(), "null"]);
    }
    map
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
