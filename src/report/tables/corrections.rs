//! 迟报和更正: what came too late for this period, what came late from earlier ones, what was corrected.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::figures::facts::fact::{Fact, Judgement, LeftOut};
use crate::figures::facts::moment::Cutoffs;
use crate::model::dictionary::Level;
use crate::model::plan::fact_kind::FactKind;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::report::listings::fact_list::FactList;
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
    let mut list = FactList::default();
    for view in sheet.headline() {
        let before = cutoffs_before(&view);
        for (fact, judgement) in view.judged() {
            let missed = |day| before.get(&fact.kind).is_some_and(|cutoff| day > *cutoff);
            if let Some(words) = treatment(&view, fact, judgement, missed) {
                list.add(fact, words, &view.indicator().name);
            }
        }
    }
    list.table(sheet, "corrections", "迟报和更正", "处理")
}

/// What became of a fact that came late or corrects another; `None` for any other. `missed` tells
/// whether a day was too late for the period before this one.
fn treatment(
    view: &IndicatorView,
    fact: &Fact,
    judgement: &Judgement,
    missed: impl Fn(NaiveDate) -> bool,
) -> Option<String> {
    match judgement {
        Judgement::LeftOut(reason @ LeftOut::Late(..)) => Some(reason.label()),
        Judgement::Counts(_) => {
            let submitted = fact.known?;
            if !missed(submitted) {
                return None;
            }
            let word = if fact.correction {
                "更正"
            } else if cutoff_of_month(view, fact).is_some_and(|day| submitted > day) {
                "补报"
            } else {
                return None;
            };
            Some(format!("{}{word}，本期计入", date::day(submitted)))
        }
        _ => None,
    }
}

/// The cut-offs of the edition before this one: of the period before, or of the shortest that ends
/// on the same day, such as December before the year.
fn cutoffs_before(view: &IndicatorView) -> BTreeMap<FactKind, NaiveDate> {
    let (book, plan, own) =
        (view.sheet.book(), view.series.plan, &view.sheet.figures.period);
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let shorter = editions.filter(|period| {
        period.end() == own.end() && period.days().start > own.days().start
    });
    let before = shorter.max_by_key(|period| period.days().start).cloned();
    let before = before.or_else(|| own.previous());
    before.map_or_else(BTreeMap::new, |before| Cutoffs::of(book, plan, &before).declared)
}

/// The cut-off of the month that the fact itself falls into.
fn cutoff_of_month(view: &IndicatorView, fact: &Fact) -> Option<NaiveDate> {
    let month = Period::Month(Month::of(fact.when));
    Cutoffs::of(view.sheet.book(), view.series.plan, &month).last_day(fact.kind)
}
