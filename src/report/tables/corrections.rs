//! 迟报和更正: what came too late for this period, what came late from earlier ones, what was corrected.

use chrono::NaiveDate;

use crate::figures::facts::fact::{Fact, Judgement, LeftOut};
use crate::figures::facts::moment::cutoffs;
use crate::model::dictionary::Level;
use crate::model::value::date::Month;
use crate::report::listings::fact_list::fact_list;
use crate::report::tables::{Make, TableKind};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "迟报和更正",
    meaning: "本期迟报未计入的、以前各期迟报而本期补计的、本期更正的",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    fact_list(sheet, "corrections", "迟报和更正", "处理", treatment)
}

/// What became of a fact that came late or corrects another; `None` for any other.
fn treatment(view: &IndicatorView, fact: &Fact, judgement: &Judgement) -> Option<String> {
    match judgement {
        Judgement::LeftOut(reason @ LeftOut::Late(..)) => Some(reason.label()),
        Judgement::Counts(_) => {
            let submitted = fact.known?;
            let missed =
                |cutoff: Option<NaiveDate>| cutoff.is_some_and(|day| submitted > day);
            if !missed(cutoff_before(view, fact)) {
                return None;
            }
            let word = if fact.correction {
                "更正"
            } else if missed(cutoff_of_month(view, fact)) {
                "补报"
            } else {
                return None;
            };
            Some(format!("{}{word}，本期计入", date::day(submitted)))
        }
        _ => None,
    }
}

/// The cut-off of the period before this one.
fn cutoff_before(view: &IndicatorView, fact: &Fact) -> Option<NaiveDate> {
    let sheet = view.sheet;
    let previous = sheet.figures.period.previous()?;
    cutoffs(sheet.book(), view.series.plan, previous.end()).get(&fact.kind).copied()
}

/// The cut-off of the month that the fact itself falls into.
fn cutoff_of_month(view: &IndicatorView, fact: &Fact) -> Option<NaiveDate> {
    let end = Month::of(fact.when).end();
    cutoffs(view.sheet.book(), view.series.plan, end).get(&fact.kind).copied()
}
