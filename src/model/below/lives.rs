//! From when to when what books below released stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::below::release::BelowRelease;
use crate::model::below::withdrawn::{BelowTakenBack, BelowWithdrawn};
use crate::model::book::filed::{FileId, Filed};
use crate::model::book::many::Many;
use crate::model::value::period::Period;

/// A release of a book below, from the day on which it was issued until it was taken back.
#[derive(Clone, Copy, Debug)]
pub struct BelowLife<'a> {
    /// The file that holds it.
    pub file: FileId,
    /// Path of the file; empty for who may not know it.
    pub path: &'a str,
    /// The release.
    pub release: &'a BelowRelease,
    /// First day on which it stands.
    pub since: NaiveDate,
    /// That it was taken back; `None` if it stands to this day.
    pub taken_back: Option<&'a BelowTakenBack>,
}

impl BelowLife<'_> {
    /// Returns whether it stands on a day.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.since <= day
            && self.taken_back.is_none_or(|taken_back| day < taken_back.date)
    }
}

/// Returns every release of books below. One that follows another of its period stands no sooner than
/// that was taken back, whichever day it says that it was issued on.
pub fn lives<'a>(
    releases: &'a Many<BelowRelease>,
    withdrawn: &'a Many<BelowWithdrawn>,
) -> Vec<BelowLife<'a>> {
    let mut ends: BTreeMap<(&str, &Period), NaiveDate> = BTreeMap::new();
    let mut lives = Vec::new();
    for filed in withdrawn {
        for taken_back in &filed.record.releases {
            let life = life(filed, &taken_back.release, &ends);
            ends.insert(of(life.release), taken_back.date);
            lives.push(BelowLife { taken_back: Some(taken_back), ..life });
        }
    }
    let standing = releases.iter().map(|filed| life(filed, &filed.record, &ends));
    lives.extend(standing);
    lives
}

fn life<'a, T>(
    filed: &'a Filed<T>,
    release: &'a BelowRelease,
    ends: &BTreeMap<(&str, &Period), NaiveDate>,
) -> BelowLife<'a> {
    let before = ends.get(&of(release)).copied();
    let since = before.map_or(release.issued, |end| release.issued.max(end));
    BelowLife { file: filed.file, path: &filed.path, release, since, taken_back: None }
}

/// The book and the period of a release.
fn of(release: &BelowRelease) -> (&str, &Period) {
    (&release.book, &release.period)
}
