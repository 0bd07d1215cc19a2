//! The two numbers of a rate, counted with the attributes that each record had on the day of the
//! rate's base, so that numerator and denominator never part.

use std::collections::BTreeMap;

use crate::figures::derived::input::Input;
use crate::figures::derived::sources::Sources;
use crate::figures::facts::ledger::Sum;
use crate::figures::outcome::Missing;
use crate::model::book::scope::Scope;
use crate::model::value::reference::IndicatorRef;

/// Returns numerator and denominator of a rate for a scope.
pub(super) fn numbers(sources: &Sources, scope: &Scope) -> Vec<Input> {
    let indicator = sources.series.indicator;
    let named = [("分子", &indicator.numerator), ("分母", &indicator.denominator)];
    let rates = sources.rates.get_or_init(|| {
        [added_up(sources, 0, named[0].1), added_up(sources, 1, named[1].1)]
    });
    let number = |((role, reference), sums): (_, &Option<BTreeMap<Scope, Sum>>)| {
        let input = sources.input(role, reference, scope);
        match sums {
            Some(sums) => as_of_base(sources, reference, input, (scope, sums.get(scope))),
            None => input,
        }
    };
    named.into_iter().zip(rates).map(number).collect()
}

/// Adds up the facts of a number as of the day of the base.
fn added_up(
    sources: &Sources,
    at: usize,
    reference: &Option<IndicatorRef>,
) -> Option<BTreeMap<Scope, Sum>> {
    let facts = sources.series.rated.as_ref()?.facts[at].as_ref()?;
    let (series, figures) = sources.finished(reference.as_ref()?)?;
    Some(series.sums_of(facts, &figures.moment))
}

/// Returns a number as of the day of the base, with what makes it another than its figure.
fn as_of_base(
    sources: &Sources,
    reference: &Option<IndicatorRef>,
    own: Input,
    (scope, sum): (&Scope, Option<&Sum>),
) -> Input {
    let finished = reference.as_ref().and_then(|named| sources.finished(named));
    let (Some((number, _)), Some(rated)) = (finished, &sources.series.rated) else {
        return own;
    };
    // What a unit did that went on in another is the other's.
    if let Err(Missing::MergedInto(..)) = own.value {
        return own;
    }
    let value = number.value(scope, sum);
    if value == own.value {
        return own;
    }
    let name = format!("{}（按{}时的归属）", own.name, rated.base.label());
    let demo = sum.is_some_and(|sum| sum.demo);
    Input { name, value, demo, is_own: false, ..own }
}
