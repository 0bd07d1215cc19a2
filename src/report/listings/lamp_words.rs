//! What the lamps of a set mean, in words and in signs.

use crate::model::plan::assessment::lamp::{Lamp, LampBasis, LampSet};
use crate::model::value::word::Interval;
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
    let signs = [("不低于", "≥"), ("不高于", "≤"), ("高于", "＞"), ("低于", "＜")];
    let words = interval.to_string();
    signs.iter().fold(words, |words, (word, sign)| words.replace(word, sign))
}

/// A lamp's condition with what it is about: `超欠不低于10个百分点`.
pub(crate) fn lamp_condition(set: &LampSet, interval: &Interval) -> String {
    let name = match set.basis {
        LampBasis::Lead => "超欠",
        other => other.label(),
    };
    format!("{name}{interval}{}", set.basis.unit())
}
