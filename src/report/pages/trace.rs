//! `<period>/trace-<indicator>.html` and its like for assessments: how each figure or score came about.

use std::collections::BTreeSet;

use crate::figures::measures::measure;
use crate::report::edition;
use crate::report::edition::narrative::insert_tables;
use crate::report::edition::notices::notices;
use crate::report::pages::blocks::link;
use crate::report::tables::table_called;
use crate::report::traces::depth::Depth;
use crate::report::traces::scores::score_trace;
use crate::report::traces::{trace, trace_page as path};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::page::{Block, Page, Term};
use crate::view::trace::TraceView;
use crate::words::date;

/// The page with the full traces of an indicator; what all of them share stands once.
pub fn trace_page(view: &IndicatorView) -> Page {
    let sheet = view.sheet;
    let period = &sheet.figures.period;
    let (name, time) = (&view.indicator().name, date::period(period));
    let figures = view.at.figures.iter();
    let full: Vec<TraceView> =
        figures.map(|figure| trace(view, figure, Depth::Rows)).collect();
    let about = format!(
        "本页列出{time}“{name}”每个数的算式、计入和未计入的记录；合计数由各行相加，记录列在各行之下；再次出现的记录不重复写出处。"
    );
    let mut blocks = vec![Block::Paragraph { inlines: vec![Inline::text(about)] }];
    let manual = measure(view.indicator().measure).manual;
    blocks.extend(full.first().map(|trace| shared(trace, manual)));
    let title = format!("{name}：数的由来");
    let mut traces: Vec<TraceView> =
        full.into_iter().map(|trace| bare(trace, name, manual)).collect();
    shorten_again(&mut traces);
    page(sheet, path(view), title, blocks, traces)
}

/// The page with the full traces of an assessment.
pub fn score_page(assessment_view: &AssessmentView) -> Page {
    let (sheet, name) = (assessment_view.sheet, &assessment_view.assessment.name);
    let period = date::period(&sheet.figures.period);
    let about = format!("本页列出{period}“{name}”各单位每项得分的算式和记录。");
    let mut blocks = vec![Block::Paragraph { inlines: vec![Inline::text(about)] }];
    let table = table_called("得分表");
    let sheets = table.map(|kind| insert_tables(sheet, kind, Some(name.as_str())));
    blocks.extend(sheets.into_iter().flatten());
    let units = assessment_view.scores.units.iter();
    let traces =
        units.map(|unit| score_trace(assessment_view, unit, Depth::Rows)).collect();
    page(
        sheet,
        assessment_view.trace_page(),
        format!("{name}：得分的由来"),
        blocks,
        traces,
    )
}

fn page(
    sheet: &Sheet,
    path: String,
    title: String,
    blocks: Vec<Block>,
    traces: Vec<TraceView>,
) -> Page {
    let period = &sheet.figures.period;
    Page {
        path,
        root: "../".to_owned(),
        title,
        subtitle: edition::subtitle(sheet),
        crumbs: vec![
            link(&sheet.book().card.record.name, "index.html"),
            link(date::period(period), format!("{period}/index.html")),
        ],
        notices: notices(sheet),
        blocks,
        traces,
    }
}

/// Leaves out the place of the records that stand above with it.
fn shorten_again(traces: &mut [TraceView]) {
    let mut told = BTreeSet::new();
    for record in traces.iter_mut().flat_map(|trace| &mut trace.records) {
        let known = (record.record.text.clone(), record.place.clone());
        if !record.place.is_empty() && !told.insert(known) {
            record.place.clear();
        }
    }
}

/// What the traces of an indicator have in common.
fn shared(trace: &TraceView, manual: &str) -> Block {
    let fact = |term: &str, inline| Term { term: term.to_owned(), inlines: vec![inline] };
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

/// What a trace is about, without the name of the indicator.
fn scope_of(trace: &TraceView, name: &str) -> String {
    let rest = trace.title.strip_prefix(name);
    let rest = rest.and_then(|rest| rest.strip_prefix(" · "));
    rest.unwrap_or(&trace.title).to_owned()
}

/// A trace without what the page says once.
fn bare(mut trace: TraceView, name: &str, manual: &str) -> TraceView {
    trace.title = scope_of(&trace, name);
    if let Some(step) = trace.steps.first_mut()
        && let Some(rest) =
            step.strip_prefix(manual).and_then(|rest| rest.strip_prefix('：'))
    {
        *step = rest.to_owned();
    }
    let clause = Link { text: String::new(), href: String::new() };
    TraceView { definition: String::new(), clause, period: String::new(), ..trace }
}
