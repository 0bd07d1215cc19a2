//! Makes the traces of figures: definition, steps with the numbers put in, records, what was left out.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::figures::fact::{Fact, Judgement, RecordAt};
use crate::figures::figure::Figure;
use crate::model::book::PATHS;
use crate::model::dictionary::Level;
use crate::model::written::Step;
use crate::report::page::{Block, Inline, Link, Number};
use crate::report::part::trace_id;
use crate::report::score_traces::score_trace;
use crate::report::sheet::{Sheet, View};
use crate::report::steps::steps;
use crate::report::table::Cell;
use crate::report::trace::{TraceRecord, TraceView};
use crate::words::date;
use crate::words::number::{exact, share};

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

/// Who may see why a record is left out, which tells of dates and evidence that are internal.
const REASONS: Level = Level::Internal;

/// The records of a figure, in the order of the book.
#[derive(Default)]
struct Entries {
    counted: Vec<TraceRecord>,
    left_out: Vec<TraceRecord>,
    /// The records that count and that the audience may not see.
    kept: Kept,
}

/// How many records are kept from the audience, and what they add, in the base of the unit.
#[derive(Clone, Copy, Default)]
struct Kept {
    records: usize,
    amount: Decimal,
    /// Whether several may count as one, so that their amounts do not add up.
    distinct: bool,
}

/// The records that enter a figure and those that a rule leaves out; none of a figure that
/// the audience does not get.
fn entries(view: &View, figure: &Figure) -> Entries {
    if view.series.withheld.contains_key(&figure.scope) {
        return Entries::default();
    }
    let sheet = view.sheet;
    let (mut counted, mut left_out) = (Vec::new(), Vec::new());
    let mut kept = Kept::default();
    for (fact, judgement) in view.series.facts.iter().zip(&view.at.judgements) {
        let Some((_, share)) = fact
            .credits_at(&view.at.moment)
            .iter()
            .find(|(scope, _)| *scope == figure.scope)
        else {
            continue;
        };
        match judgement {
            Judgement::Counts(amount)
                if !sheet.sees(fact.credit_level(&view.at.moment)) =>
            {
                kept.add(*amount * *share, fact);
            }
            Judgement::Counts(amount) => {
                counted.push(record(view, fact, *share, Ok(*amount)));
            }
            Judgement::LeftOut(reason) if sheet.sees(REASONS) => {
                left_out.push(record(view, fact, *share, Err(reason.label())));
            }
            Judgement::LeftOut(_) | Judgement::Outside => {}
        }
    }
    Entries { counted, left_out, kept }
}

impl Kept {
    fn add(&mut self, amount: Decimal, fact: &Fact) {
        self.records += 1;
        self.distinct |= fact.distinct.is_some();
        self.amount += amount;
    }

    /// One line for all of them: how many they are and what they come to.
    fn line(&self, view: &View) -> Option<TraceRecord> {
        let text = format!("另有{}条内部记录", self.records);
        (self.records > 0).then(|| TraceRecord {
            record: Link { text, href: String::new() },
            place: String::new(),
            when: String::new(),
            amount: String::new(),
            share: String::new(),
            counted: if self.distinct {
                String::new()
            } else {
                in_unit(view, self.amount)
            },
            note: "不逐条公布".to_owned(),
        })
    }
}

fn record(
    view: &View,
    fact: &Fact,
    part: Decimal,
    counted: Result<Decimal, String>,
) -> TraceRecord {
    let (link, place) = source(view.sheet, fact);
    let evidence = match view.sheet.sees(fact.evidence_level()) {
        true => fact.evidence.join("、"),
        false => String::new(),
    };
    TraceRecord {
        record: link,
        place,
        when: fact.when_text.clone(),
        amount: fact.recorded.to_string(),
        share: if part == Decimal::ONE { String::new() } else { share(part) },
        counted: counted
            .as_ref()
            .map(|amount| in_unit(view, *amount * part))
            .unwrap_or_default(),
        note: match counted {
            Err(reason) => reason,
            Ok(_) => note(fact, evidence),
        },
    }
}

fn in_unit(view: &View, amount: Decimal) -> String {
    let unit = view.indicator().unit;
    let amount = unit.of_base(amount).unwrap_or(amount);
    format!("{}{}", exact(amount), unit.word)
}

/// What is to be said of a fact that counts: its weight, whether it corrects, its evidence.
fn note(fact: &Fact, evidence: String) -> String {
    let weight = (fact.weight != Decimal::ONE)
        .then(|| format!("来源地权重{}，已含在所占比例内", share(fact.weight)));
    let correction = fact.correction.then(|| "更正".to_owned());
    let evidence = (!evidence.is_empty()).then_some(evidence);
    let parts = weight.into_iter().chain(correction).chain(evidence);
    parts.collect::<Vec<_>>().join("；")
}

/// The record of a fact as a link, and its place in the data.
pub fn source(sheet: &Sheet, fact: &Fact) -> (Link, String) {
    let book = sheet.book();
    if !sheet.sees(fact.level()) {
        return (
            Link { text: "内部记录".to_owned(), href: String::new() },
            String::new(),
        );
    }
    let (text, href, path) = match fact.record {
        RecordAt::Project(at) => {
            let filed = &book.projects[at];
            let href = format!("projects/{}.html", filed.record.id);
            (filed.record.name.clone(), href, &filed.path)
        }
        RecordAt::Activity(at) => {
            let filed = &book.activities[at];
            (filed.record.subject.clone(), String::new(), &filed.path)
        }
        RecordAt::Duty(plan, at) => {
            let filed = &book.plans[plan];
            (filed.record.duties[at].name.clone(), String::new(), &filed.path)
        }
        RecordAt::Total(file, at) => {
            let filed = &book.reported[file];
            let total = &filed.record.totals[at];
            let name = book.scope_called(total.scope.as_str());
            let name = name.map_or_else(String::new, |scope| book.scope_name(&scope));
            let href = total.address.as_ref().map(|address| address.0.clone());
            (name, href.unwrap_or_default(), &filed.path)
        }
    };
    let place = match sheet.sees(PATHS) {
        true => format!("{path} {}", route(&fact.route)),
        false => String::new(),
    };
    (Link { text, href }, place)
}

fn route(steps: &[Step]) -> String {
    let words = steps.iter().map(|step| match step {
        Step::Key(key) => key.to_string(),
        Step::Index(at) => format!("第{}项", at + 1),
    });
    words.collect::<Vec<_>>().join(" ")
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
