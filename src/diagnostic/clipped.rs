//! Messages that quote what somebody typed, at a length that a screen has.

use crate::diagnostic::plain::plain_line;

/// Quoted words that are longer, in characters, are shown in part.
const LONG_WORD: usize = 60;
/// What is shown of a long word: its start and its end.
const HEAD: usize = 40;
const TAIL: usize = 10;

/// Returns a message in which every word in quotation marks is short and on one line.
pub fn clipped(message: &str) -> String {
    let mut out = String::with_capacity(message.len().min(1000));
    let mut rest = message;
    while let Some(start) = rest.find('“').map(|at| at + '“'.len_utf8()) {
        let end = rest[start..].find('”').map_or(rest.len(), |end| start + end);
        out.push_str(&rest[..start]);
        out.push_str(&clipped_word(&plain_line(&rest[start..end])));
        rest = &rest[end..];
    }
    out + rest
}

/// Returns a word, or its start and end if it is long.
pub fn clipped_word(word: &str) -> String {
    let length = word.chars().count();
    if length <= LONG_WORD {
        return word.to_owned();
    }
    let head = word.chars().take(HEAD);
    head.chain(['…']).chain(word.chars().skip(length - TAIL)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_shown_in_part() {
        let message = format!("没有叫“{}尾”的责任单位，“乙”也没有", "长".repeat(1000));
        let shown = clipped(&message);
        assert!(
            shown.chars().count() < 100 && shown.ends_with("长尾”的责任单位，“乙”也没有")
        );
        assert_eq!(clipped("没有叫“甲"), "没有叫“甲");
        assert_eq!(clipped("没有“甲\n错误：乙”"), "没有“甲\\u{a}错误：乙”");
    }
}
