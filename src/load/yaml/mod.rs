//! YAML text → content with all faults of the text. The only file that uses granit.

mod plain;
mod syntax;
mod traps;

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use crate::load::text::Decoded;
use crate::load::yaml::traps::trap;
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::{Entry, Span, Style, Written};

/// Deepest nesting of a file.
const DEEPEST: usize = 32;

/// After this many faults the rest of a file is not read.
const MANY: usize = 1000;

/// The content of a text, and its faults.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The document; `None` if it is empty or broken off.
    pub written: Option<Written>,
    /// Faults of the text.
    pub faults: Vec<Fault>,
    /// Keys and values that are written with escapes.
    pub decoded: Vec<Decoded>,
}

/// Reads one document; `offset` is where it starts in its file.
pub(super) fn parse(text: &str, offset: usize) -> Parsed {
    match parse_plain(text, offset) {
        Some(written) => Parsed { written: Some(written), ..Parsed::default() },
        None => parse_whole(text, offset),
    }
}

/// Reads one document as far as it is plain and without faults; `None` if it may be anything else.
pub(super) fn parse_plain(text: &str, offset: usize) -> Option<Written> {
    plain::read(text, offset)
}

/// Reads one document with the whole parser.
pub(super) fn parse_whole(text: &str, offset: usize) -> Parsed {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: 2 * DEEPEST,
        block_nesting_limit: 2 * DEEPEST,
    };
    let mut builder = Builder { text, offset, ..Builder::default() };
    for event in Parser::new_from_str_with_options(text, options) {
        let go_on = match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => builder.stop(&error),
        };
        if !go_on || builder.faults.len() > MANY {
            let Builder { faults, decoded, .. } = builder;
            return Parsed { written: None, faults, decoded };
        }
    }
    let Builder { document, faults, decoded, .. } = builder;
    Parsed { written: document, faults, decoded }
}

/// A list or map that is not closed yet.
enum Open {
    List(Vec<Written>, Span),
    Map(Fields, Option<(String, Span)>, Span),
}

/// The entries of a map, and where each key was first written.
#[derive(Default)]
struct Fields {
    entries: Vec<Entry>,
    first: HashMap<String, Span>,
}

#[derive(Default)]
struct Builder<'a> {
    text: &'a str,
    offset: usize,
    stack: Vec<Open>,
    document: Option<Written>,
    documents: usize,
    faults: Vec<Fault>,
    decoded: Vec<Decoded>,
}

