//! Makes the traces of figures: definition, steps with the numbers put in, records, what was left out.

pub mod depth;
pub mod evidence;
pub mod records;
pub mod scores;
mod steps;

use crate::figures::outcome::Known;
use crate::report::traces::depth::Depth;
use std::collections::BTreeSet;

use crate::figures::facts::fact::Judgement;
use crate::figures::figure::Figure;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::report::traces::records::{Entries, entries};
use crate::report::traces::scores::score_trace;
use crate::report::traces::steps::steps;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::inline::Number;
use crate::view::inline::trace_id;
use crate::view::page::Block;
use crate::view::table::Cell;
use crate::view::trace::TraceView;
use crate::words::date;

/// Records up to which a trace on an ordinary page lists them; longer lists are a link away.
const RECORDS_IN_PLACE: usize = 3;

impl Depth {
    /// Most records of one kind that are shown, where there are so many.
    pub fn most(self, records: usize) -> usize {
        if self == Depth::InPlace && records > RECORDS_IN_PLACE { 0 } else { records }
    }
}

/// The traces that the numbers of some blocks open.
pub fn traces_of(sheet: &Sheet, blocks: &[Block]) -> Vec<TraceView> {
    traces_at(sheet, blocks, Depth::InPlace)
}

/// The traces that the numbers of some blocks open, each telling so much.
pub fn traces_at(sheet: &Sheet, blocks: &[Block], depth: Depth) -> Vec<TraceView> {
    let shown: BTreeSet<&str> =
        numbers(blocks).into_iter().map(|number| number.figure.as_str()).collect();
    let all = sheet
        .views()
        .flat_map(|view| view.at.figures.iter().map(move |figure| (view, figure)));
    all.filter(|(_, figure)| shown.contains(figure.id.as_str()))
        .map(|(view, figure)| trace(&view, figure, depth))
        .chain(scores_of(sheet, &shown, depth))
        .collect()
}

/// The traces of the scores among some figures.
fn scores_of(sheet: &Sheet, shown: &BTreeSet<&str>, depth: Depth) -> Vec<TraceView> {
    let mut found = Vec::new();
    for assessment_view in sheet.assessment_views() {
        let units = assessment_view.scores.units.iter();
        let units =
            units.filter(|unit| shown.contains(assessment_view.id(&unit.unit).as_str()));
        found.extend(units.map(|unit| score_trace(&assessment_view, unit, depth)));
    }
    found
}

/// The path of the page with the full traces of an indicator.
pub fn trace_page(view: &IndicatorView) -> String {
    format!("{}/trace-{}.html", view.sheet.figures.period, view.indicator().id)
}

/// How a figure came about.
pub fn trace(view: &IndicatorView, figure: &Figure, depth: Depth) -> TraceView {
    let indicator = view.indicator();
    let rows = match depth {
        Depth::Everything => Vec::new(),
        Depth::InPlace | Depth::Rows => rows(view, figure),
    };
    let (Entries { counted, left_out, all, .. }, more) = told(view, figure, &rows, depth);
    let full = format!("{}#{}", trace_page(view), trace_id(&figure.id));
    let links = match depth {
        Depth::InPlace => Vec::new(),
        Depth::Rows | Depth::Everything => row_links(view, &rows),
    };
    let steps = steps(view, figure, all.counted, !links.is_empty());
    TraceView {
        id: trace_id(&figure.id),
        figure: figure.id.clone(),
        title: format!("{} · {}", indicator.name, view.name(&figure.scope)),
        text: figure
            .value
            .known()
            .map_or_else(|| missing(figure), |value| view.amount(value)),
        demo: figure.demo,
        definition: indicator.definition.clone(),
        clause: clause_link(view),
        period: period_line(view),
        quiet: is_sum(view, figure)
            && all.counted + all.left_out == 0
            && steps.len() == 1,
        steps,
        rows: links,
        records: counted,
        left_out,
        more,
        full: if more > 0 { full } else { String::new() },
    }
}

/// The records that a trace tells, and how many more the page with all of them has.
fn told(
    view: &IndicatorView,
    figure: &Figure,
    rows: &[Scope],
    depth: Depth,
) -> (Entries, usize) {
    let in_place = depth == Depth::InPlace;
    let mut found = entries(view, figure, rows);
    let all = found.all.counted + found.all.left_out;
    // Records that are few enough are shown with a sum itself.
    if in_place && all <= RECORDS_IN_PLACE {
        found = entries(view, figure, &[]);
    }
    found.counted.truncate(depth.most(found.counted.len()));
    found.left_out.truncate(depth.most(found.left_out.len()));
    // Records that are kept from the audience are told in one line, and no page tells more of them.
    let shown = found.counted.len() + found.left_out.len() + found.kept.records;
    found.counted.extend(found.kept.line(view));
    (found, if in_place { all.saturating_sub(shown) } else { 0 })
}

