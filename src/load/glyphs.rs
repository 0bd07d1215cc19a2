//! Reports characters that the fonts of the PDF lack, each once a line.

use crate::model::character::{is_unseen, twin};
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// Callback that says whether the PDF can print a character.
pub type Covers<'a> = &'a (dyn Fn(char) -> bool + Sync);

/// Returns a fault for each character that cannot be printed; comments are never printed.
pub(super) fn missing_glyphs(text: &str, covers: Covers) -> Vec<Fault> {
    let mut faults = Vec::new();
    if text.chars().all(|c| is_printed(c, covers)) {
        return faults;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.find(" #").map_or(line, |comment| &line[..comment]);
        if !line.is_ascii() && !shown.starts_with('#') {
            faults.extend(first(shown, start, covers));
        }
        start += line.len();
    }
    faults
}

fn first(line: &str, start: usize, covers: Covers) -> Option<Fault> {
    let (at, character) = line.char_indices().find(|(_, c)| !is_printed(*c, covers))?;
    let (from, to) = (start + at, start + at + character.len_utf8());
    let code = u32::from(character);
    Some(Fault {
        code: "missing-glyph",
        span: Span { start: from as u32, end: to as u32 },
        problem: format!("公文版的字体里没有“{character}”（U+{code:04X}），会印成〓"),
        help: "换一个通用的字；确要用这个字的，在主题里放一个有它的字体".to_owned(),
        other: None,
    })
}

/// Returns whether a character is a fault of another kind.
fn is_told(c: char) -> bool {
    is_unseen(c) || twin(c).is_some() || c == '\u{fffd}'
}

fn is_printed(c: char, covers: Covers) -> bool {
    c.is_ascii() || covers(c) || c.is_whitespace() || is_told(c)
}
