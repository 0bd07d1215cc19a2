//! Numbers as offices write them: full-width, with separators, with their unit in the cell or in the
//! head.

use rust_decimal::Decimal;

use crate::model::value::quantity::{DENOMINATIONS, Denomination};

/// Returns a text with its full-width letters, digits and signs as plain ones.
pub(super) fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '。' => '.',
        '−' => '-',
        c => c,
    };
    text.trim().chars().map(narrow).collect::<String>().trim().to_owned()
}

/// Whether a cell says by a stroke that nothing is in it.
pub(super) fn is_stroke(text: &str) -> bool {
    matches!(text, "-" | "--" | "—" | "——" | "/" | "\\" | "…")
}

/// Returns the number in a text and the unit after it, if there is one; the error says why there is
/// none.
pub(super) fn amount(text: &str) -> Result<(Decimal, Option<Denomination>), String> {
    let narrow = narrow(text).replace(' ', "");
    let end = narrow
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-'))
        .unwrap_or(narrow.len());
    let (digits, word) = narrow.split_at(end);
    let number = plain(digits).ok_or_else(|| format!("“{}”不是一个数", text.trim()))?;
    match word {
        "" => Ok((number, None)),
        word => {
            let unit = DENOMINATIONS.iter().copied().find(|unit| unit.word == word);
            let unit =
                unit.ok_or_else(|| format!("“{}”的单位“{word}”不认得", text.trim()))?;
            Ok((number, Some(unit)))
        }
    }
}

/// Returns a number with or without separators of thousands.
fn plain(digits: &str) -> Option<Decimal> {
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let first = groups.first()?;
    let is_grouped = groups.len() == 1
        || (1..=3).contains(&first.len()) && groups[1..].iter().all(|one| one.len() == 3);
    let is_code = first.len() > 1 && first.starts_with('0');
    let is_number = is_grouped
        && !first.is_empty()
        && !is_code
        && !fraction.contains([',', '-', '.'])
        && !whole.contains('-')
        && !unsigned.ends_with('.');
    let joined = digits.replace(',', "");
    is_number.then(|| Decimal::from_str_exact(&joined).ok())?
}

/// Returns a head without its blanks and brackets, and the unit that stands in these.
pub(super) fn named(head: &str) -> (String, Option<Denomination>) {
    let narrow: String = narrow(head).split_whitespace().collect();
    let narrow = narrow.trim_start_matches('*');
    let (name, bracket) = match narrow.split_once('(') {
        Some((name, rest)) if !name.is_empty() => {
            (name, rest.split(')').next().unwrap_or_default())
        }
        _ => (narrow, ""),
    };
    let word = bracket.trim_start_matches("单位").trim_start_matches([':', '：']);
    (name.trim_end_matches([':', '：']).to_owned(), Denomination::of(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let read = |text: &str| {
            let (number, unit) = amount(text).unwrap();
            format!("{number}{}", unit.map_or("", |unit| unit.word))
        };
        assert_eq!(read("1,200.00"), "1200.00");
        assert_eq!(read("１２００．５　万元"), "1200.5万元");
        assert_eq!(read(" 3.2亿元"), "3.2亿元");
        assert_eq!(read("-15"), "-15");
        for text in ["约3", "0100", "1,20", "3.", "3百万元", "1.2.3", "12-3", "", "三"]
        {
            assert!(amount(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_unit_of_a_column_stands_in_its_head() {
        let head = |text: &str| {
            let (name, unit) = named(text);
            (name, unit.map_or("", |unit| unit.word))
        };
        assert_eq!(head("本月到位\n（亿元）"), ("本月到位".to_owned(), "亿元"));
        assert_eq!(head("到位 资金 (单位：万元)"), ("到位资金".to_owned(), "万元"));
        assert_eq!(head("*项目名称："), ("项目名称".to_owned(), ""));
    }
}
