//! That an entry was withdrawn, in words: since when that is known, and why.

use crate::figures::audience::Audience;
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::model::book::redacted::PATHS;
use crate::model::dictionary::{Correctable, Step, field};
use crate::model::record::project::Project;
use crate::words::date;

/// What is said where nobody says since when.
const WITHDRAWN: &str = "已作废";

/// Returns that the entry of a fact was withdrawn, as far as an audience may know.
pub(super) fn withdrawn(audience: &Audience, fact: &Fact) -> String {
    let told = told(audience, fact).filter(|_| audience.level >= PATHS);
    told.unwrap_or_else(|| WITHDRAWN.to_owned())
}

fn told(audience: &Audience, fact: &Fact) -> Option<String> {
    let book = audience.book;
    match fact.record {
        RecordAt::Total(file, at) => words(&book.reported[file].record.totals[at]),
        RecordAt::Project(at) => {
            let project = &book.projects[at].record;
            let mut steps = fact.entry.steps();
            let (list, item) = (steps.next()?, steps.next()?);
            let Step::Index(item) = item else { return None };
            if list == Step::Field(field!(Project.contracts)) {
                words(project.contracts.get(item)?)
            } else if list == Step::Field(field!(Project.year_plans)) {
                words(project.year_plans.get(item)?)
            } else {
                None
            }
        }
        RecordAt::Activity(_) | RecordAt::Duty(..) => None,
    }
}

fn words<T: Correctable>(entry: &T) -> Option<String> {
    let correction = entry.withdrawal()?;
    let day = date::day(T::known_from(correction));
    Some(match T::reason(correction) {
        "" => format!("{day}作废"),
        reason => format!("{day}作废：{reason}"),
    })
}
