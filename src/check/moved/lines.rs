//! The line that says honestly what an edit of an old record says in silence.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::suspects::{Edit, Suspect};
use crate::diagnostic::Place;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{Field, Shape, Step, field};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::plan::target::{TargetAdjustment, TargetTable};
use crate::model::record::project::{Contract, Filing, FundsEntry, Project, StageEntry};
use crate::model::value::quantity::Quantity;

/// What stands for a day that only the clerk knows.
const REPORTED: &str = "报送: <报来的日期>";
const WHY: &str = "原因: <为什么>";

impl Suspect {
    /// Returns the file of the record, with its path; `None` for one that has no entries with days.
    fn file<'a>(&self, book: &'a Book) -> Option<(FileId, &'a str)> {
        Some(match self.record {
            RecordAt::Project(at) => {
                (book.projects[at].file, book.projects[at].path.as_str())
            }
            RecordAt::Activity(at) => {
                (book.activities[at].file, book.activities[at].path.as_str())
            }
            RecordAt::Total(at, _) => {
                (book.reported[at].file, book.reported[at].path.as_str())
            }
            RecordAt::Duty(..) => return None,
        })
    }

    /// Returns the place of the entry; `None` for one that has no day of submission.
    pub(crate) fn place(&self, book: &Book) -> Option<Place> {
        Some(Place::value(self.file(book)?.0, self.entry.steps().collect()))
    }

    /// Returns whether the entry is new and could say when it became known, but does not.
    pub(crate) fn is_undated(&self) -> bool {
        self.edit == Edit::Added && !self.has_day && self.can_be_dated()
    }

    /// Returns whether the entry has a field for the day on which it became known.
    fn can_be_dated(&self) -> bool {
        if !matches!(self.record, RecordAt::Project(_)) {
            return true;
        }
        let submitted = field!(Contract.submitted);
        position(self.entry).is_some_and(|(declared, at)| {
            let is_one = at.is_some() || matches!(declared.shape, Shape::Record(_));
            let kind = declared.record().filter(|_| is_one);
            kind.is_some_and(|kind| kind.fields.contains(submitted))
        })
    }

    /// Returns the line that says the same honestly, with its file; `None` where that depends on what
    /// only the clerk knows.
    pub(crate) fn line(&self, book: &Book) -> Option<String> {
        let project = match self.record {
            RecordAt::Project(at) => Some(book.projects[at].record.as_ref()),
            _ => None,
        };
        let (_, path) = self.file(book)?;
        let entry = name(self.entry);
        let line = match &self.edit {
            Edit::Added if self.is_undated() => {
                format!("“{entry}”没有写哪天报来，补上 {REPORTED}")
            }
            Edit::Added if !self.has_day => return None,
            Edit::Added => format!("“{entry}”的报送早于印发，照实写 {REPORTED}"),
            Edit::Credited(scopes) => {
                let (key, now) = credited(book, project?, scopes)?;
                let changes = field!(Project.changes).key;
                format!(
                    "“{key}”改回原来的，另写 {changes}: [{{自: <从哪天起>, {REPORTED}, {key}: {now}, {WHY}}}]（一直如此、首报写错的，不写“自”）"
                )
            }
            Edit::Classed => {
                project?;
                let changes = field!(Project.changes).key;
                format!(
                    "挑选它用的那一项（类别、产业链、标签等）改回原来的，另写 {changes}: [{{{REPORTED}, <那一项>: <现在的>, {WHY}}}]"
                )
            }
            Edit::Amount(by) => amount(self.entry, project?, *by)?,
            Edit::Dated => dated(self.entry, project?)?,
        };
        Some(format!("{path}：{line}"))
    }
}

impl ReleasedEdition<'_> {
    /// The lines that say honestly that targets of units were changed.
    pub(crate) fn target_lines<'b>(
        &'b self,
        book: &'b Book,
    ) -> impl Iterator<Item = String> + 'b {
        let end = self.release.record.period.end();
        self.moved.iter().filter_map(move |moved| {
            let FigureId::Indicator(id, scope @ (Scope::Unit(_) | Scope::UnitInSector(..))) =
                &moved.figure.id
            else {
                return None;
            };
            let mut parts = moved.parts.iter();
            let set = parts.find(|part| part.part == FrozenPart::Target)?;
            let plan = book.plans.iter().find(|plan| {
                let mut indicators = plan.record.indicators.iter();
                plan.record.span.contains(end) && indicators.any(|one| one.id == *id)
            })?;
            let row = match scope {
                Scope::UnitInSector(unit, sector) => {
                    let unit = book.scope_name(&Scope::Unit(unit.clone()));
                    let sector = book.scope_name(&Scope::Sector(sector.clone()));
                    format!("{unit}@{sector}")
                }
                one => book.scope_name(one),
            };
            let now = set.new.as_ref().map_or(String::new(), |now| {
                format!("{now}{}", moved.figure.unit)
            });
            Some(format!(
                "{}：{}的目标改回原来的，在目标表里写 {}: [{{{}: {row}, {}: {}, {}: {now}, {}: <从哪天起>, {}: <条款>}}]",
                plan.path,
                moved.figure.title(),
                field!(TargetTable.adjustments).key,
                field!(TargetAdjustment.row).key,
                field!(TargetAdjustment.indicator).key,
                moved.figure.name,
                field!(TargetAdjustment.value).key,
                field!(TargetAdjustment.from).key,
                field!(TargetAdjustment.clause).key,
            ))
        })
    }
}

