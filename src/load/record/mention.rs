//! Collects the references and clauses of a file from its content, by the dictionary.

use crate::model::book::{FileId, Mention};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Kind, Shape};

/// Returns every reference and clause in a record's content, in order; their file has no number
/// yet.
pub(super) fn mentions(written: &Written, kind: &'static Kind) -> Vec<Mention> {
    let mut mentions = Vec::new();
    record(written, kind, &mut mentions);
    mentions
}

fn record(written: &Written, kind: &'static Kind, mentions: &mut Vec<Mention>) {
    let Written::Map { entries, .. } = written else { return };
    for entry in entries {
        if let Some(field) = kind.field_named(&entry.key) {
            collect(&entry.value, &field.shape, mentions);
        }
    }
}

fn collect(written: &Written, shape: &Shape, mentions: &mut Vec<Mention>) {
    match (shape, written) {
        (Shape::Word(word), Written::Scalar { text, span, .. }) => {
            let wanted = word.id.ends_with("-ref") || word.id == "clause";
            if wanted && !written.is_blank() {
                let (shape, text) = (word.id, text.clone());
                mentions.push(Mention {
                    shape,
                    text,
                    file: FileId::default(),
                    span: *span,
                });
            }
        }
        (Shape::List(shape), Written::List { items, .. }) => {
            items.iter().for_each(|item| collect(item, shape, mentions));
        }
        (Shape::Record(kind), _) => record(written, kind, mentions),
        (Shape::Map(shape), Written::Map { entries, .. }) => {
            entries.iter().for_each(|entry| collect(&entry.value, shape, mentions));
        }
        _ => {}
    }
}
