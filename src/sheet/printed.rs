//! The numbers of a figure as they are printed: which one it is, and whether it was revised.

use std::fmt::{Display, Formatter};

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::value::period::Period;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::sheet::revised::MARK;
use crate::view::inline::{Number, NumberText, TraceLink};
use crate::words::number::{DASH, POINTS, exact, fixed};

/// Which number of a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintedPart<'a> {
    /// A part of the figure.
    Of(FigurePart),
    /// How far the value moved since the period before.
    Change,
    /// How many places it went up or down since the period before.
    Movement,
    /// What a superior organ recognised.
    Recognised,
    /// How much less, or more, that is than the value.
    Reduction,
    /// What there is at another time.
    At(DatedPart, &'a Period),
    /// What is told of it in key points.
    Told(Told),
}

/// What key points tell of the whole beside its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// How many units are held against a goal or a schedule.
    Units,
    /// How many of them reach it.
    Reached,
    /// How many of the projects that it counts are past the day that was agreed.
    Overdue,
    /// How much of the span has passed.
    Elapsed,
}

impl Told {
    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Told::Units => "units",
            Told::Reached => "units-reached",
            Told::Overdue => "overdue",
            Told::Elapsed => "elapsed",
        }
    }
}

/// What is printed of a figure for another time than its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatedPart {
    /// The value at the end of a period.
    Value,
    /// The target at the end of a period.
    Target,
    /// What a point of the curve asks for.
    Due,
    /// What is missing to a point.
    Gap,
    /// The value at a point.
    Actual,
    /// The completion at a point.
    Verdict,
    /// What came in a year.
    Year,
    /// The sum up to the end of a year.
    Total,
    /// The completion at the end of a year.
    Share,
}

impl DatedPart {
    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            DatedPart::Value => "value",
            DatedPart::Target => "target",
            DatedPart::Due => "due",
            DatedPart::Gap => "gap",
            DatedPart::Actual => "actual",
            DatedPart::Verdict => "verdict",
            DatedPart::Year => "year",
            DatedPart::Total => "total",
            DatedPart::Share => "share",
        }
    }
}

impl Display for PrintedPart<'_> {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            PrintedPart::Of(part) => out.write_str(part.id()),
            PrintedPart::Change => out.write_str("change"),
            PrintedPart::Movement => out.write_str("movement"),
            PrintedPart::Recognised => out.write_str("recognised"),
            PrintedPart::Reduction => out.write_str("reduction"),
            PrintedPart::At(part, period) => write!(out, "{}-{period}", part.id()),
            PrintedPart::Told(told) => out.write_str(told.id()),
        }
    }
}

impl IndicatorView<'_> {
    /// A part of a figure as printed; `unit` adds the unit, as running text asks for.
    pub fn number(&self, figure: &Figure, part: FigurePart, unit: bool) -> Number {
        let value = self.outcome(figure, part).ok().map(exact).unwrap_or_default();
        self.printed(figure, PrintedPart::Of(part), value, self.shown(figure, part, unit))
    }

    /// A number of a figure whose text is made elsewhere.
    pub fn printed(
        &self,
        figure: &Figure,
        part: PrintedPart,
        value: String,
        text: impl Into<NumberText>,
    ) -> Number {
        let mut text = text.into();
        if self.is_revised(figure, part) {
            text.push_unit(MARK);
        }
        let figure = figure.id.to_string();
        let trace = TraceLink::here(&figure);
        Number { figure, part: part.to_string(), value, text, trace }
    }

    /// Whether a printed number was revised, or follows from one that was.
    fn is_revised(&self, figure: &Figure, part: PrintedPart) -> bool {
        let (book, period) = (self.sheet.book(), &self.sheet.figures.period);
        let revised = |frozen: FrozenPart| book.is_revised(period, &figure.id, &frozen);
        match part {
            PrintedPart::Of(FigurePart::Value) => revised(FrozenPart::Value),
            PrintedPart::Reduction => {
                revised(FrozenPart::Value)
                    || self.is_revised(figure, PrintedPart::Recognised)
            }
            PrintedPart::Recognised => {
                let mut disclosed = book.disclosed_figures(period);
                disclosed.any(|(_, changed)| {
                    changed.figure == figure.id
                        && matches!(changed.part, FrozenPart::Recognised(_))
                })
            }
            PrintedPart::Of(FigurePart::Target) => revised(FrozenPart::Target),
            PrintedPart::Of(FigurePart::Completion) => revised(FrozenPart::Completion),
            PrintedPart::Of(FigurePart::Schedule) => revised(FrozenPart::Schedule),
            PrintedPart::Of(FigurePart::Lead) => revised(FrozenPart::Lead),
            PrintedPart::Of(FigurePart::Rank) | PrintedPart::Movement => {
                revised(FrozenPart::Rank)
            }
            PrintedPart::Of(FigurePart::StageCompletion | FigurePart::StageAhead) => {
                revised(FrozenPart::Value)
            }
            PrintedPart::Of(
                FigurePart::Remaining
                | FigurePart::Shortfall
                | FigurePart::Needed
                | FigurePart::Projection
                | FigurePart::Pace
                | FigurePart::Outlook,
            )
            | PrintedPart::Change => {
                revised(FrozenPart::Value) || revised(FrozenPart::Target)
            }
            PrintedPart::Of(FigurePart::Verdict) => {
                let mut disclosed = book.disclosed_figures(period);
                disclosed.any(|(_, changed)| {
                    changed.figure == figure.id
                        && matches!(changed.part, FrozenPart::Verdict(_))
                        && !changed.keeps_verdict()
                })
            }
            PrintedPart::At(DatedPart::Verdict, point) => {
                revised(FrozenPart::Verdict(point.clone()))
            }
            PrintedPart::Of(
                FigurePart::Gap | FigurePart::StageTarget | FigurePart::Place,
            )
            | PrintedPart::At(..)
            | PrintedPart::Told(_) => false,
        }
    }

    /// Whether a value is below its target by less than is printed.
    pub fn is_just_below(&self, figure: &Figure) -> bool {
        let (Ok(target), Some(value)) = (figure.target(), figure.value.known()) else {
            return false;
        };
        let places = self.indicator().places();
        let is_level = if self.is_rate() {
            round(value, places) >= target
        } else {
            round(target - value, places).is_zero()
        };
        value < target && is_level
    }

    /// Whether the period before is of the same span, so that what came since adds up.
    pub fn goes_on(&self) -> bool {
        let before = self.sheet.previous.map(|previous| previous.period.end());
        before.is_some_and(|end| self.at.moment.days.start <= end)
            || self.indicator().span.is_within_year()
    }

    /// How far the value moved since the period before, in words.
    pub fn change(&self, figure: &Figure) -> Number {
        let places = self.indicator().places();
        let before = self.before(figure).and_then(|before| before.value.known());
        let change = before
            .zip(figure.value.known())
            .map(|(before, now)| round(now, places) - round(before, places));
        let unit = if self.is_rate() { POINTS } else { self.unit() };
        let text = match change {
            None => DASH.to_owned(),
            Some(change) if change.is_zero() => "持平".to_owned(),
            Some(change) => {
                let word = if change.is_sign_negative() { "减少" } else { "增加" };
                format!("{word}{}{unit}", fixed(change.abs(), places))
            }
        };
        self.printed(
            figure,
            PrintedPart::Change,
            change.map(exact).unwrap_or_default(),
            text,
        )
    }
}
