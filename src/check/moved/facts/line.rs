//! The line that says honestly what an edit of a record says in silence.

use rust_decimal::Decimal;

use crate::check::moved::entry::Entry;
use crate::check::moved::facts::credited::{credited, shares};
use crate::check::moved::facts::edit::{Edit, Suspect, named};
use crate::check::moved::facts::out::Out;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::{REPORTED, change, corrected_money, correction};
use crate::figures::basis::Basis;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Field, Step, field};
use crate::model::plan::indicator::filter::Condition;
use crate::model::record::activity::Activity;
use crate::model::record::project::{
    Contract, Filing, FundsEntry, Investor, Project, StageEntry, YearPlan,
};
use crate::model::record::reported::Total;
use crate::model::value::quantity::Quantity;

impl Suspect {
    /// Returns the edit with its line; `None` for a record that has no entries with days.
    pub(crate) fn hint(&self, basis: &Basis) -> Option<Hint> {
        let book = basis.book;
        let steps: Vec<Step> = self.entry.steps().collect();
        let entry = match self.record {
            RecordAt::Project(at) => Entry::of(&book.projects[at], &steps),
            RecordAt::Activity(at) => Entry::of(&book.activities[at], &steps),
            RecordAt::Total(at, _) => Entry::of(&book.reported[at], &steps),
            RecordAt::Duty(..) => return None,
        };
        let editions = self.explains.iter().map(|(edition, ..)| *edition).collect();
        let is_new = self.is_new_without_day() || self.edit == Edit::Out(Out::Stopped);
        if is_new && entry.is_undated() {
            let record = Some(self.record);
            return Some(Hint { record, ..Hint::undated(editions, &entry) });
        }
        let line = self.line(basis, &entry).map(|line| entry.says(&line));
        let (undated, record) = (None, Some(self.record));
        Some(Hint { editions, line, undated, record })
    }

    /// Returns the line without its file; `None` where it depends on what only the clerk knows.
    fn line(&self, basis: &Basis, entry: &Entry) -> Option<String> {
        let book = basis.book;
        let project = match self.record {
            RecordAt::Project(at) => Some(book.projects[at].record.as_ref()),
            _ => None,
        };
        Some(match (&self.edit, project) {
            (Edit::Added, _) if !self.has_day => return None,
            (Edit::Met, _) => {
                entry.put_back(&format!("后来才认定、补齐的照实写，补记的写 {REPORTED}"))
            }
            (Edit::Added | Edit::Out(Out::Stopped | Out::Relocated), _) => {
                entry.backdated()
            }
            (Edit::Out(Out::Late), _) => entry.late(),
            (Edit::Out(Out::Withdrawn), _) => entry.withdrawn(),
            (Edit::Out(Out::Unmet(condition)), _) => {
                self.unmet(book, entry, *condition)?
            }
            (Edit::Out(Out::NotYet) | Edit::Dated, _) => self.dated(book, entry)?,
            (Edit::Amount(by), _) => self.amount(book, entry, *by)?,
            (Edit::Credited(scopes), Some(project)) => credited(book, project, scopes)?,
            (Edit::Credited(scopes), None) => {
                let is_leader = scopes.iter().any(|one| matches!(one, Scope::Leader(_)));
                let (leaders, units) = (field!(Activity.leaders), field!(Activity.units));
                entry.put_right(entry.first_of(&[if is_leader {
                    leaders
                } else {
                    units
                }])?)
            }
            (Edit::Shares, _) => shares(project?),
            (Edit::Classed, _) => {
                format!(
                    "{}；没有改它的，方案里{}改回原来的",
                    classed(entry),
                    named(basis, &self.explains)
                )
            }
        })
    }

    /// Returns the row of money that it is; `None` for another entry.
    fn money<'a>(&self, book: &'a Book) -> Option<&'a FundsEntry> {
        let RecordAt::Project(project) = self.record else { return None };
        let mut steps = self.entry.steps();
        let list = steps.next()? == Step::Field(field!(Project.funds));
        match steps.next() {
            Some(Step::Index(at)) if list => book.projects[project].record.funds.get(at),
            _ => None,
        }
    }

    /// How an amount that was put right says so; money has another row.
    fn amount(&self, book: &Book, entry: &Entry, by: Decimal) -> Option<String> {
        if let Some(money) = self.money(book) {
            let by = Quantity::of_base(by, money.amount.0.unit);
            return Some(
                entry.put_back(&format!("另加一条 {}", corrected_money(money.month, by))),
            );
        }
        let amounts: [&Field; 5] = [
            field!(Contract.amount),
            field!(Filing.amount),
            field!(Total.value),
            field!(Activity.count),
            field!(YearPlan.amount),
        ];
        let amount = entry.first_of(&amounts).filter(|amount| entry.corrects(amount));
        let Some(Step::Field(own)) = self.entry.steps().next() else { return None };
        Some(entry.put_right(amount.or_else(|| entry.first_of(&[own]))?))
    }

    /// How a day that was put right says so; money of another month is taken from the one and added
    /// to the other.
    fn dated(&self, book: &Book, entry: &Entry) -> Option<String> {
        let day = entry.day()?;
        let Some(money) = self.money(book) else { return Some(entry.dated(day)) };
        Some(entry.put_back(&format!(
            "{0}、报送、开工的日期和认定也一样；{0}真写错的，另加两条 {1} 和 {2}",
            day.key,
            corrected_money("<原来的>", taken(money)),
            corrected_money(money.month, money.amount.0)
        )))
    }

    /// A condition that what counted does not meet any more.
    fn unmet(&self, book: &Book, entry: &Entry, condition: Condition) -> Option<String> {
        if let Some(money) = self.money(book) {
            let row = corrected_money(money.month, taken(money));
            let vouched = entry.vouched()?;
            return Some(entry.put_back(&format!("{vouched}，凭证不实的另加一条 {row}")));
        }
        let field: &Field = match condition {
            _ if entry.is_gone() => return Some(entry.deleted()),
            Condition::Started => return Some(entry.dated(field!(StageEntry.date))),
            Condition::StartRecognised => field!(StageEntry.recognised),
            Condition::FormalContract => field!(Contract.kind),
            Condition::ContractRecognised => field!(Contract.recognised),
            Condition::Untagged | Condition::NotRelocated => field!(Project.tags),
            Condition::Voucher => field!(Contract.evidence),
        };
        Some(entry.put_right(entry.first_of(&[field])?))
    }
}

/// What takes a row of money away.
fn taken(money: &FundsEntry) -> Quantity {
    Quantity::of_base(-money.amount.0.amount(), money.amount.0.unit)
}

/// What is written where a record was chosen by one of its attributes.
fn classed(entry: &Entry) -> String {
    let valid = field!(Activity.valid);
    let (what, line) = if entry.corrects(valid) {
        ("类别、有效等", correction(valid.key, "<现在的>"))
    } else {
        let classes = field!(Investor.classes).key;
        ("类别、产业链、标签、来源地等", change(classes, "<现在的>"))
    };
    format!(
        "挑选它用的那一项（{what}）改回原来的、删了的恢复，另写 {line}（改哪项写哪项）"
    )
}
