//! The words of a block, read sign by sign.

use crate::load::markdown::call::{Call, call_at};
use crate::load::markdown::fault::{span, unsupported};
use crate::load::markdown::inline::address::{Typed, bare, is_web, typed};
use crate::load::markdown::inline::emphasis::{Emphases, Wrong, is_text};
use crate::load::markdown::inline::entity::decoded;
use crate::load::markdown::inline::refused::refused;
use crate::load::markdown::line::Line;
use crate::load::text::Decoded;
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;
use crate::model::edition::{Address, Insert, Phrase};

/// A phrase, or a table or chart, which must be alone in its block.
#[derive(Debug, PartialEq)]
pub(crate) enum Part {
    Phrase(Phrase),
    Table(Insert),
    Chart(Insert),
}

/// The words of a block.
#[derive(Default)]
pub(crate) struct Words {
    /// What they are made of, in order.
    pub parts: Vec<Part>,
    /// What is wrong with them.
    pub faults: Vec<Fault>,
    /// Texts that read otherwise than they are typed.
    pub decoded: Vec<Decoded>,
}

/// Reads the words of a block, whose text starts at an offset of its file.
pub(crate) fn words(lines: &[Line], offset: usize) -> Words {
    let mut reader = Reader::default();
    for (at, line) in lines.iter().enumerate() {
        let text = if at == 0 { line.text.trim_start() } else { line.text };
        let indent = line.text.len() - text.len();
        reader.line(text, offset + line.start + indent);
    }
    reader.finish()
}

