//! Makes the traces of figures: definition, steps with the numbers put in, records, what was left out.

use std::collections::BTreeSet;

use crate::figures::figure::Figure;
use crate::report::page::{Block, Inline, Link, Number};
use crate::report::part::trace_id;
use crate::report::score_traces::score_trace;
use crate::report::sheet::{Sheet, View};
use crate::report::steps::steps;
use crate::report::table::Cell;
use crate::report::trace::TraceView;
use crate::report::trace_records::{Entries, entries};
use crate::words::date;

/// Records that a trace on an ordinary page shows; the full trace page shows all.
const RECORDS_IN_PLACE: usize = 4;

/// The traces that the numbers of some blocks open.
pub fn traces_of(sheet: &Sheet, blocks: &[Block]) -> Vec<TraceView> {
    let shown: BTreeSet<&str> =
        numbers(blocks).into_iter().map(|number| number.figure.as_str()).collect();
    let all = sheet
        .views()
        .flat_map(|view| view.at.figures.iter().map(move |figure| (view, figure)));
    all.filter(|(_, figure)| shown.contains(figure.id.as_str()))
        .map(|(view, figure)| trace(&view, figure, RECORDS_IN_PLACE))
        .chain(scores_of(sheet, &shown))
        .collect()
}

/// The traces of the scores among some figures.
fn scores_of(sheet: &Sheet, shown: &BTreeSet<&str>) -> Vec<TraceView> {
    let mut found = Vec::new();
    for marking in sheet.markings() {
        let units = marking.scores.units.iter();
        let units = units.filter(|unit| shown.contains(marking.id(&unit.unit).as_str()));
        found.extend(units.map(|unit| score_trace(&marking, unit, RECORDS_IN_PLACE)));
    }
    found
}

/// The path of the page with the full traces of an indicator.
pub fn trace_page(view: &View) -> String {
    format!("{}/trace-{}.html", view.sheet.figures.period, view.indicator().id)
}

/// How a figure came about, with at most some records.
pub fn trace(view: &View, figure: &Figure, most: usize) -> TraceView {
    let indicator = view.indicator();
    let Entries { counted, left_out, kept } = entries(view, figure);
    let all = counted.len() + kept.records;
    let more = counted.len().saturating_sub(most) + left_out.len().saturating_sub(most);
    let full = format!("{}#{}", trace_page(view), trace_id(&figure.id));
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
        steps: steps(view, figure, all),
        records: counted.into_iter().take(most).chain(kept.line(view)).collect(),
        left_out: left_out.into_iter().take(most).collect(),
        more,
        full: if most == usize::MAX { String::new() } else { full },
    }
}

fn missing(figure: &Figure) -> String {
    figure
        .value
        .missing()
        .map(|missing| format!("—（{}）", missing.label()))
        .unwrap_or_default()
}

/// The clause of an indicator, linked to its place on the definitions page.
pub fn clause_link(view: &View) -> Link {
    let (plan, clause) = (view.series.plan, &view.indicator().clause);
    Link {
        text: format!("{} {}", plan.name, clause.text),
        href: format!("definitions.html#i-{}", view.indicator().id),
    }
}

/// The days covered and the cut-offs in force.
fn period_line(view: &View) -> String {
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
