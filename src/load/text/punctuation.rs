//! Punctuation of YAML that a parser would report misleadingly, or not at all.

use std::collections::BTreeSet;

use crate::load::text::fault::{fault, lines};
use crate::load::text::suspicion;
use crate::model::dictionary::Fault;

/// The keys of all records, to distinguish keys from other words.
pub(crate) type Keys = BTreeSet<&'static str>;

/// Returns faults of YAML text that a parser would report misleadingly, or not at all.
pub(crate) fn check_yaml(text: &str, keys: &Keys) -> Vec<Fault> {
    let mut faults = Vec::new();
    if suspicion::is_punctuated(text) {
        return faults;
    }
    let mut block: Option<usize> = None;
    for (start, line) in lines(text) {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let content = &line[indent..];
        if content.is_empty() || block.is_some_and(|parent| indent > parent) {
            continue;
        }
        block = opens_block(content).then_some(indent);
        if content.starts_with('\t') && !content.trim().is_empty() {
            let end =
                start + indent + content.len() - content.trim_start_matches('\t').len();
            let help = "把制表符（Tab 键）改成空格，每层两个空格";
            faults.push(fault("tab-indent", start + indent, end, "缩进里有制表符", help));
        } else if !content.starts_with('#') {
            punctuation(content, start + indent, keys, &mut faults);
        }
    }
    faults
}

/// Returns whether a line ends with the sign of a block scalar, which continues over the indented
/// lines.
fn opens_block(content: &str) -> bool {
    let code = content.split(" #").next().unwrap_or(content).trim_end();
    let sign = code.rsplit([' ', ':']).next().unwrap_or("");
    sign.starts_with(['|', '>'])
        && sign.chars().skip(1).all(|c| matches!(c, '+' | '-' | '1'..='9'))
}

/// Finds `：`, `，`, and a missing space after a known key.
fn punctuation(content: &str, offset: usize, keys: &Keys, faults: &mut Vec<Fault>) {
    let body = content.trim_start_matches("- ");
    let mut at = content.len() - body.len();
    if let Some(colon) = wrong_colon(&content[at..], keys) {
        faults.push(colon_fault(colon, offset + at));
    }
    let mut flow = content[at..].starts_with(['{', '[']);
    let mut quote = None;
    let mut previous = ' ';
    let body_start = at;
    for (index, c) in content.char_indices().filter(|(index, _)| *index >= body_start) {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if matches!(previous, ' ' | '{' | '[' | ',') => {
                quote = Some(c)
            }
            (None, '#') if previous == ' ' => break,
            (None, '{' | '[') if matches!(previous, ' ' | '{' | '[') => {
                (flow, at) = (true, index + 1);
                inner_key(content, at, offset, keys, faults);
            }
            (None, ',' | '，') if flow => {
                at = index + c.len_utf8();
                let key = inner_key(content, at, offset, keys, faults);
                if c == '，' && key {
                    let start = offset + index;
                    let help = "把全角逗号“，”改成半角逗号加空格“, ”";
                    let problem = "两项之间用了全角逗号";
                    faults.push(fault(
                        "full-width-punctuation",
                        start,
                        start + 3,
                        problem,
                        help,
                    ));
                }
            }
            _ => {}
        }
        previous = c;
    }
}

/// Notes a wrong colon of the key after `{`, `[` or a comma, and returns whether it is a known key.
fn inner_key(
    content: &str,
    at: usize,
    offset: usize,
    keys: &Keys,
    faults: &mut Vec<Fault>,
) -> bool {
    let rest = content[at..].trim_start();
    let at = content.len() - rest.len();
    let is_key = key_end(rest).is_some_and(|end| keys.contains(rest[..end].trim_end()));
    if let Some(colon) = wrong_colon(rest, keys) {
        faults.push(colon_fault(colon, offset + at));
    }
    is_key
}

/// Returns a full-width colon after a known key, or one without a space, with its offset.
fn wrong_colon(text: &str, keys: &Keys) -> Option<(usize, char)> {
    let at = key_end(text)?;
    let key = text[..at].trim_end();
    let colon = text[at..].chars().next()?;
    let next = text[at + colon.len_utf8()..].chars().next();
    let wrong = colon == '：' || next.is_some_and(|c| c != ' ' && c != '\t');
    (wrong && keys.contains(key)).then_some((at, colon))
}

/// Returns the offset of the colon after what may be a key. Keys are short, so only the first
/// characters are searched.
fn key_end(text: &str) -> Option<usize> {
    let (at, c) = (text.char_indices().take(32))
        .find(|(_, c)| matches!(c, ':' | '：' | ',' | '[' | '{' | '"'))?;
    matches!(c, ':' | '：').then_some(at)
}

fn colon_fault((at, colon): (usize, char), offset: usize) -> Fault {
    let (start, end) = (offset + at, offset + at + colon.len_utf8());
    if colon == '：' {
        let help = "把全角冒号“：”改成半角冒号加空格“: ”（输入法切到英文标点）";
        return fault("full-width-punctuation", start, end, "键后面用了全角冒号", help);
    }
    let help = "在冒号后面加一个空格";
    fault("missing-space", start, end, "键的冒号后面没有空格", help)
}
