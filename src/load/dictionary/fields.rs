//! The field reference for clerks, as Markdown tables.

use std::collections::BTreeSet;

use crate::load::slots::kinds;
use crate::model::dictionary::{Field, Kind, Shape};

/// Returns the tables of all kinds of records, each followed by those of the records inside it.
pub fn field_reference() -> String {
    let mut text = String::new();
    let mut seen = BTreeSet::new();
    for kind in kinds() {
        text.push_str(&format!("### {}\n\n{}。\n\n", kind.name, kind.meaning));
        table(kind, &mut text);
        inner(kind, kind.name, &mut seen, &mut text);
    }
    text.trim_end().to_owned() + "\n"
}

fn inner(
    kind: &'static Kind,
    path: &str,
    seen: &mut BTreeSet<&'static str>,
    text: &mut String,
) {
    for field in kind.fields {
        let Some(part) = record_in(field.shape) else { continue };
        let path = format!("{path} › {}", field.key);
        if seen.insert(part.id) {
            text.push_str(&format!("#### {path}\n\n{}。\n\n", part.meaning));
            table(part, text);
        }
        inner(part, &path, seen, text);
    }
}

fn record_in(shape: Shape) -> Option<&'static Kind> {
    match shape {
        Shape::Record(kind) => Some(kind),
        Shape::List(inner) | Shape::Map(inner) => record_in(*inner),
        Shape::Word(_) => None,
    }
}

fn table(kind: &'static Kind, text: &mut String) {
    text.push_str("| 键 | 必填 | 含义 | 写法 | 例 | 受众 |\n|---|---|---|---|---|---|\n");
    for field in kind.fields {
        text.push_str(&row(field));
    }
    text.push('\n');
}

fn row(field: &Field) -> String {
    let required = if field.required { "是" } else { "" };
    let form = form(&field.shape);
    let cells = [
        format!("`{}`", field.key),
        required.to_owned(),
        cell(field.meaning),
        cell(&form),
        format!("`{}`", field.example.replace('|', "\\|")),
        field.level.label().to_owned(),
    ];
    format!("| {} |\n", cells.join(" | "))
}

fn form(shape: &Shape) -> String {
    match shape {
        Shape::Word(word) if word.id == "text" => "文字".to_owned(),
        Shape::Word(word) => {
            format!("{}：{}", word.name, word.form.trim_end_matches('、'))
        }
        Shape::Record(kind) => format!("若干键，见“{}”", kind.name),
        Shape::List(inner) => match inner {
            Shape::Record(kind) => format!("列表，各项见“{}”", kind.name),
            inner => format!("列表，各项为{}", form(inner)),
        },
        Shape::Map(inner) => format!("若干行“名称: 值”，值为{}", form(inner)),
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}
