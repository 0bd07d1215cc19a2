//! A look at the bytes of a text, which tells in a moment that nothing is wrong with nearly all of
//! them.

use crate::diagnostic::plain::is_steering;

/// Returns whether a character is a control character, steers others, or is our own private mark.
pub(super) fn is_hidden(c: char) -> bool {
    let allowed = matches!(c, '\n' | '\r' | '\t');
    let private = matches!(c, '\u{e000}' | '\u{fffe}' | '\u{ffff}');
    c.is_control() && !allowed || is_steering(c) || private
}

/// Bytes that begin hidden characters, among others.
const BEGINS_HIDDEN: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = match byte as u8 {
            b'\t' | b'\n' | b'\r' => false,
            0..=0x1f | 0x7f => true,
            0xc2 | 0xcd | 0xd8 | 0xe1 | 0xe2 | 0xee | 0xef | 0xf3 => true,
            _ => false,
        };
        byte += 1;
    }
    begins
};

/// Returns whether a text has no hidden characters, and no line that may mark a conflict.
pub(super) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let harmless = |(at, byte): (usize, &u8)| match byte {
        b'<' | b'>' => bytes[..at].last().is_some_and(|before| *before != b'\n'),
        byte if BEGINS_HIDDEN[*byte as usize] => {
            !text[at..].chars().next().is_some_and(is_hidden)
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
    fn no_hidden_character_is_overlooked() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(is_clean(&format!("甲{c}")), !is_hidden(c), "{c:?}");
        }
    }

    #[test]
    fn marks_of_a_conflict_are_suspicious_at_the_start_of_a_line() {
        assert!(is_clean("甲 <<<<<<< 乙 >\n"));
        for text in ["<<<<<<<", "甲\n>>>>>>> 乙", "\u{feff}甲"] {
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
