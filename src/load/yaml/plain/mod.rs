//! The YAML that clerks write, read in one pass: lists and maps by indentation, entries in braces,
//! scalars on one line, comments. Everything else, and everything that may be a fault, is left to
//! the whole parser, whose content and places this one gives.

mod cursor;
mod flow;
mod scalar;
#[cfg(test)]
mod tests;

use crate::load::yaml::plain::cursor::{Cursor, DEEPEST, MOST};
use crate::load::yaml::plain::flow::flow;
use crate::load::yaml::plain::scalar::{Within, is_at_colon, key, plain, scalar};
use crate::model::dictionary::written::{Entry, Span, Style, Written};

/// Reads a document that has no faults; `None` if only the whole parser can tell. `offset` is where
/// the text starts in its file.
pub(super) fn read(text: &str, offset: usize) -> Option<Written> {
    let mut cursor = Cursor::start(text, offset)?;
    let written = (cursor.indent() == Some(0)).then(|| block(&mut cursor, 0, 0))??;
    cursor.indent().is_none().then_some(written)
}

/// Reads the lines that begin in a column.
fn block(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Written> {
    match is_item(cursor) {
        _ if depth > DEEPEST => None,
        true => {
            let start = cursor.at();
            let items = items(cursor, indent, depth)?;
            Some(Written::List { items, span: cursor.span(start, cursor.at()) })
        }
        false => map(cursor, indent, depth),
    }
}

fn is_item(cursor: &Cursor<'_>) -> bool {
    cursor.byte() == Some(b'-') && cursor.byte_after(1) == Some(b' ')
}

fn map(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Written> {
    let start = cursor.at();
    let mut entries: Vec<Entry> = Vec::with_capacity(8);
    loop {
        let (key, key_span) = key(cursor, Within::Block)?;
        let known = entries.iter().any(|entry| entry.key == key);
        if known || entries.len() > MOST {
            return None;
        }
        let value = value(cursor, key_span, indent, depth + 1)?;
        entries.push(Entry { key, key_span, value });
        if cursor.indent() < Some(indent) {
            return Some(Written::Map { entries, span: cursor.span(start, cursor.at()) });
        }
        (cursor.indent() == Some(indent)).then_some(())?;
    }
}

/// Reads a list whose dashes are in the column of its key; it begins after the first dash.
fn flush_list(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Written> {
    let mut ahead = cursor.clone();
    ahead.skip();
    ahead.spaces();
    let items = items(cursor, indent, depth)?;
    Some(Written::List { items, span: cursor.span(ahead.at(), cursor.at()) })
}

fn items(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Vec<Written>> {
    let mut items = Vec::with_capacity(8);
    while cursor.indent() == Some(indent) && is_item(cursor) {
        cursor.skip();
        let column = indent + 1 + cursor.spaces();
        items.push(item(cursor, indent, column, depth + 1)?);
    }
    Some(items)
}

/// Reads what stands after a dash; its column is that of the keys if it is a map.
fn item(
    cursor: &mut Cursor<'_>,
    indent: usize,
    column: usize,
    depth: usize,
) -> Option<Written> {
    if begins_map(cursor) {
        return if depth > DEEPEST { None } else { map(cursor, column, depth) };
    }
    on_line(cursor, indent, depth)
}

/// Returns whether a key stands here.
fn begins_map(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    plain(&mut ahead, Within::Block).is_some() && is_at_colon(&ahead)
}

/// Reads what stands after a key.
fn value(
    cursor: &mut Cursor<'_>,
    key: Span,
    indent: usize,
    depth: usize,
) -> Option<Written> {
    if !matches!(cursor.byte(), None | Some(b'\n' | b'\r' | b'#')) {
        return on_line(cursor, indent, depth);
    }
    cursor.next_line()?;
    match cursor.indent() {
        Some(column) if column > indent => block(cursor, column, depth),
        Some(column) if column == indent && is_item(cursor) => {
            flush_list(cursor, indent, depth)
        }
        _ => {
            // A value that is not there has its place at the colon.
            let span = Span { start: key.end, end: key.end };
            Some(Written::Scalar { text: String::new(), style: Style::Plain, span })
        }
    }
}

/// Reads what begins on this line, and goes to the next one.
fn on_line(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Written> {
    let written = match cursor.byte()? {
        b'{' | b'[' => flow(cursor, indent, depth)?,
        _ => scalar(cursor, Within::Block)?,
    };
    cursor.next_line()?;
    Some(written)
}
