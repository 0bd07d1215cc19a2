//! The parts of a figure that are printed, with their texts.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::facts::reporting::Lack;
use crate::figures::figure::Figure;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::assessment::lamp::Lamp;
use crate::sheet::IndicatorView;
use crate::view::inline::{Inline, Mark, Number, NumberText};
use crate::words::date;
use crate::words::number::{DASH, POINTS, exact, fixed, lead, percent, shortest};

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

    pub(super) fn shown(
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
            FigurePart::Needed | FigurePart::Projection => {
                with_unit(fixed(number, places.max(u32::from(places == 0))))
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
            FigurePart::Shortfall => {
                self.distance(number, unit, ["低于序时", "高于序时", "与序时持平"]).into()
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
            // Points can be checked from the print; amounts agree with what remains.
            FigurePart::Gap => {
                let (target, value) = (figure.target()?, figure.value.clone()?);
                let places = self.indicator().places();
                Ok(if self.is_rate() { round(value, places) } else { value } - target)
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
            FigurePart::Remaining => figure.remaining.clone(),
            FigurePart::Needed => figure.needed.clone(),
            FigurePart::Projection => figure.projection.clone(),
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

    /// A distance in words: which side of the mark it is on, and how far.
    fn distance(&self, number: Decimal, running: bool, words: [&str; 3]) -> String {
        let [above, below, level] = words;
        let amount = fixed(number.abs(), self.indicator().places());
        let unit = if self.is_rate() { "个百分点" } else { self.unit() };
        let unit = if running || self.is_rate() { unit } else { "" };
        match number {
            number if number.is_zero() => level.to_owned(),
            number if number.is_sign_negative() => format!("{below}{amount}{unit}"),
            _ => format!("{above}{amount}{unit}"),
        }
    }

    /// How far a value is from its target; running text names the target of a rate.
    fn gap(&self, figure: &Figure, gap: Decimal, running: bool) -> String {
        let places = self.indicator().places();
        if running && self.is_just_below(figure) {
            let least = fixed(Decimal::new(1, places), places);
            let unit = if self.is_rate() { POINTS } else { self.unit() };
            return format!("距目标还差不足{least}{unit}");
        }
        let amount = fixed(gap.abs(), places);
        if self.is_rate() {
            let target = self.plain(figure, FigurePart::Target, true);
            let word = match gap {
                gap if gap.is_zero() && !running => return "持平".to_owned(),
                gap if gap.is_zero() => return format!("与{target}的目标持平"),
                gap if gap.is_sign_negative() => "低",
                _ => "高",
            };
            return if running {
                format!("{word}于{target}的目标{amount}个百分点")
            } else {
                format!("{word}{amount}个百分点")
            };
        }
        let amount = format!("{amount}{}", if running { self.unit() } else { "" });
        match gap {
            gap if gap.is_zero() && !running => "持平".to_owned(),
            gap if gap.is_zero() => "与目标持平".to_owned(),
            gap if gap.is_sign_negative() && running => format!("距目标还差{amount}"),
            gap if gap.is_sign_negative() => format!("差{amount}"),
            _ if running => format!("超目标{amount}"),
            _ => format!("超{amount}"),
        }
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
