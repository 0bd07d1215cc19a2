//! The blocks of a narrative: headings, paragraphs and lists; tables and charts that are called.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag};

use crate::load::markdown::fault::{span, unsupported};
use crate::load::markdown::inline::{Part, words};
use crate::load::markdown::line::{Line, lines, refused_lines};
use crate::load::markdown::list::{Events, items};
use crate::load::text::Decoded;
use crate::model::dictionary::Fault;
use crate::model::edition::{Passage, Phrase};

/// How many levels of headings an official document has numbers for.
const LEVELS: usize = 3;

/// What a narrative holds.
#[derive(Debug, Default)]
pub(crate) struct Narrative {
    /// Its blocks.
    pub passages: Vec<Passage>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Texts that read otherwise than they are typed.
    pub decoded: Vec<Decoded>,
}

/// Reads a narrative; `offset` is where it starts in its file.
pub(crate) fn narrative(text: &str, offset: usize) -> Narrative {
    Blocks { text, offset, narrative: Narrative::default(), headings: Vec::new() }.read()
}

/// Reads the blocks of a text, which starts at an offset of its file.
struct Blocks<'a> {
    text: &'a str,
    offset: usize,
    narrative: Narrative,
    /// Levels and places of the headings.
    headings: Vec<(usize, Range<usize>)>,
}

