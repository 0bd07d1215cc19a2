//! Why a value moved that is worked out from others: by its numbers, then by record in proportion.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::diff::causes::contributions::RecordKey;
use crate::diff::causes::{Course, adding_up, by_rules, name};
use crate::diff::frame::Frame;
use crate::figures::derived::input::Input;
use crate::figures::derived::measures::derived_measure;
use crate::figures::exact::{portion, round};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::sheet::movement::FigurePair;
use crate::view::changes::{Cause, Effect};
use crate::words::number::{DASH, exact, shortest};

/// Places that the numbers are printed with at least.
const PLACES: u32 = 2;

/// The movement of a derived value, split by what moved it.
pub(crate) struct Rate<'a> {
    both: &'a FigurePair<'a>,
    /// By rules that changed.
    rules: Decimal,
    /// By each number that it is worked out from.
    inputs: Vec<Moved<'a>>,
}

/// A number that a value is worked out from, before by the rules after, and after.
struct Moved<'a> {
    old: &'a Input,
    new: &'a Input,
    effect: Decimal,
}

/// What a part of the movement is due to.
enum Due<'a> {
    Record(RecordKey, &'a Course),
    Input(&'a Moved<'a>),
    Rules,
}

impl<'a> Rate<'a> {
    /// Splits a movement: first by rules, to the old records under the rules after, then by the
    /// numbers, each by the mean of the two orders; none where a side has no number.
    pub(crate) fn of(
        both: &'a FigurePair,
        between: Option<&'a Figure>,
    ) -> Option<Rate<'a>> {
        let (old, new) = both.old.value.known().zip(both.new.value.known())?;
        let base = between.unwrap_or(both.old);
        // Without a number between there is nothing to part rules and records by.
        let Some(middle) = base.value.known() else {
            return Some(Rate { both, rules: new - old, inputs: Vec::new() });
        };
        let ([over, under], [new_over, new_under]) =
            (base.inputs.as_slice(), both.new.inputs.as_slice())
        else {
            return Some(Rate { both, rules: new - old, inputs: Vec::new() });
        };
        let indicator = both.new_view.indicator();
        let measure = derived_measure(indicator.measure)?;
        let mixed = |over: &Input, under: &Input| {
            measure.combined(indicator, &[over.clone(), under.clone()]).ok()
        };
        let first = mixed(new_over, under)? - middle;
        let second = new - mixed(over, new_under)?;
        let effect = (first + second) / Decimal::TWO;
        let rest = new - middle - effect;
        let inputs = vec![
            Moved { old: over, new: new_over, effect },
            Moved { old: under, new: new_under, effect: rest },
        ];
        Some(Rate { both, rules: middle - old, inputs })
    }

    /// The causes, the largest first; their amounts add up to the movement as it is printed.
    pub(crate) fn causes(&self, frame: &Frame) -> Vec<Cause> {
        let Some(printed) = self.both.moved().filter(|moved| !moved.is_zero()) else {
            return Vec::new();
        };
        let places = printed.scale().max(self.both.new_view.indicator().places());
        let mut parts: Vec<(Due, Decimal)> = Vec::new();
        for moved in &self.inputs {
            for (due, amount) in moved.parts(frame) {
                match parts.iter_mut().find(|(known, _)| known.is_same(&due)) {
                    Some((_, sum)) => *sum += amount,
                    None => parts.push((due, amount)),
                }
            }
        }
        let rules = (!self.rules.is_zero()).then_some((Due::Rules, self.rules));
        parts.extend(rules);
        parts.sort_by_key(|(_, amount)| Reverse(amount.abs()));
        let amounts: Vec<Decimal> = parts.iter().map(|(_, amount)| *amount).collect();
        let amounts = adding_up(&amounts, printed, places);
        let parts = parts.into_iter().zip(amounts);
        let parts = parts.filter(|(_, amount)| !amount.is_zero());
        parts.map(|((due, _), amount)| self.cause(frame, &due, amount)).collect()
    }

    fn cause(&self, frame: &Frame, due: &Due, amount: Decimal) -> Cause {
        let (number, text) = (exact(amount), self.both.change(amount));
        let (by, record, title, note) = match due {
            Due::Rules => return by_rules(&frame.source, number, text),
            Due::Record(key, course) => (
                "record",
                key.id.clone(),
                name(&frame.source, key),
                course.note(&frame.source, key),
            ),
            Due::Input(moved) => (
                "input",
                moved.new.figure.as_ref().map(FigureId::to_string).unwrap_or_default(),
                moved.new.name.clone(),
                moved.told(),
            ),
        };
        Cause { by, record, title, amount: number, text, note }
    }

    /// The numbers that moved, each with its part of the movement.
    pub(crate) fn effects(&self) -> Vec<Effect> {
        let places = self.both.moved().map_or(PLACES, |moved| moved.scale());
        let moved = self.inputs.iter().filter(|one| one.old.value != one.new.value);
        let told = moved.map(|one| Effect {
            name: one.new.name.clone(),
            moved: one.told(),
            points: self.both.change(round(one.effect, places)),
        });
        told.collect()
    }
}

impl Moved<'_> {
    /// Its effect by record, in proportion; in one where it is no sum of records.
    fn parts<'a>(&'a self, frame: &'a Frame) -> Vec<(Due<'a>, Decimal)> {
        let whole = vec![(Due::Input(self), self.effect)];
        let Some((course, scope)) = self.course(frame) else { return whole };
        let records = course.records(&scope);
        let sum: Decimal = records.iter().map(|(_, amount)| *amount).sum();
        let part = |amount: Decimal| portion(amount, sum, self.effect);
        let parts = records
            .into_iter()
            .map(|(key, amount)| Some((Due::Record(key, course), part(amount)?)));
        match parts.collect::<Option<Vec<_>>>() {
            Some(parts) if !parts.is_empty() => parts,
            _ => whole,
        }
    }

    /// What records add to the figure that it is, with whose figure it is.
    fn course<'a>(&self, frame: &'a Frame) -> Option<(&'a Course, Scope)> {
        let id = self.new.figure.as_ref()?;
        let FigureId::Indicator(indicator, _) = id else { return None };
        let mut views = frame.after.views();
        let view = views.find(|view| view.indicator().id == *indicator)?;
        let figure = view.at.figures.iter().find(|figure| figure.id == *id)?;
        Some((frame.course(&view), figure.scope.clone()))
    }

    /// `1200.00→1500.00亩`.
    fn told(&self) -> String {
        let number = |input: &Input| {
            let known = input.value.known();
            known.map_or_else(|| DASH.to_owned(), |number| shortest(number, PLACES))
        };
        format!("{}→{}{}", number(self.old), number(self.new), self.new.unit.word)
    }
}

impl Due<'_> {
    fn is_same(&self, other: &Due) -> bool {
        matches!((self, other), (Due::Record(key, _), Due::Record(own, _)) if key == own)
    }
}
