//! Access to the content of records by key, and values as one line of text.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Field, Word};
use crate::model::value::quantity::{Base, Quantity};
use crate::words::number::{exact, percent, signed};

/// Longest text of a value, in characters.
const LONGEST: usize = 120;

/// Returns the entries of a map; empty for anything else.
pub(super) fn entries(written: &Written) -> &[Entry] {
    match written {
        Written::Map { entries, .. } => entries,
        _ => &[],
    }
}

/// Returns the value of a field; `None` if it is not written.
pub(super) fn entry<'a>(entries: &'a [Entry], field: &Field) -> Option<&'a Written> {
    keyed(entries, field.key.as_str())
}

/// Returns the value of a key, given as text.
pub(super) fn keyed<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Written> {
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// Returns a value as one line of text.
pub(super) fn shown(written: &Written) -> String {
    let text = match written {
        Written::Scalar { text, .. } => {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Written::List { items, .. } => {
            items.iter().map(shown).collect::<Vec<_>>().join("、")
        }
        Written::Map { entries, .. } => {
            let pairs = entries
                .iter()
                .map(|entry| format!("{} {}", entry.key, shown(&entry.value)));
            pairs.collect::<Vec<_>>().join("，")
        }
    };
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// Two amounts held against each other.
pub(super) struct Amounts {
    /// Whether they are equal.
    pub(super) are_equal: bool,
    /// Their difference in the unit after.
    pub(super) difference: String,
    /// How many times the one before the one after is, where they are far apart; empty otherwise.
    pub(super) times: String,
}

/// From so many times on, or so small a part, an amount may be a slip of its unit.
const FAR: u32 = 5;

/// Returns two amounts held against each other; `None` for other values.
pub(super) fn amounts(before: &Written, after: &Written) -> Option<Amounts> {
    let read = |written: &Written| match written {
        Written::Scalar { text, .. } => Quantity::parse(text).ok(),
        _ => None,
    };
    let (old, new) = (read(before)?, read(after)?);
    let was = old.in_base(new.unit.base)?;
    let difference = new.amount().checked_sub(was)?;
    let number = new.unit.of_base(difference)?;
    let unit = if new.unit.base == Base::Share { "个百分点" } else { new.unit.word };
    Some(Amounts {
        are_equal: difference.is_zero(),
        difference: format!("{}{unit}", signed(number)),
        times: times(was, new.amount()).unwrap_or_default(),
    })
}

fn times(was: Decimal, is: Decimal) -> Option<String> {
    let far = Decimal::from(FAR);
    let times = is.checked_div(was).filter(|times| times.is_sign_positive())?;
    if times >= far {
        let places = u32::from(times < Decimal::ONE_HUNDRED);
        return Some(format!("是原来的{}倍", exact(round(times, places))));
    }
    (times * far <= Decimal::ONE && !times.is_zero())
        .then(|| format!("只有原来的{}", percent(times, 1)))
}