impl Builder<'_> {
    /// Handles an event; returns `false` if reading cannot go on.
    fn event(&mut self, event: Event, place: granit_parser::Span) -> bool {
        let span = self.span(place);
        if let Some(tag) = place.tag_span() {
            let (span, help) = (self.span(tag), "删去感叹号和它后面的词；值照字面写就行");
            self.fault("yaml-tag", span, "这里用了 YAML 标签", help);
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let help =
                        "一个文件只写一条记录：删去单独成行的“---”，另一条放进另一个文件";
                    self.fault("several-documents", span, "一个文件里写了几份文档", help);
                    return false;
                }
            }
            Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, span),
            Event::Anchor(..) | Event::Alias(..) | Event::UnresolvedAlias(..) => {
                let help = "把内容照写一遍；确是文字就给整个值加引号";
                self.fault(
                    "yaml-anchor",
                    span,
                    "这里用了 YAML 的锚点或引用（& 或 *）",
                    help,
                );
                if !matches!(event, Event::Anchor(..)) {
                    self.put(Written::Scalar {
                        text: String::new(),
                        style: Style::Quoted,
                        span,
                    });
                }
            }
            Event::SequenceStart(..) => {
                return self.open(Open::List(Vec::new(), span), span);
            }
            Event::MappingStart(..) => {
                return self.open(Open::Map(Fields::default(), None, span), span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
        true
    }

    /// Notes the place where the parser gave up, or an open bracket on an earlier line, which is
    /// the likelier cause.
    fn stop(&mut self, error: &ScanError) -> bool {
        let text = self.text;
        let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
        let (at, end) = syntax::visible(text, at);
        let bracket = self.stack.iter().rev().find_map(|open| {
            let (Open::List(_, span) | Open::Map(_, _, span)) = open;
            let start = span.start as usize - self.offset;
            let is_flow = text[start..].starts_with(['[', '{']);
            (is_flow && text[start..at.max(start)].contains('\n')).then_some(start)
        });
        let (problem, help) = match bracket {
            Some(start) => syntax::unclosed(&text[start..]),
            None => syntax::explain(error.kind()),
        };
        let (at, end) = bracket.map_or((at, end), |start| (start, start + 1));
        let span =
            Span { start: (self.offset + at) as u32, end: (self.offset + end) as u32 };
        let deep = *error.kind() == ErrorKind::RecursionLimitExceeded;
        self.fault(if deep { "too-deep" } else { "yaml-syntax" }, span, problem, help);
        false
    }

    fn span(&self, span: granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        Span {
            start: (self.offset + range.start) as u32,
            end: (self.offset + range.end) as u32,
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: Span) {
        if style == ScalarStyle::DoubleQuoted && self.typed(span).contains('\\') {
            self.decoded.push(Decoded { text: text.clone(), span });
        }
        let style =
            if style == ScalarStyle::Plain { Style::Plain } else { Style::Quoted };
        // The parser gives `~` for a value that is not there at all.
        let text =
            if style == Style::Plain && span.is_empty() { String::new() } else { text };
        let is_key = matches!(self.stack.last(), Some(Open::Map(_, None, _)));
        if let Some((problem, help)) =
            (style == Style::Plain && !is_key).then(|| trap(&text)).flatten()
        {
            self.fault("yaml-trap", span, &problem, &help);
        }
        self.put(Written::Scalar { text, style, span });
    }

    /// Returns the text of a span as typed.
    fn typed(&self, span: Span) -> &str {
        let range = span.start as usize - self.offset..span.end as usize - self.offset;
        self.text.get(range).unwrap_or("")
    }

    fn open(&mut self, open: Open, span: Span) -> bool {
        self.stack.push(open);
        if self.stack.len() > DEEPEST {
            self.fault("too-deep", span, "层次套得太深", "核对括号和缩进；记录最多几层");
        }
        self.stack.len() <= DEEPEST
    }

    fn close(&mut self, end: Span) {
        let whole =
            |start: Span| Span { start: start.start, end: end.end.max(start.end) };
        match self.stack.pop() {
            Some(Open::List(items, start)) => {
                self.put(Written::List { items, span: whole(start) });
            }
            Some(Open::Map(fields, _, start)) => {
                self.put(Written::Map { entries: fields.entries, span: whole(start) });
            }
            None => {}
        }
    }

    fn put(&mut self, written: Written) {
        match self.stack.last_mut() {
            None => self.document = Some(written),
            Some(Open::List(items, _)) => items.push(written),
            Some(Open::Map(_, key @ None, _)) => match written {
                Written::Scalar { text, span, .. } => *key = Some((text, span)),
                other => {
                    *key = Some((String::new(), other.span()));
                    let help = "冒号前面只写一个词";
                    self.fault(
                        "yaml-syntax",
                        other.span(),
                        "键不能是列表或几行内容",
                        help,
                    );
                }
            },
            Some(Open::Map(fields, key, _)) => {
                let (key, key_span) = key.take().expect("a value follows its key");
                match fields.first.get(&key).copied() {
                    Some(first) => self.duplicate(&key, key_span, first),
                    None => {
                        fields.first.insert(key.clone(), key_span);
                        fields.entries.push(Entry { key, key_span, value: written });
                    }
                }
            }
        }
    }

    fn duplicate(&mut self, key: &str, span: Span, first: Span) {
        let problem = format!("“{key}”写了两次，不知道以哪个为准");
        let help = "留下正确的一行，删去另一行".to_owned();
        let other = Some((first, "先写在这里"));
        let code = "duplicate-key";
        self.faults.push(Fault { code, span, problem, help, other });
    }

    fn fault(&mut self, code: &'static str, span: Span, problem: &str, help: &str) {
        let (problem, help) = (problem.to_owned(), help.to_owned());
        self.faults.push(Fault { code, span, problem, help, other: None });
    }
}
