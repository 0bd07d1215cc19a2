//! Characters that are not what they seem: controls, what shows nothing, odd spaces, look-alikes.

use crate::load::text::conflict::left_in;
use crate::load::text::fault::{fault, lines};
use crate::load::text::garbled::garbled;
use crate::load::text::suspicion;
use crate::model::character::{
    code, is_idle_selector, is_odd_space, is_radical, is_selector, is_steering,
    latin_twin, twin,
};
use crate::model::dictionary::Fault;

/// Returns the faults of a text file that make reading on pointless.
pub(crate) fn check_text(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !suspicion::is_clean(text) {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        faults.extend(hidden(&text[start..], start));
        faults.extend(lone_return(text));
        faults.extend(lines(text).filter_map(|(start, line)| look_alike(line, start)));
        faults.extend(garbled(text));
        faults.extend(left_in(text).conflicts);
    }
    faults
}

/// Returns the first character that nobody sees in a text, which starts at an offset of its file.
pub(super) fn hidden(text: &str, offset: usize) -> Option<Fault> {
    let mut before = None;
    let is_hidden = |(_, c): &(usize, char)| {
        let is_control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let is_hidden = is_control || is_steering(*c) || is_idle_selector(*c, before);
        before = Some(*c);
        is_hidden
    };
    let (at, c) = text.char_indices().find(is_hidden)?;
    let start = offset + at;
    Some(fault("control-character", start, start + c.len_utf8(), problem(c), HELP))
}

const HELP: &str = "删掉这个字符；多半是从网页或其他文档粘贴时带来的";

fn problem(c: char) -> String {
    let what =
        if is_selector(c) { "选择字形的字符" } else { "看不见的控制字符" };
    format!("这里有{what} {}", code(c))
}

/// Returns the first end of a line that is one on old machines alone.
pub(super) fn lone_return(text: &str) -> Option<Fault> {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    let at = (0..bytes.len()).find(is_lone)?;
    let help = "在编辑器里把行尾（换行符）改成 LF（Unix）或 CRLF（Windows），另存";
    let problem = "这里的换行是老 Mac 的写法（单个 CR，U+000D），别的程序看不出行";
    Some(fault("lone-return", at, at + 1, problem, help))
}

/// Returns the first character of a line that only looks like another one.
pub(super) fn look_alike(line: &str, offset: usize) -> Option<Fault> {
    let (at, c) = line
        .char_indices()
        .find(|(at, c)| is_radical(*c) || is_foreign(line, *at, *c))?;
    let start = offset + at;
    let (problem, help) = match twin(c).or_else(|| latin_twin(c)) {
        Some(common) => (
            format!(
                "“{c}”（{}）不是“{common}”（{}），只是看着一样",
                code(c),
                code(common)
            ),
            format!("改成“{common}”；多半是从 PDF 复制来的，这一行其他的字也核对一下"),
        ),
        None => (
            format!("“{c}”（{}）是部首，不是字", code(c)),
            "换成要写的字；多半是从 PDF 复制来的".to_owned(),
        ),
    };
    Some(fault("look-alike", start, start + c.len_utf8(), problem, &help))
}

/// Returns whether a letter of another script stands beside Latin ones.
fn is_foreign(line: &str, at: usize, c: char) -> bool {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let (before, after) = (line[..at].chars().next_back(), line[at..].chars().nth(1));
    latin_twin(c).is_some() && (is_latin(before) || is_latin(after))
}

/// Returns spaces that are not the common one, the first of each line; of a value also wide spaces
/// at its ends, where nobody sees them.
pub(super) fn odd_spaces(text: &str, is_yaml: bool) -> Vec<Fault> {
    let is_edge =
        |c: Option<char>| c.is_none_or(|c| c == ' ' || c.is_ascii_punctuation());
    let find = |(start, line): (usize, &str)| {
        let is_odd = |(at, c): &(usize, char)| {
            let beside = || [line[..*at].chars().next_back(), line[*at..].chars().nth(1)];
            is_odd_space(*c)
                || is_yaml && *c == '\u{3000}' && beside().into_iter().any(is_edge)
        };
        let (at, c) = line.char_indices().find(is_odd)?;
        let (name, start) =
            (if c == '\u{3000}' { "全角空格" } else { "特殊的空格" }, start + at);
        let problem = format!("这里有{name} {}，看不出来，却不是一般的空格", code(c));
        let help = "删掉它，要空格的用空格键打一个";
        Some(fault("odd-space", start, start + c.len_utf8(), problem, help))
    };
    if !text.contains(|c| is_odd_space(c) || is_yaml && c == '\u{3000}') {
        return Vec::new();
    }
    lines(text).filter_map(find).collect()
}
