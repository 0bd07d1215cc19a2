//! Traces as plain text for the terminal.

use std::fmt::Write as _;

use crate::view::trace::{EvidenceView, TraceRecord, TraceView};
use crate::words::demo;
use crate::words::plain;

/// A trace: the same content as the site shows.
pub fn trace(view: &TraceView) -> String {
    let mut text = String::new();
    let demo = demo::after_title(view.demo);
    line(&mut text, &format!("{}　{}{demo}", view.title, view.text));
    line(&mut text, &format!("编号　{}", view.figure));
    line(&mut text, &format!("口径　{}", view.definition));
    line(&mut text, &format!("依据　{}", view.clause.text));
    line(&mut text, &format!("期间　{}", view.period));
    line(&mut text, "\n计算过程");
    for step in &view.steps {
        line(&mut text, &format!("  {step}"));
    }
    records(&mut text, "计入的记录", &view.records);
    records(&mut text, "未计入的记录", &view.left_out);
    text
}

/// What becomes of the facts of a record.
pub fn evidence(entries: &[EvidenceView]) -> String {
    let mut text = String::new();
    for entry in entries {
        let EvidenceView { indicator, record, place, when, amount, .. } = entry;
        line(&mut text, &format!("{indicator}　{record}　{when}　{amount}\n  {place}"));
        if !entry.reason.is_empty() {
            line(&mut text, &format!("  未计入：{}", entry.reason));
        }
        for (figure, counted) in &entry.figures {
            line(&mut text, &format!("  {figure}　{counted}"));
        }
    }
    text
}

fn records(text: &mut String, title: &str, records: &[TraceRecord]) {
    if records.is_empty() {
        return;
    }
    line(text, &format!("\n{title}（{}条）", records.len()));
    for record in records {
        let share = if record.share.is_empty() {
            String::new()
        } else {
            format!("×{}", record.share)
        };
        let counted = if record.counted.is_empty() {
            String::new()
        } else {
            format!("计入{}", record.counted)
        };
        let (name, when, amount) = (&record.record.text, &record.when, &record.amount);
        let mut words = format!("  {name}　{when}　{amount}{share}");
        for told in [&record.note, &counted].into_iter().filter(|told| !told.is_empty()) {
            words.push_str(&format!("　{told}"));
        }
        line(text, &format!("{words}\n    {}", record.place));
    }
}

/// What stands in a record never steers the terminal.
fn line(text: &mut String, words: &str) {
    let _ = writeln!(text, "{}", plain(words));
}
