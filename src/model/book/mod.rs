//! A book: all records of one jurisdiction, with lookups by name.

mod credit_check;
pub mod current;
pub mod figure_id;
pub mod filed;
mod index;
pub mod many;
pub mod records;
pub mod redacted;
pub mod registered;
pub mod scope;
mod versions;

use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;

pub use crate::model::book::filed::{FileId, Filed, Mention, stem};
use crate::model::book::index::called::Called;
use crate::model::book::index::names::Names;
use crate::model::book::index::revised::Revised;
use crate::model::book::index::rolls::Rolls;
use crate::model::book::records::Records;
use crate::model::book::redacted::hide_totals;
use crate::model::book::versions::Versions;
use crate::model::dictionary::Level;
use crate::model::edition::Edition;
use crate::model::edition::revision::{DisclosedFigure, DisclosedSentence};
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::task::Task;
use crate::model::record::activity::{self, Activity};
use crate::model::record::project::{self, Project};
use crate::model::record::registry::{
    Chain, Group, Leader, Region, Sector, SigningEvent,
};
use crate::model::record::version::Version;
use crate::model::value::period::Period;
use crate::model::value::reference::{ChainRef, GroupRef, SectorRef};

/// All records of one jurisdiction. They can be read as fields of the book, by `Deref`.
///
/// The records never change once the book is built, since its indexes are made from them.
#[derive(Clone, Debug)]
pub struct Book {
    /// Id: the name of its folder.
    pub id: String,
    /// References and clauses in files that could not be read completely.
    pub mentions: Vec<Mention>,
    /// Paths, inside the book's folder, of files that could not be read completely.
    pub failed: Vec<String>,
    /// Whether files were laid over it, so that nothing that it gives is a result.
    pub is_supposed: bool,
    records: Records,
    names: Names,
    revised: Revised,
    project_versions: Versions<Project>,
    activity_versions: Versions<Activity>,
    rolls: Rolls,
    project_ids: Called,
    project_names: Called,
    activity_ids: Called,
    /// The checks of investors' credit, by investor.
    credit_checks: Called,
}

impl Deref for Book {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Book {
    /// Builds a book from its records.
    pub fn new(id: String, mut records: Records) -> Book {
        let card = Arc::clone(&records.card.record);
        let order = |plan: &Filed<Plan>| {
            let (id, name) = (plan.record.id.as_str(), plan.record.name.as_str());
            card.plans.iter().position(|word| [id, name].contains(&word.as_str()))
        };
        records.plans.as_mut_slice().sort_by_key(|plan| {
            (order(plan).unwrap_or(usize::MAX), plan.record.id.clone())
        });
        let names = Names::of(&records.registry.record);
        let rolls = Rolls::of(&records.registry.record);
        let revised = Revised::of(&records.revisions);
        let project_versions =
            Versions::of(&records.projects, project::version::versions);
        let activity_versions = Versions::of(&records.activities, activity::versions);
        let (mentions, failed) = (Vec::new(), Vec::new());
        Book {
            id,
            mentions,
            failed,
            is_supposed: false,
            records,
            names,
            revised,
            project_versions,
            activity_versions,
            rolls,
            project_ids: Called::default(),
            project_names: Called::default(),
            activity_ids: Called::default(),
            credit_checks: Called::default(),
        }
    }

    /// Returns the book as a level may see it. Projects, activities and totals keep their positions
    /// or are all removed; the public gets no path of a file.
    pub fn redacted_for(&self, level: Level) -> Book {
        let mut records = self.records.redacted_for(level);
        if level == Level::Public {
            for release in records.releases.as_mut_slice() {
                let withdrawals = self.withdrawals(&release.record.period);
                if !withdrawals.is_empty() {
                    Arc::make_mut(&mut release.record).withdraw(withdrawals);
                }
            }
        }
        let documents = self.documents.iter();
        let documents = documents.filter(|one| self.may_see_issued(one, level)).cloned();
        records.documents = documents.collect();
        hide_totals(records.reported.as_mut_slice(), level);
        for file in records.revisions.as_mut_slice() {
            let Ok(period) = stem(&file.path).parse() else { continue };
            let mut releases = records.releases.iter().map(|filed| &filed.record);
            let release = releases.find(|release| release.period == period);
            let was_given = |changed: &DisclosedFigure| {
                release.is_some_and(|release| {
                    release.gave(&changed.figure, &changed.part, level)
                })
            };
            let read_by = self.edition(&period).map(|edition| edition.record.read_by());
            let was_read = |sentence: &DisclosedSentence| {
                sentence.level.or(read_by).unwrap_or(Level::Internal) <= level
            };
            Arc::make_mut(&mut file.record).retain(was_given, was_read);
        }
        let project_versions = self.project_versions.redacted_for(level);
        let activity_versions = self.activity_versions.redacted_for(level);
        let book = Book::new(self.id.clone(), records);
        Book {
            is_supposed: self.is_supposed,
            project_versions,
            activity_versions,
            ..book
        }
    }

    /// Returns whether a file whose path has this prefix could not be read completely.
    pub fn lacks(&self, start: &str) -> bool {
        self.failed.iter().any(|path| path.starts_with(start))
    }

    /// Returns the project with an id.
    pub fn project(&self, id: &str) -> Option<&Filed<Project>> {
        Some(&self.projects[self.project_position(id)?])
    }

