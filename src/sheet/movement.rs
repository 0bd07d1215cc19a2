//! What moved in a figure between two sheets: its parts, goals crossed and verdicts turned, in words.

use crate::figures::outcome::Known;
use rust_decimal::Decimal;

use crate::figures::exact::{percent, round};
use crate::figures::figure::Figure;
use crate::model::plan::assessment::lamp::Lamp;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::words::date::node;
use crate::words::number::{
    DASH, POINTS, fixed, lead_and_unit, points, shortest, signed,
};

/// A figure on both sides, with the indicators they belong to.
pub struct FigurePair<'a> {
    /// Indicator before.
    pub old_view: &'a IndicatorView<'a>,
    /// Indicator after.
    pub new_view: &'a IndicatorView<'a>,
    /// Figure before.
    pub old: &'a Figure,
    /// Figure after.
    pub new: &'a Figure,
}

impl FigurePair<'_> {
    /// The parts that moved; the value first, and always with its exact difference.
    pub fn parts(&self) -> Vec<PartChange> {
        let mut parts = Vec::new();
        parts.extend(self.value());
        parts.extend(self.target());
        parts.extend(self.rate());
        parts.extend(self.lead());
        parts.extend(self.lamp());
        parts.extend(self.rank());
        parts
    }

    fn value(&self) -> Option<PartChange> {
        let (old, new) = (self.old.value.known(), self.new.value.known());
        let places = self.new_view.indicator().places();
        let part = self.amount(MovedPart::Value, "", (old, new), places)?;
        let (Some((old, new)), false) = (old.zip(new), self.new.inputs.is_empty()) else {
            return Some(part);
        };
        // What comes of a division has no end: it is told to the place where the two sides part.
        let places = telling(old, new, places);
        Some(PartChange {
            before: fixed(old, places),
            after: fixed(new, places),
            difference: if part.difference.is_empty() {
                String::new()
            } else {
                self.change(self.moved()?)
            },
            ..part
        })
    }

    /// What the value moved by as it is printed: sums exactly, what is worked out from others as
    /// the difference of the two printed values; none where there is no number on a side.
    pub fn moved(&self) -> Option<Decimal> {
        let (old, new) = self.old.value.known().zip(self.new.value.known())?;
        if self.new.inputs.is_empty() {
            return Some((new - old).normalize());
        }
        let places = telling(old, new, self.new_view.indicator().places());
        Some(round(new, places) - round(old, places))
    }

    /// A change of a value with its sign and unit; of a rate in 百分点.
    pub fn change(&self, amount: Decimal) -> String {
        let unit = if self.new_view.is_rate() { POINTS } else { self.new_view.unit() };
        format!("{}{unit}", signed(amount.normalize()))
    }

    fn target(&self) -> Option<PartChange> {
        let (old, new) = (self.old.target().ok(), self.new.target().ok());
        let places = self.new_view.indicator().places();
        self.amount(MovedPart::Target, "目标", (old, new), places)
    }

    /// An amount; where both sides print alike, more places are shown.
    fn amount(
        &self,
        part: MovedPart,
        label: &str,
        (old, new): (Option<Decimal>, Option<Decimal>),
        places: u32,
    ) -> Option<PartChange> {
        let (old_unit, unit) = (self.old_view.unit(), self.new_view.unit());
        if old == new && old_unit == unit {
            return None;
        }
        let alike = old
            .zip(new)
            .is_some_and(|(old, new)| fixed(old, places) == fixed(new, places));
        let print = |number: Option<Decimal>| match number {
            Some(number) if alike => shortest(number, places),
            Some(number) => fixed(number, places),
            None => DASH.to_owned(),
        };
        let old_suffix = if old_unit == unit { "" } else { old_unit };
        let difference = old.zip(new).filter(|_| old_unit == unit);
        Some(PartChange {
            part,
            label: label.to_owned(),
            before: format!("{}{old_suffix}", print(old)),
            after: print(new),
            unit: if new.is_some() || old.is_some() {
                unit.to_owned()
            } else {
                String::new()
            },
            difference: difference
                .map(|(old, new)| format!("{}{unit}", signed((new - old).normalize())))
                .unwrap_or_default(),
        })
    }

    fn rate(&self) -> Option<PartChange> {
        let (old, new) = (self.old.completion.known(), self.new.completion.known());
        let places = self.new_view.indicator().rate_places();
        let printed =
            |number: Option<Decimal>| number.map(|number| percent(number, places));
        (old != new && (printed(old) != printed(new))).then(|| {
            let difference = self.completion_moved().map(|moved| points(moved, places));
            let part = (MovedPart::Completion, FigurePart::Completion);
            self.printed(part, "完成率", difference.unwrap_or_default())
        })
    }

    /// Returns the difference of the two printed completions, in points; `None` where there is
    /// none on a side.
    pub fn completion_moved(&self) -> Option<Decimal> {
        let completions = self.old.completion.known().zip(self.new.completion.known());
        let places = self.new_view.indicator().rate_places();
        completions.map(|(old, new)| percent(new, places) - percent(old, places))
    }

    fn lead(&self) -> Option<PartChange> {
        let (old, new) = (self.old.lead.known(), self.new.lead.known());
        if old == new {
            return None;
        }
        let part =
            self.printed((MovedPart::Lead, FigurePart::Lead), "较序时", String::new());
        let words = |view: &IndicatorView, lead: Option<Decimal>| {
            Some(lead_and_unit(lead?, view.indicator().rate_places()))
        };
        // The unit is said once, as people say it: 超8.35→超36.85个百分点.
        Some(match (words(self.old_view, old), words(self.new_view, new)) {
            (Some((before, unit)), Some((after, same))) if unit == same => {
                PartChange { before, after, unit: unit.to_owned(), ..part }
            }
            _ => part,
        })
    }

    fn rank(&self) -> Option<PartChange> {
        let rank =
            |figure: &Figure| figure.ranked.as_ref().and_then(|ranked| ranked.rank);
        (rank(self.old) != rank(self.new)).then(|| {
            self.printed((MovedPart::Rank, FigurePart::Rank), "名次", String::new())
        })
    }

    fn lamp(&self) -> Option<PartChange> {
        let id = |figure: &Figure| figure.lamp.as_ref().map(|lamp| lamp.id.clone());
        (id(self.old) != id(self.new)).then(|| PartChange {
            part: MovedPart::Lamp,
            label: "灯".to_owned(),
            before: lamp(self.old.lamp.as_ref()),
            after: lamp(self.new.lamp.as_ref()),
            unit: String::new(),
            difference: String::new(),
        })
    }

    fn printed(
        &self,
        (moved, part): (MovedPart, FigurePart),
        label: &str,
        difference: String,
    ) -> PartChange {
        PartChange {
            part: moved,
            label: label.to_owned(),
            before: self.old_view.plain(self.old, part, false),
            after: self.new_view.plain(self.new, part, false),
            unit: String::new(),
            difference,
        }
    }

    /// The targets that were reached or are no longer reached, in words.
    pub fn goals(&self) -> Vec<String> {
        let mut turns = Vec::new();
        for progress in &self.new.targets {
            let old = self.old.targets.iter().find(|old| old.set.id == progress.set.id);
            let turned = old.and_then(|old| old.met).zip(progress.met);
            let Some((_, is)) = turned.filter(|(was, is)| was != is) else { continue };
            let target = progress.set.value.unwrap_or_default();
            let places = self.new_view.indicator().places();
            let target = format!("{}{}", shortest(target, places), self.new_view.unit());
            let word = if is { "达到目标" } else { "不再达到目标" };
            // A row and the sum of its table may set the same.
            let words = format!("{word}{target}");
            if !turns.contains(&words) {
                turns.push(words);
            }
        }
        turns
    }

    /// The points of the curve whose verdict turned, in words.
    pub fn verdicts(&self) -> Vec<String> {
        let mut turns = Vec::new();
        for verdict in &self.new.verdicts {
            let old = self.old.verdicts.iter().find(|old| old.point == verdict.point);
            let turned = old.and_then(|old| old.met).zip(verdict.met);
            let Some((_, is)) = turned.filter(|(was, is)| was != is) else { continue };
            let word = if is { "未达到→达到" } else { "达到→未达到" };
            turns.push(format!("{}节点{word}", node(&verdict.point)));
        }
        turns
    }
}

/// The first places, from those that are printed on, that tell two numbers apart.
fn telling(old: Decimal, new: Decimal, places: u32) -> u32 {
    let mut wider = places..=Decimal::MAX_SCALE;
    wider.find(|at| round(old, *at) != round(new, *at)).unwrap_or(places)
}

fn lamp(lamp: Option<&Lamp>) -> String {
    lamp.map_or_else(|| DASH.to_owned(), Lamp::label)
}