impl Blocks<'_> {
    /// Reads all blocks; a line that belongs to none would be lost without a word.
    fn read(mut self) -> Narrative {
        let mut events =
            Parser::new_ext(self.text, Options::ENABLE_TABLES).into_offset_iter();
        let mut read = 0;
        while let Some((event, range)) = events.next() {
            self.between(read..range.start);
            read = range.end;
            match event {
                Event::Start(tag) => {
                    let inside = inside(&mut events);
                    self.block(&tag, &inside, range);
                }
                _ => self.refuse(range, "分隔线", "通报正文不用分隔线，删去这一行"),
            }
        }
        self.between(read..self.text.len());
        self.low_headings();
        self.narrative
    }

    fn block(&mut self, tag: &Tag, inside: &Events, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { .. } => self.heading(range),
            Tag::List(first) => self.list(first.is_some(), inside),
            Tag::BlockQuote(_) => {
                self.refuse(range, "引用块", "删去行首的“>”，写成一般的段落")
            }
            Tag::CodeBlock(_) if self.text[range.clone()].starts_with(['`', '~']) => {
                self.refuse(range, "代码块", "删去前后的反引号或波浪号，写成一般的段落")
            }
            Tag::CodeBlock(_) => {
                self.refuse(range, "代码块", "删去行首的四个空格；首行缩进由程序排")
            }
            Tag::HtmlBlock => self.refuse(
                range,
                "网页标签和注释",
                "删去尖括号里的内容；不印的话写进提交说明",
            ),
            Tag::Table(_) => self.refuse(
                range,
                "手写的表格",
                "用 {{ 表 \"名称\" 指标 }} 插入表，或写成段落、列表",
            ),
            _ => self.refuse(range, "这种写法", "写成标题、段落或列表"),
        }
    }

    /// Refuses lines that no block has.
    fn between(&mut self, range: Range<usize>) {
        for line in lines(self.text, range).filter(|line| !line.text.trim().is_empty()) {
            let help = "这样的行是给别处的链接备用的，不会印出来：网址直接写在用的地方，如 [公告](https://…)";
            let at = line.start..line.start + line.text.len();
            self.refuse(at, "不印出来的行", help);
        }
    }

    fn heading(&mut self, range: Range<usize>) {
        let text = self.text[range.clone()].trim_end();
        let words = text.trim_start_matches('#');
        let level = text.len() - words.len();
        if let Some((what, help)) = refused_heading(level, words.trim()) {
            return self.refuse(range, what, help);
        }
        let start = range.start + text.len() - words.trim_start().len();
        let phrases = self.phrases(start..range.start + text.len());
        if phrases.iter().any(|phrase| matches!(phrase, Phrase::Link(_))) {
            self.refuse(range.clone(), "标题里的链接", "链接写在标题下面的段落里");
        }
        self.headings.push((level, range));
        self.narrative.passages.push(Passage::Heading(level as u8, phrases));
    }

    /// Refuses headings that are too far below the highest ones, which begin with `#` or `##`.
    fn low_headings(&mut self) {
        let top = self.headings.iter().map(|(level, _)| *level).min().unwrap_or(1).min(2);
        for (level, range) in std::mem::take(&mut self.headings) {
            if level >= top + LEVELS {
                let help = "标题只有三级：##（一、）、###（（一））、####（1．）；再往下写成段落";
                self.refuse(range, "第四级标题", help);
            }
        }
    }

    fn paragraph(&mut self, range: Range<usize>) {
        let parts = self.parts(range);
        let is_blank = |part: &Part| matches!(part, Part::Phrase(Phrase::Text(text, _)) if text.trim().is_empty());
        let calls =
            parts.iter().all(|part| !matches!(part, Part::Phrase(_)) || is_blank(part));
        if calls {
            let called = parts.into_iter().filter_map(|part| match part {
                Part::Table(insert) => Some(Passage::Table(insert)),
                Part::Chart(insert) => Some(Passage::Chart(insert)),
                Part::Phrase(_) => None,
            });
            self.narrative.passages.extend(called);
            return;
        }
        let phrases = self.only_phrases(parts);
        self.narrative.passages.push(Passage::Paragraph(phrases));
    }

    fn list(&mut self, is_numbered: bool, inside: &Events) {
        let mut first = None;
        let mut read = Vec::new();
        for (at, item) in items(self.text, inside).into_iter().enumerate() {
            let expected = *first.get_or_insert(item.number.unwrap_or(1)) + at as u64;
            if let Some((range, what, help)) = item.refused(is_numbered, expected) {
                self.refuse(range, &what, &help);
                continue;
            }
            read.push(self.phrases(item.words));
        }
        let first = first.filter(|_| is_numbered);
        self.narrative.passages.push(Passage::List(first, read));
    }

    fn phrases(&mut self, range: Range<usize>) -> Vec<Phrase> {
        let parts = self.parts(range);
        self.only_phrases(parts)
    }

    /// Reads the words of a block.
    fn parts(&mut self, range: Range<usize>) -> Vec<Part> {
        let lines: Vec<Line> = lines(self.text, range).collect();
        let faults = refused_lines(&lines, self.offset);
        if !faults.is_empty() {
            self.narrative.faults.extend(faults);
            return Vec::new();
        }
        let words = words(&lines, self.offset);
        self.narrative.faults.extend(words.faults);
        self.narrative.decoded.extend(words.decoded);
        words.parts
    }

    /// Returns the phrases of a block; a table or chart among them is a fault.
    fn only_phrases(&mut self, parts: Vec<Part>) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        for part in parts {
            match part {
                Part::Phrase(phrase) => phrases.push(phrase),
                Part::Table(insert) | Part::Chart(insert) => {
                    let problem = "表或图夹在文字里".to_owned();
                    let help = "让它单独成段：前后各空一行".to_owned();
                    let (code, span) = ("bad-reference", insert.span);
                    self.narrative.faults.push(Fault {
                        code,
                        span,
                        problem,
                        help,
                        other: None,
                    });
                }
            }
        }
        phrases
    }

    /// Refuses a block at its first line.
    fn refuse(&mut self, range: Range<usize>, what: &str, help: &str) {
        let first = self.text[range.clone()].lines().next().unwrap_or("").trim_end();
        let start = self.offset + range.start;
        let span = span(start, start + first.len());
        self.narrative.faults.push(unsupported(span, what, help));
    }
}

/// Returns why a heading of a level, of which 0 is a line drawn below it, is refused.
fn refused_heading(level: usize, words: &str) -> Option<(&'static str, &'static str)> {
    Some(match level {
        0 => (
            "在段落下面画线的标题",
            "标题写“## 总体情况”；多出来的“---”“===”删去，或与上面空一行",
        ),
        _ if words.is_empty() => ("空的标题", "补上标题的文字，或删去这一行"),
        _ if words.ends_with('#') && !words.ends_with("\\#") => {
            ("标题后面的“#”", "删去末尾的“#”；确要印出来的，写成“\\#”")
        }
        _ => return None,
    })
}

/// Takes the events up to the end of the block that has just begun.
fn inside<'a>(events: &mut OffsetIter<'a>) -> Events<'a> {
    let mut depth = 1;
    let within = |(event, _): &(Event, Range<usize>)| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        depth > 0
    };
    events.take_while(within).collect()
}
