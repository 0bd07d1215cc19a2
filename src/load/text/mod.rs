//! Faults of a file's text before it is parsed as YAML or Markdown: encoding, control characters,
//! merge conflicts, tabs, full-width punctuation.

mod suspicion;

use std::collections::BTreeSet;

use crate::load::text::suspicion::is_hidden;
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// The keys of all records, to distinguish keys from other words.
pub(super) type Keys = BTreeSet<&'static str>;

/// Decodes the bytes of a file; the error says why that is impossible.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, (String, Fault)> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let help = "用文本编辑器打开，另存为 UTF-8 编码（多半是存成了 GBK）";
        (
            text,
            fault(
                "not-utf8",
                at,
                at + 3,
                "文件不是 UTF-8 编码，从这里起读不出汉字",
                help,
            ),
        )
    })
}

/// Returns the faults of a text file that make reading on pointless.
pub(super) fn check_text(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if suspicion::is_clean(text) {
        return faults;
    }
    let hidden = text.char_indices().skip_while(|(at, c)| *at == 0 && *c == '\u{feff}');
    if let Some((at, c)) = hidden.into_iter().find(|(_, c)| is_hidden(*c)) {
        let problem = format!("这里有看不见的控制字符 U+{:04X}", u32::from(c));
        let help = "删掉这个字符；多半是从网页或其他文档粘贴时带来的";
        faults.push(fault("control-character", at, at + c.len_utf8(), problem, help));
    }
    conflicts(text, &mut faults);
    faults
}

/// Returns faults of YAML text that a parser would report misleadingly, or not at all.
pub(super) fn check_yaml(text: &str, keys: &Keys) -> Vec<Fault> {
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

/// Returns mobile phone numbers, with or without separators: personal data that must not be in git.
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

/// Returns a note about a BOM, which is harmless.
pub(super) fn bom(text: &str) -> Option<Fault> {
    let help = "保存时选“UTF-8”而不是“带 BOM 的 UTF-8”";
    text.starts_with('\u{feff}').then(|| {
        fault("byte-order-mark", 0, 3, "文件开头有 BOM（看不见的三个字节）", help)
    })
}

/// Returns the lines without line ends, with the offset of their first byte.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = offset;
        offset += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

fn conflicts(text: &str, faults: &mut Vec<Fault>) {
    let is_end = |line: &str| line.starts_with(">>>>>>> ") || line == ">>>>>>>";
    let is_start = |line: &str| line.starts_with("<<<<<<< ") || line == "<<<<<<<";
    let mut open = false;
    for (start, line) in lines(text) {
        let span = Span { start: start as u32, end: (start + line.len()) as u32 };
        if is_end(line) && open {
            open = false;
            if let Some(last) = faults.last_mut() {
                last.other = Some((span, "冲突到这里为止"));
            }
        } else if is_start(line) || is_end(line) {
            open = is_start(line);
            let help = "两边的写法各取所需，删掉 <<<<<<<、=======、>>>>>>> 三行，再提交";
            let problem = "合并时的冲突还没有处理";
            faults.push(fault(
                "merge-conflict",
                start,
                start + line.len(),
                problem,
                help,
            ));
        }
    }
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

fn fault(
    code: &'static str,
    start: usize,
    end: usize,
    problem: impl Into<String>,
    help: &str,
) -> Fault {
    let span = Span { start: start as u32, end: end as u32 };
    Fault { code, span, problem: problem.into(), help: help.to_owned(), other: None }
}
