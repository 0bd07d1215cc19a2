//! 迟报和更正: what came too late for this period, what came late from earlier ones, what was corrected.

use chrono::NaiveDate;

use crate::figures::entrance::Entrance;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut};
use crate::figures::facts::moment::Cutoffs;
use crate::model::book::Book;
use crate::model::dictionary::Level;
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

/// That a fact counts in this edition.
const HERE: &str = "本期计入";
/// That it does not, since nobody reported anything of the edition's own days.
const UNREPORTED: &str = "本期没有上报，不作本期数";

fn make(sheet: &Sheet) -> Option<Table> {
    let mut list = FactList::default();
    for view in sheet.headline() {
        let before = Before::of(&view);
        for (fact, judgement) in view.judged() {
            let words = match judgement {
                Judgement::LeftOut(LeftOut::Silent(..)) => {
                    before.as_ref().and_then(|before| before.made_up(None, fact))
                }
                Judgement::LeftOut(reason) => {
                    missed(reason).then(|| view.reason(fact, reason))
                }
                Judgement::Counts(_) => {
                    before.as_ref().and_then(|before| before.made_up(Some(&view), fact))
                }
                Judgement::Outside => None,
            };
            if let Some(words) = words {
                list.add(fact, words, &view.indicator().name);
            }
        }
    }
    list.table(sheet, "corrections", "迟报和更正", "处理")
}

/// Whether a fact is left out since it was reported too late.
fn missed(reason: &LeftOut) -> bool {
    matches!(reason, LeftOut::Late(late) if !late.is_recognition())
}

/// The edition before that of a view: of the period before, or of the shortest that ends on the same
/// day, such as December before the year.
struct Before {
    period: Period,
    cutoffs: Cutoffs,
}

impl Before {
    fn of(view: &IndicatorView) -> Option<Before> {
        let (book, own) = (view.sheet.book(), &view.sheet.figures.period);
        let editions = book.editions.iter().map(|edition| &edition.record.card.period);
        let shorter = editions.filter(|period| {
            period.end() == own.end() && period.days().start > own.days().start
        });
        let before = shorter.max_by_key(|period| period.days().start).cloned();
        let last = || view.sheet.previous.map(|previous| previous.period.clone());
        let period = before.or_else(|| own.previous()).or_else(last)?;
        let cutoffs = Cutoffs::of(book, view.series.plan, &period);
        Some(Before { period, cutoffs })
    }

    /// What is said of a fact that came too late for this edition, or corrects another since, and that
    /// counts in a view, if it does; `None` of any other.
    fn made_up(&self, view: Option<&IndicatorView>, fact: &Fact) -> Option<String> {
        let corrected = self.cutoffs.overdue(fact.kind, fact.known).is_some();
        if fact.correction {
            let day = fact.known.filter(|_| corrected)?;
            let now = view.map_or(UNREPORTED, |_| HERE);
            return Some(format!("{}更正，{now}", date::day(day)));
        }
        let end = self.period.end();
        let late = fact.late(end, &self.cutoffs).filter(|_| fact.when <= end)?;
        (!late.is_recognition()).then(|| {
            let (what, day) = (late.what(), date::day(late.day));
            let now = view.map(|view| self.entered(view, fact));
            format!("{what}{day}补报，{}", now.as_deref().unwrap_or(UNREPORTED))
        })
    }

    /// Where the fact was counted first: here, unless an edition that was issued earlier has it.
    fn entered(&self, view: &IndicatorView, fact: &Fact) -> String {
        let Sheet { basis, figures, .. } = view.sheet;
        let mut editions = view.sheet.editions.iter().map(|(_, figures)| figures);
        let before = editions.find(|figures| figures.period == self.period);
        let at =
            before.and_then(|figures| figures.indicator(view.indicator().id.as_str()));
        let entrance = at.map(|at| at.entrance(basis, &self.period, fact));
        match entrance {
            Some(Entrance::From(period))
                if issued(basis.book, &period) < issued(basis.book, &figures.period) =>
            {
                format!("已从{}一期起计入", date::period(&period))
            }
            _ => HERE.to_owned(),
        }
    }
}

/// The day on which the edition of a period was issued; one that has none comes last.
fn issued(book: &Book, period: &Period) -> NaiveDate {
    let issued = book.edition(period).and_then(|edition| edition.record.card.issued);
    issued.unwrap_or(NaiveDate::MAX)
}
