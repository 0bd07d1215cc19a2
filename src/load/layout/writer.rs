//! Writes a record in its layout.

use crate::load::layout::comments::Comments;
use crate::load::layout::places::is_flow;
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Kind, Shape};

/// Spaces of one level.
const STEP: usize = 2;

/// Writes a record.
pub(super) struct Writer<'a> {
    text: &'a str,
    comments: Comments,
    out: String,
}

impl<'a> Writer<'a> {
    /// Begins with nothing.
    pub(super) fn new(text: &'a str, comments: Comments) -> Writer<'a> {
        Writer { text, comments, out: String::new() }
    }

    /// Writes the whole record.
    pub(super) fn whole(mut self, written: &Written, kind: &'static Kind) -> String {
        if let Written::Map { entries, .. } = written {
            self.entries(entries, &Shape::Record(kind), 0, false);
        }
        let last = self.comments.last();
        self.lines(last, 0);
        let text = self.out.trim_end();
        format!("{text}\n")
    }

    fn typed(&self, written: &Written) -> &'a str {
        self.text.get(written.span().range()).unwrap_or_default()
    }

    fn entries(
        &mut self,
        entries: &[Entry],
        shape: &Shape,
        indent: usize,
        is_begun: bool,
    ) {
        for (at, entry) in ordered(entries, shape).into_iter().enumerate() {
            let start = entry.key_span.start as usize;
            let above = self.comments.above(start);
            if !is_begun || at > 0 {
                self.lines(above, indent);
                self.indent(indent);
            } else if !above.is_empty() {
                // The first entry of an item has no line above it: what stood there goes below.
                self.deferred(above, indent);
            }
            self.out.push_str(self.text.get(entry.key_span.range()).unwrap_or_default());
            self.out.push(':');
            self.value(&entry.value, &inside(shape, &entry.key), indent, start);
            let below = self.comments.below(start);
            self.lines(below, indent);
        }
    }

    /// Puts lines above the line that is being written.
    fn deferred(&mut self, lines: Vec<String>, indent: usize) {
        let begun = self.out.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.out.split_off(begun);
        self.lines(lines, indent.saturating_sub(STEP));
        self.out.push_str(&line);
    }

    /// A value behind its key, whose place is given.
    fn value(&mut self, value: &Written, shape: &Shape, indent: usize, key: usize) {
        if is_flow(self.text, value) {
            let typed = self.flow(value, shape);
            if !typed.is_empty() {
                self.out.push(' ');
                self.out.push_str(&typed);
            }
            let end = (value.span().end as usize).max(key);
            return self.end_line(end);
        }
        self.end_line(key);
        match value {
            Written::Map { entries, .. } => {
                self.entries(entries, shape, indent + STEP, false)
            }
            Written::List { items, .. } => self.items(items, shape, indent + STEP),
            Written::Scalar { .. } => {}
        }
    }

    fn items(&mut self, items: &[Written], shape: &Shape, indent: usize) {
        let shape = match shape {
            Shape::List(inner) => inner,
            other => other,
        };
        for item in items {
            let start = item.head().start as usize;
            let above = self.comments.above(start);
            self.lines(above, indent);
            self.indent(indent);
            self.out.push_str("- ");
            match item {
                Written::Map { entries, .. } if !is_flow(self.text, item) => {
                    self.entries(entries, shape, indent + STEP, true);
                }
                _ => {
                    let typed = self.flow(item, shape);
                    self.out.push_str(&typed);
                    self.end_line(item.span().end as usize);
                }
            }
            let below = self.comments.below(start);
            self.lines(below, indent);
        }
    }

    /// What stands on one line.
    fn flow(&self, written: &Written, shape: &Shape) -> String {
        match written {
            Written::Scalar { .. } => self.typed(written).to_owned(),
            Written::List { items, .. } => {
                let inner = match shape {
                    Shape::List(inner) => inner,
                    other => other,
                };
                let items = items.iter().map(|item| self.flow(item, inner));
                format!("[{}]", items.collect::<Vec<_>>().join(", "))
            }
            Written::Map { entries, .. } => {
                let entries = ordered(entries, shape).into_iter().map(|entry| {
                    let key = self.text.get(entry.key_span.range()).unwrap_or_default();
                    let inner = inside(shape, &entry.key);
                    format!("{key}: {}", self.flow(&entry.value, &inner))
                });
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Ends a line with the comment that stood behind it.
    fn end_line(&mut self, at: usize) {
        if let Some(comment) = self.comments.behind_on(self.text, at) {
            self.out.push(' ');
            self.out.push_str(&comment);
        }
        self.out.push('\n');
    }

    /// Lines of their own; of several blank ones, one stays, and none at the top.
    fn lines(&mut self, lines: Vec<String>, indent: usize) {
        for line in lines {
            let is_open = !self.out.is_empty() && !self.out.ends_with("\n\n");
            if !line.is_empty() {
                self.indent(indent);
                self.out.push_str(&line);
                self.out.push('\n');
            } else if is_open {
                self.out.push('\n');
            }
        }
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// The entries in the order of the dictionary; free keys stay in their order.
fn ordered<'e>(entries: &'e [Entry], shape: &Shape) -> Vec<&'e Entry> {
    let mut ordered: Vec<&Entry> = entries.iter().collect();
    if let Shape::Record(kind) = shape {
        ordered.sort_by_key(|entry| {
            let at = kind.fields.iter().position(|field| field.key.as_str() == entry.key);
            at.unwrap_or(kind.fields.len())
        });
    }
    ordered
}

/// The shape of a value behind a key.
fn inside(shape: &Shape, key: &str) -> Shape {
    match shape {
        Shape::Record(kind) => kind.field_named(key).map_or(*shape, |field| field.shape),
        Shape::Map(inner) | Shape::List(inner) => **inner,
        Shape::Word(_) => *shape,
    }
}
