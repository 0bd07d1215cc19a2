//! The JSON Schema of a kind of record, for completion and checks in editors.
//!
//! Whatever the reader takes, the schema takes. Each schema has the message that an editor shows
//! where it does not hold, since the editor's own are in English: for that reason required keys are
//! a condition, not the keyword for them.

use serde_json::{Map, Value, json};

use crate::load::dictionary::offered::Offered;
use crate::model::dictionary::{Field, Kind, Shape, WordShape};

/// Returns the schema of a kind, in draft-07, which the YAML language server supports completely,
/// with the names that an editor offers where a record refers to others.
pub fn schema(kind: &'static Kind, offered: &Offered) -> String {
    let mut root = Map::new();
    root.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    root.insert("title".to_owned(), json!(kind.name));
    root.insert("description".to_owned(), json!(kind.meaning));
    root.extend(Maker { offered }.record(kind));
    let text = serde_json::to_string_pretty(&root);
    text.expect("a map of texts is always JSON") + "\n"
}

/// Makes schemas with the names of a book.
#[derive(Clone, Copy)]
struct Maker<'a> {
    offered: &'a Offered,
}

impl Maker<'_> {
    fn record(self, kind: &'static Kind) -> Map<String, Value> {
        let properties: Map<String, Value> = (kind.fields.iter())
            .map(|field| (field.key.to_string(), self.property(field)))
            .collect();
        let required = keys(kind.fields.iter().filter(|field| field.required));
        let keys = keys(kind.fields).join("、");
        let message = format!("“{}”写成若干行“键: 值”，只有这些键：{keys}", kind.name);
        let mut map = Map::new();
        map.insert("type".to_owned(), json!("object"));
        map.insert("additionalProperties".to_owned(), json!(false));
        map.insert("errorMessage".to_owned(), json!(message));
        if !required.is_empty() {
            let message = format!("“{}”须有这些键：{}", kind.name, required.join("、"));
            map.insert("if".to_owned(), json!({"required": required}));
            let missing = json!({"type": "null", "errorMessage": message});
            map.insert("else".to_owned(), missing);
        }
        map.insert("properties".to_owned(), Value::Object(properties));
        map
    }

    /// Returns the schema of a field with its own meaning. An optional field may also be blank.
    fn property(self, field: &'static Field) -> Value {
        let shape = field.shape;
        let mut map = Map::new();
        map.insert("description".to_owned(), json!(description(field, &shape)));
        map.extend(self.value(&shape, !field.required));
        Value::Object(map)
    }

    fn value(self, shape: &Shape, blank: bool) -> Map<String, Value> {
        match shape {
            Shape::Word(word) => self.scalar(word, blank),
            Shape::Record(kind) => blanked(self.record(kind), blank),
            Shape::List(items) => {
                let items = Value::Object(self.value(items, false));
                let message = "这里是一个列表：每项前加“- ”，或写成 [甲, 乙]";
                let list =
                    json!({"type": "array", "errorMessage": message, "items": items});
                blanked(object(list), blank)
            }
            Shape::Map(values) => blanked(self.map(values), blank),
        }
    }

    /// Returns the schema of lines that each begin with the name of an indicator.
    fn map(self, values: &Shape) -> Map<String, Value> {
        let values = Value::Object(self.value(values, true));
        let message = "这里是若干行“名称: 值”";
        let mut map = object(json!({"type": "object", "errorMessage": message}));
        let names = self.offered.indicators().iter();
        let named: Map<String, Value> =
            names.map(|name| (name.clone(), values.clone())).collect();
        if !named.is_empty() {
            map.insert("properties".to_owned(), Value::Object(named));
        }
        map.insert("additionalProperties".to_owned(), values);
        map
    }

    fn scalar(self, word: &WordShape, blank: bool) -> Map<String, Value> {
        let form = word.form.trim_end_matches('、');
        let message = format!("{}的写法：{form}", word.name);
        if !word.choices.is_empty() {
            let mut choices: Vec<Value> =
                word.choices.iter().map(|choice| json!(choice)).collect();
            choices.extend(blank.then_some(Value::Null));
            return object(json!({"enum": choices, "errorMessage": message}));
        }
        let types = types(word, blank);
        let types = if types.len() == 1 { json!(types[0]) } else { json!(types) };
        let mut map = object(json!({"type": types, "errorMessage": message}));
        if !word.pattern.is_empty() {
            map.insert("pattern".to_owned(), json!(word.pattern));
            map.insert("patternErrorMessage".to_owned(), json!(message));
        }
        let offers = self.offered.names(word).iter();
        let offers: Vec<Value> =
            offers.map(|name| json!({"label": name, "body": name})).collect();
        if !offers.is_empty() {
            map.insert("defaultSnippets".to_owned(), json!(offers));
        }
        map
    }
}

fn keys(fields: impl IntoIterator<Item = &'static Field>) -> Vec<&'static str> {
    fields.into_iter().map(|field| field.key.as_str()).collect()
}

fn description(field: &Field, shape: &Shape) -> String {
    let mut text = format!("{}。", field.meaning);
    if let Shape::Word(word) = shape {
        text.push_str(&format!("写法：{}。", word.form.trim_end_matches('、')));
    }
    text.push_str(&format!("例：{}", field.example));
    text
}

/// Returns the types that a scalar may have. Editors see an unquoted number as a number, even
/// where it is text to us, such as a name or an id.
fn types(word: &WordShape, blank: bool) -> Vec<&'static str> {
    let counts = ["count", "places"];
    let numbers = ["number", "positive", "cap", "text", "clause", "id", "period"];
    let plain: &[&str] = match word.id {
        id if counts.contains(&id) => &["integer", "string"],
        id if numbers.contains(&id) || id.ends_with("-ref") => &["string", "number"],
        _ => &["string"],
    };
    plain.iter().copied().chain(blank.then_some("null")).collect()
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
