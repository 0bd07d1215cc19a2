//! The file of a new project: its id, and the text that it begins with.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::intake::form::Role;
use crate::intake::reading::Row;
use crate::load::splice::Node;
use crate::model::book::Book;
use crate::model::book::filed::stem;
use crate::model::dictionary::{Fields, Record};
use crate::model::record::project::Project;

/// What a book's ids begin with where it has none yet.
const PREFIX: &str = "xm";

/// Returns the id after the newest of a year, with some more in between.
pub(super) fn next_id(book: &Book, day: NaiveDate, more: usize) -> String {
    let year = day.year();
    let folder = format!("projects/{year}/");
    let numbered = |path: &str| {
        let id = stem(path);
        let (start, number) = id.rsplit_once('-')?;
        Some((start.to_owned(), number.len(), number.parse::<usize>().ok()?))
    };
    let mut ids: Vec<(String, usize, usize)> = book
        .projects
        .iter()
        .filter(|filed| filed.path.starts_with(&folder))
        .filter_map(|filed| numbered(&filed.path))
        .collect();
    ids.sort_by_key(|(_, _, number)| *number);
    let (start, width, last) = ids.pop().unwrap_or_else(|| {
        let prefixes = book
            .projects
            .iter()
            .filter_map(|filed| Some(stem(&filed.path).split_once('-')?.0.to_owned()));
        let prefix = prefixes.last().unwrap_or_else(|| PREFIX.to_owned());
        (format!("{prefix}-{year}"), 3, 0)
    });
    format!("{start}-{:0width$}", last + 1 + more)
}

/// Returns the text of a new project without its entries.
pub(super) fn start(book: &Book, id: &str, row: &Row) -> String {
    let mut fields: BTreeMap<usize, (String, Node)> = BTreeMap::new();
    let place = |key: &str| {
        Project::KIND
            .fields
            .iter()
            .position(|field| field.key.as_str() == key)
            .unwrap_or(0)
    };
    fields.insert(0, ("编号".to_owned(), Node::scalar(id)));
    let unit = row.unit.as_ref().and_then(|id| book.unit_called(id));
    if let Some(unit) = unit {
        let key = Fields::<Project>::unit.key.as_str();
        fields.insert(place(key), (key.to_owned(), Node::scalar(&unit.name)));
    }
    for (at, column) in row.form.columns.iter().enumerate() {
        let (Role::Own(way), Some(given)) = (column.role, row.cells.get(&at)) else {
            continue;
        };
        let Some(first) = way.first() else { continue };
        let key = first.key.as_str();
        let entry = match way {
            [_] => (key.to_owned(), given.node.clone()),
            [_, inner, ..] => {
                let before = fields.remove(&place(key));
                let mut entries = match before {
                    Some((_, Node::Map(entries))) => entries,
                    _ => Vec::new(),
                };
                entries.push((inner.key.as_str().to_owned(), given.node.clone()));
                (key.to_owned(), Node::Map(entries))
            }
            [] => continue,
        };
        fields.insert(place(key), entry);
    }
    let mut text =
        "# yaml-language-server: $schema=../../../schema/project.json\n".to_owned();
    for (key, node) in fields.values() {
        text.push_str(&format!("{key}: {}\n", node.flow()));
    }
    text
}
