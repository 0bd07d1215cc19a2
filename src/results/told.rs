//! What an edition says besides its figures: of each record that it counts or leaves out, and of who
//! reported what. A release keeps it, so that it does not change in silence.

use std::collections::BTreeSet;

use crate::figures::basis::Basis;
use crate::figures::facts::duties::{Content, DutyState, Kept, kept};
use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::figures::facts::moment::{known_for, register_for};
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::edition::release::Release;
use crate::model::edition::release::figure::ReleasedFigure;
use crate::model::edition::release::given::Given;
use crate::model::edition::release::told::{AllTold, Retold, Told, current};
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::value::period::Period;

/// The code of the finding that a released edition says something else now.
pub const RETOLD: &str = "released-words-moved";

/// Who gets what is said of records.
pub const TOLD: Level = Level::Internal;

/// Returns what an edition with some figures says besides them.
pub fn told(
    basis: &Basis,
    period: &Period,
    figures: &[Given<ReleasedFigure>],
) -> Vec<Told> {
    let told = all(basis, period, figures).into_iter();
    told.map(|(about, words)| Told { about, words }).collect()
}

/// Returns what a released edition says otherwise now; nothing of one that kept no words.
pub fn retold(basis: &Basis, release: &Release) -> Vec<Retold> {
    let Some(told) = &release.told else { return Vec::new() };
    let disclosed = basis.book.disclosed(&release.period).iter();
    let sentences = disclosed.flat_map(|change| &change.sentences);
    let now = all(basis, &release.period, &release.figures);
    Retold::between(&current(told, sentences), &now)
}

/// What is said now: of records, as far as indicators with released figures count them or leave them
/// out, and of duties.
fn all(basis: &Basis, period: &Period, figures: &[Given<ReleasedFigure>]) -> AllTold {
    let ids: BTreeSet<&str> = figures
        .iter()
        .filter_map(|given| match &given.entry.id {
            FigureId::Indicator(id, _) => Some(id.as_str()),
            FigureId::Score(..) => None,
        })
        .collect();
    let mut told = AllTold::new();
    for series in &basis.series {
        if ids.contains(series.indicator.id.as_str()) {
            of_records(basis.book, series, period, &mut told);
        }
    }
    of_duties(basis.book, period, &mut told);
    told
}

fn of_records(book: &Book, series: &Series, period: &Period, told: &mut AllTold) {
    let Some(moment) = series.moment(book, period) else { return };
    for (fact, judgement) in series.facts.iter().zip(series.judge(&moment)) {
        let state = match judgement {
            Judgement::Counts(_) => "计入",
            Judgement::LeftOut(_) if moment.tells(fact.known) => "未计入",
            Judgement::LeftOut(_) | Judgement::Outside => continue,
        };
        if let Some(id) = id(book, fact).filter(|_| fact.level() <= TOLD) {
            let (when, amount) = (fact.when_text(), fact.recorded);
            let words = format!("{} {when} {amount} {state}", fact.entry.label());
            told.entry(id.to_owned()).or_default().insert(words);
        }
    }
}

/// The id of the record of a fact; none of totals and duties, whose values or states are told.
fn id<'a>(book: &'a Book, fact: &Fact) -> Option<&'a str> {
    match fact.record {
        RecordAt::Project(at) => Some(book.projects[at].record.id.as_str()),
        RecordAt::Activity(at) => Some(book.activities[at].record.id.as_str()),
        RecordAt::Total(..) | RecordAt::Duty(..) => None,
    }
}

/// Who reported what of the periods that ended in that of the edition or fell due in it.
fn of_duties(book: &Book, period: &Period, told: &mut AllTold) {
    let (start, end) = (period.days().start, period.end());
    let plans = book.plans.iter().map(|filed| filed.record.as_ref());
    for plan in plans.filter(|plan| plan.span.contains(end)) {
        for duty in &plan.duties {
            let states = states(book, (plan, duty), period);
            let told_of = states.into_iter().filter(|state| {
                let last = state.period.end();
                last <= end && (start <= last || start <= state.due)
            });
            for state in told_of {
                let about = format!("{}/{}", duty.id, state.period);
                let unit = Scope::Unit(state.unit.clone());
                let unit = register_for(book, period).scope_name(&unit);
                let words = format!("{unit} {}", label(&state));
                told.entry(about).or_default().insert(words);
            }
        }
    }
}

fn states(book: &Book, (plan, duty): (&Plan, &Duty), period: &Period) -> Vec<DutyState> {
    kept(book, plan, duty, known_for(book, plan, period))
}

/// Whether a unit reported, and what.
fn label(state: &DutyState) -> &'static str {
    match (state.kept, state.content) {
        (Kept::Missing, _) => "未报",
        (Kept::BeforeIssue, _) => "不计",
        (Kept::Late(_), _) => "逾期报送",
        (Kept::InTime(_), Some(Content::Zero)) => "报了零",
        (Kept::InTime(_), Some(Content::Unrecognised)) => "报了未认定",
        (Kept::InTime(_), _) => "已报",
    }
}
