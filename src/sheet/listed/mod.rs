//! 名单: the units for which a condition holds, as running text that follows the figures.

mod condition;

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::figures::figure::{Figure, lamp_set};
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::sheet::IndicatorView;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::listed::condition::reach;
pub use crate::sheet::listed::condition::{CONDITIONS, Condition};
use crate::sheet::part::FigurePart;

/// What may be asked for beside the condition.
pub const OPTIONS: [&str; 2] = ["带数", "分组"];

/// Units that are named before the rest is counted.
const NAMED: usize = 8;
/// Units at an end of the order.
const END: usize = 3;

/// A condition with what is asked for beside it.
#[derive(Clone, Debug)]
pub struct Listing<'a> {
    /// The condition, or the name of a lamp.
    condition: Result<Condition, &'a str>,
    with_numbers: bool,
    by_groups: bool,
}

impl<'a> Listing<'a> {
    /// The listing that some words ask for; `None` if one of them says nothing.
    pub fn called(condition: &'a str, options: &[String]) -> Option<Listing<'a>> {
        let lamp = || {
            condition
                .strip_prefix('亮')?
                .strip_suffix('灯')
                .filter(|name| !name.is_empty())
        };
        let condition = match Condition::called(condition) {
            Some(condition) => Ok(condition),
            None => Err(lamp()?),
        };
        let has = |word: &str| options.iter().any(|option| option == word);
        let are_known = options.iter().all(|option| OPTIONS.contains(&option.as_str()));
        are_known.then(|| Listing {
            condition,
            with_numbers: has("带数"),
            by_groups: has("分组"),
        })
    }

    /// Whether an indicator can light the lamp that is named.
    pub fn fits(&self, view: &IndicatorView) -> bool {
        let Err(lamp) = self.condition else { return true };
        let set = lamp_set(view.series);
        set.is_some_and(|set| set.lamps.iter().any(|one| one.name == lamp))
    }

    /// The units as running text: their names, or how many they are where they may not be named.
    pub fn phrase(&self, view: &IndicatorView) -> Phrase {
        let is_public = view.sheet.basis.audience.level == Level::Public;
        let is_of_laggards = self.condition.is_ok_and(Condition::is_of_laggards);
        if !self.by_groups {
            let units = self.chosen(view, view.units().collect());
            return self.told(view, units, is_public && is_of_laggards);
        }
        let groups =
            view.at.figures.iter().filter(|one| matches!(one.scope, Scope::Group(_)));
        let each = groups.filter_map(|group| {
            let rows = view.rows().below(&group.scope);
            let units = view.units().filter(|unit| rows.contains(&unit.scope)).collect();
            let units = self.chosen(view, units);
            let name = view.name(&group.scope);
            (!units.is_empty()).then(|| {
                Phrase::of(format!("{name}有")).then(self.told(
                    view,
                    units,
                    is_public && is_of_laggards,
                ))
            })
        });
        let phrase = Phrase::joined(each, "；");
        if phrase.is_empty() { nobody() } else { phrase }
    }

    /// The units for which the condition holds, in the order in which they are told.
    fn chosen<'b>(
        &self,
        view: &IndicatorView<'b>,
        mut units: Vec<&'b Figure>,
    ) -> Vec<&'b Figure> {
        units.retain(|figure| match self.condition {
            Ok(condition) => condition.holds(view, figure),
            Err(lamp) => figure.lamp.as_ref().is_some_and(|one| one.name == lamp),
        });
        let owed = |figure: &Figure| figure.shortfall.known();
        let far = |figure: &Figure| reach(view, figure).unwrap_or(Decimal::MIN);
        match self.condition {
            Ok(Condition::First | Condition::Done) => {
                units.sort_by_key(|one| Reverse(far(one)))
            }
            Ok(Condition::Last) => units.sort_by_key(|one| far(one)),
            Ok(Condition::OnSchedule) => units.sort_by_key(|one| owed(one)),
            _ => units.sort_by_key(|one| Reverse(owed(one))),
        }
        if matches!(self.condition, Ok(Condition::First | Condition::Last)) {
            units.truncate(END);
        }
        units
    }

    fn told(
        &self,
        view: &IndicatorView,
        units: Vec<&Figure>,
        is_counted: bool,
    ) -> Phrase {
        let all = units.len();
        if all == 0 {
            return nobody();
        }
        if is_counted {
            return Phrase::of(format!("{all}个单位"));
        }
        let each = units.into_iter().take(NAMED).map(|figure| {
            let name = Phrase::default().named(&figure.scope, view.name(&figure.scope));
            match self.number(view, figure) {
                Some(number) => name.text("（").then(number).text("）"),
                None => name,
            }
        });
        let names = Phrase::joined(each, "、");
        if all > NAMED { names.text(format!("等{all}个单位")) } else { names }
    }

    /// How far a unit is, where that is asked for.
    fn number(&self, view: &IndicatorView, figure: &Figure) -> Option<Phrase> {
        let part = match self.condition {
            Ok(condition) => condition.part()?,
            Err(_) => FigurePart::Shortfall,
        };
        let parts = [part, FigurePart::Value];
        let known = |part: &FigurePart| view.outcome(figure, *part).is_ok();
        let part = parts.into_iter().find(known).filter(|_| self.with_numbers)?;
        Some(Phrase::default().number(view.number(figure, part, true)))
    }
}

fn nobody() -> Phrase {
    Phrase::of("没有单位")
}