/// Whether a figure is a sum that the audience gets, of which only its records can tell more.
fn is_sum(view: &IndicatorView, figure: &Figure) -> bool {
    !view.indicator().measure.is_derived() && !view.withholds(&figure.scope)
}

/// The rows that a sum is made of; none for a row itself.
fn rows(view: &IndicatorView, figure: &Figure) -> Vec<Scope> {
    let below = view.series.rows.below(&figure.scope);
    let has_figure = |scope: &Scope| view.figure(scope).is_some();
    let rows: Vec<Scope> = below.into_iter().filter(has_figure).collect();
    if rows.contains(&figure.scope) { Vec::new() } else { rows }
}

/// The rows that hold records as links to their own traces, with their values.
fn row_links(view: &IndicatorView, rows: &[Scope]) -> Vec<Link> {
    let judged = || view.series.facts.iter().zip(&view.at.judgements);
    let holds = |scope: &Scope| {
        let mut within =
            judged().filter(|(_, judgement)| **judgement != Judgement::Outside);
        within.any(|(fact, _)| {
            fact.credits_at(&view.at.moment).iter().any(|(found, _)| found == scope)
        })
    };
    let link = |figure: &Figure| {
        let number = view.number(figure, FigurePart::Value, true);
        Link {
            text: format!("{} {}", view.name(&figure.scope), number.text),
            href: format!("#{}", trace_id(&figure.id)),
        }
    };
    let rows = rows.iter().filter(|scope| holds(scope));
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

/// The clause of an indicator, linked to its place on the definitions page; the plan is named
/// where the book has several.
pub fn clause_link(view: &IndicatorView) -> Link {
    let (plan, clause) = (view.series.plan, &view.indicator().clause);
    let several = view.sheet.book().plans.len() > 1;
    let text =
        if several { format!("{} {}", plan.name, clause.text) } else { clause.cited() };
    Link {
        text,
        href: format!(
            "definitions.html#{}",
            definition_anchor(view.sheet.book(), view.series.plan, view.indicator())
        ),
    }
}

/// The anchor of an indicator's definition; with its plan where several plans declare it.
pub fn definition_anchor(book: &Book, plan: &Plan, indicator: &Indicator) -> String {
    let declared = book.plans.iter().flat_map(|plan| &plan.record.indicators);
    match declared.filter(|one| one.id == indicator.id).count() {
        1 => format!("i-{}", indicator.id),
        _ => format!("i-{}-{}", plan.id, indicator.id),
    }
}

/// The days covered and the cut-offs in force.
fn period_line(view: &IndicatorView) -> String {
    let moment = &view.at.moment;
    let cutoffs: Vec<String> = moment
        .cutoffs
        .iter()
        .filter(|(kind, _)| view.series.facts.iter().any(|fact| fact.kind == **kind))
        .map(|(kind, day)| format!("{}报送截至{}", kind.label(), date::day(*day)))
        .collect();
    let days = date::span(&moment.days);
    if cutoffs.is_empty() { days } else { format!("{days}；{}", cutoffs.join("，")) }
}

/// Every number in some blocks.
pub fn numbers(blocks: &[Block]) -> Vec<&Number> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { inlines } => found.extend(in_line(inlines)),
            Block::List { items, .. } => {
                found.extend(items.iter().flat_map(|item| in_line(item)));
            }
            Block::Table { table } => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell: &Cell| in_line(&cell.inlines)));
            }
            Block::Cards { cards } => {
                for card in cards {
                    found.push(&card.number);
                    found.extend(card.lines.iter().flat_map(|line| in_line(line)));
                }
            }
            Block::Facts { rows } => {
                found.extend(rows.iter().flat_map(|row| in_line(&row.inlines)));
            }
            Block::Heading { .. } | Block::Chart { .. } | Block::Links { .. } => {}
        }
    }
    found
}

fn in_line(inlines: &[Inline]) -> impl Iterator<Item = &Number> {
    inlines.iter().filter_map(|inline| match inline {
        Inline::Number { number } => Some(number),
        _ => None,
    })
}
