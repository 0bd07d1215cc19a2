//! Numbers in a bulletin's text, each with its unit and the words before it.

use rust_decimal::Decimal;

use crate::model::claim::GivenNumber;
use crate::model::number::is_plain;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Money in a currency.
    Money(&'static str),
    /// Things that are counted.
    Count(&'static str),
    /// `%`.
    Percent,
    /// `个百分点`.
    Points,
}

/// Units with what they are of and by how many places they are smaller than the largest.
const UNITS: &[(&str, Dimension, u32)] = &[
    ("个百分点", Dimension::Points, 0),
    ("百分点", Dimension::Points, 0),
    ("%", Dimension::Percent, 0),
    ("％", Dimension::Percent, 0),
    ("亿美元", Dimension::Money("美元"), 0),
    ("万美元", Dimension::Money("美元"), 4),
    ("亿元", Dimension::Money("元"), 0),
    ("万元", Dimension::Money("元"), 4),
    ("个", Dimension::Count("个"), 0),
    ("家", Dimension::Count("家"), 0),
    ("次", Dimension::Count("次"), 0),
    ("项", Dimension::Count("项"), 0),
    ("人", Dimension::Count("人"), 0),
];

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number in the largest unit of its kind, with the places that it was printed with.
    pub value: Decimal,
    /// What it is of.
    pub dimension: Dimension,
    /// As printed, with its unit.
    pub text: String,
    /// The words between the number before it and itself.
    pub before: String,
}

impl Amount {
    /// Whether one of some words stands before it.
    pub fn follows(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.before.contains(word))
    }

    /// The number as something to compute with: counts and targets are meant exactly.
    pub fn given(&self) -> GivenNumber {
        let exact = matches!(self.dimension, Dimension::Count(_)) || self.follows(TARGET);
        GivenNumber { value: self.value, rounded: !exact }
    }

    /// Whether it is money or a count.
    pub fn is_quantity(&self) -> bool {
        matches!(self.dimension, Dimension::Money(_) | Dimension::Count(_))
    }
}

/// Words before a target.
pub const TARGET: &[&str] = &["目标", "任务", "计划"];

/// The numbers of a text that carry a unit.
pub fn amounts(text: &str) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let (mut at, mut start) = (0, 0);
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let first = at + offset;
        let rest = &text[first..];
        let length = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(rest.len());
        let digits = rest[..length].trim_end_matches(['.', ',']);
        let end = first + digits.len();
        at = first + length;
        let Some(read) = number(digits) else { continue };
        let after = text[end..].trim_start();
        let Some((unit, dimension, smaller)) =
            UNITS.iter().find(|(unit, ..)| after.starts_with(unit))
        else {
            continue;
        };
        let stop = text.len() - after.len() + unit.len();
        let before = &text[start..first];
        let negative = before.ends_with(['-', '−', '－'])
            && !before
                .trim_end_matches(['-', '−', '－'])
                .ends_with(|c: char| c.is_ascii_digit());
        let value = read * Decimal::new(1, *smaller);
        found.push(Amount {
            value: if negative { -value } else { value },
            dimension: *dimension,
            text: format!("{}{}", if negative { "-" } else { "" }, &text[first..stop]),
            before: before.to_owned(),
        });
        (at, start) = (stop, stop);
    }
    found
}

/// A number with or without commas between thousands; none where it is too long to be computed with.
pub fn number(text: &str) -> Option<Decimal> {
    text.replace(',', "").parse().ok().filter(|number| is_plain(*number))
}

/// The numbers of a text that are too long to be computed with.
pub fn too_long(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let words = words.map(|word| word.trim_matches(['.', ',']));
    words
        .filter(|word| !word.is_empty() && word.matches('.').count() <= 1)
        .filter(|word| number(word).is_none())
}

/// The last month that a text covers: `1—6月`, `1至6月`, `上半年`, `一季度`.
pub fn months(text: &str) -> Option<u32> {
    const WORDS: &[(&str, u32)] = &[("一季度", 3), ("上半年", 6), ("前三季度", 9)];
    for (at, _) in text.match_indices('月') {
        let before = &text[..at];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let month = before[start.len()..].parse::<u32>().ok();
        let ranged = start.ends_with("1-")
            || start.ends_with("1—")
            || start.ends_with("1－")
            || start.ends_with("1至")
            || start.ends_with("1～")
            || start.ends_with("1~");
        if let Some(month) = month.filter(|month| ranged && (1..=12).contains(month)) {
            return Some(month);
        }
    }
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_unit_and_words_before_it() {
        let found =
            amounts("到位1,005,136万元，完成目标80亿元的125.64%，2023年增长-8.92%");
        let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["1,005,136万元", "80亿元", "125.64%", "-8.92%"]);
        assert_eq!(found[0].value, "100.5136".parse().unwrap());
        assert!(found[1].follows(TARGET) && !found[2].follows(TARGET));
        assert_eq!(found[3].before, "，2023年增长-");
    }

    #[test]
    fn months_are_told_in_several_ways() {
        assert_eq!(months("2006年1-10月"), Some(10));
        assert_eq!(months("2023年1—6月"), Some(6));
        assert_eq!(months("上半年"), Some(6));
        assert_eq!(months("6月底"), None);
    }
}
