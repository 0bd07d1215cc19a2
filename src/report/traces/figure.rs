//! How a figure came about: its definition, its steps, its rows and its records.

use crate::figures::facts::fact::Judgement;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::report::paths;
use crate::report::traces::clauses::cited;
use crate::report::traces::depth::{Depth, RECORDS_IN_PLACE};
use crate::report::traces::records::{Count, entries};
use crate::report::traces::steps::steps;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::inline::{Link, TraceLink, trace_id};
use crate::view::trace::{TraceRecord, TraceView};
use crate::words::date;

/// What the traces of an indicator have in common.
#[derive(Default)]
pub struct Shared {
    /// One sentence: what is counted.
    pub definition: String,
    /// Where it stands, with a link to the definitions page.
    pub clause: Link,
    /// The period and the cut-offs in force.
    pub period: String,
}

impl Shared {
    /// What the traces of this indicator have in common.
    pub fn of(view: &IndicatorView) -> Shared {
        let (sheet, plan, indicator) = (view.sheet, view.series.plan, view.indicator());
        let anchor = paths::indicator_anchor(sheet.book(), plan, indicator);
        Shared {
            definition: indicator.definition.clone(),
            clause: cited(sheet, plan, &indicator.clause, &anchor),
            period: period_line(view),
        }
    }
}

/// How a figure came about.
pub fn trace(view: &IndicatorView, figure: &Figure, depth: Depth) -> TraceView {
    let rows = match depth {
        Depth::Everything => Vec::new(),
        Depth::InPlace | Depth::Rows | Depth::Page => rows(view, figure),
    };
    let Shown { counted, left_out, all, more } = Shown::of(view, figure, &rows, depth);
    let links = match depth {
        Depth::InPlace => Vec::new(),
        Depth::Rows | Depth::Page | Depth::Everything => row_links(view, &rows),
    };
    let steps = steps(view, figure, depth, all.counted, !links.is_empty());
    let scope = view.name(&figure.scope);
    let (title, shared) = if depth == Depth::Page {
        (scope, Shared::default())
    } else {
        (format!("{} · {scope}", view.indicator().name), Shared::of(view))
    };
    TraceView {
        id: trace_id(&figure.id),
        figure: figure.id.to_string(),
        title,
        text: figure
            .value
            .known()
            .map_or_else(|| missing(figure), |value| view.amount(value)),
        demo: figure.demo,
        definition: shared.definition,
        clause: shared.clause,
        period: shared.period,
        quiet: is_sum(view, figure)
            && all.counted + all.left_out == 0
            && steps.len() == 1,
        steps,
        rows: links,
        records: counted,
        left_out,
        more,
        full: if more > 0 {
            paths::trace(view, &figure.id)
        } else {
            TraceLink::default()
        },
    }
}

/// The records that a trace shows.
struct Shown {
    counted: Vec<TraceRecord>,
    left_out: Vec<TraceRecord>,
    /// All that there are.
    all: Count,
    /// How many more the page with all of them has.
    more: usize,
}

impl Shown {
    fn of(view: &IndicatorView, figure: &Figure, rows: &[Scope], depth: Depth) -> Shown {
        let in_place = depth == Depth::InPlace;
        let mut shown = entries(view, figure, rows);
        let all = shown.all;
        let count = all.counted + all.left_out;
        // Records that are few enough are shown with a sum itself.
        if in_place && count <= RECORDS_IN_PLACE {
            shown = entries(view, figure, &[]);
        }
        shown.counted.truncate(depth.most(shown.counted.len()));
        shown.left_out.truncate(depth.most(shown.left_out.len()));
        // Records that are kept from the audience are told in one line, and no page tells more of
        // them.
        let told = shown.counted.len() + shown.left_out.len() + shown.kept.records;
        let counted = shown.counted.iter().map(|entry| entry.record(view));
        Shown {
            counted: counted.chain(shown.kept.line(view)).collect(),
            left_out: shown.left_out.iter().map(|entry| entry.record(view)).collect(),
            all,
            more: if in_place { count.saturating_sub(told) } else { 0 },
        }
    }
}

/// Whether a figure is a sum that the audience gets, of which only its records can tell more.
fn is_sum(view: &IndicatorView, figure: &Figure) -> bool {
    !view.indicator().measure.is_derived() && !view.withholds(&figure.scope)
}

/// The rows that a sum is made of; none for a row itself.
fn rows(view: &IndicatorView, figure: &Figure) -> Vec<Scope> {
    let below = view.rows().below(&figure.scope);
    let has_figure = |scope: &Scope| view.figure(scope).is_some();
    let rows: Vec<Scope> = below.into_iter().filter(has_figure).collect();
    if rows.contains(&figure.scope) { Vec::new() } else { rows }
}

/// The rows that records of the period are credited to, as links to their own traces, with their values.
fn row_links(view: &IndicatorView, rows: &[Scope]) -> Vec<Link> {
    let link = |figure: &Figure| {
        let number = view.number(figure, FigurePart::Value, true);
        let text = format!("{} {}", view.name(&figure.scope), number.text);
        Link::new(text, TraceLink::here(&figure.id).href())
    };
    let holds_records = |scope: &Scope| {
        let mut judged = view.judged_of(scope);
        judged.any(|(.., judgement)| *judgement != Judgement::Outside)
    };
    let rows = rows.iter().filter(|scope| holds_records(scope));
    rows.filter_map(|scope| view.figure(scope)).map(link).collect()
}

fn missing(figure: &Figure) -> String {
    figure
        .value
        .as_ref()
        .err()
        .map(|missing| format!("—（{}）", missing.label()))
        .unwrap_or_default()
}

/// The days covered and the cut-offs in force.
fn period_line(view: &IndicatorView) -> String {
    let moment = &view.at.moment;
    let cutoffs: Vec<String> = moment
        .cutoffs
        .declared
        .iter()
        .filter(|(kind, _)| view.series.facts.has(**kind))
        .map(|(kind, day)| format!("{}报送截至{}", kind.label(), date::day(*day)))
        .collect();
    let days = date::span(&moment.days);
    if cutoffs.is_empty() { days } else { format!("{days}；{}", cutoffs.join("，")) }
}
