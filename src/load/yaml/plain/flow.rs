//! Lists and maps in brackets, which may go on over lines.

use crate::load::yaml::plain::cursor::{Cursor, DEEPEST, MOST};
use crate::load::yaml::plain::scalar::{Within, key, scalar};
use crate::model::dictionary::written::{Entry, Written};

/// Reads a list or a map in brackets; its lines must be indented more than the block around it.
pub(super) fn flow(
    cursor: &mut Cursor<'_>,
    indent: usize,
    depth: usize,
) -> Option<Written> {
    match cursor.byte()? {
        _ if depth > DEEPEST => None,
        b'{' => map(cursor, indent, depth),
        b'[' => list(cursor, indent, depth),
        _ => scalar(cursor, Within::Flow),
    }
}

fn map(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Written> {
    let start = cursor.at();
    let mut entries: Vec<Entry> = Vec::with_capacity(6);
    cursor.skip();
    while !closes(cursor, b'}', indent)? {
        let (key, key_span) = key(cursor, Within::Flow)?;
        let known = entries.iter().any(|entry| entry.key == key);
        if known || entries.len() > MOST {
            return None;
        }
        let value = flow(cursor, indent, depth + 1)?;
        entries.push(Entry { key, key_span, value });
        comma(cursor, b'}', indent)?;
    }
    Some(Written::Map { entries, span: cursor.span(start, cursor.at()) })
}

fn list(cursor: &mut Cursor<'_>, indent: usize, depth: usize) -> Option<Written> {
    let start = cursor.at();
    let mut items = Vec::with_capacity(2);
    cursor.skip();
    while !closes(cursor, b']', indent)? {
        items.push(flow(cursor, indent, depth + 1)?);
        comma(cursor, b']', indent)?;
    }
    Some(Written::List { items, span: cursor.span(start, cursor.at()) })
}

/// Goes over a bracket that closes, and returns whether there is one.
fn closes(cursor: &mut Cursor<'_>, bracket: u8, indent: usize) -> Option<bool> {
    gap(cursor, indent)?;
    let closes = cursor.byte()? == bracket;
    if closes {
        cursor.skip();
    }
    Some(closes)
}

/// Goes over the comma after an item, which the last one may lack.
fn comma(cursor: &mut Cursor<'_>, bracket: u8, indent: usize) -> Option<()> {
    gap(cursor, indent)?;
    match cursor.byte()? {
        b',' => cursor.skip(),
        byte if byte == bracket => {}
        _ => return None,
    }
    Some(())
}

/// Goes over spaces and the ends of lines.
fn gap(cursor: &mut Cursor<'_>, indent: usize) -> Option<()> {
    cursor.spaces();
    while let Some(b'\n' | b'\r') = cursor.byte() {
        cursor.line_break()?;
        let column = cursor.spaces();
        (column > indent).then_some(())?;
    }
    Some(())
}