/// What an entry is called: `到位资金`, of a list with its number.
fn name(entry: Entry) -> String {
    let mut steps = entry.steps();
    let name = match steps.next() {
        Some(Step::Field(field)) => field.key.to_string(),
        _ => String::new(),
    };
    match steps.next() {
        Some(Step::Index(at)) => format!("{name}第{}条", at + 1),
        _ => name,
    }
}

/// The list or field of an entry, and its number in the list.
fn position(entry: Entry) -> Option<(&'static Field, Option<usize>)> {
    let mut steps = entry.steps();
    let Some(Step::Field(field)) = steps.next() else { return None };
    let at = match steps.next() {
        Some(Step::Index(at)) => Some(at),
        _ => None,
    };
    Some((field, at))
}

/// The attribute by which a project came to be credited to some scopes, with its value now.
fn credited<'a>(
    book: &Book,
    project: &'a Project,
    scopes: &BTreeSet<Scope>,
) -> Option<(&'static str, &'a str)> {
    let has = |test: fn(&Scope) -> bool| scopes.iter().any(test);
    let is_of_unit = |scope: &Scope| {
        matches!(scope, Scope::Unit(_) | Scope::UnitInSector(..) | Scope::Other)
    };
    let unit = book.unit(&project.unit)?.id.as_str();
    let is_responsible = scopes.iter().any(|scope| match scope {
        Scope::Unit(id) | Scope::UnitInSector(id, _) => id == unit,
        Scope::Other => true,
        _ => false,
    });
    Some(if is_responsible {
        (field!(Project.unit).key.as_str(), project.unit.as_str())
    } else if has(is_of_unit) {
        (field!(Project.site).key.as_str(), project.site.as_ref()?.as_str())
    } else if has(|scope| matches!(scope, Scope::Sector(_))) {
        (field!(Project.sector).key.as_str(), project.sector.as_ref()?.as_str())
    } else if has(|scope| matches!(scope, Scope::Chain(_))) {
        (field!(Project.chain).key.as_str(), project.chain.as_ref()?.as_str())
    } else if has(|scope| matches!(scope, Scope::Leader(_))) {
        (field!(Project.leader).key.as_str(), project.leader.as_ref()?.as_str())
    } else {
        return None;
    })
}

/// How an amount that was put right says so.
fn amount(entry: Entry, project: &Project, by: Decimal) -> Option<String> {
    let (declared, at) = position(entry)?;
    let corrected = |key: &Field, now: String| {
        let corrections = field!(Contract.corrections).key;
        let (name, key) = (name(entry), key.key);
        format!(
            "{name}的{key}改回原来的，在这一条里写 {corrections}: [{{{REPORTED}, {key}: {now}, {WHY}}}]"
        )
    };
    if declared == field!(Project.contracts) {
        let contract = project.contracts.get(at?)?;
        return Some(corrected(field!(Contract.amount), contract.amount.to_string()));
    }
    if declared == field!(Project.filing) {
        let filed = project.filing.as_ref()?.amount?;
        return Some(corrected(field!(Filing.amount), filed.to_string()));
    }
    if declared == field!(Project.funds) {
        let entry_now = project.funds.get(at?)?;
        let difference = Quantity::of_base(by, entry_now.amount.0.unit);
        let month = field!(FundsEntry.month).key;
        return Some(format!(
            "{}改回原来的，另加一条 {{{month}: {}, {}: {difference}, {}: <更正的日期>, {}: <为什么>}}",
            name(entry),
            entry_now.month,
            field!(FundsEntry.amount).key,
            field!(FundsEntry.corrected).key,
            field!(FundsEntry.note).key,
        ));
    }
    let attributes = [
        (field!(Project.output), project.output.map(|now| now.to_string())),
        (field!(Project.land), project.land.map(|now| now.to_string())),
        (field!(Project.tax), project.tax.map(|now| now.to_string())),
        (field!(Project.energy), project.energy.map(|now| now.to_string())),
    ];
    let attribute = attributes.into_iter().find(|(field, _)| *field == declared);
    let (key, now) = attribute.and_then(|(field, now)| Some((field.key, now?)))?;
    let changes = field!(Project.changes).key;
    Some(format!(
        "{key}改回原来的，另写 {changes}: [{{{REPORTED}, {key}: {now}, {WHY}}}]"
    ))
}

/// How a day that was put right says so.
fn dated(entry: Entry, project: &Project) -> Option<String> {
    let (declared, at) = position(entry)?;
    let stages = [
        (field!(Project.lead), &project.lead),
        (field!(Project.talks), &project.talks),
        (field!(Project.intent), &project.intent),
        (field!(Project.landed), &project.landed),
        (field!(Project.started), &project.started),
        (field!(Project.producing), &project.producing),
        (field!(Project.capacity), &project.capacity),
    ];
    let stage = stages.into_iter().find(|(field, _)| *field == declared);
    let (key, now) = if declared == field!(Project.contracts) {
        (field!(Contract.signed).key, project.contracts.get(at?)?.signed)
    } else if declared == field!(Project.filing) {
        (field!(Filing.date).key, project.filing.as_ref()?.date)
    } else {
        (field!(StageEntry.date).key, stage?.1.as_ref()?.date)
    };
    let corrections = field!(StageEntry.corrections).key;
    Some(format!(
        "{}的{key}改回原来的，在这一条里写 {corrections}: [{{{REPORTED}, {key}: {now}, {WHY}}}]",
        name(entry)
    ))
}
