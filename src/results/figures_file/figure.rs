//! `figures` of `figures.json`: every figure with its values and texts.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::figures::derived::input::Input;
use crate::figures::facts::reporting::Lack;
use crate::figures::figure::{Figure, Verdict};
use crate::figures::outcome::Known;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::release::figure::{ReleasedFigure, ReleasedVerdict};
use crate::model::value::word::Id;
use crate::results::figures_file::numbers::{cite, exact, quotient, short};
use crate::results::figures_file::recognised::{Recognised, RecognisedEntry};
use crate::results::figures_file::target::{StageEntry, TargetEntry};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::words::number::with_places;

/// A figure.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct FigureEntry {
    pub(crate) id: FigureId,
    pub(crate) indicator: Id,
    pub(crate) name: String,
    pub(crate) scope: Scope,
    pub(crate) scope_name: String,
    pub(crate) unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    pub(crate) demo: bool,
    /// What belongs to the value and was not reported: a scope, or a scope and a period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) without: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<InputEntry>,
    pub(crate) target: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unknown: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) targets: Vec<TargetEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) completion: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) completion_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schedule: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lead: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lead_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) shortfall: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<StageEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    verdicts: Vec<ReleasedVerdict>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remaining: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) needed_per_month: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) projection: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lamp: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank_of: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recognised: Vec<RecognisedEntry>,
    pub(crate) clause: String,
}

/// A number from which a derived value is computed.
#[derive(Debug, Serialize, Deserialize)]
struct InputEntry {
    role: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<FigureId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Decimal>,
    unit: String,
}

/// Returns the figures of a sheet, by indicator and then in the order of the scopes.
pub(super) fn figures(sheet: &Sheet) -> Vec<FigureEntry> {
    let recognised = Recognised::of(sheet);
    let entries = |view: IndicatorView| -> Vec<FigureEntry> {
        let figures = view.at.figures.iter();
        figures.map(|figure| FigureEntry::of(&view, figure, &recognised)).collect()
    };
    sheet.views().flat_map(entries).collect()
}

impl FigureEntry {
    fn of(view: &IndicatorView, figure: &Figure, recognised: &Recognised) -> FigureEntry {
        let indicator = view.indicator();
        let text = |part: FigurePart| {
            view.outcome(figure, part).ok().map(|_| view.plain(figure, part, false))
        };
        let target = figure.target();
        let missing = figure.value.as_ref().err().or(target.as_ref().err());
        let standing = figure.ranked.as_ref();
        let places = indicator.rate_places();
        FigureEntry {
            id: figure.id.clone(),
            indicator: indicator.id.clone(),
            name: indicator.name.clone(),
            scope: figure.scope.clone(),
            scope_name: view.name(&figure.scope),
            unit: view.unit().to_owned(),
            value: figure.value.known().map(|value| {
                if figure.inputs.is_empty() { value.normalize() } else { short(value) }
            }),
            text: text(FigurePart::Value),
            demo: figure.demo,
            without: figure.lacks.iter().map(without).collect(),
            inputs: figure.inputs.iter().map(InputEntry::of).collect(),
            target: exact(&target),
            unknown: missing.map(|missing| missing.label()),
            targets: figure
                .targets
                .iter()
                .map(|progress| TargetEntry::of(view, progress))
                .collect(),
            completion: quotient(&figure.completion),
            completion_text: text(FigurePart::Completion),
            schedule: figure.schedule.known().map(short),
            lead: figure.lead.known().map(|lead| with_places(lead, places)),
            lead_text: text(FigurePart::Lead),
            shortfall: exact(&figure.shortfall),
            stage: figure.stage.as_ref().map(|stage| StageEntry::of(view, stage)),
            verdicts: figure.verdicts.iter().map(verdict).collect(),
            remaining: exact(&figure.remaining),
            needed_per_month: quotient(&figure.needed),
            projection: quotient(&figure.projection),
            lamp: figure.lamp.as_ref().map(|lamp| lamp.id.clone()),
            group: standing.map(|ranked| ranked.group.clone()),
            rank: standing.and_then(|ranked| ranked.rank),
            rank_of: standing.map(|ranked| ranked.of),
            recognised: recognised.beside(view, figure),
            clause: cite(view, &indicator.clause.id),
        }
    }
}

fn without(lack: &Lack) -> String {
    match &lack.period {
        Some(period) => format!("{} {period}", lack.scope),
        None => lack.scope.to_string(),
    }
}

impl From<FigureEntry> for ReleasedFigure {
    fn from(entry: FigureEntry) -> ReleasedFigure {
        ReleasedFigure {
            id: entry.id,
            name: entry.name,
            scope_name: entry.scope_name,
            unit: entry.unit,
            value: entry.value,
            target: entry.target,
            completion: entry.completion,
            schedule: entry.schedule,
            lead: entry.lead,
            verdicts: Some(entry.verdicts).filter(|verdicts| !verdicts.is_empty()),
            lamp: entry.lamp,
            rank: entry.rank,
            demo: Some(entry.demo),
            without: entry.without,
            recognised: entry.recognised.into_iter().map(Into::into).collect(),
        }
    }
}

impl InputEntry {
    fn of(input: &Input) -> InputEntry {
        InputEntry {
            role: input.role.to_owned(),
            name: input.name.clone(),
            figure: input.figure.clone().filter(|_| input.is_own),
            value: input.value.known().map(short),
            unit: input.unit.word.to_owned(),
        }
    }
}

fn verdict(verdict: &Verdict) -> ReleasedVerdict {
    ReleasedVerdict {
        point: verdict.point.clone(),
        due: verdict.due.normalize(),
        actual: verdict.actual.known().map(short),
        met: verdict.met,
    }
}
