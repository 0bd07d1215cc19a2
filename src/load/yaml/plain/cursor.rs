//! A place in a text that is read line by line, and what stands there.

use crate::model::dictionary::written::Span;

/// Deepest nesting that is read here.
pub(super) const DEEPEST: usize = 16;

/// Most entries of a map that is read here, as each key is compared with those before it.
pub(super) const MOST: usize = 200;

/// Meaning of a byte in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Part of a scalar, wherever it stands.
    Text,
    /// End of the line.
    Break,
    /// `:`, `#` or a sign of flow, whose meaning depends on what is beside it.
    Sign,
    /// First byte of a character that may be a control character.
    Doubtful,
    /// A control character.
    Control,
}

/// The meaning of every byte.
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Text; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'\n' | b'\r' => Class::Break,
            b':' | b'#' | b',' | b'[' | b']' | b'{' | b'}' | b'"' | b'\'' | b'\\' => {
                Class::Sign
            }
            0..=0x1f | 0x7f => Class::Control,
            0xc2 | 0xef => Class::Doubtful,
            _ => Class::Text,
        };
        byte += 1;
    }
    classes
};

/// A place in a text. Every method returns `None` for what only a whole parser may judge.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    /// Where the text starts in its file.
    offset: usize,
    at: usize,
    /// Column of the line's first character; `None` at the end of the text.
    indent: Option<usize>,
}

impl<'a> Cursor<'a> {
    /// Goes to the first line that holds something.
    pub(super) fn start(text: &'a str, offset: usize) -> Option<Cursor<'a>> {
        let mut cursor = Cursor { text, offset, at: 0, indent: None };
        cursor.lines()?;
        Some(cursor)
    }

    /// Returns the place as an offset in the text.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Returns the column in which the line begins; `None` at the end of the text.
    pub(super) fn indent(&self) -> Option<usize> {
        self.indent
    }

    /// Returns the byte here; `None` at the end of the text.
    pub(super) fn byte(&self) -> Option<u8> {
        self.byte_after(0)
    }

    /// Returns the byte that stands some bytes ahead.
    pub(super) fn byte_after(&self, count: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + count).copied()
    }

    /// Returns the text from a place to here.
    pub(super) fn since(&self, start: usize) -> &'a str {
        &self.text[start..self.at]
    }

    /// Returns the place in the file of a part of the text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: (self.offset + start) as u32, end: (self.offset + end) as u32 }
    }

    /// Goes over a byte.
    pub(super) fn skip(&mut self) {
        self.at += 1;
    }

    /// Goes over spaces, and returns how many.
    pub(super) fn spaces(&mut self) -> usize {
        let start = self.at;
        while self.byte() == Some(b' ') {
            self.at += 1;
        }
        self.at - start
    }

    /// Goes to the next sign or the end of the line.
    pub(super) fn seek_sign(&mut self) -> Option<()> {
        while let Some(byte) = self.byte() {
            match CLASSES[byte as usize] {
                Class::Text => self.at += 1,
                Class::Sign | Class::Break => break,
                Class::Doubtful if self.is_harmless(byte) => self.at += 1,
                Class::Doubtful | Class::Control => return None,
            }
        }
        Some(())
    }

    /// Returns whether the character here is none of the next controls (U+0080 to U+009F), of the
    /// marks of byte order, and of those that are no characters.
    fn is_harmless(&self, byte: u8) -> bool {
        match (byte, self.byte_after(1), self.byte_after(2)) {
            (0xc2, Some(second), _) => second >= 0xa0,
            (0xef, Some(0xbb), Some(0xbf)) => false,
            (0xef, Some(0xbf), Some(third)) => third < 0xbe,
            _ => true,
        }
    }

    /// Goes to the next line that holds something; the rest of this one may hold a comment.
    pub(super) fn next_line(&mut self) -> Option<()> {
        self.rest()?;
        self.lines()
    }

    /// Goes over lines that are empty or comments.
    fn lines(&mut self) -> Option<()> {
        loop {
            let column = self.spaces();
            self.indent = self.byte().map(|_| column);
            if !matches!(self.byte(), Some(b'\n' | b'\r' | b'#')) {
                return Some(());
            }
            self.rest()?;
        }
    }

    /// Goes over the rest of a line, which is blank or a comment.
    fn rest(&mut self) -> Option<()> {
        self.spaces();
        if self.byte() == Some(b'#') {
            let before = self.text[..self.at].bytes().next_back();
            before.is_none_or(|byte| matches!(byte, b' ' | b'\n')).then_some(())?;
            self.comment()?;
        }
        self.line_break()
    }

    fn comment(&mut self) -> Option<()> {
        while self.byte().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
            self.at += 1;
            self.seek_sign()?;
        }
        Some(())
    }

    /// Goes over the end of a line, or stays at the end of the text.
    pub(super) fn line_break(&mut self) -> Option<()> {
        match (self.byte(), self.byte_after(1)) {
            (None, _) => {}
            (Some(b'\n'), _) => self.at += 1,
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            _ => return None,
        }
        Some(())
    }
}
