//! Running text made of words, computed numbers and the names of those it is about.

use crate::model::book::scope::Scope;
use crate::view::inline::{Inline, Number};

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A computed number.
    Number(Number),
    /// Somebody who is named, with the name.
    Named(Scope, String),
}

/// A phrase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase(Vec<Piece>);

impl Phrase {
    /// A phrase that begins with words.
    pub fn of(text: impl Into<String>) -> Phrase {
        Phrase::default().text(text)
    }

    /// Goes on with words.
    pub fn text(mut self, text: impl Into<String>) -> Phrase {
        self.0.push(Piece::Text(text.into()));
        self
    }

    /// Goes on with a number.
    pub fn number(mut self, number: Number) -> Phrase {
        self.0.push(Piece::Number(number));
        self
    }

    /// Goes on with somebody.
    pub fn named(mut self, scope: &Scope, name: String) -> Phrase {
        self.0.push(Piece::Named(scope.clone(), name));
        self
    }

    /// Goes on with another phrase.
    pub fn then(mut self, other: Phrase) -> Phrase {
        self.0.extend(other.0);
        self
    }

    /// Goes on with another phrase if there is one, after a stop where something stands before it.
    pub fn and(self, stop: &str, other: Option<Phrase>) -> Phrase {
        match other {
            None => self,
            Some(other) if self.is_empty() => other,
            Some(other) if stop.is_empty() => self.then(other),
            Some(other) => self.text(stop).then(other),
        }
    }

    /// Puts phrases behind one another, with a stop between them.
    pub fn joined(phrases: impl IntoIterator<Item = Phrase>, stop: &str) -> Phrase {
        let phrases = phrases.into_iter();
        phrases.fold(Phrase::default(), |all, next| all.and(stop, Some(next)))
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its pieces.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Its words, with the numbers as they are printed.
    pub fn words(&self) -> String {
        let word = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Named(_, text) => text.clone(),
            Piece::Number(number) => number.text.to_string(),
        };
        self.0.iter().map(word).collect()
    }

    /// The phrase as running text, where somebody may be a link.
    pub fn inlines(&self, named: impl Fn(&Scope, &str) -> Inline) -> Vec<Inline> {
        let inline = |piece: &Piece| match piece {
            Piece::Text(text) => Inline::text(text),
            Piece::Number(number) => Inline::Number { number: number.clone() },
            Piece::Named(scope, name) => named(scope, name),
        };
        self.0.iter().map(inline).collect()
    }
}
