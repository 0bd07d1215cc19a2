//! What is written, without its places: to be compared, and to be written.

use std::fmt::Write;

use crate::load::yaml;
use crate::model::dictionary::written::{Entry, Written};

/// What is written: a scalar, a list or a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A scalar.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// A scalar.
    pub fn scalar(text: impl Into<String>) -> Node {
        Node::Scalar(text.into())
    }

    /// Takes the places off what is written.
    pub fn of(written: &Written) -> Node {
        match written {
            Written::Scalar { text, .. } => Node::Scalar(text.clone()),
            Written::List { items, .. } => {
                Node::List(items.iter().map(Node::of).collect())
            }
            Written::Map { entries, .. } => {
                let entry = |entry: &Entry| (entry.key.clone(), Node::of(&entry.value));
                Node::Map(entries.iter().map(entry).collect())
            }
        }
    }

    /// Returns what a key leads to.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Node::Map(entries) = self else { return None };
        entries.iter().find(|(own, _)| own == key).map(|(_, value)| value)
    }

    /// Returns the text of a scalar.
    pub fn as_text(&self) -> Option<&str> {
        if let Node::Scalar(text) = self { Some(text) } else { None }
    }

    /// Writes it on one line.
    pub fn flow(&self) -> String {
        match self {
            Node::Scalar(text) => scalar(text),
            Node::List(items) => {
                let items: Vec<String> = items.iter().map(Node::flow).collect();
                format!("[{}]", items.join(", "))
            }
            Node::Map(entries) => {
                let entry = |(key, value): &(String, Node)| {
                    format!("{}: {}", scalar(key), value.flow())
                };
                let entries: Vec<String> = entries.iter().map(entry).collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}

/// A scalar as it stands in a map on one line: without quotes where it reads the same so.
fn scalar(text: &str) -> String {
    let is_plain = !text.is_empty()
        && !text.contains(['\n', '\r', '\t', ',', '[', ']', '{', '}', '#', '"', '\''])
        && reads_as(&format!("{{键: {text}}}"), text);
    if is_plain {
        return text.to_owned();
    }
    if !text.chars().any(char::is_control) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn reads_as(line: &str, text: &str) -> bool {
    let parsed = yaml::parse(line, 0);
    let Some(Written::Map { entries, .. }) = parsed.written else { return false };
    let is_same = |value: &Written| matches!(value, Written::Scalar { text: own, .. } if own == text);
    parsed.faults.is_empty() && entries.len() == 1 && is_same(&entries[0].value)
}
