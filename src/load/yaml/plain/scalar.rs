//! Keys and scalars that end on the line on which they begin.

use crate::load::yaml::plain::cursor::Cursor;
use crate::load::yaml::traps::trap;
use crate::model::dictionary::written::{Span, Style, Written};

/// Whether a scalar stands inside brackets, where more signs end it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// On a line of its own.
    Block,
    /// Inside brackets.
    Flow,
}

/// Longest key in bytes; a parser allows some more.
const LONGEST_KEY: usize = 1000;

/// Reads a key with its colon and the spaces after it.
pub(super) fn key(cursor: &mut Cursor<'_>, within: Within) -> Option<(String, Span)> {
    let start = cursor.at();
    let key = plain(cursor, within)?;
    let end = cursor.at();
    // Lines that begin with `---` and `...` part documents.
    let odd = key.starts_with(['-', '.']) || key.len() > LONGEST_KEY;
    if odd || key.len() < end - start || !is_at_colon(cursor) {
        return None;
    }
    cursor.skip();
    let spaces = cursor.spaces();
    let ends = matches!(cursor.byte(), None | Some(b'\n' | b'\r'));
    (spaces > 0 || ends).then(|| (key.to_owned(), cursor.span(start, end)))
}

/// Reads a scalar, in quotes or not.
pub(super) fn scalar(cursor: &mut Cursor<'_>, within: Within) -> Option<Written> {
    let start = cursor.at();
    let (text, style) = match cursor.byte()? {
        quote @ (b'"' | b'\'') => (quoted(cursor, quote)?, Style::Quoted),
        _ => (plain(cursor, within)?, Style::Plain),
    };
    let end = match style {
        Style::Plain if trap(text).is_some() => return None,
        Style::Plain => start + text.len(),
        Style::Quoted => cursor.at(),
    };
    Some(Written::Scalar { text: text.to_owned(), style, span: cursor.span(start, end) })
}

/// Returns whether the cursor is at a colon, which a key has after it.
pub(super) fn is_at_colon(cursor: &Cursor<'_>) -> bool {
    cursor.byte() == Some(b':')
}

/// Reads a text without quotes, up to what ends it.
pub(super) fn plain<'a>(cursor: &mut Cursor<'a>, within: Within) -> Option<&'a str> {
    let start = cursor.at();
    begins_plain(cursor).then_some(())?;
    loop {
        cursor.seek_sign()?;
        match cursor.byte() {
            None | Some(b'\n' | b'\r') => break,
            Some(b':') if ends_key(cursor.byte_after(1), within) => break,
            Some(b'#') if cursor.since(start).ends_with(' ') => break,
            Some(b',' | b']' | b'}') if within == Within::Flow => break,
            Some(b'[' | b'{') if within == Within::Flow => return None,
            Some(_) => cursor.skip(),
        }
    }
    Some(cursor.since(start).trim_end_matches(' '))
}

/// Returns whether a text without quotes can begin here.
fn begins_plain(cursor: &Cursor<'_>) -> bool {
    match cursor.byte() {
        Some(b'-') => !ends_key(cursor.byte_after(1), Within::Flow),
        Some(byte) => !b"\n\r\"'&*!|>%@`#?:{}[], ".contains(&byte),
        None => false,
    }
}

/// Returns whether a sign with this byte after it stands alone.
fn ends_key(next: Option<u8>, within: Within) -> bool {
    match next {
        None | Some(b' ' | b'\n' | b'\r' | b'\t') => true,
        Some(byte) => within == Within::Flow && b",[]{}".contains(&byte),
    }
}

/// Reads a text in quotes that has no escapes.
fn quoted<'a>(cursor: &mut Cursor<'a>, quote: u8) -> Option<&'a str> {
    cursor.skip();
    let start = cursor.at();
    loop {
        cursor.seek_sign()?;
        match cursor.byte()? {
            b'\n' | b'\r' => return None,
            b'\\' if quote == b'"' => return None,
            byte if byte == quote => break,
            _ => cursor.skip(),
        }
    }
    let text = cursor.since(start);
    cursor.skip();
    // Two single quotes are one that is part of the text.
    (cursor.byte() != Some(quote)).then_some(text)
}
