//! `below/<账本>/<期>.withdrawn.json`: releases that a book below took back, as that book keeps them.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::below::release::{BelowRelease, File as Release, broken};
use crate::model::dictionary::{Fault, Level, Word};
use crate::model::edition::release::read::problem;
use crate::model::edition::release::unreleased::SCHEMA;

/// Releases of one period that a book below took back, oldest first; at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowWithdrawn {
    /// SHA-256 of the file, whichever ends its lines have.
    pub digest: String,
    /// The releases.
    pub releases: Vec<BelowTakenBack>,
}

/// A release that a book below took back.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowTakenBack {
    /// Day on which it was taken back.
    pub date: NaiveDate,
    /// Why; empty for who may not know it.
    pub reason: String,
    /// The release, as it was.
    pub release: BelowRelease,
}

/// The file, as far as it is read.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    schema: Cow<'a, str>,
    #[serde(borrow)]
    withdrawals: Vec<Entry<'a>>,
}

/// A release that was taken back, as far as it is read.
#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    date: Cow<'a, str>,
    reason: String,
    #[serde(borrow)]
    release: Release<'a>,
}

impl BelowWithdrawn {
    /// Reads the text of a file with a digest; the error says what is wrong with it.
    pub fn read(text: &str, digest: String) -> Result<BelowWithdrawn, Fault> {
        BelowWithdrawn::of(text, digest).map_err(|problem| broken(&problem))
    }

    fn of(text: &str, digest: String) -> Result<BelowWithdrawn, String> {
        let File { schema, withdrawals } = serde_json::from_str(text).map_err(problem)?;
        if schema != SCHEMA {
            return Err(format!("是“{schema}”格式，这个版本的程序只认“{SCHEMA}”"));
        }
        let taken_back = |entry: Entry| {
            let date = NaiveDate::parse(&entry.date).map_err(|error| error.problem)?;
            let release = BelowRelease::of(entry.release, digest.clone())?;
            Ok(BelowTakenBack { date, reason: entry.reason, release })
        };
        let releases = withdrawals.into_iter().map(taken_back);
        let releases: Vec<BelowTakenBack> = releases.collect::<Result<_, String>>()?;
        let Some(first) = releases.first() else {
            return Err("里没有撤回的发布".to_owned());
        };
        let is_other = |one: &BelowTakenBack| {
            let (own, other) = (&first.release, &one.release);
            (&own.book, &own.period) != (&other.book, &other.period)
        };
        if releases.iter().any(is_other) {
            return Err("里有另一个账本或另一期的发布".to_owned());
        }
        Ok(BelowWithdrawn { digest, releases })
    }

    /// Returns the releases that came since an earlier state of the file; `None` if that held others.
    pub fn since(&self, earlier: Option<&BelowWithdrawn>) -> Option<&[BelowTakenBack]> {
        let earlier = earlier.map_or(&[][..], |earlier| &earlier.releases);
        let (known, new) = self.releases.split_at_checked(earlier.len())?;
        let is_known = |(own, old): (&BelowTakenBack, &BelowTakenBack)| {
            (own.date, &own.reason) == (old.date, &old.reason)
                && own.release.is_same(&old.release)
        };
        known.iter().zip(earlier).all(is_known).then_some(new)
    }

    /// Returns the file as a level may see it; why a release was taken back is not for the public.
    pub fn redacted_for(&self, level: Level) -> BelowWithdrawn {
        let mut seen = self.clone();
        for one in &mut seen.releases {
            one.release = one.release.redacted_for(level);
            if level < Level::Internal {
                one.reason.clear();
            }
        }
        if level < Level::Internal {
            seen.digest.clear();
        }
        seen
    }
}
