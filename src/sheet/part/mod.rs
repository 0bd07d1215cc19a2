//! The parts of a figure that are printed, with their texts.

mod distance;

use rust_decimal::Decimal;

use crate::figures::exact::{quotient, round};
use crate::figures::facts::reporting::Lack;
use crate::figures::figure::Figure;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::assessment::lamp::Lamp;
use crate::sheet::IndicatorView;
use crate::view::inline::{Inline, Mark, Number, NumberText};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed, lead, percent, shortest};

/// A part of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigurePart {
    /// 完成数.
    Value,
    /// 目标.
    Target,
    /// 完成率.
    Completion,
    /// 比目标: how far the printed value is above or below the target.
    Gap,
    /// 序时进度.
    Schedule,
    /// 超欠进度.
    Lead,
    /// 欠账: what is due by the schedule less the value.
    Shortfall,
    /// The target of the stage under way.
    StageTarget,
    /// How much of it is reached.
    StageCompletion,
    /// How far the printed value is above or below it.
    StageAhead,
    /// 剩余.
    Remaining,
    /// 月均需完成.
    Needed,
    /// 预计.
    Projection,
    /// 月均: the value over the months elapsed.
    Pace,
    /// 预计比目标: how far the printed projection is above or below the target.
    Outlook,
    /// 名次.
    Rank,
    /// 位次: the place among others that was quoted with the number.
    Place,
    /// The newest verdict: 达到 or 未达到.
    Verdict,
}

/// Every part with its word in a narrative and its id.
pub const PARTS: &[(FigurePart, &str, &str)] = &[
    (FigurePart::Value, "完成数", "value"),
    (FigurePart::Target, "目标", "target"),
    (FigurePart::Completion, "完成率", "completion"),
    (FigurePart::Gap, "比目标", "gap"),
    (FigurePart::Schedule, "序时", "schedule"),
    (FigurePart::Lead, "超欠", "lead"),
    (FigurePart::Shortfall, "欠账", "shortfall"),
    (FigurePart::StageTarget, "阶段目标", "stage-target"),
    (FigurePart::StageCompletion, "阶段完成率", "stage-completion"),
    (FigurePart::StageAhead, "阶段超欠", "stage-ahead"),
    (FigurePart::Remaining, "剩余", "remaining"),
    (FigurePart::Needed, "月均需完成", "needed"),
    (FigurePart::Projection, "预计", "projection"),
    (FigurePart::Pace, "月均", "pace"),
    (FigurePart::Outlook, "预计比目标", "outlook"),
    (FigurePart::Rank, "名次", "rank"),
    (FigurePart::Place, "位次", "place"),
    (FigurePart::Verdict, "节点", "verdict"),
];

impl FigurePart {
    /// The part with a word.
    pub fn called(word: &str) -> Option<FigurePart> {
        PARTS.iter().find(|(_, name, _)| *name == word).map(|(part, ..)| *part)
    }

    /// The stable id.
    pub fn id(self) -> &'static str {
        PARTS.iter().find(|(part, ..)| *part == self).map_or("", |(.., id)| id)
    }
}

impl IndicatorView<'_> {
    /// The text of a part without the mark of a revision.
    pub fn plain(&self, figure: &Figure, part: FigurePart, unit: bool) -> String {
        self.shown(figure, part, unit).into()
    }

    pub(crate) fn shown(
        &self,
        figure: &Figure,
        part: FigurePart,
        unit: bool,
    ) -> NumberText {
        match self.outcome(figure, part) {
            Ok(number) => self.text(figure, part, number, unit),
            Err(_) => DASH.into(),
        }
    }

    /// An amount of this indicator as printed, with its unit.
    pub fn amount(&self, number: Decimal) -> String {
        format!("{}{}", fixed(number, self.indicator().places()), self.unit())
    }

    fn text(
        &self,
        figure: &Figure,
        part: FigurePart,
        number: Decimal,
        unit: bool,
    ) -> NumberText {
        let (places, rate_places) =
            (self.indicator().places(), self.indicator().rate_places());
        let with_unit = |digits: String| {
            if !unit {
                digits.into()
            } else if self.is_rate() {
                // A per cent sign is never printed smaller than its digits.
                format!("{digits}{}", self.unit()).into()
            } else {
                NumberText::new(digits, self.unit())
            }
        };
        match part {
            FigurePart::Value | FigurePart::Remaining => with_unit(fixed(number, places)),
            // What is derived from a count is no count: half a project a month is an answer.
            FigurePart::Needed | FigurePart::Projection | FigurePart::Pace => {
                with_unit(fixed(number, self.mean_places()))
            }
            FigurePart::Outlook => {
                self.distance(number, unit, ["高于目标", "低于目标", "与目标持平"]).into()
            }
            // Running text says 70亿元 as the document does; a column lines its places up.
            FigurePart::Target | FigurePart::StageTarget if unit => {
                with_unit(exact(number))
            }
            // A target keeps the places it was set with, and no fewer than its unit is printed with.
            FigurePart::Target | FigurePart::StageTarget => {
                shortest(number, places).into()
            }
            FigurePart::Completion
            | FigurePart::Schedule
            | FigurePart::StageCompletion => percent(number, rate_places).into(),
            FigurePart::Shortfall if unit => {
                self.distance(number, true, ["低于序时", "高于序时", "与序时持平"]).into()
            }
            FigurePart::Shortfall => {
                self.distance(number, false, ["差", "超", "持平"]).into()
            }
            FigurePart::StageAhead => {
                self.distance(number, unit, ["超", "欠", "与阶段目标持平"]).into()
            }
            FigurePart::Gap => self.gap(figure, number, unit).into(),
            FigurePart::Lead => lead(number, rate_places).into(),
            FigurePart::Place => {
                let among = self.place(figure).and_then(|(_, among)| among);
                format!("{}第{}位", among.unwrap_or_default(), exact(number)).into()
            }
            FigurePart::Rank if unit => format!("第{}位", exact(number)).into(),
            FigurePart::Rank => exact(number).into(),
            FigurePart::Verdict => verdict_word(figure).into(),
        }
    }
}

