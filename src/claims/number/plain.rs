//! A text with its numbers in plain digits, whatever they are printed in.

use crate::claims::number::numeral::numeral;

/// A printed text and the same text with plain numbers: `63.5%` for ６３．５％ and 百分之六十三点五.
#[derive(Clone, Debug)]
pub struct Plain<'a> {
    printed: &'a str,
    text: String,
    /// For each byte of the plain text, and for its end, where the printed text has it.
    origins: Vec<usize>,
}

impl<'a> Plain<'a> {
    /// Makes the numbers of a text plain.
    pub fn of(printed: &'a str) -> Plain<'a> {
        let mut plain = Plain { printed, text: String::new(), origins: Vec::new() };
        let (mut at, mut before) = (0, None);
        while let Some(mark) = printed[at..].chars().next() {
            let rest = &printed[at..];
            let (length, written) = match numeral(rest, before) {
                Some(numeral) => numeral,
                None => (mark.len_utf8(), plain_mark(mark, &printed[..at], rest)),
            };
            plain.origins.extend(written.bytes().map(|_| at));
            plain.text.push_str(&written);
            before = printed[at..at + length].chars().next_back();
            at += length;
        }
        plain.origins.push(printed.len());
        plain
    }

    /// Returns the plain text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns where the printed text has a place of the plain one.
    pub fn origin(&self, at: usize) -> usize {
        self.origins[at]
    }

    /// Returns what is printed for a part of the plain text.
    pub fn printed(&self, start: usize, end: usize) -> &'a str {
        &self.printed[self.origins[start]..self.origins[end]]
    }
}

/// Returns a character as it is written in a plain number, with the text before it and from it on.
fn plain_mark(mark: char, ahead: &str, rest: &str) -> String {
    let (before, next) = (ahead.chars().next_back(), rest.chars().nth(1));
    let is_between =
        |of: fn(char) -> bool| before.is_some_and(of) && next.is_some_and(of);
    match mark {
        '．' | '·' if is_between(is_digit) => ".".to_owned(),
        '％' | '﹪' => "%".to_owned(),
        '－' | '−' | '﹣' => "-".to_owned(),
        // Thousands are set apart by a comma as wide as the digits, or by a space.
        '，' if is_between(|mark| wide_digit(mark).is_some()) && groups(ahead, rest) => {
            ",".to_owned()
        }
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'
            if is_between(is_digit) && groups(ahead, rest) =>
        {
            ",".to_owned()
        }
        _ => wide_digit(mark).unwrap_or(mark).to_string(),
    }
}

fn is_digit(mark: char) -> bool {
    mark.is_ascii_digit() || wide_digit(mark).is_some()
}

fn wide_digit(mark: char) -> Option<char> {
    ('０'..='９').contains(&mark).then(|| {
        let digit = u32::from(mark) - u32::from('０');
        char::from_digit(digit, 10).unwrap_or(mark)
    })
}

/// Returns whether no more than three digits come before a mark, and exactly three behind it.
fn groups(ahead: &str, rest: &str) -> bool {
    let before = ahead.chars().rev().take(4).take_while(|mark| is_digit(*mark)).count();
    let behind = rest.chars().skip(1).take(4).take_while(|mark| is_digit(*mark)).count();
    before <= 3 && behind == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_digits_and_numerals_become_plain_and_are_printed_as_they_were() {
        for (printed, text) in [
            ("到位５０．００亿元", "到位50.00亿元"),
            ("５００，０００万元", "500,000万元"),
            ("500 000万元", "500,000万元"),
            ("2023 500万元", "2023 500万元"),
            ("的６３．５０％", "的63.50%"),
            ("五十亿元的百分之六十三点五", "50亿元的63.5%"),
            ("下降－8%", "下降-8%"),
            ("１２个，３００个", "12个，300个"),
        ] {
            assert_eq!(Plain::of(printed).text(), text);
        }
        let plain = Plain::of("签约五十亿元，占６３．５０％");
        let at = plain.text().find("63").unwrap();
        assert_eq!(plain.printed(at, plain.text().len()), "６３．５０％");
    }
}
