//! Makes emphasis work next to Chinese punctuation, where CommonMark does not recognise it.

/// Inserted between a run of stars and a punctuation mark, so that the run can open or close
/// emphasis.
const MARK: char = '\u{e000}';

/// A narrative prepared for the parser, with a mapping back to its own offsets.
pub(super) struct Prepared {
    /// The text with inserted marks.
    pub text: String,
    inserted: Vec<usize>,
}

impl Prepared {
    /// Returns the offset in the original text.
    pub(super) fn original(&self, offset: usize) -> usize {
        let marks = self.inserted.partition_point(|at| *at < offset);
        offset - marks * MARK.len_utf8()
    }
}

/// Inserts a mark wherever a run of stars touches punctuation.
pub(super) fn prepare(text: &str) -> Prepared {
    let mut prepared =
        Prepared { text: String::with_capacity(text.len()), inserted: Vec::new() };
    let mut rest = text;
    let mut before = ' ';
    while let Some(start) = rest.find('*') {
        let (head, tail) = rest.split_at(start);
        let length = tail.len() - tail.trim_start_matches('*').len();
        let (run, tail) = tail.split_at(length);
        before = head.chars().next_back().unwrap_or(before);
        let after = tail.chars().next().unwrap_or(' ');
        prepared.text.push_str(head);
        if hinders(before) && !after.is_whitespace() {
            prepared.mark();
        }
        prepared.text.push_str(run);
        if hinders(after) && !before.is_whitespace() {
            prepared.mark();
        }
        (before, rest) = ('*', tail);
    }
    prepared.text.push_str(rest);
    prepared
}

impl Prepared {
    fn mark(&mut self) {
        self.inserted.push(self.text.len());
        self.text.push(MARK);
    }
}

/// Removes the inserted marks.
pub(super) fn clean(text: &str) -> String {
    text.replace(MARK, "")
}

/// Returns whether a line break next to this character is no space in Chinese text.
pub(super) fn is_chinese(c: char) -> bool {
    is_punctuation(c)
        || matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Returns whether a character next to stars keeps them from opening or closing emphasis; a
/// backslash escapes them and does not count.
fn hinders(c: char) -> bool {
    is_punctuation(c) || (c.is_ascii_punctuation() && !matches!(c, '\\' | '*'))
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{2010}'..='\u{2027}' | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '·')
}
