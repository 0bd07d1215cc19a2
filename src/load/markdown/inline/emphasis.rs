//! Stars and underscores: what opens emphasis, what closes it, and what is a sign of its own.

use crate::model::dictionary::written::Span;

/// Deepest emphasis inside emphasis; there is no sense in more.
const DEEPEST: usize = 8;

/// Emphasis that is open, innermost last.
#[derive(Default)]
pub(super) struct Emphases {
    open: Vec<Open>,
}

/// A run of stars or underscores that waits for its match.
struct Open {
    sign: char,
    /// How many of them are not matched yet: 1 for emphasis, 2 for strong text, 3 for both.
    length: usize,
    at: Span,
}

/// Why a run is no emphasis.
pub(super) enum Wrong {
    /// It may as well be a sign of multiplication.
    Ambiguous,
    /// It has no match.
    Unpaired,
}

/// Returns whether a run stands for itself: between figures or letters, or alone.
pub(super) fn is_text(
    sign: char,
    length: usize,
    before: Option<char>,
    after: Option<char>,
) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_word = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric() || ('０'..='９').contains(&c))
    };
    let alone = length == 1 && is_space(before) && is_space(after);
    let inside = is_word(before) && is_word(after) && (sign == '_' || length == 1);
    alone || inside
}

impl Emphases {
    /// Returns whether text here is strong.
    pub(super) fn is_strong(&self) -> bool {
        self.open.iter().any(|open| open.length >= 2)
    }

    /// Returns whether text here is emphasised.
    pub(super) fn is_emphasis(&self) -> bool {
        self.open.iter().any(|open| open.length != 2)
    }

    /// Returns the places of the runs that still wait for their match.
    pub(super) fn open(&self) -> impl Iterator<Item = Span> {
        self.open.iter().map(|open| open.at)
    }

    /// Goes over a run, which closes what it can and opens the rest.
    pub(super) fn run(
        &mut self,
        (sign, length, at): (char, usize, Span),
        before: Option<char>,
        after: Option<char>,
    ) -> Result<(), Wrong> {
        let is_there = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let left = if is_there(before) { self.close(sign, length) } else { length };
        let within =
            |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        match left {
            0 => Ok(()),
            1 if within(char::is_alphanumeric) => Err(Wrong::Ambiguous),
            2 if is_digit(before) && is_digit(after) => Err(Wrong::Ambiguous),
            1..=3 if is_there(after) && self.open.len() < DEEPEST => {
                self.open.push(Open { sign, length: left, at });
                Ok(())
            }
            _ => Err(Wrong::Unpaired),
        }
    }

    /// Closes what is open by a run, innermost first, and returns how much of the run is left.
    fn close(&mut self, sign: char, length: usize) -> usize {
        let mut left = length;
        while let Some(last) = self.open.last_mut().filter(|open| open.sign == sign) {
            let closed = if last.length == 3 { left.min(3) } else { last.length };
            if closed == 0 || closed > left {
                break;
            }
            left -= closed;
            last.length -= closed;
            if last.length == 0 {
                self.open.pop();
            }
        }
        left
    }
}
