//! A book: all records of one jurisdiction, and how to look a name up.

mod credit_check;
pub mod current;
mod names;
pub mod redacted;
mod revised;
pub mod scope;
mod scope_name;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::book::names::Names;
use crate::model::book::revised::Revised;
use crate::model::dictionary::written::Span;
use crate::model::edition::Edition;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::task::Task;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{
    BookCard, Chain, Group, Leader, Region, Registry, Sector, SigningEvent, Unit,
};
use crate::model::record::reported::ReportedFile;
use crate::model::value::period::Period;
use crate::model::value::reference::{ChainRef, GroupRef, SectorRef, UnitRef};

/// Number of a file among those that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A record with the file it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Filed<T> {
    /// File.
    pub file: FileId,
    /// Path of the file inside the book's folder.
    pub path: String,
    /// Record.
    pub record: T,
}

/// The name of a file without its folders and its ending, which tells what is in it.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A reference or a clause as it stands in a file whose record is not walked field by field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Id of the word's shape, such as `unit-ref`.
    pub shape: &'static str,
    /// As written.
    pub text: String,
    /// File.
    pub file: FileId,
    /// Place in the file.
    pub span: Span,
}

/// All records of one jurisdiction.
#[derive(Clone, Debug)]
pub struct Book {
    /// Id: the name of its folder.
    pub id: String,
    /// What the book is.
    pub card: Filed<BookCard>,
    /// Names.
    pub registry: Filed<Registry>,
    /// Plans, in the order of the card.
    pub plans: Vec<Filed<Plan>>,
    /// Projects, by path; two states of a book share those that are the same.
    pub projects: Vec<Filed<Arc<Project>>>,
    /// Activities, by path.
    pub activities: Vec<Filed<Activity>>,
    /// Reported and quoted totals, by path.
    pub reported: Vec<Filed<ReportedFile>>,
    /// Marks, lapses and disqualifications, by path.
    pub marks: Vec<Filed<MarksFile>>,
    /// Editions, by path.
    pub editions: Vec<Filed<Edition>>,
    /// Releases, by path.
    pub releases: Vec<Filed<Release>>,
    /// Revisions, by path.
    pub revisions: Vec<Filed<RevisionFile>>,
    /// References and clauses in the registry, the plans, and files that could not be read whole.
    pub mentions: Vec<Mention>,
    /// Paths inside the book's folder of files that could not be read whole.
    pub failed: Vec<String>,
    names: Names,
    pub(super) revised: Revised,
}

/// The records a book is made of.
#[derive(Clone, Debug)]
pub struct BookParts {
    /// What the book is.
    pub card: Filed<BookCard>,
    /// Names.
    pub registry: Filed<Registry>,
    /// Plans.
    pub plans: Vec<Filed<Plan>>,
    /// Projects.
    pub projects: Vec<Filed<Arc<Project>>>,
    /// Activities.
    pub activities: Vec<Filed<Activity>>,
    /// Reported and quoted totals.
    pub reported: Vec<Filed<ReportedFile>>,
    /// Marks, lapses and disqualifications.
    pub marks: Vec<Filed<MarksFile>>,
    /// Editions.
    pub editions: Vec<Filed<Edition>>,
    /// Releases.
    pub releases: Vec<Filed<Release>>,
    /// Revisions.
    pub revisions: Vec<Filed<RevisionFile>>,
    /// References and clauses of files that are not walked field by field.
    pub mentions: Vec<Mention>,
    /// Paths of files that could not be read whole.
    pub failed: Vec<String>,
}

impl Book {
    /// Puts a book together.
    pub fn new(id: String, parts: BookParts) -> Book {
        let BookParts { card, registry, mut plans, projects, activities, .. } = parts;
        let BookParts { reported, marks, editions, releases, revisions, .. } = parts;
        let BookParts { mentions, failed, .. } = parts;
        let order = |plan: &Filed<Plan>| {
            let named =
                |word: &str| word == plan.record.id.as_str() || word == plan.record.name;
            card.record.plans.iter().position(|reference| named(reference.as_str()))
        };
        plans.sort_by_key(|plan| {
            (order(plan).unwrap_or(usize::MAX), plan.record.id.clone())
        });
        let names = Names::of(&registry.record);
        let revised = Revised::of(&revisions);
        Book {
            id,
            card,
            registry,
            plans,
            projects,
            activities,
            reported,
            marks,
            editions,
            releases,
            revisions,
            mentions,
            failed,
            names,
            revised,
        }
    }

