//! The stages of a project with their dates and places, for the rules that compare dates.

use chrono::NaiveDate;

use crate::model::book::Filed;
use crate::model::dictionary::{Step, field, route};
use crate::model::plan::stage::Stage;
use crate::model::record::project::Project;

/// Returns the stages that a project reached, with dates, in the order in which they should occur.
pub(super) fn stages(
    project: &Filed<Project>,
) -> Vec<(&'static str, NaiveDate, Vec<Step>)> {
    let record = &project.record;
    let first =
        record.contracts.iter().enumerate().min_by_key(|(_, contract)| contract.signed);
    let signed = first.map(|(index, contract)| {
        (Stage::Signed.label(), contract.signed, route!(Project.contracts[index].signed))
    });
    let later = [
        (Stage::Started, &record.started, route!(Project.started.date)),
        (Stage::Producing, &record.producing, route!(Project.producing.date)),
        (Stage::Capacity, &record.capacity, route!(Project.capacity.date)),
    ];
    let reached = later.into_iter().filter_map(|(stage, entry, route)| {
        Some((stage.label(), entry.as_ref()?.date, route))
    });
    let stopped = record.stopped.as_ref().map(|stopped| {
        (field!(Project.stopped).key.as_str(), stopped.date, route!(Project.stopped.date))
    });
    signed.into_iter().chain(reached).chain(stopped).collect()
}
