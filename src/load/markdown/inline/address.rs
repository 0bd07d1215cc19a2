//! Web addresses: `[words](https://…)`, `<https://…>`, and bare ones, which are text as typed.

use crate::load::markdown::inline::entity::decoded;

/// A link as typed.
pub(super) struct Typed<'a> {
    /// Its words.
    pub words: &'a str,
    /// Its address; the error says why there is none.
    pub address: Result<String, (&'static str, &'static str)>,
    /// Its length in bytes.
    pub length: usize,
}

/// Returns whether an address is one of the web.
pub(super) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Returns the length of a bare address at the start of a text; names of characters, and signs of
/// emphasis and of the sentence at its end, are not part of it.
pub(super) fn bare(text: &str) -> Option<usize> {
    let inside = |c: char| c.is_ascii_graphic() && !"<>{}\"\\^`|".contains(c);
    let mut end =
        is_web(text).then(|| text.find(|c| !inside(c)).unwrap_or(text.len()))?;
    let named =
        text[..end].match_indices('&').find(|(at, _)| decoded(&text[*at..]).is_some());
    end = named.map_or(end, |(at, _)| at);
    Some(text[..end].trim_end_matches(['*', '_', '~', '.', ',', ')', ']']).len())
}

/// Returns the link at the start of a text; `None` if its brackets are text.
pub(super) fn typed(text: &str) -> Option<Typed<'_>> {
    in_angles(text).or_else(|| in_brackets(text))
}

fn in_angles(text: &str) -> Option<Typed<'_>> {
    let inner = text.strip_prefix('<').filter(|inner| is_web(inner))?;
    let end = inner.find(|c: char| c == '>' || c == '<' || c.is_whitespace())?;
    let words = inner[end..].starts_with('>').then_some(&inner[..end])?;
    Some(Typed { words, address: Ok(words.to_owned()), length: end + 2 })
}

fn in_brackets(text: &str) -> Option<Typed<'_>> {
    let inner = text.strip_prefix('[')?;
    let end = closing(inner, '[', ']')?;
    let (words, after) = (&inner[..end], &inner[end + 1..]);
    let before = end + 2;
    if after.starts_with("（http") || after.starts_with("（<http") {
        let address = Err(("全角括号的链接", "网址两边用半角括号，如 [公告](https://…)"));
        return Some(Typed { words, address, length: before });
    }
    let typed = after.strip_prefix('(')?;
    let Some(end) = closing(typed, '(', ')') else {
        let address = Err(("没有写完的链接", "在同一行补上半角的“)”"));
        return Some(Typed { words, address, length: before });
    };
    let address = match typed[..end].trim() {
        inner if inner.contains(char::is_whitespace) => {
            Err(("网址后面的文字", "圆括号里只写网址，不留空格"))
        }
        inner => Ok(unescaped(
            inner
                .strip_prefix('<')
                .and_then(|inner| inner.strip_suffix('>'))
                .unwrap_or(inner),
        )),
    };
    Some(Typed { words, address, length: before + 1 + end + 1 })
}

/// Longest part of a link, in bytes; a bracket that is closed later is no link's.
const LONGEST: usize = 1000;

/// Returns where the bracket is closed that stands before a text.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    let mut is_escaped = false;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == open => depth += 1,
            _ if c == close && depth == 0 => return Some(at),
            _ if c == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Returns an address without the backslashes before signs.
fn unescaped(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut rest = address.chars().peekable();
    while let Some(c) = rest.next() {
        let escapes = c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
        out.push(if escapes { rest.next().unwrap_or(c) } else { c });
    }
    out
}
