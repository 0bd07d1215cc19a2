//! What the tags of a part of a workbook say, for what the library does not tell.

use std::collections::BTreeSet;

/// Returns the tags of a name, without its prefix: all that stands between the name and the end of
/// each.
pub(super) fn tags<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    xml.split('<').filter_map(move |piece| {
        let tag = piece.split_once('>').map_or(piece, |(tag, _)| tag);
        let end = tag.find([' ', '\t', '\r', '\n', '/']).unwrap_or(tag.len());
        let own = tag[..end].rsplit(':').next()?;
        (own == name).then(|| &tag[end..])
    })
}

/// Returns what an attribute of a tag is.
pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?;
        before.is_whitespace().then(|| rest.trim_start())
    })?;
    let quote = start.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    start[1..].split(quote).next()
}

/// Tags of a sheet that name places, each with the attribute that does.
const PLACED: &[(&str, &str)] =
    &[("c", "r"), ("row", "r"), ("dimension", "ref"), ("mergeCell", "ref"), ("f", "ref")];
/// Letters of the last column and digits of the last row that a sheet can have.
const LETTERS: usize = 3;
const DIGITS: usize = 7;

/// Returns whether all places that a sheet names can be those of a sheet; the library reckons with
/// any.
pub(super) fn are_places(sheet: &str) -> bool {
    PLACED.iter().all(|(tag, name)| {
        let mut named = tags(sheet, tag).filter_map(|tag| attribute(tag, name));
        named.all(|area| area.split([':', ' ']).all(is_place))
    })
}

fn is_place(place: &str) -> bool {
    let place = place.replace('$', "");
    let digits = place.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = place.len() - digits.len();
    letters <= LETTERS
        && digits.len() <= DIGITS
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the rows of a sheet that are hidden, from 0.
pub(super) fn hidden_rows(sheet: &str) -> BTreeSet<u32> {
    let rows = tags(sheet, "row").filter(|tag| {
        attribute(tag, "hidden").is_some_and(|word| matches!(word, "1" | "true"))
    });
    rows.filter_map(|tag| attribute(tag, "r")?.parse::<u32>().ok()?.checked_sub(1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_are_seen() {
        let sheet = "<x:row r=\"3\" hidden=\"1\"/><row r='4'><c/></row>\
            <row hidden = 'true' r=\"7\"></row><rows r=\"9\" hidden=\"1\"/>";
        assert_eq!(hidden_rows(sheet), BTreeSet::from([2, 6]));
        assert_eq!(attribute(" a:name=\"1\" name=\"2\"", "name"), Some("2"));
    }
}
