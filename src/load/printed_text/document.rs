//! Pages and Word documents → sentences and tables.

use crate::load::printed_text::language::Language;
use crate::load::printed_text::markup::{Token, attribute, tokens};
use crate::load::printed_text::paragraph::{Join, Line, sentences};
use crate::load::printed_text::spans::{Cell, Row, table};
use crate::model::printed::text::PrintedText;

/// Most letters that a cell of a table with figures holds; a longer one holds a part of a page.
const LONGEST_CELL: usize = 120;

/// Returns the sentences and tables of a document.
pub(super) fn printed(text: &str, language: &Language) -> PrintedText {
    let mut builder = Builder::new(language);
    for token in tokens(text) {
        builder.add(token);
    }
    while !builder.tables.is_empty() {
        builder.end_table();
    }
    builder.end_block();
    builder.printed
}

/// A table that is being read.
#[derive(Default)]
struct Open {
    rows: Vec<Row>,
    /// The lines of its cells, in case that it only sets out a page.
    blocks: Vec<Vec<Line>>,
    holds_table: bool,
}

struct Builder<'a> {
    language: &'a Language,
    printed: PrintedText,
    tables: Vec<Open>,
    block: Vec<Line>,
    is_text: bool,
    /// Paragraphs of a Word document so far.
    count: usize,
}

impl<'a> Builder<'a> {
    fn new(language: &'a Language) -> Builder<'a> {
        Builder {
            language,
            printed: PrintedText::default(),
            tables: Vec::new(),
            block: Vec::new(),
            is_text: language.text.is_none(),
            count: 0,
        }
    }

    fn add(&mut self, token: Token) {
        match token {
            Token::Text(text, line) => self.add_text(&text, line),
            Token::Open(name, attributes) => self.open(&name, attributes),
            Token::Empty(name, attributes) => {
                self.open(&name, attributes);
                self.close(&name);
            }
            Token::Close(name) => self.close(&name),
        }
    }

    fn open(&mut self, name: &str, attributes: &str) {
        let language = self.language;
        if language.text == Some(name) {
            self.is_text = true;
        } else if language.breaks.contains(&name) {
            self.add_line(String::new(), Join::Open);
        } else if language.blocks.contains(&name) {
            self.count += 1;
            self.end_block();
        } else if name == language.table {
            self.end_block();
            self.tables.iter_mut().for_each(|table| table.holds_table = true);
            self.tables.push(Open::default());
        } else if name == language.row {
            let line = self.line();
            self.end_block();
            if let Some(table) = self.tables.last_mut() {
                table.rows.push(Row { line, cells: Vec::new() });
            }
        } else if language.cells.contains(&name) {
            self.end_block();
            let span = |name| attribute(attributes, name)?.parse().ok();
            let (columns, rows) = (span("colspan"), span("rowspan"));
            self.open_cell(columns.unwrap_or(1), rows.unwrap_or(1));
        } else if name == "w:gridspan" {
            let columns =
                attribute(attributes, "w:val").and_then(|value| value.parse().ok());
            if let Some(cell) = self.cell() {
                cell.columns = columns.unwrap_or(1);
            }
        }
    }

    fn close(&mut self, name: &str) {
        if self.language.text == Some(name) {
            self.is_text = false;
        } else if name == self.language.table {
            self.end_table();
        } else if self.language.blocks.contains(&name)
            || self.language.cells.contains(&name)
        {
            self.end_block();
        }
    }

    fn open_cell(&mut self, columns: usize, rows: usize) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut())
        {
            row.cells.push(Cell { text: String::new(), columns, rows });
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut()?.rows.last_mut()?.cells.last_mut()
    }

    /// Returns the line that a row begins in: the next paragraph of a Word document.
    fn line(&self) -> usize {
        self.count + 1
    }

