//! Revised figures as the reader sees them: the mark beside a number, and the texts of old and new.

use crate::model::book::current::turned;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::model::book::Book;
use crate::model::book::current::MovedPart;
use crate::model::edition::release::ReleasedFigure;
use crate::model::edition::revision::{RevisedPart, Revision};
use crate::words::date::point;
use crate::words::number::{DASH, exact, lead, percent};

/// What stands behind a revised number.
pub const MARK: &str = "*";

/// The old and the new text of a moved part, told apart even where both would print alike.
fn shown(part: &MovedPart, unit: &str) -> (String, String) {
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

/// What a part of a figure is called: an item of a score by its name in the plan, a verdict by
/// its point.
pub fn part_name(book: &Book, figure: &str, part: &RevisedPart) -> String {
    if let Some(at) = part.id().strip_prefix("verdict:") {
        return format!("{}节点", point(at));
    }
    let item = || {
        let item = part.id().strip_prefix("item:")?;
        let assessment = figure.strip_prefix("score:")?.split('/').next()?;
        let mut items = book
            .plans
            .iter()
            .flat_map(|plan| &plan.record.assessments)
            .filter(|one| one.id.as_str() == assessment)
            .flat_map(|one| &one.items);
        let item = items.find(|one| one.id.as_str() == item)?;
        // 资金到位率得分13.22分: the name alone would read as a rate.
        Some(format!("{}得分", item.short()))
    };
    item().unwrap_or_else(|| part.label())
}

/// The moved parts in words; a verdict that stays is told by the completion it rests on.
pub fn moved_in_words(
    book: &Book,
    figure: &ReleasedFigure,
    parts: &[MovedPart],
    (before, now): (&str, &str),
) -> String {
    let stays = |part: &MovedPart| {
        part.part.id().starts_with("verdict:")
            && !turned(&part.part, &part.old, &part.new)
    };
    let told: Vec<&MovedPart> = parts.iter().filter(|part| !stays(part)).collect();
    let told = if told.is_empty() { parts.iter().collect() } else { told };
    let words = told.into_iter().map(|part| {
        let (old, new) = shown(part, &figure.unit);
        let name = part_name(book, &figure.id, &part.part);
        format!("{name}{before}{old}，{now}{new}")
    });
    words.collect::<Vec<String>>().join("；")
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
