//! The body of a document: the words of the narrative, and one small table where it is asked for.

use std::cell::Cell;

use crate::model::edition::paper::Paper;
use crate::model::edition::table_call::TableCall;
use crate::model::edition::{Insert, Passage, Phrase};
use crate::report::edition::cards::{cards, point};
use crate::report::edition::front_matter::narrative;
use crate::report::edition::narrative::blocks;
use crate::report::edition::paper::sections::printed;
use crate::report::listings::revisions::since_last;
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::page::Block;
use crate::words::date;

/// Rows that a table in the body has at most.
const ROWS: usize = 10;

/// The body; where there are no words of its own for the audience, the main figures in words.
pub(super) fn body(sheet: &Sheet, paper: &Paper) -> Vec<Block> {
    let is_taken = Cell::new(false);
    let narrative = with_long_told(sheet, paper);
    let is_printed = |passage: &Passage| match passage {
        Passage::Table(insert) => {
            let is_meant = paper.table.as_ref().is_some_and(|call| calls(call, insert));
            is_meant && rows(sheet, passage) > 0 && !is_taken.replace(true)
        }
        Passage::Chart(_) => paper.prints_charts(),
        Passage::Heading(..) | Passage::Paragraph(_) | Passage::List(..) => true,
    };
    let mut blocks = printed(sheet, &narrative, is_printed);
    if !blocks.iter().any(is_text) {
        blocks.insert(0, summary(sheet));
    }
    let said = since_last(sheet).into_iter();
    blocks
        .extend(said.map(|said| Block::Paragraph { inlines: vec![Inline::text(said)] }));
    blocks
}

/// Whether a narrative's call is the one that is meant.
fn calls(call: &TableCall, insert: &Insert) -> bool {
    call.name == insert.name && (call.about.is_none() || call.about == insert.indicator)
}

/// The narrative, in which words stand for the table of the body where that is too long for it.
fn with_long_told(sheet: &Sheet, paper: &Paper) -> Vec<Passage> {
    let told = |passage: &Passage| match passage {
        Passage::Table(insert)
            if paper.table.as_ref().is_some_and(|call| calls(call, insert))
                && rows(sheet, passage) > ROWS =>
        {
            let words = format!("（{}见{}。）", insert.name, place(paper, insert));
            Passage::Paragraph(vec![Phrase::Text(words, insert.span)])
        }
        _ => passage.clone(),
    };
    narrative(sheet).iter().map(told).collect()
}

/// Where a table stands that is not in the body.
fn place(paper: &Paper, insert: &Insert) -> String {
    let annexed = paper.annexes.iter().position(|call| calls(call, insert));
    match (annexed, paper.annexes.len()) {
        (Some(_), 1) => "附件".to_owned(),
        (Some(at), _) => format!("附件{}", at + 1),
        (None, _) if paper.has_data() => "数据资料".to_owned(),
        (None, _) => "本期通报的网页".to_owned(),
    }
}

/// The rows of the tables that a passage calls.
fn rows(sheet: &Sheet, passage: &Passage) -> usize {
    let blocks = blocks(sheet, std::slice::from_ref(passage)).into_iter();
    let rows = blocks.map(|block| match block {
        Block::Table { table } => table.rows.len(),
        _ => 0,
    });
    rows.sum()
}

fn is_text(block: &Block) -> bool {
    matches!(block, Block::Paragraph { .. } | Block::List { .. })
}

/// The figures of the first page as a paragraph.
fn summary(sheet: &Sheet) -> Block {
    let until = date::until(sheet.figures.period.end(), true);
    let mut inlines = vec![Inline::text(format!("截至{until}"))];
    for card in cards(sheet) {
        let term = point(card);
        inlines.push(Inline::text(if inlines.len() == 1 { "，" } else { "；" }));
        inlines.push(Inline::text(term.term));
        inlines.extend(term.inlines);
    }
    inlines.push(Inline::text("。"));
    Block::Paragraph { inlines }
}
