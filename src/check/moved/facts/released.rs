//! What the editions released of a series, and how its sums moved since.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::figures::basis::Basis;
use crate::figures::series::Series;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;

/// What an edition released of a series.
#[derive(Debug)]
pub(super) struct Released {
    /// The scopes whose sums it had.
    pub(super) scopes: BTreeSet<Scope>,
    /// Those that moved, each with the difference in the base.
    moved: BTreeMap<Scope, Decimal>,
}

impl Released {
    /// Returns by how much the sum of a scope moved.
    pub(super) fn by(&self, scope: &Scope) -> Decimal {
        self.moved.get(scope).copied().unwrap_or_default()
    }

    /// Returns whether the sum of a scope moved.
    pub(super) fn has_moved(&self, scope: &Scope) -> bool {
        self.moved.contains_key(scope)
    }
}

/// Returns what each edition released of a series; `None` for one without it.
pub(super) fn released(
    basis: &Basis,
    series: &Series,
    editions: &[ReleasedEdition],
) -> Vec<Option<Released>> {
    editions.iter().map(|edition| of_edition(basis, series, edition)).collect()
}

fn of_edition(
    basis: &Basis,
    series: &Series,
    edition: &ReleasedEdition,
) -> Option<Released> {
    let release = &edition.release.record;
    // Of what an edition says of records it need not be guessed from sums.
    if edition.is_told() {
        return None;
    }
    series.moment(basis.book, &release.period)?;
    let scope = |id: &FigureId| match id {
        FigureId::Indicator(id, scope) if *id == series.indicator.id => {
            Some(scope.clone())
        }
        _ => None,
    };
    let figures = release.figures.iter().map(|given| &given.entry);
    let sums = figures.filter(|figure| figure.value.is_some());
    let scopes: BTreeSet<Scope> = sums.filter_map(|figure| scope(&figure.id)).collect();
    let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
    let moved = edition.moved.iter().filter_map(|moved| {
        let scope = scope(&moved.figure.id)?;
        let value = moved.parts.iter().find(|part| part.part == FrozenPart::Value)?;
        let by = number(&value.new)?.checked_sub(number(&value.old)?)?;
        Some((scope, series.indicator.unit.to_base(by)?))
    });
    let moved = moved.collect();
    (!scopes.is_empty()).then_some(Released { scopes, moved })
}
