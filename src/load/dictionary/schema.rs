//! The JSON Schema of a kind of record, for editors that complete and check while one types.

use serde_json::{Map, Value, json};

use crate::model::dictionary::{Field, Kind, Shape, WordShape};

/// The schema of a kind, in draft-07: the draft that the YAML language server knows whole.
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

/// A field, with its own meaning; a field that may be left out may also be left blank.
fn property(field: &'static Field) -> Value {
    let shape = (field.shape)();
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

/// A scalar; a plain number in YAML is a number to the editor, though it is text to us.
fn scalar(word: &WordShape, blank: bool) -> Map<String, Value> {
    if !word.choices.is_empty() {
        let mut choices: Vec<Value> =
            word.choices.iter().map(|choice| json!(choice)).collect();
        choices.extend(blank.then_some(Value::Null));
        return object(json!({"enum": choices}));
    }
    let types: &[&str] = match word.id {
        "count" => &["integer", "string"],
        "number" | "text" => &["string", "number"],
        "id" | "period" => &["string", "integer"],
        _ => &["string"],
    };
    let mut map = Map::new();
    let types: Vec<&str> = types.iter().copied().chain(blank.then_some("null")).collect();
    let types = if types.len() == 1 { json!(types[0]) } else { json!(types) };
    map.insert("type".to_owned(), types);
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
