//! Edition files → front matter and narrative, with the part of Markdown that official documents
//! need.

mod call;
mod emphasis;

#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use crate::load::markdown::call::{Call, Piece, split as split_calls};
use crate::load::markdown::emphasis::{Prepared, clean, is_chinese, prepare};
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;
use crate::model::edition::{Insert, Passage, Phrase};

/// Front matter and body, each with its offset in the file.
pub(super) struct Parts<'a> {
    pub front: (usize, &'a str),
    pub body: (usize, &'a str),
}

/// Splits a file at its two `---` lines; `None` if it does not have them.
pub(super) fn split(text: &str) -> Option<Parts<'_>> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut offset = start;
    let mut front = None;
    for line in text[start..].split_inclusive('\n') {
        let next = offset + line.len();
        match (line.trim_end() == "---", front) {
            (true, None) => front = Some(next),
            (true, Some(first)) => {
                let body = (next, &text[next..]);
                return Some(Parts { front: (first, &text[first..offset]), body });
            }
            (false, None) => return None,
            _ => {}
        }
        offset = next;
    }
    None
}

/// Reads a narrative; `offset` is where it starts in its file.
pub(super) fn narrative(text: &str, offset: usize) -> (Vec<Passage>, Vec<Fault>) {
    let prepared = prepare(text);
    let mut reader = Reader { offset, prepared: &prepared, ..Reader::new(&prepared) };
    let events = Parser::new_ext(&prepared.text, Options::empty()).into_offset_iter();
    for (event, range) in TextMergeWithOffset::new(events) {
        reader.event(event, range);
    }
    reader.end_block(Block::Paragraph);
    (reader.passages, reader.faults)
}

/// The block that the collected parts belong to.
#[derive(Clone, Copy)]
enum Block {
    Paragraph,
    Heading(u8),
}

/// A phrase, or a table or chart, which must be alone in its block.
enum Part {
    Phrase(Phrase),
    Table(Insert),
    Chart(Insert),
}

struct Reader<'a> {
    offset: usize,
    prepared: &'a Prepared,
    passages: Vec<Passage>,
    faults: Vec<Fault>,
    parts: Vec<Part>,
    items: Option<(bool, Vec<Vec<Phrase>>)>,
    lists: usize,
    strong: usize,
    emphasis: usize,
    link: Option<(String, String, usize)>,
    /// A line break: a space, unless a Chinese character is next to it.
    soft_break: bool,
}

