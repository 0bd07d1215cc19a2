//! `recognised` of a figure: what superior organs recognised, beside the book's own value.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::edition::release::figure::ReleasedRecognition;
use crate::model::record::reported::Total;
use crate::model::value::period::Period;
use crate::sheet::{IndicatorView, Sheet};

/// What a superior organ recognised of a figure; it is no part of the value.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RecognisedEntry {
    period: Period,
    value: Decimal,
    /// How much more that is than the value as it is printed; below zero where it is less.
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organ: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    demo: bool,
}

/// The totals that were recognised, as an audience gets them.
pub(super) struct Recognised(Vec<(Scope, Total)>);

impl Recognised {
    /// Returns those of a sheet.
    pub(super) fn of(sheet: &Sheet) -> Recognised {
        let totals = sheet.recognised().into_iter();
        Recognised(
            totals.filter_map(|total| Some((sheet.scope_of(&total)?, total))).collect(),
        )
    }

    /// Returns those that are of a figure.
    pub(super) fn beside(
        &self,
        view: &IndicatorView,
        figure: &Figure,
    ) -> Vec<RecognisedEntry> {
        let own = self.0.iter().filter(|(scope, total)| {
            *scope == figure.scope && view.indicator().is_called(total.indicator.as_str())
        });
        own.filter_map(|(_, total)| RecognisedEntry::of(view, figure, total)).collect()
    }
}

impl RecognisedEntry {
    fn of(
        view: &IndicatorView,
        figure: &Figure,
        total: &Total,
    ) -> Option<RecognisedEntry> {
        let beside = view.beside(figure, total)?;
        Some(RecognisedEntry {
            period: total.period.clone(),
            value: beside.value,
            difference: beside.difference.map(|difference| difference.normalize()),
            organ: total.organ.clone(),
            date: total.recognised.map(|day| day.to_string()),
            paper: total.paper.clone(),
            cause: total.cause.clone(),
            demo: total.demo.is_some_and(|flag| flag.0),
        })
    }
}

impl From<RecognisedEntry> for ReleasedRecognition {
    fn from(entry: RecognisedEntry) -> ReleasedRecognition {
        ReleasedRecognition { period: entry.period, value: entry.value }
    }
}
