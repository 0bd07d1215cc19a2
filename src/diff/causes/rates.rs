//! Why a derived value moved: by its inputs, and these by their records in proportion.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diff::causes::contributions::RecordKey;
use crate::diff::causes::split::adding_up;
use crate::diff::causes::{Course, by_rules, name};
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

/// Fewest decimal places of printed numbers.
const PLACES: u32 = 2;

/// The movement of a derived value, split by cause.
pub(crate) struct Rate<'a> {
    both: &'a FigurePair<'a>,
    /// Effect of changed rules.
    rules: Decimal,
    /// Effects of the inputs.
    inputs: Vec<Moved<'a>>,
}

/// An input of a derived value: before under the rules after, and after.
struct Moved<'a> {
    old: &'a Input,
    new: &'a Input,
    effect: Decimal,
}

/// The cause of a part of the movement.
enum Due<'a> {
    Record(RecordKey, &'a Course),
    Input(&'a Moved<'a>),
    Rules,
}

impl<'a> Rate<'a> {
    /// Splits a movement: first by rules, which lead to the records before under the rules after,
    /// then by the inputs, each by its mean effect over both orders. Returns `None` if either side
    /// has no number.
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
        let remainder = new - middle - effect;
        let inputs = vec![
            Moved { old: over, new: new_over, effect },
            Moved { old: under, new: new_under, effect: remainder },
        ];
        Some(Rate { both, rules: middle - old, inputs })
    }

    /// Returns the causes, largest first; their amounts add up to the printed movement.
    pub(crate) fn causes(&self, frame: &Frame) -> Vec<Cause> {
        let Some(printed) = self.both.moved().filter(|moved| !moved.is_zero()) else {
            return Vec::new();
        };
        let places = printed.scale().max(self.both.new_view.indicator().places());
        let mut parts: Vec<(Due, Decimal)> = Vec::new();
        let mut of_record: BTreeMap<RecordKey, usize> = BTreeMap::new();
        for (due, amount) in self.inputs.iter().flat_map(|moved| moved.parts(frame)) {
            let key = match &due {
                Due::Record(key, _) => Some(key.clone()),
                _ => None,
            };
            // What a record adds to both inputs is one cause.
            match key.as_ref().and_then(|key| of_record.get(key)) {
                Some(at) => parts[*at].1 += amount,
                None => {
                    of_record.extend(key.map(|key| (key, parts.len())));
                    parts.push((due, amount));
                }
            }
        }
        if !self.rules.is_zero() {
            parts.push((Due::Rules, self.rules));
        }
        parts.sort_by_key(|(_, amount)| Reverse(amount.abs()));
        let exact: Vec<Decimal> = parts.iter().map(|(_, amount)| *amount).collect();
        let rounded = adding_up(&exact, printed, places);
        (parts.into_iter().zip(rounded))
            .filter(|(_, amount)| !amount.is_zero())
            .map(|((due, _), amount)| self.cause(frame, &due, amount))
            .collect()
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

    /// Returns the inputs that moved, each with its effect.
    pub(crate) fn effects(&self) -> Vec<Effect> {
        let places = self.both.moved().map_or(PLACES, |moved| moved.scale());
        let moved = self.inputs.iter().filter(|input| input.old.value != input.new.value);
        let effects = moved.map(|input| Effect {
            name: input.new.name.clone(),
            moved: input.told(),
            points: self.both.change(round(input.effect, places)),
        });
        effects.collect()
    }
}

impl Moved<'_> {
    /// Returns the effect of the input by record, in proportion; as a whole if it is no sum of
    /// records.
    fn parts<'a>(&'a self, frame: &'a Frame) -> Vec<(Due<'a>, Decimal)> {
        let whole = vec![(Due::Input(self), self.effect)];
        let Some((course, scope)) = self.course(frame) else { return whole };
        let records = course.records(&scope);
        let sum: Decimal = records.iter().map(|(_, amount)| *amount).sum();
        let parts = records.into_iter().map(|(key, amount)| {
            Some((Due::Record(key, course), portion(amount, sum, self.effect)?))
        });
        match parts.collect::<Option<Vec<_>>>() {
            Some(parts) if !parts.is_empty() => parts,
            _ => whole,
        }
    }

    /// Returns the contributions to the figure that the input is, with its scope; `None` if it is
    /// no sum of records.
    fn course<'a>(&self, frame: &'a Frame) -> Option<(&'a Course, Scope)> {
        // As of the day of a base it is no sum of the figure's own records.
        let id =
            self.new.figure.as_ref().filter(|_| self.new.is_own && self.old.is_own)?;
        let FigureId::Indicator(indicator, scope) = id else { return None };
        let view = frame.after.view_of(indicator.as_str())?;
        let figure = view.figure(scope)?;
        Some((frame.course(&view), figure.scope.clone()))
    }

    /// Returns both numbers: `1200.00→1500.00亩`.
    fn told(&self) -> String {
        let number = |input: &Input| match input.value.known() {
            Some(number) => shortest(number, PLACES),
            None => DASH.to_owned(),
        };
        format!("{}→{}{}", number(self.old), number(self.new), self.new.unit.word)
    }
}
