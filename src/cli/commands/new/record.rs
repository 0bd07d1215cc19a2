//! A project or an activity: what is given, and the required fields that are left to be filled in.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use chrono::Datelike;

use crate::cli::commands::new::draft::{Asked, Draft, schema_line};
use crate::cli::commands::new::numbering::next_id;
use crate::model::book::Book;
use crate::model::dictionary::{Fields, Kind, Record, Shape, nearest};
use crate::model::record::activity::Activity;
use crate::model::record::project::{Contract, Project};
use crate::words::pinyin::spelled;

/// What is given, by key, in the order of the dictionary.
type Given = BTreeMap<&'static str, String>;

/// Makes a project; it lies in the year of its first signing.
pub(super) fn project(asked: &Asked) -> Result<Draft> {
    let given = given(asked, Project::KIND)?;
    let signed = Fields::<Contract>::signed.key.as_str();
    let contracts = given.get(Fields::<Project>::contracts.key.as_str());
    let year = contracts.and_then(|contracts| year_after(contracts, signed));
    record(asked, Project::KIND, given, ("projects", None, year))
}

/// Makes an activity of today, if no other day is given.
pub(super) fn activity(asked: &Asked) -> Result<Draft> {
    let mut given = given(asked, Activity::KIND)?;
    let day = Fields::<Activity>::date.key.as_str();
    let date = given.entry(day).or_insert_with(|| asked.today.to_string());
    let year = date.get(..4).map(str::to_owned);
    record(asked, Activity::KIND, given, ("activities", Some("hd"), year))
}

fn record(
    asked: &Asked,
    kind: &'static Kind,
    mut given: Given,
    (folder, prefix, year): (&str, Option<&str>, Option<String>),
) -> Result<Draft> {
    let year = year.unwrap_or_else(|| asked.today.year().to_string());
    let id_key = kind.id_field().map_or("", |field| field.key.as_str());
    let ids = asked.ids_in(folder);
    let first = prefix.map_or_else(|| initials(asked.book), str::to_owned);
    let id = given
        .entry(id_key)
        .or_insert_with(|| next_id(ids.into_iter(), &year, &first))
        .clone();
    let path = format!("{folder}/{year}/{id}.yaml");
    let (body, open) = body(kind, &given);
    let text = format!("{}{body}", schema_line(&path, kind.id));
    let open = match open.len() {
        0 => "必填的都写了；还可写的，编辑器会提示，也见 data/README.md".to_owned(),
        _ => format!("还要填：{}", open.join("、")),
    };
    Ok(Draft { path, text, told: vec![open], left_open: &["missing-key"] })
}

/// What the first id of a book's projects begins with: the initials of its name, where they are
/// several, else its folder's name.
fn initials(book: &Book) -> String {
    let name = &book.card.record.name;
    let level = name.char_indices().next_back().map_or(0, |(at, _)| at);
    let letters = name[..level].chars().map(|c| spelled(&c.to_string()));
    let initials: String = letters.filter_map(|letters| letters.chars().next()).collect();
    if initials.len() > 1 { initials } else { book.id.clone() }
}

/// The fields that are given or required, and the keys of those that are left open.
fn body(kind: &'static Kind, given: &Given) -> (String, Vec<&'static str>) {
    let (mut body, mut open) = (String::new(), Vec::new());
    for field in kind.fields {
        let key = field.key.as_str();
        match given.get(key) {
            Some(value) => body.push_str(&format!("{key}: {value}\n")),
            None if field.required => {
                open.push(key);
                body.push_str(&format!(
                    "# {}，如 {}\n{key}:\n",
                    field.meaning, field.example
                ));
            }
            None => {}
        }
    }
    (body, open)
}

/// Reads what is given as `键=值`.
fn given(asked: &Asked, kind: &'static Kind) -> Result<Given> {
    let mut given = Given::new();
    for word in asked.words {
        let Some((key, value)) = word.split_once(['=', '＝']) else {
            bail!("“{word}”要写成 键=值，如 {}=某项目", kind.fields[1].key);
        };
        let Some(field) = kind.field_named(key) else {
            let keys = kind.fields.iter().map(|field| field.key.as_str());
            match nearest(key, keys) {
                Some(near) => bail!("{}没有“{key}”这个键，是否应为“{near}”？", kind.name),
                None => bail!("{}没有“{key}”这个键；字段见 data/README.md", kind.name),
            }
        };
        if value.contains(['\n', '\r']) {
            bail!("“{key}”的值要写在一行里");
        }
        if given.insert(field.key.as_str(), written(&field.shape, value)).is_some() {
            bail!("“{key}”写了两次");
        }
    }
    Ok(given)
}

/// A list of one may be given as the one.
fn written(shape: &Shape, value: &str) -> String {
    let value = value.trim();
    match shape {
        Shape::List(_) if !value.starts_with('[') => format!("[{value}]"),
        _ => value.to_owned(),
    }
}

/// The year of the first day after a key.
fn year_after(text: &str, key: &str) -> Option<String> {
    let rest = text.split_once(key)?.1;
    let year = rest.trim_start_matches([':', ' ']).get(..4)?;
    year.bytes().all(|byte| byte.is_ascii_digit()).then(|| year.to_owned())
}
