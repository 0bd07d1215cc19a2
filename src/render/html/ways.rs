//! The ways from a page: to other pages, and from its numbers to their traces.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::html::link::Way;
use crate::view::inline::Number;
use crate::view::page::Page;

/// Where the links of a page lead, and where its numbers find their traces.
pub(super) struct Ways<'a> {
    /// The way to other pages.
    pub(super) way: Way<'a>,
    traces: Traces<'a>,
    /// The targets that the row under way leads to already; none outside of rows.
    row: Option<BTreeSet<String>>,
}

/// Where the traces stand.
enum Traces<'a> {
    /// On the page itself; with each, whether some number of the page opens it. Further ones stand
    /// on the pages named after them.
    Here(BTreeMap<&'a str, bool>, &'a BTreeMap<String, String>),
    /// On another page; nowhere if it has no name.
    On(String),
}

/// The way from a number to its trace.
#[derive(Default)]
pub(super) struct TraceWay {
    /// Target; empty where there is none.
    pub(super) href: String,
    /// Anchor that closing the trace returns to; only the first number of a trace has one.
    pub(super) anchor: String,
}

impl<'a> Ways<'a> {
    /// From a page to the traces that it holds and to those elsewhere.
    pub(super) fn of(page: &'a Page) -> Ways<'a> {
        let traces = page.traces.iter().map(|trace| (trace.id.as_str(), false)).collect();
        let traces = Traces::Here(traces, &page.traces_elsewhere);
        Ways { way: Way::of(page), traces, row: None }
    }

    /// From a page whose traces stand on another one.
    pub(super) fn to_traces_on(page: String, way: Way<'a>) -> Ways<'a> {
        Ways { way, traces: Traces::On(page), row: None }
    }

    /// Begins a row, in which the first number of a figure alone leads to its trace: the others would
    /// lead there too, each with a stop of the keyboard.
    pub(super) fn begin_row(&mut self) {
        self.row = Some(BTreeSet::new());
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        self.row = None;
    }

    /// Returns whether some number of the page opens this trace.
    pub(super) fn is_opened(&self, trace: &str) -> bool {
        match &self.traces {
            Traces::Here(opened, _) => opened.get(trace) == Some(&true),
            Traces::On(_) => false,
        }
    }

    /// The way of a number to its trace, which is opened with it; none where its row leads there
    /// already.
    pub(super) fn open(&mut self, number: &Number) -> TraceWay {
        let way = self.lead(number);
        let is_new = |led: &mut BTreeSet<String>| led.insert(way.href.clone());
        if self.row.as_mut().is_none_or(is_new) { way } else { TraceWay::default() }
    }

    fn lead(&mut self, number: &Number) -> TraceWay {
        if !number.trace.page.is_empty() {
            return TraceWay::to(self.way.to(&number.trace.href()));
        }
        let trace = number.trace.anchor.as_str();
        match &mut self.traces {
            Traces::Here(opened, elsewhere) => match opened.get_mut(trace) {
                None => match elsewhere.get(trace) {
                    Some(page) => TraceWay::to(self.way.to(&format!("{page}#{trace}"))),
                    None => TraceWay::default(),
                },
                Some(opened) => {
                    let is_first = !std::mem::replace(opened, true);
                    let anchor = if is_first { anchor_of(trace) } else { String::new() };
                    TraceWay { href: format!("#{trace}"), anchor }
                }
            },
            Traces::On(page) if page.is_empty() || trace.is_empty() => {
                TraceWay::default()
            }
            Traces::On(page) => TraceWay::to(format!("{page}#{trace}")),
        }
    }
}

impl TraceWay {
    fn to(href: String) -> TraceWay {
        TraceWay { href, anchor: String::new() }
    }
}

/// Anchor of the first number that opens a trace.
pub(super) fn anchor_of(trace: &str) -> String {
    format!("n-{trace}")
}
