//! Where in a text an edit goes, and what stands there then.

use crate::load::splice::edit::{Edit, Way};
use crate::load::splice::node::Node;
use crate::model::dictionary::written::{Entry, Written};

/// How much deeper the items of a list stand than its key.
const DEEPER: &str = "  ";

/// Returns the text with an edit in it; `None` if there is no place for it.
pub(super) fn spliced(text: &str, root: &Written, edit: &Edit) -> Option<String> {
    let layout =
        Layout { text, line_end: if text.contains("\r\n") { "\r\n" } else { "\n" } };
    match edit {
        Edit::Push { to, key, after, item } => {
            let record = at(root, to)?;
            match entry(record, key) {
                Some(entry) => layout.push(entry, item),
                None => layout.add(record, after, key, &Node::List(vec![item.clone()])),
            }
        }
        Edit::Set { to, key, after, value } => {
            let record = at(root, to)?;
            match entry(record, key) {
                Some(entry) => layout.replace(entry, value),
                None => layout.add(record, after, key, value),
            }
        }
    }
}

fn at<'a>(root: &'a Written, to: &[Way]) -> Option<&'a Written> {
    to.iter().try_fold(root, |place, way| match (way, place) {
        (Way::Key(key), place) => entry(place, key).map(|entry| &entry.value),
        (Way::Item(at), Written::List { items, .. }) => items.get(*at),
        _ => None,
    })
}

fn entry<'a>(record: &'a Written, key: &str) -> Option<&'a Entry> {
    let Written::Map { entries, .. } = record else { return None };
    entries.iter().find(|entry| entry.key == key)
}

/// How a text is laid out.
struct Layout<'a> {
    text: &'a str,
    line_end: &'static str,
}

impl Layout<'_> {
    /// Adds an item to a list.
    fn push(&self, entry: &Entry, item: &Node) -> Option<String> {
        match &entry.value {
            Written::List { items, span } if self.is_flow(span.start as usize) => {
                let close = span.end as usize - 1;
                let comma = if items.is_empty() { "" } else { ", " };
                let start = self.text.get(..close)?.trim_end().len();
                Some(self.put(start, close, &format!("{comma}{}", item.flow())))
            }
            Written::List { items, .. } => {
                let last = items.last()?;
                let dash = self.dash(last)?;
                Some(self.line_after(self.end(last), &format!("{dash}- {}", item.flow())))
            }
            value if value.is_blank() => {
                let key = entry.key_span.start as usize;
                let indent = self.indent(key)?;
                let line = format!("{indent}{DEEPER}- {}", item.flow());
                Some(self.line_after(entry.key_span.end as usize, &line))
            }
            _ => None,
        }
    }

    /// Puts another value in the place of one.
    fn replace(&self, entry: &Entry, value: &Node) -> Option<String> {
        let span = entry.value.span();
        let (start, end) = (span.start as usize, span.end as usize);
        if entry.value.is_blank() {
            let colon = self.text.get(entry.key_span.end as usize..)?.find(':')?;
            let at = entry.key_span.end as usize + colon + 1;
            return Some(self.put(at, at, &format!(" {}", value.flow())));
        }
        let is_short = match &entry.value {
            Written::Scalar { .. } => !self.text.get(start..end)?.contains('\n'),
            _ => self.is_flow(start),
        };
        is_short.then(|| self.put(start, end, &value.flow()))
    }

    /// Adds a key to a record, after those that stand before it.
    fn add(
        &self,
        record: &Written,
        after: &[&str],
        key: &str,
        value: &Node,
    ) -> Option<String> {
        let Written::Map { entries, span } = record else { return None };
        let before = entries.iter().rfind(|entry| after.contains(&entry.key.as_str()));
        if self.is_flow(span.start as usize) {
            let pair = format!("{key}: {}", value.flow());
            return Some(match (before, entries.first()) {
                (Some(before), _) => {
                    let at = self.end(&before.value);
                    self.put(at, at, &format!(", {pair}"))
                }
                (None, first) => {
                    let at = span.start as usize + 1;
                    let comma = if first.is_some() { ", " } else { "" };
                    self.put(at, at, &format!("{pair}{comma}"))
                }
            });
        }
        let first = entries.first()?;
        let indent = self.column(first.key_span.start as usize);
        let lines = self.lines(&indent, key, value);
        match before {
            Some(before) => {
                let end = self.end(&before.value).max(before.key_span.end as usize);
                Some(self.line_after(end, &lines))
            }
            None => {
                let start = self.line_start(first.key_span.start as usize);
                let plain =
                    self.text[start..first.key_span.start as usize].trim().is_empty();
                plain
                    .then(|| self.put(start, start, &format!("{lines}{}", self.line_end)))
            }
        }
    }

    /// A key with its value: a list of records takes a line for each.
    fn lines(&self, indent: &str, key: &str, value: &Node) -> String {
        match value {
            Node::List(items)
                if items.iter().any(|item| matches!(item, Node::Map(_))) =>
            {
                let item = |item: &Node| {
                    format!("{}{indent}{DEEPER}- {}", self.line_end, item.flow())
                };
                let items: String = items.iter().map(item).collect();
                format!("{indent}{key}:{items}")
            }
            value => format!("{indent}{key}: {}", value.flow()),
        }
    }

    /// The bytes at which what is written ends, without what follows it.
    fn end(&self, written: &Written) -> usize {
        let span = written.span();
        let whole = self.text[..span.end as usize].trim_end().len();
        match written {
            _ if self.is_flow(span.start as usize) => span.end as usize,
            Written::Scalar { .. } => whole.max(span.start as usize),
            Written::List { items, .. } => {
                items.last().map_or(whole, |last| self.end(last))
            }
            Written::Map { entries, .. } => entries.last().map_or(whole, |last| {
                self.end(&last.value).max(last.key_span.end as usize)
            }),
        }
    }

    /// The blanks before the dash of an item.
    fn dash(&self, item: &Written) -> Option<String> {
        let start = match item {
            Written::Map { entries, span } if !self.is_flow(span.start as usize) => {
                entries.first()?.key_span.start
            }
            item => item.span().start,
        } as usize;
        let before = &self.text[self.line_start(start)..start];
        let dash = before.rfind('-')?;
        let blanks = &before[..dash];
        blanks.trim().is_empty().then(|| blanks.to_owned())
    }

    /// The blanks before a key; `None` if it does not begin its line.
    fn indent(&self, key: usize) -> Option<String> {
        let before = &self.text[self.line_start(key)..key];
        before.trim().is_empty().then(|| before.to_owned())
    }

    /// As many blanks as there is text before a place on its line.
    fn column(&self, at: usize) -> String {
        " ".repeat(
            self.text[self.line_start(at)..at]
                .trim_start_matches('\u{feff}')
                .chars()
                .count(),
        )
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    fn is_flow(&self, start: usize) -> bool {
        self.text[start..].starts_with(['[', '{'])
    }

    /// Puts a line after the one on which something ends, whatever comment follows it there.
    fn line_after(&self, end: usize, line: &str) -> String {
        let rest = &self.text[end..];
        let length = rest.find('\n').map_or(rest.len(), |end| {
            if rest[..end].ends_with('\r') { end - 1 } else { end }
        });
        let at = end + length;
        self.put(at, at, &format!("{}{line}", self.line_end))
    }

    fn put(&self, start: usize, end: usize, new: &str) -> String {
        format!("{}{new}{}", &self.text[..start], &self.text[end..])
    }
}
