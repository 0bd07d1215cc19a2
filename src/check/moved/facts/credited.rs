//! To whom a project is credited: its attributes, and its shares.

use std::collections::BTreeSet;

use crate::check::moved::words::{REPORTED, WHY, change_from};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Field, Key, field};
use crate::model::record::project::{JointShare, Project, ProjectChange};

/// To whom a project is credited now, by its own field or by a change; `None` if it is not.
pub(super) fn credited(
    book: &Book,
    project: &Project,
    scopes: &BTreeSet<Scope>,
) -> Option<String> {
    let changes = field!(Project.changes).key;
    if scopes.is_empty() {
        let fields = [
            field!(Project.unit),
            field!(Project.shares),
            field!(Project.sector),
            field!(Project.chain),
            field!(Project.tags),
            field!(Project.investor),
        ];
        let names: String = fields.iter().map(|one| format!("“{}”", one.key)).collect();
        let change = change_from(fields[0].key, "<现在的>");
        return Some(format!(
            "{names}等改了的改回原来的、“{changes}”删了的恢复，另写 {change}（改哪项写哪项）"
        ));
    }
    if let Some((key, now)) = attribute(book, project, scopes) {
        let change = change_from(key, now);
        return Some(format!(
            "“{key}”改回原来的，另写 {change}（一直如此、首报写错的，不写“自”）；“{changes}”删了的恢复原来的"
        ));
    }
    let has_share = |joint: &JointShare| {
        let unit = book.unit(&joint.unit).map(|unit| Scope::Unit(unit.id.to_string()));
        unit.is_some_and(|unit| scopes.contains(&unit))
    };
    if agreed(project).any(has_share) {
        return Some(shares(project));
    }
    let is_by = |change: &ProjectChange| {
        let mut then = project.clone();
        then.take_over(change);
        attribute(book, &then, scopes).is_some()
    };
    let at = project.changes.iter().rposition(is_by)?;
    Some(backdated(at))
}

/// The attribute by which a project is credited to some scopes, with its value.
fn attribute<'a>(
    book: &Book,
    project: &'a Project,
    scopes: &BTreeSet<Scope>,
) -> Option<(Key, &'a str)> {
    let Project { unit, site, sector, chain, leader, .. } = project;
    let unit_of = |word: &str| Some(Scope::Unit(book.unit_called(word)?.id.to_string()));
    let sector_of =
        |word: &str| Some(Scope::Sector(book.sector_called(word)?.id.to_string()));
    let chain_of =
        |word: &str| Some(Scope::Chain(book.chain_called(word)?.id.to_string()));
    let leader_of =
        |word: &str| Some(Scope::Leader(book.leader_called(word)?.id.to_string()));
    type Named<'w, 'n> =
        (&'static Field, Option<&'w str>, &'n dyn Fn(&str) -> Option<Scope>);
    let named: [Named; 5] = [
        (field!(Project.unit), Some(unit.as_str()), &unit_of),
        (field!(Project.site), site.as_ref().map(|one| one.as_str()), &unit_of),
        (field!(Project.sector), sector.as_ref().map(|one| one.as_str()), &sector_of),
        (field!(Project.chain), chain.as_ref().map(|one| one.as_str()), &chain_of),
        (field!(Project.leader), leader.as_ref().map(|one| one.as_str()), &leader_of),
    ];
    let is_of = |own: Scope| {
        scopes.iter().any(|scope| match (scope, &own) {
            (Scope::UnitInSector(unit, _), Scope::Unit(own)) => unit == own,
            (scope, own) => scope == own,
        })
    };
    let mut named = named.into_iter();
    let found = named.find_map(|(field, word, scope)| {
        let word = word?;
        is_of(scope(word)?).then_some((field.key, word))
    });
    let other = || {
        let is_other = scopes.contains(&Scope::Other);
        is_other.then_some((field!(Project.unit).key, unit.as_str()))
    };
    found.or_else(other)
}

/// The shares of a joint project.
pub(super) fn shares(project: &Project) -> String {
    let changes = field!(Project.changes).key;
    let mut changed = project.changes.iter();
    let changed = changed.rposition(|change| change.shares.0.is_some());
    if let Some(at) = changed.filter(|_| project.shares.is_empty()) {
        return backdated(at);
    }
    let share = |joint: &JointShare| {
        let (unit, share) = (field!(JointShare.unit).key, field!(JointShare.share).key);
        format!("{{{unit}: {}, {share}: {}}}", joint.unit.as_str(), joint.share)
    };
    let shares: Vec<String> = project.shares.iter().map(share).collect();
    let (key, reported) =
        (field!(Project.shares).key, field!(Project.shares_reported).key);
    format!(
        "“{key}”“{reported}”（写在“{changes}”里的也一样）改回原来的，另写 {changes}: [{{自: <从哪天起>, {REPORTED}, {key}: [{}], {reported}: <书面报告的日期>, {WHY}}}]",
        shares.join(", ")
    )
}

/// Returns the units that have a share of the project at a position; none if it has no shares.
pub(super) fn units(book: &Book, at: usize) -> BTreeSet<Scope> {
    let project = &book.projects[at].record;
    let agreed: Vec<&JointShare> = agreed(project).collect();
    let lead = book.unit(&project.unit).filter(|_| !agreed.is_empty());
    let units = agreed.iter().filter_map(|joint| book.unit(&joint.unit)).chain(lead);
    units.map(|unit| Scope::Unit(unit.id.to_string())).collect()
}

/// Returns every share that was ever agreed of a project.
fn agreed(project: &Project) -> impl Iterator<Item = &JointShare> {
    let changed = project.changes.iter().filter_map(|change| change.shares.0.as_ref());
    project.shares.iter().chain(changed.flatten())
}

fn backdated(at: usize) -> String {
    let changes = field!(Project.changes).key;
    format!("“{changes}第{}条”的报送早于印发，照实写 {REPORTED}", at + 1)
}
