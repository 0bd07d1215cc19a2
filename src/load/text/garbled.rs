//! Text that two conversions have spoilt: its characters are gone, or stand for others.

use crate::load::text::fault::fault;
use crate::model::dictionary::Fault;

/// What is left of text that could not be read: the sign for that, and what GBK makes of its bytes.
const REMAINS: &[char] = &['\u{fffd}', '锟', '斤', '拷'];

/// The characters of Windows-1252 that are not their own codes, from 0x80 on; zero for none.
const WINDOWS: [u32; 32] = [
    0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160,
    0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
    0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
];

/// Returns the first spoilt place of a text.
pub(super) fn garbled(text: &str) -> Option<Fault> {
    let (at, length) = remains(text).into_iter().chain(misread(text)).min()?;
    let spoilt = &text[at..at + length];
    let problem = match spoilt.chars().next() {
        Some('\u{fffd}') => "这里有读不出来的字（U+FFFD），原来的字已经丢了".to_owned(),
        _ => format!("“{spoilt}”像是乱码，原来的字在转换编码时坏了"),
    };
    let help = "从原来的文件重新录入这一段，或从提交历史里取回；保存时选 UTF-8";
    Some(fault("garbled-text", at, at + length, problem, help))
}

/// Returns where a text has what is left of another, with its length.
fn remains(text: &str) -> Option<(usize, usize)> {
    let at = ["\u{fffd}", "锟斤"].iter().filter_map(|start| text.find(start)).min()?;
    let rest = &text[at..];
    Some((at, rest.len() - rest.trim_start_matches(REMAINS).len()))
}

/// Returns where a text reads like UTF-8 that was taken for Windows-1252, with its length.
fn misread(text: &str) -> Option<(usize, usize)> {
    let leads = |c: char| matches!(c, 'â'..='é' | 'Ã' | 'Â' | 'ï');
    let mut from = 0;
    while let Some(at) = text[from..].find(leads).map(|at| from + at) {
        let run = &text[at..];
        let bytes: Vec<(u8, usize)> =
            run.chars().map_while(|c| Some((byte(c)?, c.len_utf8()))).take(64).collect();
        let plain: Vec<u8> = bytes.iter().map(|(byte, _)| *byte).collect();
        let valid = match std::str::from_utf8(&plain) {
            Ok(_) => plain.len(),
            Err(error) => error.valid_up_to(),
        };
        if valid > 1 {
            return Some((at, bytes[..valid].iter().map(|(_, length)| length).sum()));
        }
        from = at + run.chars().next()?.len_utf8();
    }
    None
}

/// Returns the byte above ASCII that a character is in Windows-1252.
fn byte(c: char) -> Option<u8> {
    match c as u32 {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        code => {
            let at = WINDOWS.iter().position(|known| *known == code)?;
            u8::try_from(0x80 + at).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoilt_text_is_known_and_other_languages_are_not() {
        for text in
            ["锟斤拷锟斤拷项目", "é¥®æ–™åŠ å·¥", "饮料\u{fffd}加工", "â€œå…¬å¸â€", "Ã©"]
        {
            assert!(garbled(text).is_some(), "{text}");
        }
        for text in ["饮料加工", "Café Zürich", "Nestlé", "à la carte", "锟铻", "“公司”—"]
        {
            assert!(garbled(text).is_none(), "{text}");
        }
    }
}
