//! A project in the course of its life: what it was, from when to when, and since when that is known.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::dictionary::Correctable;
use crate::model::record::project::{Project, ProjectChange};
use crate::model::record::version::{Validity, Version, spans};

/// Returns the versions of a project, in order of knowledge and then of time; none if it never
/// changed, so that the record stands for all days.
pub fn versions(project: &Project) -> Vec<Version<Project>> {
    let news = news(project);
    if news.is_empty() && !is_partly_withdrawn(project) {
        return Vec::new();
    }
    let mut versions = Vec::new();
    for known in spans(&news) {
        let day = known.from.unwrap_or(NaiveDate::MIN);
        let since: BTreeSet<NaiveDate> =
            heard(project, day).filter_map(|change| change.since).collect();
        versions.extend(spans(&since).into_iter().map(|days| {
            let record = Arc::new(as_of(project, days.from, day));
            Version { record, validity: Validity { days, known } }
        }));
    }
    versions
}

/// Returns the days on which something else became known of a project.
fn news(project: &Project) -> BTreeSet<NaiveDate> {
    let mut days: BTreeSet<NaiveDate> =
        project.changes.iter().map(|change| change.submitted).collect();
    days.extend(project.contracts.iter().flat_map(Correctable::correction_days));
    days.extend(project.permits.iter().flat_map(Correctable::correction_days));
    days.extend(project.year_plans.iter().flat_map(Correctable::correction_days));
    days.extend(project.stages().flat_map(Correctable::correction_days));
    days.extend(project.filing.iter().flat_map(Correctable::correction_days));
    days.extend(project.stopped.iter().flat_map(Correctable::correction_days));
    days.extend(project.relocation.iter().flat_map(Correctable::correction_days));
    days
}

fn is_partly_withdrawn(project: &Project) -> bool {
    project.stages().any(Correctable::is_withdrawn)
        || project.filing.as_ref().is_some_and(Correctable::is_withdrawn)
        || project.stopped.as_ref().is_some_and(Correctable::is_withdrawn)
        || project.relocation.as_ref().is_some_and(Correctable::is_withdrawn)
}

/// Returns the changes that were known on a day.
fn heard(project: &Project, day: NaiveDate) -> impl Iterator<Item = &ProjectChange> {
    project.changes.iter().filter(move |change| change.submitted <= day)
}

/// Returns a project as it was on a day, as was known on a day; `None` is before all changes.
fn as_of(project: &Project, day: Option<NaiveDate>, known: NaiveDate) -> Project {
    let mut changes: Vec<&ProjectChange> =
        heard(project, known).filter(|change| change.since <= day).collect();
    // What puts the first value right has no day, and so comes first.
    changes.sort_by_key(|change| (change.since, change.submitted));
    let mut then = project.clone();
    for change in changes {
        then.take_over(change);
        if change.shares.0.is_some() && change.shares_reported.0.is_none() {
            then.shares_reported = Some(change.submitted);
        }
    }
    for contract in &mut then.contracts {
        *contract = contract.known_on(known);
    }
    for permit in &mut then.permits {
        *permit = permit.known_on(known);
    }
    for plan in &mut then.year_plans {
        *plan = plan.known_on(known);
    }
    for stage in then.stages_mut() {
        valid_on(stage, known);
    }
    valid_on(&mut then.filing, known);
    valid_on(&mut then.stopped, known);
    valid_on(&mut then.relocation, known);
    then
}

/// Puts in what was known of an entry on a day; one that was withdrawn by then is not there.
fn valid_on<T: Correctable>(entry: &mut Option<T>, known: NaiveDate) {
    let then = entry.as_ref().map(|entry| entry.known_on(known));
    *entry = then.filter(|entry| !entry.is_withdrawn());
}
