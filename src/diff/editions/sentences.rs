//! The narrative of both sides as its readers get it: the sentences that read otherwise, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::model::edition::{Edition, Passage};
use crate::report::edition::narrative::blocks;
use crate::sheet::Sheet;
use crate::view::changes::edition::{Piece, SentenceChange, Side};
use crate::view::inline::Inline;
use crate::view::page::Block;
use crate::words::date;

/// What ends a sentence.
const STOPS: [char; 4] = ['。', '；', '！', '？'];

/// Returns the sentences of the edition of a period that both sides have and that read otherwise: those
/// that were typed otherwise first, then those in which a number moved.
pub(crate) fn sentences(before: &Sheet, after: &Sheet) -> Vec<SentenceChange> {
    let period = &after.figures.period;
    let own = |sheet: &Sheet| {
        let edition = sheet.book().edition(period)?;
        let edition: &Edition = &edition.record;
        sheet.sees(edition.read_by()).then(|| edition.clone())
    };
    let Some((was, is)) = own(before).zip(own(after)) else { return Vec::new() };
    let (old, new) = (said(before, &was), said(after, &is));
    let is_typed = was.narrative.len() != is.narrative.len()
        || typed(&was.narrative) != typed(&is.narrative);
    let pieces = otherwise(&old, &new).into_iter();
    let name = date::period(period);
    pieces
        .map(|pieces| SentenceChange { period: name.clone(), is_typed, pieces })
        .collect()
}

/// Returns what is typed, without its places in the file.
fn typed(narrative: &[Passage]) -> Vec<String> {
    use crate::claims::typed::of_narrative;
    let sentences = of_narrative(narrative);
    let words = sentences.iter().map(|typed| {
        let references = typed.references.iter().map(|(_, one)| {
            let (scope, part) = (one.scope.as_deref(), one.part.as_deref());
            format!("{}@{}.{}", one.indicator, scope.unwrap_or(""), part.unwrap_or(""))
        });
        format!("{}{}", typed.text(), references.collect::<Vec<_>>().join(" "))
    });
    words.collect()
}

/// Returns the sentences of a narrative with its numbers; of a table or a chart, its name.
fn said(sheet: &Sheet, edition: &Edition) -> Vec<String> {
    let lines = edition.narrative.iter().flat_map(|passage| match passage {
        Passage::Table(insert) => vec![format!("〔表“{}”〕", insert.name)],
        Passage::Chart(insert) => vec![format!("〔图“{}”〕", insert.name)],
        text => {
            blocks(sheet, std::slice::from_ref(text)).iter().flat_map(words).collect()
        }
    });
    lines.flat_map(|line| cut(&line)).collect()
}

fn words(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph { inlines } => vec![Inline::words(inlines)],
        Block::List { items, .. } => {
            items.iter().map(|item| Inline::words(item)).collect()
        }
        _ => Vec::new(),
    }
}

fn cut(line: &str) -> Vec<String> {
    let sentences = line.split_inclusive(STOPS).map(str::trim);
    sentences.filter(|sentence| !sentence.is_empty()).map(str::to_owned).collect()
}

/// Returns the pieces of each sentence that is not the same on both sides.
fn otherwise(old: &[String], new: &[String]) -> Vec<Vec<Piece>> {
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        let (tag, was, is) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            continue;
        }
        let pairs = was.len().max(is.len());
        for at in 0..pairs {
            let of = |sentences: &[String], range: &Range<usize>| {
                range.clone().nth(at).map(|at| sentences[at].clone())
            };
            changes.push(pieces(
                of(old, &was).unwrap_or_default().as_str(),
                of(new, &is).unwrap_or_default().as_str(),
            ));
        }
    }
    changes
}

/// Words that two sentences have in common, in hundredths, from which on one is the other changed.
const LIKE: usize = 30;

/// Returns the words that only one of two sentences has, among those that both have.
fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (was, is) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &was, &is);
    let common: usize = ops
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| op.old_range().len())
        .sum();
    let whole = |side, words: &[&str]| Piece { side, text: words.concat() };
    if common * 100 < was.len().max(is.len()) * LIKE {
        let both = [whole(Side::Gone, &was), whole(Side::New, &is)];
        return both.into_iter().filter(|piece| !piece.text.is_empty()).collect();
    }
    let parts = ops.iter().flat_map(|op| match op.as_tag_tuple() {
        (DiffTag::Equal, old, _) => vec![whole(Side::Both, &was[old])],
        (_, old, new) => vec![whole(Side::Gone, &was[old]), whole(Side::New, &is[new])],
    });
    parts.filter(|piece| !piece.text.is_empty()).collect()
}

/// Returns the words of a sentence: a number, a word of letters, or one character.
fn tokens(text: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-');
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..end]);
        rest = &rest[end..];
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let change = SentenceChange {
            period: String::new(),
            is_typed: true,
            pieces: pieces(old, new),
        };
        change.marked(["[-", "-]"], ["{+", "+}"], &str::to_owned)
    }

    #[test]
    fn numbers_are_words_and_the_rest_is_read_by_characters() {
        assert_eq!(
            shown(
                "全县到位资金54.08亿元，居全市前列",
                "全县到位资金54.46亿元，居全省前列"
            ),
            "全县到位资金[-54.08-]{+54.46+}亿元，居全[-市-]{+省+}前列"
        );
        assert_eq!(shown("甲乙丙", "完全两样的话"), "[-甲乙丙-]{+完全两样的话+}");
        assert_eq!(shown("", "新的一句"), "{+新的一句+}");
    }

    #[test]
    fn a_sentence_that_is_put_in_leaves_the_others() {
        let of = |text: &str| cut(text);
        let changes = otherwise(&of("甲一。丙三。"), &of("甲一。乙二。丙三。"));
        assert_eq!(changes, [vec![Piece { side: Side::New, text: "乙二。".to_owned() }]]);
    }
}
