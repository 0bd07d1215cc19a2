//! A sentence → its numbers with a unit, each with the words round it.

use rust_decimal::Decimal;

use crate::claims::found_claim::Spot;
use crate::claims::number::amount::{Amount, last_clause};
use crate::claims::number::plain::Plain;
use crate::claims::number::unit::Unit;
use crate::model::printed::text::Sentence;
use crate::model::value::number::is_plain;

const MARKS: [char; 6] = ['，', ',', '；', '：', '、', '。'];

/// Returns the numbers with a unit in a sentence, which is the `index`th of its text.
pub fn amounts_of(index: usize, sentence: &Sentence) -> Vec<Amount> {
    let mut amounts = amounts(&sentence.text);
    for amount in &mut amounts {
        if let Spot::Sentence(sentence_index, start) = &mut amount.spot {
            *sentence_index = index;
            amount.line = sentence.line_at(*start);
        }
    }
    amounts
}

/// Returns the numbers with a unit in a text.
pub fn amounts(text: &str) -> Vec<Amount> {
    let plain = Plain::of(text);
    let text = plain.text();
    let mut amounts: Vec<Amount> = Vec::new();
    let (mut at, mut start) = (0, 0);
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let first = at + offset;
        let digits = digits(&text[first..]);
        at = first + digits.len();
        let after = text[at..].trim_start();
        let unit = Unit::at_start(after).filter(|_| !text[..first].ends_with('第'));
        let Some((unit, read)) = unit.zip(number(digits)) else { continue };
        let stop = text.len() - after.len() + unit.length;
        let before = &text[start..first];
        let unsigned = before.trim_end_matches('-');
        let negative =
            before.ends_with('-') && !unsigned.ends_with(|c: char| c.is_ascii_digit());
        let value = read * Decimal::new(1, unit.smaller);
        if let Some(last) = amounts.last_mut() {
            last.after = first_clause(before);
        }
        let printed = plain.printed(first, stop);
        amounts.push(Amount {
            value: if negative { -value } else { value },
            dimension: unit.dimension,
            text: format!("{}{printed}", if negative { "-" } else { "" }),
            before: before.to_owned(),
            clause: last_clause(&text[..first]).to_owned(),
            after: first_clause(&text[stop..]),
            line: 1,
            spot: Spot::Sentence(0, plain.origin(first)),
        });
        (at, start) = (stop, stop);
    }
    amounts
}

/// Returns the digits that a text begins with, and the points and commas between them.
fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    text[..end.unwrap_or(text.len())].trim_end_matches(['.', ','])
}

fn first_clause(text: &str) -> String {
    text[..text.find(MARKS).unwrap_or(text.len())].to_owned()
}

/// Reads a number with or without commas between thousands; `None` if it has too many digits.
pub fn number(text: &str) -> Option<Decimal> {
    text.replace(',', "").parse().ok().filter(|number| is_plain(*number))
}

/// Returns the numbers in a text that have too many digits.
pub fn too_long(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| !word.is_empty() && word.matches('.').count() <= 1)
        .filter(|word| number(word).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::number::amount::TARGET;

    fn texts(text: &str) -> Vec<String> {
        amounts(text).into_iter().map(|amount| amount.text).collect()
    }

    #[test]
    fn a_number_has_a_unit_and_words_before_it() {
        let amounts =
            amounts("到位1,005,136万元，完成目标80亿元的125.64%，2023年增长-8.92%");
        let texts: Vec<&str> =
            amounts.iter().map(|amount| amount.text.as_str()).collect();
        assert_eq!(texts, ["1,005,136万元", "80亿元", "125.64%", "-8.92%"]);
        assert_eq!(amounts[0].value, "100.5136".parse().unwrap());
        assert!(amounts[1].follows(TARGET) && !amounts[2].follows(TARGET));
        assert_eq!(amounts[3].before, "，2023年增长-");
    }

    #[test]
    fn a_number_is_printed_as_the_text_writes_it() {
        assert_eq!(
            texts("到位５０．００亿元的６３．５０％"),
            ["５０．００亿元", "６３．５０％"]
        );
        assert_eq!(texts("八十亿元的百分之六十三点五"), ["八十亿元", "百分之六十三点五"]);
        assert_eq!(texts("50亿，80亿元人民币，50亿吨"), ["50亿", "80亿元人民币"]);
        assert_eq!(texts("前11个月，第3次会议，30万元/亩"), ["30万元"]);
        assert_eq!(amounts("五十亿元")[0].value, Decimal::from(50));
    }
}
