//! The projects that were known at a sheet: all of them, those of each unit, those newly signed.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::record::project::{ContractKind, Project};
use crate::model::value::word::Id;
use crate::report::pages::project::as_of::Horizon;
use crate::sheet::Sheet;

/// A project with its position in the book.
pub type PlacedProject<'a> = (usize, &'a Project);

/// The projects of which a contract or a stage was known at a sheet.
pub struct KnownProjects<'a> {
    /// Those that are signed by first signing, then those that are not.
    pub all: Vec<PlacedProject<'a>>,
    /// Those that each unit leads or shares in.
    pub by_unit: BTreeMap<&'a Id, Vec<PlacedProject<'a>>>,
}

impl<'a> KnownProjects<'a> {
    /// The projects that were known at a sheet.
    pub fn of(sheet: &Sheet<'a>) -> KnownProjects<'a> {
        let horizon = Horizon::of(sheet);
        let is_known = |placed: &PlacedProject| {
            !horizon.contracts(*placed).is_empty() || !horizon.stages(*placed).is_empty()
        };
        let all = by_signing(&horizon, placed(sheet).filter(is_known));
        let mut by_unit: BTreeMap<&Id, Vec<PlacedProject>> = BTreeMap::new();
        for placed in &all {
            for unit in units(sheet, &horizon, placed.1) {
                by_unit.entry(unit).or_default().push(*placed);
            }
        }
        KnownProjects { all, by_unit }
    }
}

/// The projects of a book, as they were then and as they are shown.
fn placed<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = PlacedProject<'a>> + use<'a> {
    let (book, sheet) = (sheet.book(), *sheet);
    (0..book.projects.len()).map(move |at| (at, sheet.project(at)))
}

/// Some projects by their first signing; those that are not signed come last.
fn by_signing<'a>(
    horizon: &Horizon,
    projects: impl Iterator<Item = PlacedProject<'a>>,
) -> Vec<PlacedProject<'a>> {
    let mut projects: Vec<PlacedProject> = projects.collect();
    projects.sort_by_cached_key(|placed| {
        let contracts = horizon.contracts(*placed);
        let first = contracts.first().map(|(_, contract)| contract.signed);
        (first.is_none(), first, &placed.1.id)
    });
    projects
}

/// The units that lead a project, or share in it once that was reported; those that went on in another
/// no more.
fn units<'a>(
    sheet: &Sheet<'a>,
    horizon: &Horizon,
    project: &'a Project,
) -> BTreeSet<&'a Id> {
    let is_joint = horizon.known(project.shares_reported).is_some();
    let shares = project.shares.iter().filter(|_| is_joint).map(|share| &share.unit);
    let units = [&project.unit].into_iter().chain(shares);
    let register = sheet.register();
    units.filter_map(|unit| Some(&register.answering(register.unit(unit)?).id)).collect()
}

/// The projects whose first formal contract became known between two sheets, by first signing;
/// letters of intent, talks and leads are no signing.
pub(crate) fn newly_signed<'a>(
    before: &Sheet<'a>,
    after: &Sheet<'a>,
) -> Vec<PlacedProject<'a>> {
    let [before, now] = [before, after].map(Horizon::of);
    let is_signed = |horizon: &Horizon, placed: &PlacedProject| {
        let contracts = horizon.contracts(*placed);
        contracts.iter().any(|(_, contract)| contract.kind == ContractKind::Formal)
    };
    let is_new =
        |placed: &PlacedProject| is_signed(&now, placed) && !is_signed(&before, placed);
    by_signing(&now, placed(after).filter(is_new))
}
