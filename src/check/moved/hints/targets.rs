//! Targets that were edited.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::hint::Hint;
use crate::model::book::current::Moved;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::field;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::plan::Plan;
use crate::model::plan::target::{Target, TargetAdjustment, TargetTable};
use crate::model::value::word::Id;

/// Returns what was done to targets, but in editions that others explain.
pub(crate) fn hints(
    book: &Book,
    editions: &[ReleasedEdition],
    explained: &BTreeSet<usize>,
) -> Vec<Hint> {
    let mut lines: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let editions = editions.iter().enumerate();
    for (at, edition) in editions.filter(|(at, _)| !explained.contains(at)) {
        let end = edition.release.record.period.end();
        let in_force = |plan: &&Filed<Plan>| plan.record.span.contains(end);
        for moved in &edition.moved {
            let mut plans = book.plans.iter().filter(in_force);
            let line = plans.find_map(|plan| line(book, plan, moved));
            if let Some(line) = line {
                lines.entry(line).or_default().insert(at);
            }
        }
    }
    lines.into_iter().map(|(line, editions)| Hint::line(editions, line)).collect()
}

fn line(book: &Book, plan: &Filed<Plan>, moved: &Moved) -> Option<String> {
    let FigureId::Indicator(id, scope) = &moved.figure.id else { return None };
    let mut parts = moved.parts.iter();
    let set = parts.find(|part| part.part == FrozenPart::Target)?;
    plan.record.indicators.iter().find(|one| one.id == *id)?;
    // What a group is to reach is the sum of its units.
    if matches!(scope, Scope::Group(_)) {
        return None;
    }
    let now = set.new.as_ref();
    let now = now.map_or(String::new(), |now| format!("{now}{}", moved.figure.unit));
    let (path, title) = (&plan.path, moved.figure.title());
    let (from, clause) =
        (field!(TargetAdjustment.from).key, field!(TargetAdjustment.clause).key);
    let scope_name = row(book, scope);
    let name = &moved.figure.name;
    Some(match by_itself(book, &plan.record, (id, scope)) {
        Some(target) => format!(
            "{path}：目标“{}”改回原来的，另加一条 {{{}: <另起一个>, {}: {name}, {}: {scope_name}, {}: {now}, {}: <从哪天起>, {clause}: <条款>}}",
            target.id,
            field!(Target.id).key,
            field!(Target.indicator).key,
            field!(Target.scope).key,
            field!(Target.value).key,
            field!(Target.from).key,
        ),
        None => format!(
            "{path}：{title}的目标改回原来的，在目标表里写 {0}: [{{{1}: {scope_name}, {2}: {name}, {3}: {now}, {from}: <从哪天起>, {clause}: <条款>}}]；“{0}”删了的恢复原来的",
            field!(TargetTable.adjustments).key,
            field!(TargetAdjustment.row).key,
            field!(TargetAdjustment.indicator).key,
            field!(TargetAdjustment.value).key,
        ),
    })
}

/// Returns the target outside the tables that a figure has.
fn by_itself<'a>(
    book: &Book,
    plan: &'a Plan,
    (indicator, scope): (&Id, &Scope),
) -> Option<&'a Target> {
    plan.targets.iter().find(|target| {
        let named = book.indicator(target.indicator.as_str());
        let is_of =
            |word: &str| book.newest_register().scopes_called(word).contains(scope);
        named.is_some_and(|(_, one)| one.id == *indicator) && is_of(target.scope.as_str())
    })
}

/// How a scope is written in a plan.
fn row(book: &Book, scope: &Scope) -> String {
    match scope {
        Scope::UnitInSector(unit, sector) => {
            let unit = book.scope_name(&Scope::Unit(unit.clone()));
            let sector = book.scope_name(&Scope::Sector(sector.clone()));
            format!("{unit}@{sector}")
        }
        one => book.scope_name(one),
    }
}
