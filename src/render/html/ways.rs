//! The ways from a page: to other pages, and from its numbers to their traces.

use std::collections::BTreeMap;

use crate::render::html::link::Way;
use crate::view::inline::Number;

/// Where the links of a page lead, and where its numbers find their traces.
pub(super) struct Ways<'a> {
    /// The way to other pages.
    pub(super) way: Way<'a>,
    traces: Traces<'a>,
}

/// Where the traces stand.
enum Traces<'a> {
    /// On the page itself; with each, whether some number of the page opens it.
    Here(BTreeMap<&'a str, bool>),
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
    /// From a page that holds these traces.
    pub(super) fn with(traces: impl Iterator<Item = &'a str>, way: Way<'a>) -> Ways<'a> {
        let traces = traces.map(|trace| (trace, false)).collect();
        Ways { way, traces: Traces::Here(traces) }
    }

    /// From a page whose traces stand on another one.
    pub(super) fn to_traces_on(page: String, way: Way<'a>) -> Ways<'a> {
        Ways { way, traces: Traces::On(page) }
    }

    /// Returns whether some number of the page opens this trace.
    pub(super) fn is_opened(&self, trace: &str) -> bool {
        match &self.traces {
            Traces::Here(opened) => opened.get(trace) == Some(&true),
            Traces::On(_) => false,
        }
    }

    /// The way of a number to its trace, which is opened with it.
    pub(super) fn open(&mut self, number: &Number) -> TraceWay {
        if !number.trace.page.is_empty() {
            return TraceWay::to(self.way.to(&number.trace.href()));
        }
        let trace = number.trace.anchor.as_str();
        match &mut self.traces {
            Traces::Here(opened) => match opened.get_mut(trace) {
                None => TraceWay::default(),
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
