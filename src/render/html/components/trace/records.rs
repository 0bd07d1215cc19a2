//! The records of a trace, each with what it contributes.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::view::trace::{RecordPlace, TraceRecord};

/// Writes records; one with the name and page of the record before says only what is new.
pub(super) fn records(records: &[TraceRecord], way: Way, out: &mut Markup) {
    out.push("<ul class=\"records\">");
    let mut before: Option<&TraceRecord> = None;
    for one in records {
        record(one, before.filter(|before| before.record == one.record), way, out);
        before = Some(one);
    }
    out.push("</ul>");
}

fn record(record: &TraceRecord, alike: Option<&TraceRecord>, way: Way, out: &mut Markup) {
    out.push("<li>");
    if alike.is_none() {
        name(record, way, out);
    }
    contribution(record, out);
    place(&record.place, alike, out);
}

fn name(record: &TraceRecord, way: Way, out: &mut Markup) {
    if way.to(&record.record.href).is_empty() {
        out.push("<span>").text(&record.record.text).push("</span>");
    } else {
        anchor(&record.record, way, out);
    }
}

fn contribution(record: &TraceRecord, out: &mut Markup) {
    out.push("<small>");
    if !record.when.is_empty() {
        out.text(&record.when).push(" · ");
    }
    out.text(&record.amount);
    if !record.share.is_empty() {
        out.push(" × ").text(&record.share);
    }
    if !record.note.is_empty() {
        out.push(" · ").text(&record.note);
    }
    out.push("</small>");
    if !record.counted.is_empty() {
        out.push("<b>").text(&record.counted).push("</b>");
    }
}

/// The place in the data; within the file of the record before, the route alone.
fn place(place: &RecordPlace, alike: Option<&TraceRecord>, out: &mut Markup) {
    let RecordPlace { file, route } = place;
    let is_same_file = alike.is_some_and(|before| before.place.file == *file);
    let shown =
        if is_same_file && !route.is_empty() { route.clone() } else { place.to_string() };
    if !shown.is_empty() {
        out.push("<code>").text(&shown).push("</code>");
    }
}
