//! Compares one book on both sides.

use std::cell::OnceCell;

use crate::diff::audience::{finish, seen, shown, tell};
use crate::diff::causes::Source;
use crate::diff::frame::Frame;
use crate::diff::headline::headline;
use crate::diff::newest::newest;
use crate::diff::period::Compared;
use crate::figures::basis::Basis;
use crate::figures::facts::shared::Shared;
use crate::figures::period::Figures;
use crate::load::slots::{Role, SLOTS};
use crate::model::book::Book;
use crate::model::book::records::Records;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::sheet::Sheet;
use crate::view::changes::consequence::{CONSEQUENCES, Consequence};
use crate::view::changes::{BookChanges, PeriodChanges, RecordChange};
use crate::words::date;

/// A book on both sides, with what changed in its records.
pub(super) struct BookPair<'a> {
    /// Before.
    pub before: &'a Book,
    /// After.
    pub after: &'a Book,
    /// Records that changed.
    pub records: Vec<RecordChange>,
    /// Periods whose editions were released before.
    pub released: Vec<String>,
}

/// The facts of a book before, after, and of the records before under the rules after.
struct Bases<'a> {
    before: Basis<'a>,
    between: Option<Basis<'a>>,
    after: Basis<'a>,
    /// What both sides share; `None` if a rule changed.
    shared: Option<Shared>,
}

impl BookPair<'_> {
    /// Returns all changes of the book, at a given period or at the newest with facts.
    pub(super) fn compare(self, asked: Option<&Period>, level: Level) -> BookChanges {
        let between = self.between();
        let seen_before = seen(self.before, level);
        let seen_between = between.as_ref().and_then(|between| seen(between, level));
        let seen_after = seen(self.after, level);
        let after = shown(Basis::at_points(self.after), seen_after.as_ref(), level);
        // Where no rule changed, what both sides share counts alike on both.
        let shared = between.is_none().then(|| Shared::of(self.before, self.after));
        let before = match &shared {
            Some(shared) => Basis::beside(self.before, &after, shared),
            None => Basis::at_points(self.before),
        };
        let before = shown(before, seen_before.as_ref(), level);
        let between = between.as_ref().map(Basis::at_points);
        let between = between.map(|basis| shown(basis, seen_between.as_ref(), level));
        let bases = Bases { before, between, after, shared };
        let main = asked
            .cloned()
            .or_else(|| newest(&bases.after))
            .or_else(|| newest(&bases.before));
        let (mut results, mut gone, mut others) = (Vec::new(), Vec::new(), Vec::new());
        let mut statements = Vec::new();
        let mut is_untold = false;
        for period in self.periods(main.as_ref()) {
            let is_main = Some(&period) == main.as_ref();
            let mut compared = self.period(&bases, &period);
            if level < Level::Leader {
                is_untold |= tell(&mut compared.changes, &bases.after);
            }
            let is_released = compared.changes.released;
            statements.extend(std::mem::take(&mut compared.statements));
            if is_main {
                gone.extend(compared.gone.iter().cloned());
            }
            if is_main || is_released && !compared.changes.moves.is_empty() {
                results.push(compared.changes);
            } else if !is_released {
                others.extend(summary(&compared));
            }
        }
        let mut changes = BookChanges {
            id: self.after.id.clone(),
            name: name(self.after, self.before),
            cautions: Vec::new(),
            headline: headline(&self.records, gone, &results),
            results,
            others,
            statements,
            records: self.records,
            new_findings: Vec::new(),
            gone_findings: Vec::new(),
        };
        finish(&mut changes, is_untold, level);
        changes
    }

    /// Returns the book with the records before and the rules after; `None` if no rule changed.
    fn between(&self) -> Option<Book> {
        let (old, new) = (self.before, self.after);
        let cutoffs = |book: &Book| -> Vec<_> {
            let cards = book.editions.iter().map(|edition| &edition.record.card);
            cards.map(|card| (card.period.clone(), card.cutoffs.clone())).collect()
        };
        let mut rules = SLOTS.iter().filter(|slot| slot.role == Role::Rule);
        if rules.all(|slot| slot.is_same(old, new)) && cutoffs(old) == cutoffs(new) {
            return None;
        }
        let mut records = Records::default();
        for slot in SLOTS {
            match slot.role {
                Role::Rule | Role::Text => slot.copy(new, &mut records),
                Role::Fact => slot.copy(old, &mut records),
                Role::Published => {}
            }
        }
        Some(Book::new(new.id.clone(), records))
    }

    /// Returns the main period, then those of all editions, newest first.
    fn periods(&self, main: Option<&Period>) -> Vec<Period> {
        let editions = self.after.editions.iter().chain(&self.before.editions);
        let mut periods: Vec<Period> =
            editions.map(|edition| edition.record.card.period.clone()).collect();
        periods.sort_by(|left, right| (right.end(), right).cmp(&(left.end(), left)));
        periods.dedup();
        periods.retain(|period| Some(period) != main);
        main.cloned().into_iter().chain(periods).collect()
    }

    fn period(&self, bases: &Bases, period: &Period) -> Compared {
        let before = bases.before.figures(period);
        let after = bases.after.figures(period);
        let between: Option<Figures> =
            bases.between.as_ref().map(|basis| basis.figures(period));
        let released = self.released.contains(&period.to_string());
        let state = if released {
            "（已发布）"
        } else if self.after.edition(period).is_some() {
            ""
        } else {
            "（草稿，还没有通报）"
        };
        let frame = Frame {
            before: Sheet::alone(&bases.before, &before),
            between: bases.between.as_ref().zip(between.as_ref()),
            after: Sheet::alone(&bases.after, &after),
            source: Source::of(self.before, self.after, &self.records),
            name: format!("{}{state}", date::period(period)),
            released,
            shared: bases.shared.as_ref(),
            courses: bases.after.series.iter().map(|_| OnceCell::new()).collect(),
        };
        frame.compare()
    }
}

fn name(after: &Book, before: &Book) -> String {
    let names = [&after.card.record.name, &before.card.record.name];
    let named = names.into_iter().find(|name| !name.is_empty());
    named.unwrap_or(&after.id).clone()
}

/// Returns one line on an edition that is not listed in full; `None` if nothing moved.
fn summary(compared: &Compared) -> Option<String> {
    let PeriodChanges { name, moves, .. } = &compared.changes;
    let largest = moves.first()?;
    let mut counts = String::new();
    for consequence in CONSEQUENCES.iter().filter(|kind| **kind != Consequence::Value) {
        let concerned =
            moves.iter().filter(|movement| movement.consequences.contains(consequence));
        let count = concerned.count();
        if count > 0 {
            counts += &format!("，{}{}", consequence.label(), consequence.counted(count));
        }
    }
    Some(format!("{name}：{}个数变动{counts}；如 {}", moves.len(), largest.text()))
}
