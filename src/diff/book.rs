//! Compares one book on both sides.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::diff::account::edits::edits;
use crate::diff::account::headline::headline;
use crate::diff::audience::{finish, seen, shown, tell};
use crate::diff::causes::Source;
use crate::diff::editions::fresh::fresh;
use crate::diff::frame::Frame;
use crate::diff::period::Compared;
use crate::diff::periods::told::Told;
use crate::diff::periods::uncounted::uncounted;
use crate::diff::periods::{drafts, editions, firsts};
use crate::diff::standing::Standing;
use crate::figures::basis::Basis;
use crate::figures::facts::shared::Shared;
use crate::figures::period::Figures;
use crate::load::slots::{Role, SLOTS};
use crate::model::book::Book;
use crate::model::book::records::Records;
use crate::model::dictionary::{Level, Record};
use crate::model::edition::EditionCard;
use crate::model::value::period::Period;
use crate::sheet::Sheet;
use crate::view::changes::edition::NewEdition;
use crate::view::changes::{BookChanges, RecordChange};
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
pub(super) struct Bases<'a> {
    pub before: Basis<'a>,
    between: Option<Basis<'a>>,
    pub after: Basis<'a>,
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
        let mut is_untold = false;
        let mut compared = self.compared(&bases, asked);
        if level < Level::Leader {
            for one in &mut compared {
                is_untold |= tell(one, &bases.after);
            }
        }
        let mut records = self.records.clone();
        let firsts = firsts(&compared, &mut records, asked);
        if asked.is_none() {
            uncounted(&mut records, &compared, [&bases.before, &bases.after]);
        }
        self.draw(&bases, &mut compared, &firsts);
        let told = Told::of(compared, &firsts);
        let editions = self.new_editions(&bases.after);
        let mut changes = BookChanges {
            id: self.after.id.clone(),
            name: name(self.after, self.before),
            cautions: Vec::new(),
            is_doubtful: false,
            headline: headline(&records, told.gone, &editions, &told.results),
            edits: edits(&records),
            results: told.results,
            others: told.others,
            editions,
            sentences: told.sentences,
            statements: told.statements,
            records,
            new_findings: Vec::new(),
            gone_findings: Vec::new(),
        };
        finish(&mut changes, is_untold, level);
        changes
    }

    /// Returns what the editions say that only the state after has, the newest first.
    fn new_editions(&self, after: &Basis) -> Vec<NewEdition> {
        let periods = self.after.editions.iter().map(|filed| &filed.record.card.period);
        let mut new: Vec<&Period> =
            periods.filter(|period| self.before.edition(period).is_none()).collect();
        new.sort_by_key(|period| std::cmp::Reverse(period.end()));
        new.into_iter().map(|period| fresh(after, period)).collect()
    }

    /// Compares the periods of all editions and, until every changed record has been seen to count, those
    /// that come after; in the order of time.
    fn compared(&self, bases: &Bases, asked: Option<&Period>) -> Vec<Compared> {
        let mut periods = editions(self.after, self.before);
        periods.extend(asked.filter(|asked| !periods.contains(asked)).cloned());
        let mut compared: Vec<Compared> =
            self.open(&periods).map(|period| self.period(bases, period)).collect();
        let mut open: BTreeSet<&str> = self.facts();
        open.retain(|id| !compared.iter().any(|one| one.records.contains(*id)));
        for draft in drafts(self.after, &periods, [&bases.before, &bases.after]) {
            if asked.is_some() || open.is_empty() && !compared.is_empty() {
                break;
            }
            let one = self.period(bases, &draft);
            open.retain(|id| !one.records.contains(*id));
            compared.push(one);
        }
        compared.sort_by_key(|one| one.period.end());
        compared
    }

    /// Returns the periods in which anything may come out otherwise: what is supposed moves nothing that
    /// was released.
    fn open<'p>(&self, periods: &'p [Period]) -> impl Iterator<Item = &'p Period> {
        let is_supposed = self.after.is_supposed;
        let is_released = |period: &Period| self.released.contains(&period.to_string());
        periods.iter().filter(move |period| !(is_supposed && is_released(period)))
    }

    /// Returns the ids of the changed records that may count: neither rules nor texts.
    fn facts(&self) -> BTreeSet<&str> {
        let is_fact = |record: &&RecordChange| {
            !record.kind.is_rule && record.kind.id != EditionCard::KIND.id
        };
        let facts = self.records.iter().filter(is_fact);
        facts.map(|record| record.id.as_str()).collect()
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
            standing: Standing::of(&bases.before, &bases.after, period, released),
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
