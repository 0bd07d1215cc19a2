//! `<period>/trace-<indicator>.html`: how each figure of an indicator came about.

use crate::figures::measures::measure;
use crate::report::edition;
use crate::report::notices::notices;
use crate::report::page::{Block, Fact, Inline, Link, Page};
use crate::report::pages::blocks::link;
use crate::report::sheet::View;
use crate::report::trace::TraceView;
use crate::report::traces::{Depth, trace, trace_page as path};
use crate::words::date;

/// The page with the full traces of an indicator; what all of them share stands once.
pub fn trace_page(view: &View) -> Page {
    let sheet = view.sheet;
    let period = &sheet.figures.period;
    let (name, time) = (&view.indicator().name, date::period(period));
    let figures = view.at.figures.iter();
    let full: Vec<TraceView> =
        figures.map(|figure| trace(view, figure, Depth::Rows)).collect();
    let about = format!(
        "本页列出{time}“{name}”每个数的算式、计入和未计入的记录；合计数由各行相加，记录列在各行之下。"
    );
    let mut blocks = vec![Block::Paragraph { inlines: vec![Inline::text(about)] }];
    let manual = measure(view.indicator().measure).manual;
    blocks.extend(full.first().map(|trace| shared(trace, manual)));
    Page {
        path: path(view),
        root: "../".to_owned(),
        title: format!("{name}：数的由来"),
        subtitle: edition::subtitle(sheet),
        crumbs: vec![
            link(&sheet.book().card.record.name, "index.html"),
            link(&time, format!("{period}/index.html")),
        ],
        notices: notices(sheet),
        blocks,
        traces: full.into_iter().map(|trace| bare(trace, manual)).collect(),
    }
}

/// What the traces of an indicator have in common.
fn shared(trace: &TraceView, manual: &str) -> Block {
    let fact = |term: &str, inline| Fact { term: term.to_owned(), inlines: vec![inline] };
    let clause = Inline::Link { link: trace.clause.clone() };
    Block::Facts {
        rows: vec![
            fact("口径", Inline::text(&trace.definition)),
            fact("依据", clause),
            fact("怎样得到", Inline::text(manual)),
            fact("期间", Inline::text(&trace.period)),
        ],
    }
}

/// A trace without what the page says once.
fn bare(mut trace: TraceView, manual: &str) -> TraceView {
    if let Some(step) = trace.steps.first_mut()
        && let Some(rest) =
            step.strip_prefix(manual).and_then(|rest| rest.strip_prefix('：'))
    {
        *step = rest.to_owned();
    }
    let clause = Link { text: String::new(), href: String::new() };
    TraceView { definition: String::new(), clause, period: String::new(), ..trace }
}