fn verdict_word(figure: &Figure) -> &'static str {
    match figure.verdicts.last().and_then(|verdict| verdict.met) {
        Some(true) => "达到",
        Some(false) => "未达到",
        None => DASH,
    }
}

impl IndicatorView<'_> {
    /// Whether the values are rates, which are compared with their targets in points.
    pub fn is_rate(&self) -> bool {
        self.indicator().unit.base.is_rate()
    }

    /// The number of a part, or why there is none.
    pub fn outcome(&self, figure: &Figure, part: FigurePart) -> Outcome {
        match part {
            FigurePart::Value => figure.value.clone(),
            FigurePart::Target => figure.target(),
            FigurePart::Completion if self.is_rate() => {
                figure.completion.clone().and(Err(Missing::OfRate))
            }
            FigurePart::Completion => figure.completion.clone(),
            FigurePart::Gap => {
                let (target, value) = (figure.target()?, figure.value.clone()?);
                Ok(round(value, self.indicator().places()) - target)
            }
            FigurePart::Schedule => figure.schedule.clone(),
            FigurePart::Lead => figure.lead.clone(),
            FigurePart::Shortfall => figure.shortfall.clone(),
            FigurePart::StageTarget => {
                let stage = figure.stage.as_ref().ok_or(Missing::NoStage)?;
                stage.progress.set.value.ok_or(Missing::NoTarget)
            }
            FigurePart::StageCompletion => {
                figure.stage.as_ref().ok_or(Missing::NoStage)?.progress.completion.clone()
            }
            FigurePart::StageAhead => {
                figure.stage.as_ref().ok_or(Missing::NoStage)?.ahead.clone()
            }
            // It is what the printed value leaves of the target, so that both can be checked.
            FigurePart::Remaining => {
                figure.remaining.clone()?;
                let (target, value) = (figure.target()?, figure.value.clone()?);
                let value = round(value, self.indicator().places());
                Ok((target - value).max(Decimal::ZERO))
            }
            FigurePart::Needed => figure.needed.clone(),
            FigurePart::Projection => figure.projection.clone(),
            FigurePart::Pace => self.pace(figure),
            FigurePart::Outlook => {
                let projection = round(figure.projection.clone()?, self.mean_places());
                Ok(projection - figure.target()?)
            }
            FigurePart::Rank => figure.rank(),
            FigurePart::Place => {
                let place = self.place(figure).map(|(place, _)| Decimal::from(place));
                place.ok_or(Missing::NoPlace)
            }
            FigurePart::Verdict => match figure.verdicts.last() {
                Some(verdict) => verdict.actual.clone(),
                None => Err(Missing::NoPoint),
            },
        }
    }

    /// The places of what is derived from a value: of a count, which half a project may be, one more.
    fn mean_places(&self) -> u32 {
        self.indicator().places().max(1)
    }

    /// What came in a month so far; of what can be projected, but also of the first months.
    fn pace(&self, figure: &Figure) -> Outcome {
        match &figure.projection {
            Ok(_) | Err(Missing::TooEarly | Missing::SpanOver) => {}
            Err(reason) => return Err(reason.clone()),
        }
        let months = Decimal::from(self.at.moment.months_elapsed());
        quotient(figure.value.clone()?, months).ok_or(Missing::Overflow)
    }
}

impl IndicatorView<'_> {
    /// What a value does not hold since it was not reported: `不含县重点项目，未报`.
    pub fn without(&self, figure: &Figure) -> Option<String> {
        let name = |lack: &Lack| {
            let period = lack.period.as_ref().map(date::period).unwrap_or_default();
            format!("{}{period}", self.name(&lack.scope))
        };
        let names: Vec<String> = figure.lacks.iter().map(name).collect();
        let who = match names.as_slice() {
            [] => return None,
            names if names.len() <= NAMED => names.join("、"),
            [first, ..] => format!("{first}等{}项", names.len()),
        };
        Some(format!("不含{who}，未报"))
    }
}

/// Names that are listed; of more, they are counted.
const NAMED: usize = 5;

/// A lamp as a mark; empty where there is none.
pub fn lamp_mark(lamp: Option<&Lamp>) -> Mark {
    lamp.map_or_else(Mark::default, |lamp| Mark {
        id: lamp.id.to_string(),
        word: lamp.label(),
        color: lamp.color.0.clone(),
    })
}

/// A number as running text or cell content.
pub fn inline(number: Number) -> Inline {
    Inline::Number { number }
}
