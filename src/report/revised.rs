//! Revised figures as the reader sees them: the mark beside a number, and the texts of old and new.

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::model::revision::Revision;
use crate::report::release::MovedPart;
use crate::words::number::{DASH, exact, lead, percent};

/// What stands behind a revised number.
pub const MARK: &str = "*";

/// The old and the new text of a moved part, told apart even where both would print alike.
pub fn shown(part: &MovedPart, unit: &str) -> (String, String) {
    texts(part.part.id(), part.old.as_deref(), part.new.as_deref(), unit)
}

/// The old and the new text of a revision.
pub fn revision_texts(revision: &Revision, unit: &str) -> (String, String) {
    texts(revision.part.id(), revision.old.as_deref(), revision.new.as_deref(), unit)
}

fn texts(
    part: &str,
    old: Option<&str>,
    new: Option<&str>,
    unit: &str,
) -> (String, String) {
    let both = |fine: bool| {
        let text = |value: Option<&str>| {
            value.map_or(DASH.to_owned(), |value| worded(part, value, unit, fine))
        };
        (text(old), text(new))
    };
    let plain = both(false);
    if plain.0 == plain.1 { both(true) } else { plain }
}

fn worded(part: &str, value: &str, unit: &str, fine: bool) -> String {
    let Ok(number) = Decimal::from_str(value) else { return value.to_owned() };
    let places = if fine { 8 } else { 2 };
    match part {
        "value" | "target" => format!("{}{unit}", exact(number)),
        "completion" | "schedule" => percent(number, places),
        "lead" => lead(number, number.scale()),
        "rank" => format!("第{value}位"),
        "total" => format!("{value}分"),
        item if item.starts_with("item:") => format!("{value}分"),
        _ => value.to_owned(),
    }
}

/// Whether one of some revisions changed a printed part of a figure, or what it follows from.
pub fn touches(revisions: &[Revision], figure: &str, part: &str) -> bool {
    revisions.iter().any(|revision| {
        let frozen = revision.part.id();
        revision.figure == figure
            && match part {
                "remaining" | "needed" | "projection" => {
                    matches!(frozen, "value" | "target")
                }
                "verdict" => frozen.starts_with("verdict:"),
                "movement" => frozen == "rank",
                part => frozen == part,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_print_alike_are_told_apart() {
        let both = texts("completion", Some("0.6400000000"), Some("0.6400100000"), "");
        assert_eq!(both, ("64.00000000%".to_owned(), "64.00100000%".to_owned()));
        assert_eq!(texts("value", Some("3.2"), None, "亿元").0, "3.2亿元");
        assert_eq!(texts("value", Some("3.2"), None, "亿元").1, "—");
        assert_eq!(texts("lead", Some("-3.20"), Some("1.00"), "").0, "欠3.20个百分点");
    }
}
