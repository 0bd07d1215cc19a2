//! The lines that say honestly what an edit of a project says in silence.

use std::collections::BTreeSet;

use crate::check::moved::facts::amounts::{amount, dated, later_amount, row};
use crate::check::moved::facts::edit::{Edit, Suspect};
use crate::check::moved::facts::entries::{name, position};
use crate::check::moved::facts::pieces::Out;
use crate::check::moved::facts::shares::agreed;
use crate::check::moved::words::{
    REPORTED, WHY, backdated, change, change_from, corrected, correction, undated,
    withdrawal,
};
use crate::figures::facts::entry::Entry;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Key, field};
use crate::model::plan::indicator::filter::Condition;
use crate::model::record::project::{
    Contract, Investor, JointShare, Project, ProjectChange, StageEntry, Stopped,
};
use crate::model::value::quantity::Quantity;

/// Returns the line that says an edit of a project honestly; `None` where it depends on what only the
/// clerk knows.
pub(super) fn line(book: &Book, project: &Project, suspect: &Suspect) -> Option<String> {
    let entry = suspect.entry;
    match &suspect.edit {
        Edit::Credited(scopes) => credited(book, project, scopes),
        Edit::Shares => Some(shares(project)),
        Edit::Classed => Some(classed()),
        Edit::Amount(by) => amount(entry, project, *by),
        Edit::Corrected(by) => later_amount(entry, project, *by),
        Edit::Dated | Edit::Out(Out::NotYet) => dated(entry, project),
        Edit::Returned => Some(returned(project)),
        Edit::Out(Out::Stopped) => Some(stopped(project)),
        Edit::Out(Out::Unmet(condition)) => unmet(*condition, entry, project),
        Edit::Out(Out::Relocated) => {
            Some(backdated(field!(Project.relocation).key.as_str()))
        }
        Edit::Out(Out::Late | Out::Withdrawn) | Edit::Added => None,
    }
}

/// To whom a project is credited now, by its own field or by a change.
fn credited(book: &Book, project: &Project, scopes: &BTreeSet<Scope>) -> Option<String> {
    if let Some((key, now)) = attribute(book, project, scopes) {
        let change = change_from(key, now);
        return Some(format!(
            "“{key}”改回原来的，另写 {change}（一直如此、首报写错的，不写“自”）"
        ));
    }
    let has_share = |joint: &JointShare| {
        let unit = book.unit(&joint.unit).map(|unit| Scope::Unit(unit.id.to_string()));
        unit.is_some_and(|unit| scopes.contains(&unit))
    };
    if agreed(project).any(has_share) {
        return Some(shares(project));
    }
    let changes = project.changes.iter().enumerate();
    let is_by = |change: &ProjectChange| {
        let mut then = project.clone();
        then.take_over(change);
        attribute(book, &then, scopes).is_some()
    };
    let (at, _) = changes.rev().find(|(_, change)| is_by(change))?;
    let changes = field!(Project.changes).key;
    Some(backdated(&format!("{changes}第{}条", at + 1)))
}

/// The attribute by which a project is credited to some scopes, with its value.
fn attribute<'a>(
    book: &Book,
    project: &'a Project,
    scopes: &BTreeSet<Scope>,
) -> Option<(Key, &'a str)> {
    let id = |unit: &str| book.unit_called(unit).map(|unit| unit.id.to_string());
    let is_of = |unit: Option<String>| {
        scopes.iter().any(|scope| match scope {
            Scope::Unit(id) | Scope::UnitInSector(id, _) => Some(id) == unit.as_ref(),
            _ => false,
        })
    };
    let site = project.site.as_ref().map(|site| site.as_str());
    let sector = project.sector.as_ref().map(|sector| sector.as_str());
    let chain = project.chain.as_ref().map(|chain| chain.as_str());
    let leader = project.leader.as_ref().map(|leader| leader.as_str());
    let is_scope = |name: Option<&str>, kind: fn(&Scope) -> bool| {
        let scope = name.and_then(|name| book.scope_called(name));
        scope.is_some_and(|scope| kind(&scope) && scopes.contains(&scope))
    };
    if is_of(id(project.unit.as_str())) || scopes.contains(&Scope::Other) {
        Some((field!(Project.unit).key, project.unit.as_str()))
    } else if is_of(site.and_then(id)) {
        Some((field!(Project.site).key, site?))
    } else if is_scope(sector, |scope| matches!(scope, Scope::Sector(_))) {
        Some((field!(Project.sector).key, sector?))
    } else if scopes.iter().any(|scope| is_chain(book, scope, chain)) {
        Some((field!(Project.chain).key, chain?))
    } else if scopes.iter().any(|scope| is_leader(book, scope, leader)) {
        Some((field!(Project.leader).key, leader?))
    } else {
        None
    }
}