/// Reads line after line.
#[derive(Default)]
struct Reader<'a> {
    words: Words,
    emphases: Emphases,
    line: &'a str,
    /// Where the line starts in its file.
    offset: usize,
    /// Place in the line.
    at: usize,
    /// Where the text begins that is not yet a phrase.
    from: usize,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a str, offset: usize) {
        (self.line, self.offset, self.at, self.from) = (line, offset, 0, 0);
        self.join();
        while let Some(c) = self.rest().chars().next() {
            self.piece(c);
        }
        self.end_phrase();
    }

    fn finish(mut self) -> Words {
        for left in self.emphases.open() {
            self.words.faults.push(unpaired(left));
        }
        self.words
    }

    /// Reads what begins with a character.
    fn piece(&mut self, c: char) {
        match c {
            '\\' => self.escape(),
            '{' if self.rest().starts_with("{{") => self.call(),
            '*' | '_' => self.emphasis(c),
            '[' | '<' | 'h' if self.address() => {}
            '&' if self.entity() => {}
            _ => match refused(self.rest(), self.line[..self.at].chars().next_back()) {
                Some((length, fault)) => {
                    let at = self.span(self.at, self.at + length);
                    self.words.faults.push(fault.at(at));
                    self.at += length;
                }
                None => self.at += c.len_utf8(),
            },
        }
    }

    fn rest(&self) -> &'a str {
        &self.line[self.at..]
    }

    fn span(&self, start: usize, end: usize) -> Span {
        span(self.offset + start, self.offset + end)
    }

    /// Joins a line to the one before: by a space between Latin words, by nothing in Chinese.
    fn join(&mut self) {
        let Some(Part::Phrase(
            Phrase::Text(before, _)
            | Phrase::Strong(before, _)
            | Phrase::Emphasis(before, _),
        )) = self.words.parts.last()
        else {
            return;
        };
        let is_latin = |c: Option<char>| c.is_some_and(|c| !is_chinese(c));
        let next = self.line.chars().find(|c| !matches!(c, '*' | '_' | '\\'));
        if is_latin(before.chars().next_back()) && is_latin(next) {
            let at = self.span(0, 0);
            self.words.parts.push(Part::Phrase(Phrase::Text(" ".to_owned(), at)));
        }
    }

    /// Makes a phrase of the text so far.
    fn end_phrase(&mut self) {
        let (text, at) = (&self.line[self.from..self.at], self.span(self.from, self.at));
        self.phrase(text.to_owned(), at);
        self.from = self.at;
    }

    fn phrase(&mut self, text: String, at: Span) {
        if text.is_empty() {
            return;
        }
        let phrase = match () {
            () if self.emphases.is_strong() => Phrase::Strong(text, at),
            () if self.emphases.is_emphasis() => Phrase::Emphasis(text, at),
            () => Phrase::Text(text, at),
        };
        self.words.parts.push(Part::Phrase(phrase));
    }

    /// Ends the phrase before what is `length` bytes long, and goes over that.
    fn over(&mut self, length: usize) -> Span {
        self.end_phrase();
        let at = self.span(self.at, self.at + length);
        self.at += length;
        self.from = self.at;
        at
    }

    /// Reads a backslash: what stands after it is text, if it is a sign.
    fn escape(&mut self) {
        match self.rest()[1..].chars().next().filter(char::is_ascii_punctuation) {
            Some(sign) => {
                let at = self.over(2);
                self.phrase(sign.to_string(), at);
            }
            None => self.at += 1,
        }
    }

    fn call(&mut self) {
        let (length, call) = call_at(self.rest(), self.offset + self.at);
        self.over(length);
        match call {
            Ok(Call::Figure(mut reference)) => {
                reference.is_strong = self.emphases.is_strong();
                if self.emphases.is_emphasis() && !reference.is_strong {
                    let help = "数不用斜体；要着重的写成 **{{ 指标 }}**";
                    self.words.faults.push(unsupported(reference.span, "斜体的数", help));
                }
                self.words.parts.push(Part::Phrase(Phrase::Reference(reference)));
            }
            Ok(Call::Units(list)) => {
                self.words.parts.push(Part::Phrase(Phrase::Units(list)));
            }
            Ok(Call::KeyPoint(point)) => {
                self.words.parts.push(Part::Phrase(Phrase::KeyPoint(point)));
            }
            Ok(Call::Table(insert)) => self.words.parts.push(Part::Table(insert)),
            Ok(Call::Chart(insert)) => self.words.parts.push(Part::Chart(insert)),
            Err(fault) => self.words.faults.push(fault),
        }
    }

    /// Reads a character reference; returns `false` if there is none here.
    fn entity(&mut self) -> bool {
        let Some((length, text)) = decoded(self.rest()) else { return false };
        let at = self.over(length);
        self.words.decoded.push(Decoded { text: text.clone(), span: at });
        self.phrase(text, at);
        true
    }

    /// Reads an address; returns `false` if there is none here.
    fn address(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("[^") {
            return self.refuse(2, "脚注", "写成段落末尾括号里的话");
        }
        if let Some(length) = bare(rest) {
            self.at += length;
            return true;
        }
        match typed(rest) {
            Some(typed) => self.link(typed),
            None => false,
        }
    }

    fn link(&mut self, typed: Typed<'a>) -> bool {
        let address = match typed.address {
            Ok(address) => address,
            Err((what, help)) => return self.refuse(typed.length, what, help),
        };
        if !is_web(&address) {
            let help = "链接写完整网址，以 http:// 或 https:// 开头";
            return self.refuse(typed.length, "这样的链接", help);
        }
        let Some(text) = self.plain(typed.words) else {
            return self.refuse(typed.length, "带着重或引用的链接文字", "方括号里只写字");
        };
        let is_strong = self.emphases.is_strong();
        let span = self.over(typed.length);
        let link = Address { text, address, is_strong, span };
        self.words.parts.push(Part::Phrase(Phrase::Link(link)));
        true
    }

    /// Returns the words of a link; `None` if they are more than text.
    fn plain(&mut self, typed: &str) -> Option<String> {
        if bare(typed) == Some(typed.len()) {
            return Some(typed.to_owned());
        }
        let line = Line { start: 0, text: typed, breaks: false };
        let inner = words(&[line], self.offset + self.at + 1);
        self.words.decoded.extend(inner.decoded);
        let text = |part: Part| match part {
            Part::Phrase(Phrase::Text(text, _)) => Some(text),
            _ => None,
        };
        let is_text = inner.faults.is_empty() && !typed.is_empty();
        inner.parts.into_iter().map(text).collect::<Option<String>>().filter(|_| is_text)
    }

    fn refuse(&mut self, length: usize, what: &str, help: &str) -> bool {
        let at = self.over(length);
        self.words.faults.push(unsupported(at, what, help));
        true
    }

    /// Reads a run of stars or underscores.
    fn emphasis(&mut self, sign: char) {
        let length = self.rest().len() - self.rest().trim_start_matches(sign).len();
        let before = self.line[..self.at].chars().next_back();
        let after = self.rest()[length..].chars().next();
        if is_text(sign, length, before, after) {
            self.at += length;
            return;
        }
        self.end_phrase();
        let at = self.span(self.at, self.at + length);
        let fault = match self.emphases.run((sign, length, at), before, after) {
            Ok(()) => None,
            Err(Wrong::Ambiguous) => Some(ambiguous(at)),
            Err(Wrong::Unpaired) => Some(unpaired(at)),
        };
        self.words.faults.extend(fault);
        self.at += length;
        self.from = self.at;
    }
}

fn unpaired(at: Span) -> Fault {
    let help = "着重写成 **文字**，前后的星号紧挨着文字；确要印出来的，前面加“\\”";
    unsupported(at, "不成对的着重号", help)
}

fn ambiguous(at: Span) -> Fault {
    let help = "着重写成 **文字**；相乘写“×”；确要印出星号的，写成“\\*”";
    unsupported(at, "看不出是着重还是相乘的星号", help)
}

/// Returns whether a line break next to this character is no space in Chinese text.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{2010}'..='\u{2027}' | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '·')
}
