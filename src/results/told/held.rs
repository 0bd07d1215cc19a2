//! What an edition holds of each record: the facts that its indicators count or leave out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::figures::facts::moment::{Moment, register_for};
use crate::figures::series::Series;
use crate::load::source::digest::sha256;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::edition::release::Release;
use crate::model::edition::release::figure::ReleasedFigure;
use crate::model::edition::release::given::Given;
use crate::model::edition::release::told::ToldEntry;
use crate::model::value::period::Period;
use crate::words::number::exact;

/// Who gets what is said of records.
pub const TOLD: Level = Level::Internal;

/// Hexadecimal digits of a digest: enough that no edit meets another by chance.
pub(super) const DIGITS: usize = 16;

/// The scopes of which an edition has figures, by indicator.
pub type Scopes<'b> = BTreeMap<&'b str, BTreeSet<&'b Scope>>;

/// What an edition holds, by record.
pub(super) struct Held<'b, 'a> {
    book: &'b Book,
    period: &'b Period,
    rows: BTreeMap<Cow<'a, str>, Vec<Row<'b, 'a>>>,
}

/// What indicators count, by their names and units.
type Amounts<'b> = BTreeMap<(&'b str, &'static str), Decimal>;

/// A fact of an indicator.
struct Row<'b, 'a> {
    series: &'b Series<'a>,
    fact: &'b Fact<'a>,
    /// What counts of it, in the base; `None` if it is left out.
    counts: Option<Decimal>,
    /// To whom it is credited, as far as there are figures, each with its share.
    credits: Vec<(&'b Scope, Decimal)>,
}

/// Returns the scopes of which there are figures, by indicator.
pub fn scopes(figures: &[Given<ReleasedFigure>]) -> Scopes<'_> {
    let mut scopes = Scopes::new();
    for given in figures {
        if let FigureId::Indicator(id, scope) = &given.entry.id {
            scopes.entry(id.as_str()).or_default().insert(scope);
        }
    }
    scopes
}

/// Returns each indicator of which an edition has figures, with its moment and its facts judged then.
pub fn judged<'b, 'a>(
    basis: &'b Basis<'a>,
    release: &Release,
) -> Vec<(usize, Moment, Vec<Judgement>)> {
    let scopes = scopes(&release.figures);
    let of = |(at, series): (usize, &Series)| {
        scopes.get(series.indicator.id.as_str())?;
        let moment = series.moment(basis.book, &release.period)?;
        let judgements = series.judge(&moment);
        Some((at, moment, judgements))
    };
    basis.series.iter().enumerate().filter_map(of).collect()
}

/// Returns what an edition says of an entry of a record; `None` if it says nothing.
pub fn entry(fact: &Fact, judgement: &Judgement, moment: &Moment) -> Option<ToldEntry> {
    let counts = match judgement {
        Judgement::Counts(_) => true,
        Judgement::LeftOut(_) if moment.tells(fact.known) => false,
        Judgement::LeftOut(_) | Judgement::Outside => return None,
    };
    Some(said(fact, counts))
}

/// Returns what is said of an entry that counts, or that is left out.
pub fn said(fact: &Fact, counts: bool) -> ToldEntry {
    ToldEntry {
        label: fact.entry.label().to_owned(),
        when: fact.when_text(),
        amount: fact.recorded.to_string(),
        counts,
    }
}

impl<'b, 'a> Held<'b, 'a> {
    /// Looks at the facts of the indicators of which an edition has figures.
    pub(super) fn of(
        basis: &'b Basis<'a>,
        period: &'b Period,
        scopes: &Scopes,
    ) -> Held<'b, 'a> {
        let mut held = Held { book: basis.book, period, rows: BTreeMap::new() };
        for series in &basis.series {
            let scopes = scopes.get(series.indicator.id.as_str());
            let moment = series.moment(basis.book, period);
            if let (Some(scopes), Some(moment)) = (scopes, moment) {
                held.take(basis.book, series, &moment, scopes);
            }
        }
        held
    }

    fn take(
        &mut self,
        book: &'a Book,
        series: &'b Series<'a>,
        moment: &Moment,
        scopes: &BTreeSet<&Scope>,
    ) {
        for (fact, judgement) in series.facts.iter().zip(series.judge(moment)) {
            let counts = match judgement {
                Judgement::Counts(amount) => Some(amount),
                Judgement::LeftOut(_) if moment.tells(fact.known) => None,
                Judgement::LeftOut(_) | Judgement::Outside => continue,
            };
            let about = about(book, series, fact).filter(|_| fact.level() <= TOLD);
            let Some(about) = about else { continue };
            let credits = fact.credits_at(moment).iter().filter(|(scope, share)| {
                counts.is_some() && scopes.contains(scope) && !share.is_zero()
            });
            let mut credits: Vec<(&Scope, Decimal)> =
                credits.map(|(scope, share)| (scope, *share)).collect();
            credits.sort_unstable();
            let row = Row { series, fact, counts, credits };
            self.rows.entry(about).or_default().push(row);
        }
    }

