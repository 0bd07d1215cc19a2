//! What is known at a place of a sentence: of whom and of what it speaks, of which time, and whether
//! every word so far is known.

use std::collections::BTreeSet;

use crate::claims::against::lexicon::{Lexicon, Named};
use crate::claims::against::time::Time;
use crate::claims::against::word::Word;
use crate::claims::number::plain::Plain;
use crate::model::book::scope::Scope;

/// Marks after which other words say what the next number is.
const STOPS: [char; 8] = ['，', ',', '；', ';', '：', ':', '。', '\u{2028}'];

/// What a sentence has said so far.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    lexicon: &'a Lexicon,
    /// Of whom it speaks.
    pub(super) scopes: Vec<Scope>,
    /// Of what.
    pub(super) indicators: Vec<String>,
    /// Of which time.
    pub(super) time: Time,
    /// The words since the last stop or number.
    pub(super) words: BTreeSet<Word>,
    /// Whether what it is of was named since the last number.
    pub(super) is_named: bool,
    /// Whether whose it is was.
    pub(super) is_moved: bool,
    /// Whether a word is not known, so that nothing behind it is.
    pub(super) is_lost: bool,
    /// The last thing read, where a joint may make a list of it and the next one.
    joined: Option<Joined>,
    outer: Vec<(Vec<Scope>, Vec<String>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joined {
    Scope(bool),
    Indicator(bool),
}

impl<'a> Reader<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, time: Time) -> Reader<'a> {
        Reader {
            lexicon,
            scopes: Vec::new(),
            indicators: Vec::new(),
            time,
            words: BTreeSet::new(),
            is_named: false,
            is_moved: false,
            is_lost: false,
            joined: None,
            outer: Vec::new(),
        }
    }

    /// Reads words. Returns whether those up to the first stop, which belong to the number before
    /// them, are known and leave it as it is.
    pub(super) fn read(&mut self, words: &str) -> bool {
        let plain = Plain::of(words);
        let (mut rest, mut is_near, mut is_kept) = (plain.text(), true, true);
        while let Some(mark) = rest.chars().next() {
            let length = self.stop(mark).or_else(|| self.word(rest));
            if length.is_none() {
                self.is_lost = true;
                is_kept &= !is_near;
            }
            is_near &= !(STOPS.contains(&mark) || mark == '、');
            rest = &rest[length.unwrap_or(mark.len_utf8())..];
        }
        is_kept
    }

    /// Forgets the words, which belonged to a number.
    pub(super) fn take(&mut self) {
        self.words.clear();
        (self.is_named, self.is_moved) = (false, false);
        self.joined = None;
    }

    /// Names of whom and of what the sentence speaks, as a reference does.
    pub(super) fn refer(&mut self, scope: Scope, indicator: String) {
        (self.scopes, self.indicators) = (vec![scope], vec![indicator]);
        self.take();
    }

    fn stop(&mut self, mark: char) -> Option<usize> {
        match mark {
            '（' | '(' => {
                self.outer.push((self.scopes.clone(), self.indicators.clone()))
            }
            '）' | ')' => (self.scopes, self.indicators) = self.outer.pop()?,
            mark if STOPS.contains(&mark) => {}
            _ => return None,
        }
        self.words.clear();
        self.joined = None;
        Some(mark.len_utf8())
    }

    fn word(&mut self, text: &str) -> Option<usize> {
        if let Some((length, named)) = self.lexicon.at_start(text) {
            self.name(named.clone());
            return Some(length);
        }
        if let Some((length, time)) = Time::at_start(text) {
            self.time = time;
            return Some(length);
        }
        let (length, word) = Word::at_start(text)?;
        if word == Word::Joint {
            self.joined = self.joined.map(|joined| match joined {
                Joined::Scope(_) => Joined::Scope(true),
                Joined::Indicator(_) => Joined::Indicator(true),
            });
        } else if word != Word::Filler {
            self.joined = None;
        }
        self.words.insert(word);
        Some(length)
    }

    fn name(&mut self, named: Named) {
        let is_listed = |wanted| self.joined == Some(wanted);
        match named {
            Named::Scope(scope) => {
                if !is_listed(Joined::Scope(true)) {
                    self.scopes.clear();
                }
                self.scopes.push(scope);
                self.is_moved = true;
                self.joined = Some(Joined::Scope(false));
            }
            Named::Indicator(indicator) => {
                if !is_listed(Joined::Indicator(true)) {
                    self.indicators.clear();
                }
                self.indicators.push(indicator);
                self.is_named = true;
                self.joined = Some(Joined::Indicator(false));
            }
        }
    }
}
