//! `datapackage.json`: what the tables are, as a Frictionless data package.

use serde_json::{Map, Value, json};

use crate::render::open_tables::written::{SCHEMA, Written};
use crate::view::open_table::{OpenField, OpenKind};

/// What all tables have in common.
pub(super) struct Head {
    pub(super) audience: &'static str,
    pub(super) title: String,
    pub(super) sources: Vec<String>,
    pub(super) licences: Vec<&'static str>,
}

/// Returns the file.
pub(super) fn descriptor(head: &Head, tables: &[Written]) -> Vec<u8> {
    let Head { audience, title, sources, licences } = head;
    let mut package = Map::new();
    let mut put = |key: &str, value: Value| package.insert(key.to_owned(), value);
    put("profile", json!("tabular-data-package"));
    put("name", json!("tongbao-tables"));
    put("title", json!(title));
    put("version", json!(SCHEMA.rsplit('/').next()));
    put("description", json!(description(audience, licences)));
    if !licences.is_empty() {
        let licences = licences.iter().map(|name| json!({"name": name}));
        put("licenses", licences.collect());
    }
    let sources = sources.iter().map(|title| json!({"title": title}));
    put("sources", sources.collect());
    put("resources", tables.iter().map(resource).collect());
    let text = serde_json::to_string_pretty(&package).unwrap_or_default();
    format!("{text}\n").into_bytes()
}

fn description(audience: &str, licences: &[&str]) -> String {
    let licence = if licences.is_empty() {
        "没有声明许可，使用前请向发文机关了解。"
    } else {
        ""
    };
    format!(
        "{SCHEMA}，{audience}版。列只增不改；数是精确的十进制数，空着是没有，原因另有一列；\
         文字以 = + - @ 开头的，前面加一个 ' 号，免得表格软件当作公式。{licence}"
    )
}

fn resource(table: &Written) -> Value {
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.bytes,
        "hash": format!("sha256:{}", table.sha256),
        "rows": table.rows,
        "schema": table.schema,
    })
}

/// Returns the schema of a table.
pub(super) fn schema(fields: &[OpenField], key: &[&str]) -> Value {
    let mut schema = Map::new();
    let fields = fields.iter().map(|field| field_of(field, key));
    schema.insert("fields".to_owned(), fields.collect());
    if !key.is_empty() {
        schema.insert("primaryKey".to_owned(), json!(key));
    }
    Value::Object(schema)
}

fn field_of(field: &OpenField, key: &[&str]) -> Value {
    let kind = match field.kind {
        OpenKind::Text => "string",
        OpenKind::Number => "number",
        OpenKind::Integer => "integer",
        OpenKind::Flag => "boolean",
        OpenKind::Day => "date",
    };
    let mut entry = json!({"name": field.name, "type": kind, "description": field.about});
    if key.contains(&field.name) {
        entry["constraints"] = json!({"required": true});
    }
    entry
}
