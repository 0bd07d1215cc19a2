//! Comments that are likely to be the rest of a text: ` #` ends a value that is not in quotes.

use crate::load::text::fault::fault;
use crate::model::dictionary::written::{Span, Style, Written};
use crate::model::dictionary::{Fault, Kind, Shape, Word};

/// Returns the comments behind values that may belong to them, in a text that starts at an offset
/// of its file.
pub(crate) fn lost_comments(
    text: &str,
    offset: usize,
    written: &Written,
    kind: &'static Kind,
) -> Vec<Fault> {
    let mut search = Search { text, offset, faults: Vec::new() };
    if text.contains(" #") {
        search.record(written, kind);
    }
    search.faults
}

struct Search<'a> {
    text: &'a str,
    offset: usize,
    faults: Vec<Fault>,
}

impl Search<'_> {
    fn record(&mut self, written: &Written, kind: &'static Kind) {
        let Written::Map { entries, .. } = written else { return };
        for entry in entries {
            if let Some(field) = kind.field_named(&entry.key) {
                self.value(&entry.value, &field.shape);
            }
        }
    }

    fn value(&mut self, written: &Written, shape: &Shape) {
        match (shape, written) {
            (_, Written::Scalar { style: Style::Plain, span, .. }) => {
                let is_text =
                    matches!(shape, Shape::Word(word) if word.id == String::SHAPE.id);
                self.scalar(*span, is_text);
            }
            (Shape::List(shape), Written::List { items, .. }) => {
                items.iter().for_each(|item| self.value(item, shape));
            }
            (Shape::Record(kind), _) => self.record(written, kind),
            (Shape::Map(shape), Written::Map { entries, .. }) => {
                entries.iter().for_each(|entry| self.value(&entry.value, shape));
            }
            _ => {}
        }
    }

    /// Looks behind a value: what follows `#` without a space is no comment that people write, and
    /// behind a text nobody can tell.
    fn scalar(&mut self, span: Span, is_text: bool) {
        let rest = &self.text[span.end as usize - self.offset..];
        let line = rest.lines().next().unwrap_or("");
        let after = line.strip_prefix(':').unwrap_or(line);
        let Some(comment) = after.trim_start_matches(' ').strip_prefix('#') else {
            return;
        };
        let is_glued = comment.starts_with(|c: char| !c.is_whitespace() && c != '#');
        if after.starts_with(' ') && (is_glued || is_text && !span.is_empty()) {
            let start = span.end as usize + line.len() - comment.len() - 1;
            let end = span.end as usize + line.trim_end().len();
            let problem =
                format!("“#{}”成了注释，不会印出来", clipped(comment.trim_end()));
            let help = "是内容就给整个值加引号；是注释就另起一行写在上面";
            self.faults.push(fault("lost-comment", start, end, problem, help));
        }
    }
}

/// Returns the start of a text.
fn clipped(text: &str) -> String {
    const MOST: usize = 20;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
