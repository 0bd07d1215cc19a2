//! The body of a document: the words of the narrative, and one small table where it is asked for.

use crate::model::edition::paper::Paper;
use crate::model::edition::table_call::TableCall;
use crate::model::edition::{Insert, Passage};
use crate::report::edition::cards::{cards, point};
use crate::report::edition::front_matter::narrative;
use crate::report::edition::narrative::blocks;
use crate::report::edition::paper::numbering::without_number;
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::page::Block;
use crate::words::date;

/// Rows that a table in the body has at most.
const ROWS: usize = 10;

/// The body; where there are no words of its own for the audience, the main figures in words.
pub(super) fn body(sheet: &Sheet, paper: &Paper) -> Vec<Block> {
    let passages = narrative(sheet).iter().filter(|passage| is_printed(passage, paper));
    let passages: Vec<Passage> = passages.cloned().collect();
    let mut blocks = one_table(blocks(sheet, &passages));
    if !blocks.iter().any(is_text) {
        blocks.insert(0, summary(sheet));
    }
    without_empty_headings(blocks)
}

fn is_printed(passage: &Passage, paper: &Paper) -> bool {
    match passage {
        Passage::Table(insert) => {
            paper.table.as_ref().is_some_and(|call| calls(call, insert))
        }
        Passage::Chart(_) => paper.prints_charts(),
        Passage::Heading(..) | Passage::Paragraph(_) | Passage::List(..) => true,
    }
}

/// Whether a narrative's call is the one that is meant.
fn calls(call: &TableCall, insert: &Insert) -> bool {
    call.name == insert.name && (call.about.is_none() || call.about == insert.indicator)
}

/// The blocks with the first of their tables that is small enough, and no other one.
fn one_table(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut is_taken = false;
    blocks.retain(|block| match block {
        Block::Table { table } if is_taken || table.rows.len() > ROWS => false,
        Block::Table { .. } => {
            is_taken = true;
            true
        }
        _ => true,
    });
    blocks
}

fn is_text(block: &Block) -> bool {
    matches!(block, Block::Paragraph { .. } | Block::List { .. })
}

/// The blocks but for headings of nothing; where one is left out, those of a level are counted anew.
pub(super) fn without_empty_headings(blocks: Vec<Block>) -> Vec<Block> {
    let count = blocks.len();
    let mut kept: Vec<Block> = Vec::with_capacity(count);
    // The level of the heading that comes next; none where something else does, or nothing.
    let mut next: Option<u8> = Some(0);
    for block in blocks.into_iter().rev() {
        if let Block::Heading { level, .. } = &block {
            let level = *level;
            if next.is_some_and(|below| below <= level) {
                continue;
            }
            next = Some(level);
        } else {
            next = None;
        }
        kept.push(block);
    }
    kept.reverse();
    if kept.len() < count {
        for block in &mut kept {
            if let Block::Heading { text, .. } = block {
                *text = without_number(text).to_owned();
            }
        }
    }
    kept
}

/// The figures of the first page as a paragraph.
fn summary(sheet: &Sheet) -> Block {
    let until = date::until(sheet.figures.period.end(), true);
    let mut inlines = vec![Inline::text(until)];
    for card in cards(sheet) {
        let term = point(card);
        inlines.push(Inline::text(if inlines.len() == 1 { "，" } else { "；" }));
        inlines.push(Inline::text(term.term));
        inlines.extend(term.inlines);
    }
    inlines.push(Inline::text("。"));
    Block::Paragraph { inlines }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(level: u8, text: &str) -> Block {
        Block::Heading { level, id: String::new(), text: text.to_owned() }
    }

    fn words(text: &str) -> Block {
        Block::Paragraph { inlines: vec![Inline::text(text)] }
    }

    fn texts(blocks: Vec<Block>) -> Vec<String> {
        let text = |block| match block {
            Block::Heading { text, .. } => text,
            Block::Paragraph { inlines } => Inline::words(&inlines),
            other => panic!("{other:?}"),
        };
        blocks.into_iter().map(text).collect()
    }

    #[test]
    fn a_heading_of_nothing_goes_and_the_others_are_counted_anew() {
        let blocks = vec![
            heading(1, "一、总体"),
            words("甲"),
            heading(1, "二、节点"),
            heading(2, "（一）空"),
            heading(1, "三、排位"),
            heading(2, "（一）部门"),
            words("乙"),
            heading(1, "四、空"),
        ];
        let expected = ["总体", "甲", "排位", "部门", "乙"];
        assert_eq!(texts(without_empty_headings(blocks)), expected);
        let whole = vec![heading(1, "三、排位"), words("乙")];
        assert_eq!(texts(without_empty_headings(whole)), ["三、排位", "乙"]);
    }
}
