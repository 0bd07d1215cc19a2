//! `figures.json`: every figure of a period as other programs read it (`tongbao-figures/1`).

use rust_decimal::Decimal;
use serde::Serialize;

use crate::figures::derived::input::Input;
use crate::figures::exact::round;
use crate::figures::figure::{Figure, TargetProgress, Verdict};
use crate::figures::outcome::{Known, Outcome};
use crate::model::plan::target::{Comparison, Force};
use crate::results::scores_file::{ScoreEntry, scores};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::words::number::{exact, fixed};

/// Places of a quotient in the file.
const JSON_PLACES: u32 = 10;

/// The file; all numbers are strings, quotients have 10 places, what does not apply is left out.
#[derive(Debug, Serialize)]
pub struct FiguresFile {
    schema: &'static str,
    book: String,
    period: String,
    audience: &'static str,
    figures: Vec<FigureEntry>,
    scores: Vec<ScoreEntry>,
}

#[derive(Debug, Serialize)]
struct FigureEntry {
    id: String,
    indicator: String,
    name: String,
    scope: String,
    scope_name: String,
    unit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    demo: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<InputEntry>,
    target: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead_text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    verdicts: Vec<VerdictEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remaining: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    needed_per_month: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    projection: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank_of: Option<u32>,
    clause: String,
}

/// A number that a derived value was worked out from.
#[derive(Debug, Serialize)]
struct InputEntry {
    role: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    unit: &'static str,
}

#[derive(Debug, Serialize)]
struct TargetEntry {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    op: &'static str,
    binding: bool,
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    met: Option<bool>,
    clause: String,
}

#[derive(Debug, Serialize)]
struct VerdictEntry {
    point: String,
    due: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    actual: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    met: Option<bool>,
}

impl FiguresFile {
    /// The figures of a sheet.
    pub fn of(sheet: &Sheet) -> FiguresFile {
        let figures = sheet
            .views()
            .flat_map(|view| {
                view.at.figures.iter().map(move |figure| FigureEntry::of(&view, figure))
            })
            .collect();
        FiguresFile {
            schema: "tongbao-figures/1",
            book: sheet.book().id.clone(),
            period: sheet.figures.period.to_string(),
            audience: sheet.basis.audience.level.id(),
            figures,
            scores: scores(sheet),
        }
    }
}

impl FigureEntry {
    fn of(view: &IndicatorView, figure: &Figure) -> FigureEntry {
        let indicator = view.indicator();
        let text = |part: FigurePart| {
            view.outcome(figure, part).ok().map(|_| view.plain(figure, part, false))
        };
        let target = figure.target();
        let missing = figure.value.as_ref().err().or(target.as_ref().err());
        let standing = figure.ranked.as_ref();
        FigureEntry {
            id: figure.id.clone(),
            indicator: indicator.id.to_string(),
            name: indicator.name.clone(),
            scope: figure.scope.to_string(),
            scope_name: view.name(&figure.scope),
            unit: view.unit(),
            value: figure.value.known().map(|value| {
                if figure.inputs.is_empty() { exact(value) } else { quotient(value) }
            }),
            text: text(FigurePart::Value),
            demo: figure.demo,
            inputs: figure.inputs.iter().map(InputEntry::of).collect(),
            target: target.known().map(exact),
            unknown: missing.map(|missing| missing.label()),
            targets: figure
                .targets
                .iter()
                .map(|one| TargetEntry::of(view, one))
                .collect(),
            completion: ratio(&figure.completion),
            completion_text: text(FigurePart::Completion),
            schedule: plain(&figure.schedule),
            lead: figure.lead.known().map(|lead| fixed(lead, indicator.rate_places())),
            lead_text: text(FigurePart::Lead),
            verdicts: figure.verdicts.iter().map(VerdictEntry::of).collect(),
            remaining: figure.remaining.known().map(exact),
            needed_per_month: ratio(&figure.needed),
            projection: ratio(&figure.projection),
            lamp: figure.lamp.as_ref().map(|lamp| lamp.id.to_string()),
            group: standing.map(|ranked| ranked.group.clone()),
            rank: standing.and_then(|ranked| ranked.rank),
            rank_of: standing.map(|ranked| ranked.of),
            clause: cite(view, &indicator.clause.id),
        }
    }
}

impl InputEntry {
    fn of(input: &Input) -> InputEntry {
        InputEntry {
            role: input.role,
            name: input.name.clone(),
            figure: input.figure.clone(),
            value: input.value.known().map(quotient),
            unit: input.unit.word,
        }
    }
}

/// A number that may be a quotient, to ten places.
fn quotient(number: Decimal) -> String {
    exact(round(number, JSON_PLACES).normalize())
}

impl TargetEntry {
    fn of(view: &IndicatorView, progress: &TargetProgress) -> TargetEntry {
        let set = &progress.set;
        TargetEntry {
            id: set.id.clone(),
            level: set.level.clone(),
            op: match set.comparison {
                Comparison::AtLeast => "ge",
                Comparison::Above => "gt",
            },
            binding: set.force == Force::Binding,
            value: set.value.map(exact),
            completion: plain(&progress.completion),
            met: progress.met,
            clause: cite(view, &set.clause.id),
        }
    }
}

impl VerdictEntry {
    fn of(verdict: &Verdict) -> VerdictEntry {
        VerdictEntry {
            point: verdict.point.clone(),
            due: exact(verdict.due),
            actual: plain(&verdict.actual),
            met: verdict.met,
        }
    }
}

/// A place in a plan: `wushan-2023#a2.3.2`.
fn cite(view: &IndicatorView, clause: &str) -> String {
    format!("{}#{clause}", view.series.plan.id)
}

/// A quotient to 10 places, without zeros at its end.
fn plain(outcome: &Outcome) -> Option<String> {
    outcome.known().map(|number| exact(round(number, JSON_PLACES)))
}

/// A quotient to 10 places, with its zeros.
fn ratio(outcome: &Outcome) -> Option<String> {
    outcome.known().map(|number| fixed(number, JSON_PLACES))
}
