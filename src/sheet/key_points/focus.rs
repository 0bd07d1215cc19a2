//! What key points are about: the indicator that leads, and what it is held against.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::value::unit::Base;
use crate::sheet::key_points::timing::goal;
use crate::sheet::part::FigurePart;
use crate::sheet::printed::PrintedPart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Number, NumberText};
use crate::words::date::node;
use crate::words::number::{POINTS, exact, fixed, too_little};

/// What the values of an indicator are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// What the schedule asks for by the day.
    Schedule,
    /// The target of the stage that is under way.
    Stage,
    /// The goal of the whole span.
    Goal,
    /// Nothing.
    None,
}

/// An indicator with what it is held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Focus<'a> {
    pub(super) view: IndicatorView<'a>,
    pub(super) mark: Mark,
}

impl<'a> Focus<'a> {
    /// The indicator that leads: the first of the headline that is held against something, and whose
    /// number is known; else the first that has a number.
    pub(super) fn of(sheet: &'a Sheet<'a>) -> Option<Focus<'a>> {
        let mut focuses: Vec<Focus> = sheet.headline().map(Focus::on).collect();
        focuses.sort_by_key(|focus| {
            let view = focus.view;
            let is_known = view.whole().value.is_ok();
            let is_short = view.indicator().span.is_within_year();
            (!is_known, view.indicator().part_of.is_some(), is_short)
        });
        focuses.into_iter().next()
    }

    /// The focus on an indicator.
    pub(super) fn on(view: IndicatorView<'a>) -> Focus<'a> {
        let whole = view.whole();
        let mark = if whole.shortfall.is_ok() {
            Mark::Schedule
        } else if view.outcome(whole, FigurePart::StageAhead).is_ok() {
            Mark::Stage
        } else if whole.target().is_ok() {
            Mark::Goal
        } else {
            Mark::None
        };
        Focus { view, mark }
    }

    /// The indicator beside it: the next of the headline that counts another thing over the same
    /// span.
    pub(super) fn second(&self) -> Option<Focus<'a>> {
        let own = self.view.indicator();
        let others = self.view.sheet.headline().filter(|view| {
            let other = view.indicator();
            other.id != own.id
                && other.span == own.span
                && other.part_of.is_none()
                && other.unit == own.unit
                && view.whole().value.is_ok()
        });
        others.map(Focus::on).next()
    }

    /// How far a figure is below what it is held against, of the numbers as printed; negative where
    /// it is above.
    pub(super) fn behind(&self, figure: &Figure) -> Option<Decimal> {
        match self.mark {
            Mark::Schedule => figure.shortfall.known(),
            Mark::Stage => Some(-self.view.outcome(figure, FigurePart::StageAhead).ok()?),
            Mark::Goal => {
                let (target, value) = (figure.target().ok()?, figure.value.known()?);
                Some(target - round(value, self.view.indicator().places()))
            }
            Mark::None => None,
        }
    }

    /// Whether a figure reaches what it is held against, exactly.
    pub(super) fn is_reached(&self, figure: &Figure) -> Option<bool> {
        let value = figure.value.known()?;
        match self.mark {
            Mark::Schedule => {
                Some(value >= figure.target().ok()? * figure.schedule.known()?)
            }
            Mark::Stage => figure.stage.as_ref()?.progress.met,
            Mark::Goal => figure.targets.first()?.met,
            Mark::None => None,
        }
    }

    /// How far a figure is from what it is held against, as a number without a sign.
    pub(super) fn distance(&self, figure: &Figure) -> Option<Number> {
        let behind = self.behind(figure)?;
        let places = self.view.indicator().places();
        let unit = if self.view.is_rate() { POINTS } else { self.view.unit() };
        let is_hidden = behind.is_zero() && self.is_reached(figure) == Some(false);
        let text = if is_hidden {
            NumberText::new(too_little(places), unit)
        } else {
            NumberText::new(fixed(behind.abs(), places), unit)
        };
        let (part, value) = match self.mark {
            Mark::Schedule => (FigurePart::Shortfall, behind),
            Mark::Stage => (FigurePart::StageAhead, -behind),
            _ => (FigurePart::Gap, -behind),
        };
        Some(self.view.printed(figure, PrintedPart::Of(part), exact(value), text))
    }

    /// What it is held against: `三季度节点`, `序时进度`, `全年目标`.
    pub(super) fn aim(&self) -> String {
        let moment = &self.view.at.moment;
        match self.mark {
            Mark::Schedule if self.is_over() => goal(&self.view),
            Mark::Schedule => {
                let verdict = self.view.whole().verdicts.last();
                let verdict = verdict.filter(|verdict| verdict.day == moment.days.end);
                verdict.map_or("序时进度".to_owned(), |verdict| {
                    format!("{}节点", node(&verdict.point))
                })
            }
            Mark::Stage => "阶段目标".to_owned(),
            Mark::Goal | Mark::None => goal(&self.view),
        }
    }

    /// The same where it was named before: `节点`, `序时进度`, `全年目标`.
    pub(super) fn short_aim(&self) -> String {
        let aim = self.aim();
        if aim.ends_with("节点") { "节点".to_owned() } else { aim }
    }

    /// The word before the distance of who is below: `距节点差`, `低于序时进度`.
    pub(super) fn below(&self, aim: &str) -> String {
        if aim == "序时进度" {
            format!("低于{aim}")
        } else {
            format!("距{aim}差")
        }
    }

    /// The word before the distance of who is above.
    pub(super) fn above(&self, aim: &str) -> String {
        if aim == "序时进度" { format!("高于{aim}") } else { format!("超{aim}") }
    }

    /// The units that are held against something, with how far each is below it.
    pub(super) fn units(&self) -> Vec<(Decimal, &'a Figure)> {
        let units = self.view.units();
        units.filter_map(|figure| Some((self.behind(figure)?, figure))).collect()
    }

    /// The units that are below, the furthest first.
    pub(super) fn owing(&self) -> Vec<(Decimal, &'a Figure)> {
        let mut units = self.units();
        units.retain(|(_, figure)| self.is_reached(figure) == Some(false));
        units.sort_by_key(|(behind, _)| -*behind);
        units
    }

    /// Whether those who lag behind may be named.
    pub(super) fn names_all(&self) -> bool {
        names_all(self.view.sheet)
    }

    /// What there is more or less of: of 签约项目数 it is 签约项目.
    pub(super) fn thing(&self) -> &'a str {
        thing(&self.view)
    }

    /// What the value of the whole does not hold since it was not reported; without names before the
    /// public.
    pub(super) fn lack(&self) -> String {
        let whole = self.view.whole();
        let lack = match whole.lacks.len() {
            0 => return String::new(),
            several if !self.names_all() => Some(format!("不含{several}个未报单位")),
            _ => self.view.without(whole),
        };
        lack.map(|lack| format!("（{lack}）")).unwrap_or_default()
    }

    /// Whether the span is over, so that goals are judged.
    pub(super) fn is_over(&self) -> bool {
        let moment = &self.view.at.moment;
        moment.days.end == moment.span.end
    }

    /// The name of a unit, a group or the whole.
    pub(super) fn name(&self, scope: &Scope) -> String {
        self.view.name(scope)
    }
}

/// What an indicator says how much there is of, so that its number can follow: 签约项目74个.
pub(super) fn thing<'a>(view: &IndicatorView<'a>) -> &'a str {
    let name = view.indicator().name.as_str();
    let bare = ["数量", "次数", "数"].iter().find_map(|end| name.strip_suffix(end));
    bare.filter(|_| view.indicator().unit.base == Base::Count).unwrap_or(name)
}

/// Whether those who lag behind may be named: not before the public.
pub(super) fn names_all(sheet: &Sheet) -> bool {
    sheet.basis.audience.level > Level::Public
}
