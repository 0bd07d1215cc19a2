//! What an edition is headed by, and the digest of its text.

use std::collections::BTreeSet;

use crate::load::source::digest::sha256;
use crate::model::edition::Edition;
use crate::model::value::period::Period;
use crate::results::told::held::DIGITS;

/// What begins the subject of an edition's text.
const SUBJECT: &str = "通报/";

/// Returns what the text of an edition is known by: `通报/2023-06`.
pub(super) fn about(period: &Period) -> String {
    format!("{SUBJECT}{period}")
}

/// Returns whether something is told of the text of an edition.
pub fn is_text(about: &str) -> bool {
    about.starts_with(SUBJECT)
}

/// Returns the number, the day and the title of an edition, and the digest of what else is written in
/// it: to whom it goes, its narrative and its comments on units.
pub(super) fn words(edition: &Edition) -> BTreeSet<String> {
    let card = &edition.card;
    let comments = card.comments.iter().map(|comment| comment.text.as_str());
    let addressees = card.addressees.as_deref().into_iter();
    let lines: Vec<&str> = [edition.written.as_str()]
        .into_iter()
        .chain(addressees)
        .chain(comments)
        .collect();
    let mut digest = sha256(lines.join("\n").as_bytes());
    digest.truncate(DIGITS);
    let number = card.number.map(|number| format!("期号 {number}"));
    let issued = card.issued.map(|day| format!("印发 {day}"));
    // A semicolon stands between two things that are told.
    let title = format!("标题 {}", card.title.replace('；', ";"));
    [number, issued, Some(title), Some(format!("正文 {digest}"))]
        .into_iter()
        .flatten()
        .collect()
}