    /// Whether a file whose path starts so could not be read whole.
    pub fn lacks(&self, start: &str) -> bool {
        self.failed.iter().any(|path| path.starts_with(start))
    }

    /// The unit that a reference names.
    pub fn unit(&self, reference: &UnitRef) -> Option<&Unit> {
        self.unit_called(reference.as_str())
    }

    /// The unit with a name, alias or id.
    pub fn unit_called(&self, word: &str) -> Option<&Unit> {
        self.names.units.get(word).map(|at| &self.registry.record.units[*at])
    }

    /// The sector that a reference names.
    pub fn sector(&self, reference: &SectorRef) -> Option<&Sector> {
        self.sector_called(reference.as_str())
    }

    /// The sector with a name, alias or id.
    pub fn sector_called(&self, word: &str) -> Option<&Sector> {
        self.names.sectors.get(word).map(|at| &self.registry.record.sectors[*at])
    }

    /// The industrial chain that a reference names.
    pub fn chain(&self, reference: &ChainRef) -> Option<&Chain> {
        self.chain_called(reference.as_str())
    }

    /// The leader with a name or id.
    pub fn leader_called(&self, word: &str) -> Option<&Leader> {
        self.names.leaders.get(word).map(|at| &self.registry.record.leaders[*at])
    }

    /// The task with an id or a name, of any plan.
    pub fn task_called(&self, word: &str) -> Option<&Task> {
        let tasks = self.plans.iter().flat_map(|plan| &plan.record.tasks);
        tasks.into_iter().find(|task| task.id.as_str() == word || task.name == word)
    }

    /// The industrial chain with a name, alias or id.
    pub fn chain_called(&self, word: &str) -> Option<&Chain> {
        self.names.chains.get(word).map(|at| &self.registry.record.chains[*at])
    }

    /// The region with a name, alias or id.
    pub fn region_called(&self, word: &str) -> Option<&Region> {
        let mut regions = self.registry.record.regions.iter();
        regions.find(|one| {
            one.id.as_str() == word
                || one.name == word
                || one.aliases.iter().any(|alias| alias == word)
        })
    }

    /// The event with a name, alias or id.
    pub fn event_called(&self, word: &str) -> Option<&SigningEvent> {
        let mut events = self.registry.record.events.iter();
        events.find(|one| {
            one.id.as_str() == word
                || one.name == word
                || one.aliases.iter().any(|alias| alias == word)
        })
    }

    /// The group that a reference names.
    pub fn group(&self, reference: &GroupRef) -> Option<&Group> {
        self.group_called(reference.as_str())
    }

    /// The group with a name, alias or id.
    pub fn group_called(&self, word: &str) -> Option<&Group> {
        self.names.groups.get(word).map(|at| &self.registry.record.groups[*at])
    }

    /// An indicator by name, alias or id, with its plan.
    pub fn indicator(&self, word: &str) -> Option<(&Plan, &Indicator)> {
        self.plans.iter().map(|plan| &plan.record).find_map(|plan| {
            let found =
                plan.indicators.iter().find(|indicator| indicator.is_called(word))?;
            Some((plan, found))
        })
    }

    /// The release of a period.
    pub fn release(&self, period: &Period) -> Option<&Filed<Release>> {
        self.releases.iter().find(|release| release.record.period == *period)
    }

    /// The edition of a period.
    pub fn edition(&self, period: &Period) -> Option<&Filed<Edition>> {
        self.editions.iter().find(|edition| edition.record.card.period == *period)
    }

    /// The end of the newest edition or release, until which a build counts facts.
    pub fn counted_until(&self) -> Option<NaiveDate> {
        let editions =
            self.editions.iter().map(|edition| edition.record.card.period.end());
        let releases = self.releases.iter().map(|release| release.record.period.end());
        editions.chain(releases).max()
    }
}