    /// Returns the position of the project with an id.
    pub fn project_position(&self, id: &str) -> Option<usize> {
        self.project_ids.positions(&self.projects, id, project_id).next()
    }

    /// Returns the project with an id or a name; the first where several have it.
    pub fn project_called(&self, word: &str) -> Option<&Filed<Project>> {
        let ids = self.project_ids.positions(&self.projects, word, project_id);
        let names =
            self.project_names.positions(&self.projects, word, |one| Some(&one.name));
        Some(&self.projects[ids.chain(names).min()?])
    }

    /// Returns the versions of the project at a position; none if it never changed.
    pub fn project_versions(&self, at: usize) -> &[Version<Project>] {
        self.project_versions.of_record(at)
    }

    /// Returns the versions of the activity at a position; none if it was never corrected.
    pub fn activity_versions(&self, at: usize) -> &[Version<Activity>] {
        self.activity_versions.of_record(at)
    }

    /// Returns the project at a position as it was on a day, as was known on another.
    pub fn project_as_of(&self, at: usize, day: NaiveDate, known: NaiveDate) -> &Project {
        let then = self.project_versions.as_of(at, day, known);
        then.unwrap_or_else(|| &self.projects[at].record)
    }

    /// Returns the activity with an id.
    pub fn activity(&self, id: &str) -> Option<&Filed<Activity>> {
        Some(&self.activities[self.activity_position(id)?])
    }

    /// Returns the position of the activity with an id.
    pub fn activity_position(&self, id: &str) -> Option<usize> {
        let ids = &self.activity_ids;
        ids.positions(&self.activities, id, |one| Some(one.id.as_str())).next()
    }

    /// Returns the sector that a reference names.
    pub fn sector(&self, reference: &SectorRef) -> Option<&Sector> {
        self.sector_called(reference.as_str())
    }

    /// Returns the sector with a name, alias or id.
    pub fn sector_called(&self, word: &str) -> Option<&Sector> {
        self.names.sectors.get(word).map(|at| &self.registry.record.sectors[*at])
    }

    /// Returns the industrial chain that a reference names.
    pub fn chain(&self, reference: &ChainRef) -> Option<&Chain> {
        self.chain_called(reference.as_str())
    }

    /// Returns the leader with a name or id.
    pub fn leader_called(&self, word: &str) -> Option<&Leader> {
        self.names.leaders.get(word).map(|at| &self.registry.record.leaders[*at])
    }

    /// Returns the task with an id or a name, in any plan.
    pub fn task_called(&self, word: &str) -> Option<&Task> {
        let tasks = self.plans.iter().flat_map(|plan| &plan.record.tasks);
        tasks.into_iter().find(|task| task.id.as_str() == word || task.name == word)
    }

    /// Returns the industrial chain with a name, alias or id.
    pub fn chain_called(&self, word: &str) -> Option<&Chain> {
        self.names.chains.get(word).map(|at| &self.registry.record.chains[*at])
    }

    /// Returns the region with a name, alias or id.
    pub fn region_called(&self, word: &str) -> Option<&Region> {
        let mut regions = self.registry.record.regions.iter();
        regions.find(|region| {
            region.id.as_str() == word
                || region.name == word
                || region.aliases.iter().any(|alias| alias == word)
        })
    }

    /// Returns the event with a name, alias or id.
    pub fn event_called(&self, word: &str) -> Option<&SigningEvent> {
        let mut events = self.registry.record.events.iter();
        events.find(|event| {
            event.id.as_str() == word
                || event.name == word
                || event.aliases.iter().any(|alias| alias == word)
        })
    }

    /// Returns the group that a reference names.
    pub fn group(&self, reference: &GroupRef) -> Option<&Group> {
        self.group_called(reference.as_str())
    }

    /// Returns the group with a name, alias or id.
    pub fn group_called(&self, word: &str) -> Option<&Group> {
        self.names.groups.get(word).map(|at| &self.registry.record.groups[*at])
    }

    /// Returns the indicator with a name, alias or id, together with its plan.
    pub fn indicator(&self, word: &str) -> Option<(&Plan, &Indicator)> {
        self.plans.iter().map(|plan| plan.record.as_ref()).find_map(|plan: &Plan| {
            let mut indicators = plan.indicators.iter();
            Some((plan, indicators.find(|indicator| indicator.is_called(word))?))
        })
    }

    /// Returns the edition of a period; `None` if there is none.
    pub fn edition(&self, period: &Period) -> Option<&Filed<Edition>> {
        self.editions.iter().find(|edition| edition.record.card.period == *period)
    }

    /// Returns the period of the edition before one, in its series and under its plan.
    pub fn edition_before(&self, period: &Period) -> Option<&Period> {
        let periods = self.editions.iter().map(|edition| &edition.record.card.period);
        let earlier = periods.filter(|other| {
            other.same_series(period)
                && other.end() < period.end()
                && self.is_under_one_plan(other.end(), period.end())
        });
        earlier.max_by_key(|other| other.end())
    }

    /// Returns whether a plan covers both of two days; else nothing of one is like anything of the
    /// other.
    pub fn is_under_one_plan(&self, one: NaiveDate, other: NaiveDate) -> bool {
        let mut spans = self.plans.iter().map(|filed| filed.record.span);
        spans.any(|span| span.contains(one) && span.contains(other))
    }
}

fn project_id(project: &Project) -> Option<&str> {
    Some(project.id.as_str())
}
