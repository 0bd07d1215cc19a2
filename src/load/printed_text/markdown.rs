//! Plain text and Markdown → sentences and tables.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::load::printed_text::paragraph::{Join, Line, sentences};
use crate::load::printed_text::spaced::{self, Spaced};
use crate::model::printed::text::{PrintedRow, PrintedTable, PrintedText};

/// What stands between the pages of a text from a PDF.
const NEW_PAGE: char = '\u{c}';
/// Marks after which a paragraph that reaches the end of a page may be over.
const ENDS: [char; 5] = ['。', '！', '？', '；', '：'];

/// Returns the sentences and tables of a text.
pub fn printed_text(text: &str) -> PrintedText {
    let (tables, ranges) = tables(text);
    let mut blocks = Blocks {
        printed: PrintedText { tables, ..PrintedText::default() },
        ..Blocks::default()
    };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let taken = taken(&lines, ranges);
    let is_free =
        |at: usize| !taken[at] && !lines[at].contains('\t') && !is_page_number(lines[at]);
    let spaced = spaced::tables(&lines, is_free);
    let is_spaced = |at: usize| spaced.iter().any(|table| table.has(at));
    for (at, line) in lines.iter().enumerate() {
        if taken[at] || is_spaced(at) {
            blocks.end();
        } else {
            blocks.add(at + 1, line);
        }
    }
    blocks.end();
    spaced.into_iter().for_each(|table| blocks.spaced(table));
    blocks.printed.sentences.sort_by_key(|sentence| sentence.line);
    blocks.printed
}

/// Returns for each line whether tables of Markdown, which take these bytes, have it.
fn taken(lines: &[&str], ranges: Vec<Range<usize>>) -> Vec<bool> {
    let mut ranges = ranges.into_iter().peekable();
    let mut end = 0;
    let is_taken = |line: &&str| {
        let start = end;
        end += line.len();
        while ranges.next_if(|table| table.end <= start).is_some() {}
        ranges.peek().is_some_and(|table| table.start < end)
    };
    lines.iter().map(is_taken).collect()
}

/// The lines since the last blank one.
#[derive(Default)]
struct Blocks {
    printed: PrintedText,
    lines: Vec<Line>,
    is_over: bool,
    is_new_page: bool,
}

impl Blocks {
    fn add(&mut self, number: usize, text: &str) {
        self.is_new_page |= text.contains(NEW_PAGE) || is_page_number(text);
        let bare = text.trim_matches([NEW_PAGE, '\r', '\n']);
        if bare.trim().is_empty() {
            self.is_over = true;
        }
        if bare.trim().is_empty() || is_page_number(text) {
            return;
        }
        let is_open = |line: &Line| !line.text.trim_end().ends_with(ENDS);
        let goes_on = self.is_new_page && self.lines.last().is_some_and(is_open);
        if self.is_over && !goes_on {
            self.end();
        }
        (self.is_over, self.is_new_page) = (false, false);
        self.lines.push(line(number, bare));
    }

    /// Takes a table whose columns are set apart by spaces; what belongs to no row stands alone.
    fn spaced(&mut self, spaced: Spaced) {
        self.printed.tables.push(spaced.table);
        for (at, text) in spaced.loose {
            self.lines.push(Line { join: Join::Apart, ..line(at + 1, &text) });
            self.end();
        }
    }

    /// Ends the paragraphs before a blank line; lines with tabs in them are the rows of a table.
    fn end(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        for lines in lines.chunk_by(|one, next| tabs(one) == tabs(next)) {
            if lines.len() > 1 && tabs(&lines[0]) > 1 {
                self.printed.tables.extend(tabbed(lines));
                continue;
            }
            let next = self.printed.sentences.last().map_or(0, |last| last.paragraph + 1);
            self.printed.sentences.extend(sentences(lines, next));
        }
    }
}

fn tabs(line: &Line) -> usize {
    line.text.matches('\t').count()
}

/// Returns the table of lines whose cells are separated by tabs.
fn tabbed(lines: &[Line]) -> Option<PrintedTable> {
    let mut rows = lines.iter().map(|line| {
        let cells = line.text.split('\t');
        let cells = cells.map(|cell| cell.trim().to_owned()).collect();
        PrintedRow { line: line.number, cells }
    });
    let heads = rows.next()?.cells;
    Some(PrintedTable { heads, rows: rows.collect() })
}

/// Returns whether a line only numbers a page: — 2 —.
fn is_page_number(line: &str) -> bool {
    let bare = line.trim_matches(|mark: char| mark.is_whitespace() || mark == NEW_PAGE);
    let number = bare.trim_matches(['-', '—', '–', ' ']);
    let is_dashed = number.len() < bare.len();
    is_dashed && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a line without the marks of Markdown.
fn line(number: usize, text: &str) -> Line {
    let bare = text.trim_start();
    let item = ["- ", "* ", "+ ", "> ", "#"].iter().any(|mark| bare.starts_with(mark));
    let content =
        if item { bare.trim_start_matches(['-', '*', '+', '>', '#']) } else { text };
    let join = if item { Join::Apart } else { Join::Open };
    Line { number, text: content.replace(['*', '`', '#'], ""), join }
}

/// Returns the tables of Markdown and the bytes that they take.
fn tables(text: &str) -> (Vec<PrintedTable>, Vec<Range<usize>>) {
    let lines: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let line = |at: usize| lines.partition_point(|start| *start <= at);
    let (mut tables, mut ranges): (Vec<PrintedTable>, _) = (Vec::new(), Vec::new());
    let (mut row, mut cell): (PrintedRow, Option<String>) = Default::default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter()
    {
        match event {
            Event::Start(Tag::Table(_)) => {
                tables.push(PrintedTable::default());
                ranges.push(range);
            }
            Event::Start(Tag::TableRow | Tag::TableHead) => {
                row = PrintedRow { line: line(range.start), cells: Vec::new() };
            }
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => row.cells.extend(cell.take()),
            Event::End(TagEnd::TableHead) => {
                if let Some(table) = tables.last_mut() {
                    table.heads = row.cells.clone();
                }
            }
            Event::End(TagEnd::TableRow) => {
                if let Some(table) = tables.last_mut() {
                    table.rows.push(row.clone());
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
    (tables, ranges)
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

    #[test]
    fn lines_with_tabs_are_a_table() {
        let printed = printed_text("单位\t目标\t完成\n甲\t32\t22\n合计32个。\n");
        assert_eq!(printed.tables[0].heads, ["单位", "目标", "完成"]);
        assert_eq!(printed.tables[0].rows[0].line, 2);
        assert_eq!(printed.sentences[0].line, 3);
    }

    #[test]
    fn nothing_is_lost_by_its_form() {
        for text in
            ["    缩进的一行", "> 引用的一行", "```\n一行\n```", "1. 外\n   - 一行\n"]
        {
            let printed = printed_text(text);
            let has = |word| printed.sentences.iter().any(|one| one.text.contains(word));
            assert!(has("一行"), "{text}");
        }
        let pages = "完成年度目标\n\n— 1 —\n\n\u{c}80亿元的62.5%。\n\n下一段\n";
        let texts = printed_text(pages).sentences;
        assert_eq!(texts[0].text, "完成年度目标80亿元的62.5%");
        assert_eq!(texts.len(), 2);
        assert_eq!(printed_text("1. 外层\n   - 内层\n").sentences.len(), 2);
    }
}
