//! A book: all records of one jurisdiction, and how to look a name up.

mod credit_check;
pub mod current;
pub mod figure_id;
pub mod filed;
mod leaders;
mod names;
pub mod records;
pub mod redacted;
mod revised;
pub mod scope;
mod scope_name;

use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::book::figure_id::FigureId;
pub use crate::model::book::filed::{FileId, Filed, Mention, stem};
use crate::model::book::names::Names;
use crate::model::book::records::Records;
use crate::model::book::revised::Revised;
use crate::model::dictionary::Level;
use crate::model::edition::Edition;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::Release;
use crate::model::edition::revision::{Revision, RevisionFile};
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::task::Task;
use crate::model::record::registry::{
    Chain, Group, Leader, Region, Sector, SigningEvent, Unit,
};
use crate::model::value::period::Period;
use crate::model::value::reference::{ChainRef, GroupRef, SectorRef, UnitRef};

/// All records of one jurisdiction, which it gives to read as its own fields.
///
/// They do not change once a book is put together, since its indexes are made from them.
#[derive(Clone, Debug)]
pub struct Book {
    /// Id: the name of its folder.
    pub id: String,
    /// References and clauses in files that could not be read whole.
    pub mentions: Vec<Mention>,
    /// Paths inside the book's folder of files that could not be read whole.
    pub failed: Vec<String>,
    records: Records,
    names: Names,
    revised: Revised,
}

impl Deref for Book {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Book {
    /// Puts a book together.
    pub fn new(id: String, mut records: Records) -> Book {
        let card = Arc::clone(&records.card.record);
        let order = |plan: &Filed<Plan>| {
            let (id, name) = (plan.record.id.as_str(), plan.record.name.as_str());
            card.plans.iter().position(|word| [id, name].contains(&word.as_str()))
        };
        records.plans.sort_by_key(|plan| {
            (order(plan).unwrap_or(usize::MAX), plan.record.id.clone())
        });
        let names = Names::of(&records.registry.record);
        let revised = Revised::of(&records.revisions);
        let (mentions, failed) = (Vec::new(), Vec::new());
        Book { id, mentions, failed, records, names, revised }
    }

    /// The book as a level may see it; projects, activities, totals keep their positions or
    /// go all together, and the public gets no path of a file.
    pub fn redacted_for(&self, level: Level) -> Book {
        let mut records = self.records.redacted_for(level);
        for file in &mut records.revisions {
            let release = self.release_revised_by(file);
            let was_given = |revision: &Revision| {
                release.is_some_and(|release| {
                    release.gave(&revision.figure, &revision.part, level)
                })
            };
            Arc::make_mut(&mut file.record).revisions.retain(was_given);
        }
        Book::new(self.id.clone(), records)
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
        self.plans.iter().map(|plan| plan.record.as_ref()).find_map(|plan: &Plan| {
            let mut indicators = plan.indicators.iter();
            Some((plan, indicators.find(|indicator| indicator.is_called(word))?))
        })
    }

    /// The release of a period.
    pub fn release(&self, period: &Period) -> Option<&Filed<Release>> {
        self.releases.iter().find(|release| release.record.period == *period)
    }

    /// The release that a file of revisions changes.
    pub fn release_revised_by(&self, file: &Filed<RevisionFile>) -> Option<&Release> {
        let mut releases = self.releases.iter().map(|filed| filed.record.as_ref());
        releases.find(|release| stem(&file.path) == release.period.to_string())
    }

    /// The disclosed changes to a period's released figures, oldest first.
    pub fn revisions(&self, period: &Period) -> &[Revision] {
        let period = period.to_string();
        let file = self.revisions.iter().find(|file| stem(&file.path) == period);
        file.map_or(&[], |file| &file.record.revisions)
    }

    /// Whether a part of a released figure was revised.
    pub fn is_revised(
        &self,
        period: &Period,
        figure: &FigureId,
        part: &FrozenPart,
    ) -> bool {
        self.revised.holds(period, figure, part)
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
