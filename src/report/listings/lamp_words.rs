//! What the lamps of a set mean, in words and in signs.

use rust_decimal::Decimal;

use crate::model::plan::assessment::lamp::{Lamp, LampBasis, LampSet};
use crate::model::value::interval::Interval;
use crate::sheet::part::lamp_mark;
use crate::view::inline::Mark;

/// The lamps of a set with the words of their conditions.
pub(crate) fn legend(set: &LampSet) -> Vec<Mark> {
    set.lamps.iter().map(legend_mark).collect()
}

fn legend_mark(lamp: &Lamp) -> Mark {
    let word = format!("{}（{}）", lamp.label(), in_signs(&lamp.condition));
    Mark { word, ..lamp_mark(Some(lamp)) }
}

/// A condition in signs, as a legend has room for: `≥10`, `≥0且＜10`.
fn in_signs(interval: &Interval) -> String {
    let sign = |bound: Option<(Decimal, bool)>, closed: &str, open: &str| {
        bound.map(|(at, is_inside)| {
            format!("{}{at}", if is_inside { closed } else { open })
        })
    };
    let from = sign(interval.from, "≥", "＞");
    let bounds: Vec<String> =
        from.into_iter().chain(sign(interval.to, "≤", "＜")).collect();
    if bounds.is_empty() { interval.to_string() } else { bounds.join("且") }
}

/// A lamp's condition with what it is about: `超欠不低于10个百分点`.
pub(crate) fn lamp_condition(set: &LampSet, interval: &Interval) -> String {
    let name = match set.basis {
        LampBasis::Lead => "超欠",
        other => other.label(),
    };
    format!("{name}{interval}{}", set.basis.unit())
}