    fn add_text(&mut self, text: &str, line: usize) {
        if !self.is_text {
            return;
        }
        let is_counted = self.language.text.is_some();
        if !is_counted && text.trim().is_empty() {
            return;
        }
        for (at, part) in text.split('\n').enumerate() {
            let number = if is_counted { self.count.max(1) } else { line + at };
            let joined = Line {
                number,
                text: part.trim_matches('\r').to_owned(),
                join: Join::Same,
            };
            self.add_part(joined);
        }
        if !is_counted
            && let Some(row) =
                self.tables.last_mut().and_then(|table| table.rows.last_mut())
            && row.cells.iter().all(|cell| cell.text.is_empty())
        {
            row.line = line;
        }
    }

    fn add_part(&mut self, line: Line) {
        if line.text.trim().is_empty() {
            return;
        }
        match self.block.last_mut() {
            Some(last) if last.text.is_empty() => {
                last.number = line.number;
                last.text = line.text;
            }
            Some(last) if last.number == line.number => last.text.push_str(&line.text),
            _ => self.block.push(line),
        }
    }

    fn add_line(&mut self, text: String, join: Join) {
        let number = self.block.last().map_or(1, |last| last.number);
        if !self.block.is_empty() {
            self.block.push(Line { number, text, join });
        }
    }

    /// Ends a paragraph: in a table, it goes into its cell.
    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        block.retain(|line| !line.text.trim().is_empty());
        if block.is_empty() {
            return;
        }
        if let Some(cell) = self.cell() {
            block.iter().for_each(|line| cell.text.push_str(line.text.trim()));
        }
        match self.tables.last_mut() {
            Some(table) => table.blocks.push(block),
            None => self.add_block(&block),
        }
    }

    fn add_block(&mut self, block: &[Line]) {
        let next = self.printed.sentences.last().map_or(0, |last| last.paragraph + 1);
        self.printed.sentences.extend(sentences(block, next));
    }

    /// Ends a table: one that sets out a page gives its text, another one its rows.
    fn end_table(&mut self) {
        self.end_block();
        let Some(Open { rows, blocks, holds_table }) = self.tables.pop() else { return };
        let cells = || rows.iter().flat_map(|row| &row.cells);
        let is_long = cells().any(|cell| cell.text.chars().count() > LONGEST_CELL);
        match table(&rows).filter(|_| !holds_table && !is_long) {
            Some(table) => self.printed.tables.push(table),
            None => blocks.iter().for_each(|block| self.add_block(block)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::printed_text::language::{HTML, WORD};

    fn texts(printed: &PrintedText) -> Vec<(usize, &str)> {
        let sentences = printed.sentences.iter();
        sentences.map(|sentence| (sentence.line, sentence.text.as_str())).collect()
    }

    #[test]
    fn a_page_gives_its_paragraphs_and_tables() {
        let html = "<html><head><title>通报</title></head><body>\n<table><tr><td>\n\
            <p>到位资金<b>50.00</b>亿元，\n完成目标80亿元的<span>62.50%</span>。</p>\n\
            <table><tr><th>单位</th><th>目标</th></tr>\n<tr><td>甲</td><td>3</td></tr></table>\n\
            </td></tr></table></body></html>";
        let printed = printed(html, &HTML);
        let expected = [(1, "通报"), (3, "到位资金50.00亿元，完成目标80亿元的62.50%")];
        assert_eq!(texts(&printed), expected);
        assert_eq!(printed.tables.len(), 1);
        assert_eq!(printed.tables[0].heads, ["单位", "目标"]);
        assert_eq!(printed.tables[0].rows[0].line, 6);
    }

    #[test]
    fn a_word_document_gives_its_paragraphs_by_number() {
        let word = "<w:document><w:body><w:p><w:r><w:t>标题</w:t></w:r></w:p><w:p><w:r>\
            <w:instrText>PAGE</w:instrText><w:t>到位50亿</w:t></w:r><w:r><w:t>元。</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>\
            <w:t>目标</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p>\
            </w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>";
        let printed = printed(word, &WORD);
        assert_eq!(texts(&printed), [(1, "标题"), (2, "到位50亿元")]);
        assert_eq!(printed.tables[0].rows[0].cells, ["甲", "3"]);
        assert_eq!(printed.tables[0].rows[0].line, 5);
    }
}
