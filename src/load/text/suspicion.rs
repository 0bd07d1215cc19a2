//! A look at the bytes of a text, which tells in a moment that nothing is wrong with nearly all of
//! them.

use crate::model::character::{
    is_odd_space, is_radical, is_selector, is_steering, latin_twin,
};

/// Returns whether a character may not be what it seems, whatever stands beside it.
fn is_seeming(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\n' | '\t');
    let is_odd = is_control || is_steering(c) || is_selector(c) || is_odd_space(c);
    let is_other = is_radical(c) || latin_twin(c).is_some();
    is_odd || is_other || matches!(c, '\u{c2}'..='\u{f4}' | '\u{fffd}' | '锟')
}

/// Bytes that begin characters that may not be what they seem, among others.
const BEGINS_SEEMING: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = match byte as u8 {
            b'\t' | b'\n' => false,
            0..=0x1f | 0x7f => true,
            0xc2..=0xc3 | 0xcd..=0xce | 0xd0..=0xd1 | 0xd8 | 0xdb..=0xdc => true,
            0xe0..=0xe2 | 0xee..=0xf4 => true,
            _ => false,
        };
        byte += 1;
    }
    begins
};

/// Returns whether a text has no characters that may not be what they seem, and no line that may
/// mark a conflict.
pub(super) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let harmless = |(at, byte): (usize, &u8)| match byte {
        b'<' | b'>' | b'=' | b'|' => {
            bytes[..at].last().is_some_and(|before| *before != b'\n')
        }
        b'\r' => bytes.get(at + 1) == Some(&b'\n'),
        // The one character of its row that is blank, and the one that spoilt texts are full of.
        0xe3 => !text[at..].starts_with('\u{3164}'),
        0xe9 => !text[at..].starts_with('锟'),
        byte if BEGINS_SEEMING[*byte as usize] => {
            !text[at..].chars().next().is_some_and(is_seeming)
        }
        _ => true,
    };
    bytes.iter().enumerate().all(harmless)
}

/// Returns whether a text has no tabs, no full-width colons and commas, and a space after each
/// colon.
pub(super) fn is_punctuated(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_right = |(at, byte): (usize, &u8)| match byte {
        b'\t' => false,
        b':' => matches!(bytes.get(at + 1), None | Some(b' ' | b'\n' | b'\r')),
        0xef => !text[at..].starts_with(['：', '，']),
        _ => true,
    };
    bytes.iter().enumerate().all(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_is_not_what_it_seems_is_overlooked() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(is_clean(&format!("甲{c}")), !is_seeming(c), "{c:?}");
        }
    }

    #[test]
    fn marks_of_a_conflict_are_suspicious_at_the_start_of_a_line() {
        assert!(is_clean("甲 <<<<<<< 乙 >\n"));
        for text in
            ["<<<<<<<", "甲\n>>>>>>> 乙", "甲\n=======", "甲\n|||||||", "\u{feff}甲"]
        {
            assert!(!is_clean(text), "{text}");
        }
    }

    #[test]
    fn what_may_be_wrong_punctuation_is_suspicious() {
        for text in ["甲: 乙\n丙:\r\n丁:", "（甲）；“乙”、丙。"] {
            assert!(is_punctuated(text), "{text}");
        }
        for text in ["甲：乙", "甲:乙", "{甲: 1，乙: 2}", "\t甲: 1"] {
            assert!(!is_punctuated(text), "{text}");
        }
    }
}