impl<'a> Reader<'a> {
    fn new(prepared: &'a Prepared) -> Reader<'a> {
        Reader {
            offset: 0,
            prepared,
            passages: Vec::new(),
            faults: Vec::new(),
            parts: Vec::new(),
            items: None,
            lists: 0,
            strong: 0,
            emphasis: 0,
            link: None,
            soft_break: false,
        }
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        let at = self.offset + self.prepared.original(range.start);
        let end = self.offset + self.prepared.original(range.end);
        let span = Span { start: at as u32, end: end as u32 };
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineHtml(text)
            | Event::Html(text) => {
                self.text(&clean(&text), span);
            }
            Event::SoftBreak | Event::HardBreak => self.soft_break = true,
            Event::Rule => self.refuse(span, "分隔线", "通报正文不用分隔线，删去这一行"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag, span: Span) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => {
                let address = dest_url.to_string();
                if !address.starts_with("https://") && !address.starts_with("http://") {
                    self.refuse(
                        span,
                        "这样的链接",
                        "链接写完整网址，以 http:// 或 https:// 开头",
                    );
                }
                self.link = Some((String::new(), address, span.start as usize));
            }
            Tag::Image { .. } => {
                self.refuse(span, "图片", "用 {{ 图 \"名称\" 指标 }} 插入图")
            }
            Tag::BlockQuote(_) => {
                self.refuse(span, "引用块", "删去行首的“>”，写成一般的段落")
            }
            Tag::CodeBlock(_) => {
                self.refuse(span, "代码块", "删去行首的四个空格；首行缩进由程序排");
            }
            Tag::List(_) if self.lists > 0 => {
                self.lists += 1;
                self.refuse(span, "列表里的列表", "列表只用一层，其余写成段落");
            }
            Tag::List(first) => {
                self.end_block(Block::Paragraph);
                self.lists = 1;
                self.items = Some((first.is_some(), Vec::new()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => {
                if let Some((text, address, start)) = self.link.take() {
                    let span = Span { start: start as u32, end: span.end };
                    self.parts.push(Part::Phrase(Phrase::Link(text, address, span)));
                }
            }
            TagEnd::Heading(level) => self.end_block(Block::Heading(level as u8)),
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                self.lists = self.lists.saturating_sub(1);
                if let Some((numbered, items)) =
                    (self.lists == 0).then(|| self.items.take()).flatten()
                {
                    self.passages.push(Passage::List(numbered, items));
                }
            }
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock
                if self.lists == 0 =>
            {
                self.end_block(Block::Paragraph);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        let text = if self.parts.is_empty() { text.trim_start() } else { text };
        if let Some((inside, _, _)) = &mut self.link {
            inside.push_str(text);
            return;
        }
        self.join_lines(text.chars().next(), span);
        let lead = span.len().saturating_sub(text.len());
        let verbatim = self.parts.is_empty() || lead == 0;
        let start = span.start as usize + if verbatim { lead } else { 0 };
        for piece in split_calls(text, start, &mut self.faults) {
            let part = match piece {
                Piece::Text(text, at) => Part::Phrase(self.phrase(text, at)),
                Piece::Call(Call::Figure(reference)) => {
                    Part::Phrase(Phrase::Reference(reference))
                }
                Piece::Call(Call::Table(insert)) => Part::Table(insert),
                Piece::Call(Call::Chart(insert)) => Part::Chart(insert),
            };
            self.parts.push(part);
        }
    }

    fn phrase(&self, text: &str, at: usize) -> Phrase {
        let span = Span { start: at as u32, end: (at + text.len()) as u32 };
        let text = text.to_owned();
        if self.strong > 0 {
            Phrase::Strong(text, span)
        } else if self.emphasis > 0 {
            Phrase::Emphasis(text, span)
        } else {
            Phrase::Text(text, span)
        }
    }

    /// Joins the lines of a paragraph: by a space between Latin words, by nothing in Chinese.
    fn join_lines(&mut self, next: Option<char>, span: Span) {
        let last = match self.parts.last() {
            Some(Part::Phrase(
                Phrase::Text(text, _)
                | Phrase::Strong(text, _)
                | Phrase::Emphasis(text, _),
            )) => text.chars().next_back(),
            _ => None,
        };
        let latin = |c: Option<char>| c.is_some_and(|c| !is_chinese(c));
        if std::mem::take(&mut self.soft_break) && latin(last) && latin(next) {
            let span = Span { start: span.start, end: span.start };
            self.parts.push(Part::Phrase(Phrase::Text(" ".to_owned(), span)));
        }
    }

    fn end_item(&mut self) {
        let phrases = self.phrases();
        if let Some((_, items)) = self.items.as_mut().filter(|_| !phrases.is_empty()) {
            items.push(phrases);
        }
    }

    /// Ends a block; tables and charts become passages of their own.
    fn end_block(&mut self, block: Block) {
        let blank = |part: &Part| matches!(part, Part::Phrase(Phrase::Text(text, _)) if text.trim().is_empty());
        self.soft_break = false;
        if self.parts.iter().all(|part| !matches!(part, Part::Phrase(_)) || blank(part)) {
            let inserts = std::mem::take(&mut self.parts).into_iter().filter_map(
                |part| match part {
                    Part::Table(insert) => Some(Passage::Table(insert)),
                    Part::Chart(insert) => Some(Passage::Chart(insert)),
                    Part::Phrase(_) => None,
                },
            );
            self.passages.extend(inserts);
            return;
        }
        let phrases = self.phrases();
        self.passages.push(match block {
            Block::Paragraph => Passage::Paragraph(phrases),
            Block::Heading(level) => Passage::Heading(level, phrases),
        });
    }

    /// Takes the collected phrases; a table or chart among them is a fault.
    fn phrases(&mut self) -> Vec<Phrase> {
        self.soft_break = false;
        let mut phrases = Vec::new();
        for part in std::mem::take(&mut self.parts) {
            match part {
                Part::Phrase(phrase) => phrases.push(phrase),
                Part::Table(insert) | Part::Chart(insert) => {
                    let problem = "表或图夹在文字里".to_owned();
                    let help = "让它单独成段：前后各空一行".to_owned();
                    let (code, span) = ("bad-reference", insert.span);
                    self.faults.push(Fault { code, span, problem, help, other: None });
                }
            }
        }
        phrases
    }

    fn refuse(&mut self, span: Span, what: &str, help: &str) {
        let (problem, help) = (format!("通报正文里不能用{what}"), help.to_owned());
        let code = "unsupported-markdown";
        self.faults.push(Fault { code, span, problem, help, other: None });
    }
}
