//! The stages of a project with their dates and places, for the rules that compare dates.

use chrono::NaiveDate;

use crate::diagnostic::route;
use crate::model::book::Filed;
use crate::model::dictionary::written::Step;
use crate::model::record::project::Project;

/// The stages with their dates, in the order in which they must come.
pub(super) fn stages(
    project: &Filed<Project>,
) -> Vec<(&'static str, NaiveDate, Vec<Step>)> {
    let record = &project.record;
    let first =
        record.contracts.iter().enumerate().min_by_key(|(_, contract)| contract.signed);
    let signed = first.map(|(index, contract)| {
        ("签约", contract.signed, route!["合同", index, "签订"])
    });
    let later = [
        ("开工", &record.started),
        ("投产", &record.producing),
        ("达效", &record.capacity),
    ];
    let later = later.into_iter().filter_map(|(name, stage)| {
        Some((name, stage.as_ref()?.date, route![name, "日期"]))
    });
    let stopped = record.stopped.as_ref();
    let stopped = stopped.map(|stopped| ("终止", stopped.date, route!["终止", "日期"]));
    signed.into_iter().chain(later).chain(stopped).collect()
}
