//! A bulletin's text or Markdown file → its sentences and tables.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::load::source::files::LARGEST;
use crate::model::printed::text::{PrintedRow, PrintedTable, PrintedText, Sentence};

/// Reads a file of plain text or Markdown.
pub fn read_printed_text(path: &Path) -> Result<PrintedText> {
    let bytes =
        std::fs::read(path).with_context(|| format!("读不出“{}”", path.display()))?;
    if bytes.len() as u64 > LARGEST {
        bail!("“{}”超过 16 MB", path.display());
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        anyhow::anyhow!("“{}”不是 UTF-8 文字，另存为 UTF-8 再试", path.display())
    })?;
    Ok(printed_text(text.trim_start_matches('\u{feff}')))
}

/// Returns the sentences and tables of a text.
pub fn printed_text(text: &str) -> PrintedText {
    let lines: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let line = |at: usize| lines.partition_point(|start| *start <= at);
    let mut printed = PrintedText::default();
    let (mut row, mut cell): (PrintedRow, Option<String>) = Default::default();
    let mut paragraph: Option<Range<usize>> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter()
    {
        match event {
            Event::Start(Tag::Table(_)) => printed.tables.push(PrintedTable::default()),
            Event::Start(Tag::TableRow | Tag::TableHead) => {
                row = PrintedRow { line: line(range.start), cells: Vec::new() };
            }
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => row.cells.extend(cell.take()),
            Event::End(TagEnd::TableHead) => {
                if let Some(table) = printed.tables.last_mut() {
                    table.heads = row.cells.clone();
                }
            }
            Event::End(TagEnd::TableRow) => {
                if let Some(table) = printed.tables.last_mut() {
                    table.rows.push(row.clone());
                }
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item) => {
                paragraph = Some(range);
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                if let Some(range) = paragraph.take() {
                    let number =
                        printed.sentences.last().map_or(0, |last| last.paragraph + 1);
                    printed.sentences.extend(sentences(text, range, number, &line));
                }
            }
            Event::Text(part) | Event::Code(part) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&part);
                }
            }
            _ => {}
        }
    }
    printed
}

/// Returns the sentences of a paragraph. They are cut from the source, so that each keeps its line.
fn sentences(
    text: &str,
    range: Range<usize>,
    paragraph: usize,
    line: &dyn Fn(usize) -> usize,
) -> Vec<Sentence> {
    let ends = ['。', '；', ';', '！', '？', '\n'];
    let mut sentences = Vec::new();
    let mut start = range.start;
    for part in text[range].split_inclusive(ends) {
        let bare = part.trim_end_matches(ends).replace(['*', '`', '#'], "");
        if !bare.trim().is_empty() {
            sentences.push(Sentence { line: line(start), paragraph, text: bare });
        }
        start += part.len();
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_keep_their_lines_and_tables_their_cells() {
        let printed = printed_text(
            "# 通报\n\n一句。两句；\n三句\n\n| 单位 | 目标 |\n|---|---|\n| 甲 | **3** |\n",
        );
        let lines: Vec<(usize, &str)> = printed
            .sentences
            .iter()
            .map(|sentence| (sentence.line, sentence.text.trim()))
            .collect();
        assert_eq!(lines, [(1, "通报"), (3, "一句"), (3, "两句"), (4, "三句")]);
        assert_eq!(printed.tables[0].heads, ["单位", "目标"]);
        assert_eq!(
            printed.tables[0].rows[0],
            PrintedRow { line: 8, cells: vec!["甲".into(), "3".into()] }
        );
    }
}
