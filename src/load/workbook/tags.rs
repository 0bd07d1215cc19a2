//! What the tags of a part of a workbook say, for what the library does not tell.

use std::collections::BTreeSet;

use crate::load::workbook::bounds::MOST_COLUMNS;

/// Returns the tags that begin something, each by its name without prefix and all that stands
/// between this and the end.
pub(super) fn named(xml: &str) -> impl Iterator<Item = (&str, &str)> {
    xml.split('<').filter_map(|piece| {
        let tag = piece.split_once('>').map_or(piece, |(tag, _)| tag);
        let end = tag.find([' ', '\t', '\r', '\n', '/']).unwrap_or(tag.len());
        Some((tag[..end].rsplit(':').next()?, &tag[end..]))
    })
}

/// Returns the tags of a name.
pub(super) fn tags<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    named(xml).filter_map(move |(own, tag)| (own == name).then_some(tag))
}

/// Returns the attributes of a tag with their values.
pub(super) fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let (name, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
        let (value, left) = after[1..].split_once(quote)?;
        rest = left;
        Some((name.trim(), value))
    })
}

/// Returns what an attribute of a tag is.
pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attributes(tag).find_map(|(own, value)| (own == name).then_some(value))
}

/// Returns what the attribute of a name with any prefix is.
pub(super) fn prefixed<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let is_meant = |own: &str| own.rsplit_once(':').is_some_and(|(_, own)| own == name);
    attributes(tag).find_map(|(own, value)| is_meant(own).then_some(value))
}

/// Tags of a sheet that name places, each with the attribute that does.
const PLACED: &[(&str, &str)] =
    &[("c", "r"), ("row", "r"), ("dimension", "ref"), ("mergeCell", "ref"), ("f", "ref")];
/// Letters of the last column and digits of the last row that a sheet can have.
const LETTERS: usize = 3;
const DIGITS: usize = 7;

/// Returns whether all places that a sheet names can be those of a sheet, and areas begin before
/// they end; the library reckons with any.
pub(super) fn are_places(sheet: &str) -> bool {
    PLACED.iter().all(|(tag, name)| {
        tags(sheet, tag).all(|tag| {
            let areas = attribute(tag, name).unwrap_or_default();
            is_whole(tag) && areas.split_terminator(' ').all(is_area)
        })
    })
}

/// Returns whether every value in a tag ends in it: none holds what ends tags.
fn is_whole(tag: &str) -> bool {
    ['"', '\''].into_iter().all(|quote| tag.matches(quote).count() % 2 == 0)
}

fn is_area(area: &str) -> bool {
    let (from, to) = area.split_once(':').unwrap_or((area, area));
    let (Some(from), Some(to)) = (at(from), at(to)) else { return false };
    from.0 <= to.0 && from.1 <= to.1
}

/// The numbers of a place, the row's and the column's, as far as it names them.
fn at(place: &str) -> Option<(u32, u32)> {
    let place = place.replace('$', "");
    let digits = place.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &place[..place.len() - digits.len()];
    if letters.len() > LETTERS || digits.len() > DIGITS {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    Some((row, column))
}

/// Returns the rows of a sheet that are hidden, from 0; one that does not say where it stands
/// follows the one before.
pub(super) fn hidden_rows(sheet: &str) -> BTreeSet<u32> {
    let (mut next, mut hidden) = (1_u32, BTreeSet::new());
    for tag in tags(sheet, "row") {
        let row = attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(next);
        if is_hidden(tag) || attribute(tag, "ht").is_some_and(is_nothing) {
            hidden.extend(row.checked_sub(1));
        }
        next = row.saturating_add(1);
    }
    hidden
}

/// Returns the columns of a sheet that are hidden, from 0, as far as a sheet of records may reach.
pub(super) fn hidden_columns(sheet: &str) -> BTreeSet<u32> {
    let number = |tag: &str, name: &str| attribute(tag, name)?.parse::<u32>().ok();
    let columns = tags(sheet, "col")
        .filter(|tag| is_hidden(tag) || attribute(tag, "width").is_some_and(is_nothing));
    let of = |tag: &str| Some((number(tag, "min")?, number(tag, "max")?));
    columns
        .filter_map(of)
        .flat_map(|(from, to)| from.saturating_sub(1)..to.min(MOST_COLUMNS))
        .collect()
}

fn is_hidden(tag: &str) -> bool {
    attribute(tag, "hidden").is_some_and(|word| matches!(word, "1" | "true"))
}

fn is_nothing(size: &str) -> bool {
    size.parse().is_ok_and(|size: f64| size <= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_are_seen() {
        let sheet = "<x:row r=\"3\" hidden=\"1\"/><row r='4'><c/></row>\
            <row hidden = 'true' r=\"7\"></row><rows r=\"9\" hidden=\"1\"/>";
        assert_eq!(hidden_rows(sheet), BTreeSet::from([2, 6]));
        let unsaid = "<row r=\"3\"/><row hidden=\"1\"/><row ht=\"0\"/><row/>";
        assert_eq!(hidden_rows(unsaid), BTreeSet::from([3, 4]));
        let columns =
            "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\"/>";
        assert_eq!(hidden_columns(columns), BTreeSet::from([1, 2]));
        assert_eq!(attribute(" a:name=\"1\" name=\"2\"", "name"), Some("2"));
    }

    #[test]
    fn a_place_ends_in_its_tag() {
        assert!(are_places("<c r=\"B4\" s='1'/><c s=\"1\"/>"));
        assert!(!are_places("<c r=\"headerFooter>B4\"/>"));
        assert!(!are_places("<c r=\"headerFooter<B4\"/>"));
    }

    #[test]
    fn an_area_begins_before_it_ends() {
        let merged = |area: &str| are_places(&format!("<mergeCell ref=\"{area}\"/>"));
        assert!(["A1", "A3:D3", "$B$2:$C$9", "A:C"].into_iter().all(merged));
        assert!(!["D3:A3", "A4:A3", "ZZZZ1", "A12345678", "A-1"].into_iter().any(merged));
    }
}
