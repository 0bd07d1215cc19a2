//! Who figures are for: what the book is to them, and which numbers they do not get.

pub mod disclosure;
pub mod fact_level;
pub mod withheld;
pub(crate) mod withhold;

use std::collections::BTreeMap;

use crate::figures::audience::withheld::Withheld;
use crate::figures::outcome::Missing;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::{Restriction, ScopeKind, Withholding};

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

    /// The scopes of an indicator that have no number for them, with the reasons; the plan's
    /// restrictions hold for the public alone.
    pub(super) fn withheld(
        &self,
        book: &Book,
        series: &Series,
    ) -> BTreeMap<Scope, Vec<Withheld>> {
        let Series { plan, indicator, rows, .. } = series;
        let mut withheld: BTreeMap<Scope, Vec<Withheld>> = BTreeMap::new();
        let restrictions = match self.level {
            Level::Public => plan.restrictions.as_slice(),
            _ => &[],
        };
        for (at, restriction) in restrictions.iter().enumerate() {
            if !indicator.is_called(restriction.indicator.as_str()) {
                continue;
            }
            let entry = Withheld {
                reason: reason(book, restriction),
                is_secret: restriction.treatment == Withholding::Hidden,
                restriction: at,
                days: restriction.days,
            };
            let scopes = rows.scopes().into_iter();
            for scope in scopes.filter(|scope| concerns(book, restriction, scope)) {
                withheld.entry(scope).or_default().push(entry.clone());
            }
        }
        withheld
    }
}

/// Why the numbers are missing.
fn reason(book: &Book, restriction: &Restriction) -> Missing {
    match restriction.treatment {
        Withholding::Hidden => Missing::Hidden,
        Withholding::Merged => {
            let within = restriction.within.as_ref();
            let scope = within.and_then(|scope| book.scope_called(scope.as_str()));
            Missing::Merged(scope.map(|scope| book.scope_name(&scope)))
        }
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
