//! Who figures are for: what the book is to them, and which numbers they do not get.

mod classes;
pub mod disclosure;
pub mod fact_level;
pub mod withheld;
pub(crate) mod withhold;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::figures::audience::classes::{chosen_by, grouped_by};
use crate::figures::audience::withheld::Withheld;
use crate::figures::facts::fact::Fact;
use crate::figures::outcome::Missing;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::Accrual;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::{Restriction, ScopeKind, Withholding};
use crate::model::value::date::Days;

/// Who something is made for.
#[derive(Clone, Copy, Debug)]
pub struct Audience<'a> {
    /// Level.
    pub level: Level,
    /// The book as that level may see it.
    pub book: &'a Book,
}

impl<'a> Audience<'a> {
    /// Those who may see the whole book.
    pub fn everything(book: &'a Book) -> Audience<'a> {
        Audience { level: Level::Leader, book }
    }

    /// Whether they may see what has a level.
    pub fn sees(&self, level: Level) -> bool {
        level <= self.level
    }

    /// Whether they get the number of a scope on a day.
    pub(super) fn gets(&self, series: &Series, scope: &Scope, day: NaiveDate) -> bool {
        self.sees(scope_level(scope)) && series.withheld(scope, day).is_none()
    }

    /// The scopes of an indicator that have no number for them, with the reasons: those that were
    /// taken back, those chosen or grouped by fields that they may not see, and those that the
    /// plan restricts for the public.
    pub(super) fn withheld(
        &self,
        book: &Book,
        series: &Series,
    ) -> BTreeMap<Scope, Vec<Withheld>> {
        let mut withheld: BTreeMap<Scope, Vec<Withheld>> = BTreeMap::new();
        for scope in series.scopes() {
            let class = chosen_by(book, series.indicator).max(grouped_by(book, scope));
            let mut reasons = withdrawn(self.book, series, scope, self.sees(class));
            let restrictions = self.restrictions(book, series, scope);
            let is_given = |(_, restriction): &(usize, &Restriction)| {
                restriction.treatment == Withholding::Given
            };
            if !self.sees(class) && !restrictions.iter().any(is_given) {
                // Which records a class holds is not known, so it is compared with no other figure.
                reasons.push(Withheld::always(Missing::Hidden, false));
            }
            let restricted = restrictions.iter().filter_map(|(at, restriction)| {
                Some(Withheld {
                    reason: reason(book, restriction)?,
                    is_secret: restriction.treatment == Withholding::Hidden,
                    restriction: Some(*at),
                    days: restriction.days,
                })
            });
            reasons.extend(restricted);
            reasons.extend(self.hidden_parts(series, scope));
            if !reasons.is_empty() {
                withheld.insert(scope.clone(), reasons);
            }
        }
        withheld
    }

    /// When a sum holds a total that they do not get: from its period on, as long as sums hold it.
    fn hidden_parts(&self, series: &Series, scope: &Scope) -> Vec<Withheld> {
        let hidden = series.facts.of_scope(scope).map(|(_, fact)| fact);
        let hidden = hidden.filter(|fact| !self.sees(fact.level));
        let until = |fact: &Fact| {
            let is_stock = series.indicator.accrual() == Accrual::Stock;
            let year = NaiveDate::from_ymd_opt(fact.when.year(), 12, 31);
            match series.indicator.span {
                _ if is_stock => fact.when,
                SpanKind::Month | SpanKind::TenDays | SpanKind::Week => fact.when,
                span if span.is_of_years() => NaiveDate::MAX,
                _ => year.unwrap_or(NaiveDate::MAX),
            }
        };
        let days = |fact: &Fact| Days {
            start: fact.total.as_ref().map_or(fact.when, |total| total.from),
            end: until(fact),
        };
        hidden
            .map(|fact| Withheld {
                days: Some(days(fact)),
                ..Withheld::always(Missing::Hidden, true)
            })
            .collect()
    }

    /// The plan's restrictions of a scope, with their positions.
    fn restrictions<'b>(
        &self,
        book: &Book,
        series: &Series<'b>,
        scope: &Scope,
    ) -> Vec<(usize, &'b Restriction)> {
        let Series { plan, indicator, .. } = series;
        if self.level > Level::Public {
            return Vec::new();
        }
        let restrictions = plan.restrictions.iter().enumerate();
        restrictions
            .filter(|(_, restriction)| {
                indicator.is_called(restriction.indicator.as_str())
                    && concerns(book, restriction, scope)
            })
            .collect()
    }
}

/// For which periods the number of a scope was taken back.
fn withdrawn(
    book: &Book,
    series: &Series,
    scope: &Scope,
    is_secret: bool,
) -> Vec<Withheld> {
    let id = FigureId::Indicator(series.indicator.id.clone(), scope.clone());
    let periods = book.releases.iter().map(|release| &release.record);
    periods
        .filter(|release| release.withdrawn.contains(&id))
        .map(|release| {
            let end = release.period.end();
            let days = Some(Days { start: end, end });
            Withheld { days, ..Withheld::always(Missing::Withdrawn, is_secret) }
        })
        .collect()
}

/// Why the numbers are missing; `None` where they are not.
fn reason(book: &Book, restriction: &Restriction) -> Option<Missing> {
    match restriction.treatment {
        Withholding::Hidden => Some(Missing::Hidden),
        Withholding::Merged => {
            let within = restriction.within.as_ref();
            let scope = within.and_then(|scope| book.scope_called(scope.as_str()));
            Some(Missing::Merged(scope.map(|scope| book.scope_name(&scope))))
        }
        Withholding::Given => None,
    }
}

/// Whether a restriction is about a scope; one that names none is about all.
fn concerns(book: &Book, restriction: &Restriction, scope: &Scope) -> bool {
    let Restriction { scopes, kinds, .. } = restriction;
    let named = |word: &str| {
        book.scope_called(word).is_some_and(|named| match (&named, scope) {
            (Scope::Unit(unit), Scope::UnitInSector(row, _)) => unit == row,
            _ => named == *scope,
        })
    };
    (scopes.is_empty() && kinds.is_empty())
        || scopes.iter().any(|word| named(word.as_str()))
        || kind(scope).is_some_and(|kind| kinds.contains(&kind))
}

/// Who may see the figures of a scope.
pub(super) fn scope_level(scope: &Scope) -> Level {
    match scope {
        Scope::Leader(_) => Level::Leader,
        _ => Level::Public,
    }
}

fn kind(scope: &Scope) -> Option<ScopeKind> {
    match scope {
        Scope::All => Some(ScopeKind::Whole),
        Scope::Unit(_) | Scope::UnitInSector(..) => Some(ScopeKind::Unit),
        Scope::Sector(_) => Some(ScopeKind::Sector),
        Scope::Group(_) => Some(ScopeKind::Group),
        Scope::Other => Some(ScopeKind::Other),
        Scope::Leader(_)
        | Scope::Chain(_)
        | Scope::Region(_)
        | Scope::Channel(_)
        | Scope::Task(_) => None,
    }
}
