//! Mobile phone numbers: personal data that must not be in git.

use crate::load::text::fault::fault;
use crate::model::dictionary::Fault;

/// Returns whether there is a mobile phone number.
pub(crate) fn has_phone_number(text: &str) -> bool {
    !phone_numbers(text).is_empty()
}

/// Returns mobile phone numbers, with or without separators.
pub(super) fn phone_numbers(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at += 1;
        // A mobile number is 1 and a digit from 3; most numbers are not.
        if bytes[start] != b'1' || !matches!(bytes.get(at), Some(b'3'..=b'9')) {
            continue;
        }
        let before = bytes[..start].last();
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || b".-/".contains(byte);
        if before.is_some_and(is_inside) {
            continue;
        }
        if let Some(end) = phone_end(text, start) {
            let help = "删去手机号；确需联系方式的，写办公电话，并把历史提交里的一并清除";
            faults.push(fault("phone-number", start, end, "这里像是个人手机号", help));
            at = end;
        }
    }
    faults
}

/// Returns the end of a phone number that starts here: 1, the digit after it, nine more, in groups
/// of 3, 4 and 4; `None` if there is none.
fn phone_end(text: &str, start: usize) -> Option<usize> {
    let mut digits = 0;
    let mut end = start;
    for (index, c) in text[start..].char_indices() {
        let separator = matches!(c, ' ' | '-') && matches!(digits, 3 | 7);
        if c.is_ascii_digit() && digits < 11 {
            digits += 1;
            end = start + index + 1;
        } else if !separator || digits == 11 {
            break;
        }
    }
    let after = text[end..].chars().next();
    let goes_on =
        after.is_some_and(|c| c.is_ascii_alphanumeric() || "亿万元.-/%个".contains(c));
    (digits == 11 && !goes_on).then_some(end)
}
