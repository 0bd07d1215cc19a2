//! `<period>/trace-<indicator>.2.html` and so on: the records of an indicator, where they are too many for one page.

use std::collections::BTreeSet;
use std::slice;

use crate::report::paging::{TRACED, pager};
use crate::report::paths;
use crate::view::inline::{Inline, Link, TraceLink};
use crate::view::page::{Block, Page};
use crate::view::trace::{RecordPlace, TraceRecord, TraceView};

/// How many records some traces list; a line without a time tells of those that nobody lists.
pub(super) fn count(traces: &[TraceView]) -> usize {
    let lists = traces.iter().flat_map(|trace| [&trace.records, &trace.left_out]);
    lists.flatten().filter(|record| !record.when.is_empty()).count()
}

/// Leaves out the place of the records that stand above with it.
pub(super) fn shorten_again(traces: &mut [TraceView]) {
    let mut seen = BTreeSet::new();
    for record in traces.iter_mut().flat_map(|trace| &mut trace.records) {
        let name_and_place = (record.record.text.clone(), record.place.clone());
        if !record.place.file.is_empty() && !seen.insert(name_and_place) {
            record.place = RecordPlace::default();
        }
    }
}

/// A page whose traces lead to their records, and after it the pages with these.
pub(super) fn on_pages_of_their_own(mut page: Page) -> Vec<Page> {
    let all = format!("{}条记录", count(&page.traces));
    let mut traces = std::mem::take(&mut page.traces);
    let mut filled = Filling { first: &page.path, pages: Vec::new(), room: 0 };
    for trace in &mut traces {
        filled.take(trace);
    }
    let parts = filled.pages;
    let count = parts.len();
    let paths: Vec<String> = (0..=count).map(|at| paths::nth(&page.path, at)).collect();
    let part = |(at, mut traces): (usize, Vec<TraceView>)| {
        shorten_again(&mut traces);
        Page {
            path: paths[at].clone(),
            title: format!("{}（第{}页）", page.title, at + 1),
            blocks: vec![opening(&page.path)],
            pager: pager(&paths, at, &all),
            traces,
            ..page.clone()
        }
    };
    let parts: Vec<Page> = (1..).zip(parts).map(part).collect();
    let first = Page { traces, pager: pager(&paths, 0, &all), ..page };
    [first].into_iter().chain(parts).collect()
}

/// What a page lists, and where the rest stands.
fn opening(first: &str) -> Block {
    let link = Link::new("第一页", first);
    let inlines = vec![
        Inline::text("本页列出计入和未计入的记录，口径和算式见"),
        Inline::Link { link },
        Inline::text("；在本页再次出现的记录不重复写出处。"),
    ];
    Block::Paragraph { inlines }
}

/// Pages that are filled with records, one after the other.
struct Filling<'a> {
    /// Path of the page before the first of them.
    first: &'a str,
    pages: Vec<Vec<TraceView>>,
    /// How many records the last of them still takes.
    room: usize,
}

impl Filling<'_> {
    /// Takes the records of a trace, which leads to them from now on.
    fn take(&mut self, trace: &mut TraceView) {
        trace.more = count(slice::from_ref(trace));
        if trace.more == 0 {
            return;
        }
        let mut counted = std::mem::take(&mut trace.records).into_iter();
        let mut left_out = std::mem::take(&mut trace.left_out).into_iter();
        while counted.len() + left_out.len() > 0 {
            let room = self.open();
            let records: Vec<TraceRecord> = counted.by_ref().take(room).collect();
            let room = room - records.len();
            let left_out: Vec<TraceRecord> = left_out.by_ref().take(room).collect();
            self.room = room - left_out.len();
            self.put(trace, records, left_out);
        }
    }

    /// How many records the last page takes; a new one where it is full.
    fn open(&mut self) -> usize {
        if self.room == 0 {
            self.pages.push(Vec::new());
            self.room = TRACED;
        }
        self.room
    }

    /// Puts records of a trace on the last page; the trace leads to the first of them.
    fn put(
        &mut self,
        trace: &mut TraceView,
        records: Vec<TraceRecord>,
        left_out: Vec<TraceRecord>,
    ) {
        let goes_on = !trace.full.anchor.is_empty();
        if !goes_on {
            let page = paths::nth(self.first, self.pages.len());
            trace.full = TraceLink { page, anchor: trace.id.clone() };
        }
        let part = TraceView {
            id: trace.id.clone(),
            figure: trace.figure.clone(),
            title: format!("{}{}", trace.title, if goes_on { "（续）" } else { "" }),
            text: trace.text.clone(),
            demo: trace.demo,
            records,
            left_out,
            ..TraceView::default()
        };
        if let Some(page) = self.pages.last_mut() {
            page.push(part);
        }
    }
}
