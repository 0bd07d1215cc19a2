//! The names that an edition's figures go by: of whom they are, and of what.

use std::collections::BTreeMap;

use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::Indicator;
use crate::model::value::quantity::Base;
use crate::sheet::Sheet;

/// What a name is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A scope.
    Scope(Scope),
    /// An indicator, by its id.
    Indicator(String),
}

/// The names of an edition, by their first characters, longer ones first.
#[derive(Debug)]
pub(super) struct Lexicon {
    names: BTreeMap<char, Vec<(String, Named)>>,
}

impl Lexicon {
    /// Collects the names of the whole, its units, sectors and groups, and of the indicators. What
    /// two of them are called is left out.
    pub(super) fn of(sheet: &Sheet) -> Lexicon {
        let indicators = sheet.views().map(|view| view.indicator());
        Lexicon::named(sheet.book(), sheet.register(), indicators)
    }

    /// Collects the names of a book, of the units of a register and of some indicators.
    pub(super) fn named<'a>(
        book: &Book,
        register: Registered,
        indicators: impl Iterator<Item = &'a Indicator>,
    ) -> Lexicon {
        let mut all: BTreeMap<String, Vec<Named>> = BTreeMap::new();
        let named =
            scopes(book, register).into_iter().chain(indicators.flat_map(indicator));
        for (name, named) in named.filter(|(name, _)| !name.is_empty()) {
            let known = all.entry(name).or_default();
            if !known.contains(&named) {
                known.push(named);
            }
        }
        let mut names: BTreeMap<char, Vec<(String, Named)>> = BTreeMap::new();
        for (name, named) in all {
            let ([only], Some(first)) = (named.as_slice(), name.chars().next()) else {
                continue;
            };
            names.entry(first).or_default().push((name, only.clone()));
        }
        let length = |(name, _): &(String, Named)| std::cmp::Reverse(name.len());
        names.values_mut().for_each(|names| names.sort_by_key(length));
        Lexicon { names }
    }

    /// Returns the longest name that a text begins with, its length and what it is of.
    pub(super) fn at_start(&self, text: &str) -> Option<(usize, &Named)> {
        let names = self.names.get(&text.chars().next()?)?;
        let (name, named) = names.iter().find(|(name, _)| text.starts_with(name))?;
        Some((name.len(), named))
    }

    /// Returns what a text is the name of.
    pub(super) fn called(&self, text: &str) -> Option<&Named> {
        self.at_start(text)
            .filter(|(length, _)| *length == text.len())
            .map(|(_, named)| named)
    }
}

fn scopes(book: &Book, register: Registered) -> Vec<(String, Named)> {
    let mut names = vec![(book.card.record.whole.clone(), Named::Scope(Scope::All))];
    for unit in register.units() {
        let own = [&unit.name].into_iter().chain(&unit.short).chain(&unit.aliases);
        let scope = Named::Scope(Scope::Unit(unit.id.to_string()));
        names.extend(own.map(|name| (name.clone(), scope.clone())));
    }
    let registry = &book.registry.record;
    for sector in &registry.sectors {
        let scope = Named::Scope(Scope::Sector(sector.id.to_string()));
        names.push((format!("{}领域", sector.name), scope.clone()));
        names.push((sector.name.clone(), scope));
    }
    for group in &registry.groups {
        let scope = Named::Scope(Scope::Group(group.id.to_string()));
        names.push((group.name.clone(), scope));
    }
    names
}

/// Returns the names of an indicator. What counts things goes without its 数 too: 签约项目12个.
fn indicator(indicator: &Indicator) -> Vec<(String, Named)> {
    let own = [&indicator.name].into_iter().chain(&indicator.aliases);
    let counts = indicator.unit.base == Base::Count;
    let bare = |name: &String| {
        let bare = name.strip_suffix('数').filter(|_| counts).map(str::to_owned);
        [Some(name.clone()), bare]
    };
    let named = Named::Indicator(indicator.id.to_string());
    own.flat_map(bare).flatten().map(|name| (name, named.clone())).collect()
}
