//! What was changed, in a line for each record; where there are many, in a line for each kind.

use crate::view::changes::contents::Holding;
use crate::view::changes::{Change, RecordChange};

/// The most records of a kind that have a line each.
const SINGLE: usize = 6;

/// The most fields of a record in its line.
const FIELDS: usize = 3;

/// Names given of many records.
const EXAMPLES: usize = 2;

/// Returns the lines, in the order of the records.
pub(crate) fn edits(records: &[RecordChange]) -> Vec<String> {
    let is_same = |one: &RecordChange, other: &RecordChange| {
        one.change == other.change && one.kind.id == other.kind.id
    };
    let mut lines = Vec::new();
    let mut kinds: Vec<Vec<&RecordChange>> = Vec::new();
    for record in records {
        match kinds.iter_mut().find(|kind| is_same(kind[0], record)) {
            Some(kind) => kind.push(record),
            None => kinds.push(vec![record]),
        }
    }
    for kind in kinds {
        if kind.len() <= SINGLE {
            lines.extend(kind.iter().map(|record| single(record)));
        } else {
            lines.push(several(&kind));
        }
    }
    lines
}

/// A record with what changed in it, or with what it holds: `修改 项目“…”（ws-2023-017），县农业农村委：…；计入2023年6月起`.
fn single(record: &RecordChange) -> String {
    let unit = match record.contents.unit.as_str() {
        "" => String::new(),
        unit => format!("，{unit}"),
    };
    let told = match record.change {
        Change::Changed => record.note(FIELDS),
        _ => record.contents.text(),
    };
    let told = if told.is_empty() { told } else { format!("：{told}") };
    let name = record.name();
    format!("{} {name}{unit}{told}{}", record.change.label(), entered(record))
}

/// Many records of a kind: `新增 项目200个：合同 200笔共12.3亿元`.
fn several(records: &[&RecordChange]) -> String {
    let mut holdings: Vec<Holding> = Vec::new();
    let whole = records.iter().filter(|record| record.change != Change::Changed);
    for holding in whole.flat_map(|record| &record.contents.holdings) {
        holding.add_to(&mut holdings);
    }
    let sums: Vec<String> = holdings.iter().map(Holding::text).collect();
    let sums =
        if sums.is_empty() { String::new() } else { format!("：{}", sums.join("，")) };
    let first = records[0];
    let names: Vec<String> = records
        .iter()
        .take(EXAMPLES)
        .map(|record| format!("“{}”", record.title))
        .collect();
    let (word, kind, count) = (first.change.label(), first.kind.name, records.len());
    format!("{word} {kind}{count}个{sums}（{}等）", names.join("、"))
}

/// Where a record counts first, or that it counts nowhere.
fn entered(record: &RecordChange) -> String {
    match (record.first.as_deref(), record.uncounted.as_deref()) {
        (Some(first), _) => format!("；计入{first}起"),
        (None, Some("")) => "；没有计入任何一期".to_owned(),
        (None, Some(reason)) => format!("；没有计入任何一期：{reason}"),
        (None, None) => String::new(),
    }
}
