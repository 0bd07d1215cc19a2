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
    let records = traces.iter().flat_map(|trace| &trace.records);
    let again: Vec<bool> = records
        .map(|TraceRecord { record, place, .. }| {
            !place.file.is_empty() && !seen.insert((&record.text, place))
        })
        .collect();
    let records = traces.iter_mut().flat_map(|trace| &mut trace.records);
    for (record, _) in records.zip(again).filter(|(_, again)| *again) {
        record.place = RecordPlace::default();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn records(count: usize) -> Vec<TraceRecord> {
        let record = |at: usize| TraceRecord {
            record: Link::new(format!("记录{at}"), ""),
            when: "2023-06".to_owned(),
            ..TraceRecord::default()
        };
        (0..count).map(record).collect()
    }

    fn trace(id: &str, counted: usize, left_out: usize) -> TraceView {
        TraceView {
            id: id.to_owned(),
            title: id.to_owned(),
            records: records(counted),
            left_out: records(left_out),
            ..TraceView::default()
        }
    }

    fn pages(traces: Vec<TraceView>) -> Vec<Page> {
        on_pages_of_their_own(Page {
            path: "2023-06/trace-funds.html".to_owned(),
            root: "../".to_owned(),
            title: "数的由来".to_owned(),
            subtitle: String::new(),
            crumbs: Vec::new(),
            notices: Vec::new(),
            blocks: Vec::new(),
            traces,
            ..Page::default()
        })
    }

    /// Each trace of a page with how many records it lists there.
    fn listed(page: &Page) -> Vec<(&str, usize, usize)> {
        let listed = |trace: &TraceView| (trace.records.len(), trace.left_out.len());
        let traces = page.traces.iter();
        traces.map(|it| (it.title.as_str(), listed(it).0, listed(it).1)).collect()
    }

    #[test]
    fn pages_are_filled_one_after_the_other_and_each_trace_leads_to_its_first_record() {
        let pages =
            pages(vec![trace("a", 900, 0), trace("b", 0, 0), trace("c", 800, 500)]);
        assert_eq!(listed(&pages[0]), [("a", 0, 0), ("b", 0, 0), ("c", 0, 0)]);
        assert_eq!(listed(&pages[1]), [("a", 900, 0), ("c", 100, 0)]);
        assert_eq!(listed(&pages[2]), [("c（续）", 700, 300)]);
        assert_eq!(listed(&pages[3]), [("c（续）", 0, 200)]);
        let leads = pages[0].traces.iter().map(|trace| (trace.more, trace.full.href()));
        let second = |anchor: &str| format!("2023-06/trace-funds.2.html#{anchor}");
        assert_eq!(
            leads.collect::<Vec<_>>(),
            [(900, second("a")), (0, String::new()), (1300, second("c"))]
        );
        let place = &pages[3].pager.as_ref().unwrap().place;
        assert_eq!(place, "第4页，共4页，全部2200条记录");
    }

    #[test]
    fn a_line_on_records_that_nobody_lists_is_not_counted_and_goes_with_the_others() {
        let mut kept = trace("a", TRACED, 0);
        kept.records.push(TraceRecord::default());
        let pages = pages(vec![kept]);
        assert_eq!(pages[0].traces[0].more, TRACED);
        assert_eq!(listed(&pages[2]), [("a（续）", 1, 0)]);
    }
}
