//! Units that were there otherwise, and leaders in office otherwise, when an edition was released.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::change;
use crate::figures::basis::Basis;
use crate::figures::series::Series;
use crate::model::book::current::Moved;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Key, field};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::record::registry::{Leader, Merger, Unit};

/// Returns what was done to the lives of units and leaders.
pub(crate) fn hints(basis: &Basis, editions: &[ReleasedEdition]) -> Vec<Hint> {
    let book = basis.book;
    let mut found: BTreeMap<&Scope, BTreeSet<usize>> = BTreeMap::new();
    for (at, edition) in editions.iter().enumerate() {
        for scope in edition.moved.iter().filter_map(|moved| turned(basis, moved)) {
            found.entry(scope).or_default().insert(at);
        }
    }
    let path = &book.registry.path;
    let hint = |(scope, editions): (&Scope, BTreeSet<usize>)| {
        let line = match scope {
            Scope::Leader(id) => leader(book.leader_called(id)?),
            Scope::Unit(id) => unit(book.unit_called(id)?),
            _ => return None,
        };
        Some(Hint::line(editions, format!("{path}：{line}")))
    };
    found.into_iter().filter_map(hint).collect()
}

/// Returns the unit or the leader whose figure went, or came again, or is no longer ranked because it is
/// not in use. Totals that a unit reports come and go with its reports.
fn turned<'a>(basis: &Basis, moved: &'a Moved) -> Option<&'a Scope> {
    let FigureId::Indicator(id, scope) = &moved.figure.id else { return None };
    let is_reported = |series: &Series| {
        let Indicator { id: own, measure, .. } = series.indicator;
        own == id && (*measure == MeasureKind::Reported || measure.is_derived())
    };
    if basis.series.iter().any(is_reported) {
        return None;
    }
    let turns = |of: FrozenPart| {
        let mut parts = moved.parts.iter().filter(|part| part.part == of);
        parts.any(|part| part.old.is_some() != part.new.is_some())
    };
    let is_turned = match scope {
        Scope::Unit(id) => {
            let unit = basis.book.unit_called(id);
            let has_life = unit.is_some_and(|unit| life(unit).is_some());
            moved.gone || turns(FrozenPart::Value) || has_life && turns(FrozenPart::Rank)
        }
        Scope::Leader(_) => moved.gone,
        _ => false,
    };
    is_turned.then_some(scope)
}

fn leader(leader: &Leader) -> String {
    let change = change(field!(Leader.terms).key, "[{至: <最后一天>}]");
    let terms = field!(Leader.terms).key;
    format!("{}的“{terms}”（写在“变更”里的也一样）改回原来的，另写 {change}", leader.name)
}

/// What began or ended the life of a unit.
fn unit(unit: &Unit) -> String {
    let name = &unit.name;
    if let Some((key, now)) = life(unit) {
        let change = change(key, now);
        return format!(
            "{name}的“{key}”（写在“变更”里的，连同报送）改回原来的，另写 {change}"
        );
    }
    let (merged, closed) = (field!(Unit.merged).key, field!(Unit.closed).key);
    let change = change(merged, "{单位: <哪个>, 自: <从哪天起>}");
    format!("{name}的“{merged}”“{closed}”删了的恢复、改了的改回原来的，另写 {change}")
}

/// Returns what is written of the beginning or the end of a unit.
fn life(unit: &Unit) -> Option<(Key, String)> {
    let merger = merger(unit).map(|merger| {
        let (to, since) = (field!(Merger.unit).key, field!(Merger.since).key);
        let now =
            format!("{{{to}: {}, {since}: {}}}", merger.unit.as_str(), merger.since);
        (field!(Unit.merged).key, now)
    });
    let closed = unit.closed.map(|day| (field!(Unit.closed).key, day.to_string()));
    let opened = unit.opened.map(|day| (field!(Unit.opened).key, day.to_string()));
    merger.or(closed).or(opened)
}

/// Returns the merger of a unit, by its own field or by a change.
fn merger(unit: &Unit) -> Option<&Merger> {
    let mut changed = unit.changes.iter().rev().map(|change| change.merged.0.as_ref());
    let changed = changed.find_map(|merger| merger?.as_ref());
    changed.or(unit.merged.as_ref())
}