    /// Returns every record.
    pub(super) fn subjects(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(Cow::as_ref)
    }

    fn of_record(&self, about: &str) -> &[Row<'b, 'a>] {
        self.rows.get(about).map_or(&[], Vec::as_slice)
    }

    /// Returns the digest of all that is held of a record. It needs no words for that: most records
    /// are as they were.
    pub(super) fn digest(&self, about: &str) -> String {
        let rows = self.of_record(about).iter();
        let mut lines: Vec<String> = rows.map(Row::line).collect();
        lines.sort_unstable();
        let mut digest = sha256(lines.join("\n").as_bytes());
        digest.truncate(DIGITS);
        digest
    }

    /// Returns what is said of the entries of a record; nothing of totals, whose values are figures.
    pub(super) fn words(&self, about: &str) -> BTreeSet<String> {
        let rows = self.of_record(about).iter();
        let rows = rows.filter(|row| row.is_of_record());
        rows.map(|row| said(row.fact, row.counts.is_some()).to_string()).collect()
    }

    /// Returns for what and for whom a record counts: indicators with what they count of it, and scopes
    /// with their shares.
    pub(super) fn placed(&self, about: &str) -> BTreeSet<String> {
        let mut by_credits: BTreeMap<&[(&Scope, Decimal)], Amounts> = BTreeMap::new();
        for row in self.of_record(about) {
            let Some(amount) = row.counts else { continue };
            let unit = row.series.indicator.unit;
            let amount = unit.of_base(amount).unwrap_or(amount);
            let of = by_credits.entry(&row.credits).or_default();
            let name = (row.series.indicator.name.as_str(), unit.word);
            *of.entry(name).or_default() += amount;
        }
        let register = register_for(self.book, self.period);
        let sentence = |(credits, amounts): (&[(&Scope, Decimal)], Amounts)| {
            let amounts = amounts.into_iter();
            let amounts: Vec<String> = amounts
                .map(|((name, unit), amount)| format!("{name}{}{unit}", exact(amount)))
                .collect();
            let credits = credits.iter().map(|(scope, share)| {
                let share = share * Decimal::ONE_HUNDRED;
                let name = register.scope_name(scope);
                if share == Decimal::ONE_HUNDRED {
                    name
                } else {
                    format!("{name}{}%", exact(share))
                }
            });
            let credits: Vec<String> = credits.collect();
            format!("{PLACED}{}（{}）", amounts.join("、"), credits.join("、"))
        };
        by_credits.into_iter().map(sentence).collect()
    }
}

/// What begins the words about for what and for whom a record counts.
pub(super) const PLACED: &str = "计入";

impl Row<'_, '_> {
    fn is_of_record(&self) -> bool {
        matches!(self.fact.record, RecordAt::Project(_) | RecordAt::Activity(_))
    }

    /// All that is held of the fact, in one line.
    fn line(&self) -> String {
        let Row { series, fact, counts, credits } = self;
        let (indicator, label) = (series.indicator.id.as_str(), fact.entry.label());
        let recorded = fact.recorded.amount().normalize();
        let unit = fact.recorded.unit.word;
        let counts = counts.map_or_else(String::new, |by| by.normalize().to_string());
        let mut line =
            format!("{indicator} {label} {} {recorded}{unit} {counts}", fact.when_text());
        for (scope, share) in credits {
            line.push_str(&format!(" {scope}={}", share.normalize()));
        }
        line
    }
}

/// Returns what a fact is known by: the id of its record, or of a total its figure with the period;
/// `None` of a duty, whose state is told.
fn about<'a>(book: &'a Book, series: &Series, fact: &Fact) -> Option<Cow<'a, str>> {
    Some(match fact.record {
        RecordAt::Project(at) => Cow::Borrowed(book.projects[at].record.id.as_str()),
        RecordAt::Activity(at) => Cow::Borrowed(book.activities[at].record.id.as_str()),
        RecordAt::Total(..) => {
            let scope = &fact.total.as_ref()?.scope;
            let id = series.indicator.id.as_str();
            Cow::Owned(format!("{id}/{scope}@{}", fact.when_text()))
        }
        RecordAt::Duty(..) => return None,
    })
}