fn is_chain(book: &Book, scope: &Scope, chain: Option<&str>) -> bool {
    let chain = chain.and_then(|chain| book.chain_called(chain));
    matches!(scope, Scope::Chain(id) if chain.is_some_and(|chain| chain.id.as_str() == id))
}

fn is_leader(book: &Book, scope: &Scope, leader: Option<&str>) -> bool {
    let leader = leader.and_then(|leader| book.leader_called(leader));
    matches!(scope, Scope::Leader(id) if leader.is_some_and(|one| one.id.as_str() == id))
}

/// The shares of a joint project.
fn shares(project: &Project) -> String {
    let changes = field!(Project.changes).key;
    let mut changed = project.changes.iter();
    let changed = changed.rposition(|change| change.shares.0.is_some());
    if let Some(at) = changed.filter(|_| project.shares.is_empty()) {
        return backdated(&format!("{changes}第{}条", at + 1));
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

/// The end of a project.
fn stopped(project: &Project) -> String {
    let name = field!(Project.stopped).key.as_str();
    match &project.stopped {
        Some(stopped) if stopped.submitted.is_none() => undated(name),
        _ => backdated(name),
    }
}

/// What counts again since nothing says any more that it does not.
fn returned(project: &Project) -> String {
    let (name, date) = (field!(Project.stopped).key, field!(Stopped.date).key);
    match &project.stopped {
        Some(stopped) => {
            let correction = correction(date, stopped.date);
            format!(
                "{name}的{date}和报送改回原来的，{date}真写错的，在这一条里写 {correction}"
            )
        }
        None => {
            let withdrawal = withdrawal();
            format!(
                "“{name}”“作废”“搬迁”删了的，恢复原来的；项目重启的，在“{name}”里写 {withdrawal}"
            )
        }
    }
}

/// A condition that what counted does not meet any more.
fn unmet(condition: Condition, entry: Entry, project: &Project) -> Option<String> {
    let started = field!(Project.started).key;
    Some(match condition {
        Condition::Started | Condition::StartRecognised => match &project.started {
            Some(stage) if condition == Condition::Started => {
                let name = started.as_str();
                let line = corrected(name, field!(StageEntry.date).key, stage.date);
                format!("{line}；报送也改回原来的")
            }
            Some(stage) => {
                let now = stage
                    .recognised
                    .map_or_else(|| "<认定的日期>".to_owned(), |day| day.to_string());
                corrected(started.as_str(), field!(StageEntry.recognised).key, now)
            }
            None => {
                let withdrawal = withdrawal();
                format!(
                    "删了的“{started}”恢复原来的；确实没有{started}的，在这一条里写 {withdrawal}"
                )
            }
        },
        Condition::FormalContract => {
            let contract = contract(entry, project)?;
            corrected(&name(entry), field!(Contract.kind).key, contract.kind)
        }
        Condition::ContractRecognised => {
            let now = contract(entry, project)?.recognised;
            let now =
                now.map_or_else(|| "<认定的日期>".to_owned(), |day| day.to_string());
            corrected(&name(entry), field!(Contract.recognised).key, now)
        }
        Condition::Voucher => voucher(entry, project),
        Condition::Untagged | Condition::NotRelocated => {
            let (key, tags) = (field!(Project.tags).key, project.tags.join(", "));
            let change = change(key, format!("[{tags}]"));
            format!("“{key}”改回原来的，另写 {change}")
        }
    })
}

fn voucher(entry: Entry, project: &Project) -> String {
    let name = name(entry);
    let funds = position(entry).filter(|(list, _)| *list == field!(Project.funds));
    let money = funds.and_then(|(_, at)| project.funds.get(at?));
    match money {
        Some(money) => {
            let taken = Quantity::of_base(-money.amount.0.amount(), money.amount.0.unit);
            let row = row(money, taken);
            format!("{name}的凭证改回原来的；凭证不实的，另加一条 {row}")
        }
        None => corrected(&name, field!(Contract.evidence).key, "[<凭证>]"),
    }
}

fn contract(entry: Entry, project: &Project) -> Option<&Contract> {
    let (list, at) = position(entry)?;
    (list == field!(Project.contracts)).then_some(())?;
    project.contracts.get(at?)
}

/// What is written where a project was chosen by one of its attributes.
fn classed() -> String {
    let change = change(field!(Investor.classes).key, "<现在的>");
    format!(
        "挑选它用的那一项（类别、产业链、标签、来源地等）改回原来的，另写 {change}（改哪项写哪项）"
    )
}
