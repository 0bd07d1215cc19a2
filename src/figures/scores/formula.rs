//! A formula with its numbers put in, as a list of tokens that the report turns into text.

use rust_decimal::Decimal;

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A sign or fixed words, such as ÷.
    Sign(&'static str),
    /// Words of the data.
    Words(String),
    /// A value, printed with at least these places and exactly where it ends soon.
    Number(Decimal, u32),
    /// A declared number, printed exactly.
    Declared(Decimal),
    /// A share, printed as per cent with these places.
    Percent(Decimal, u32),
}

/// A formula with its numbers put in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formula {
    /// The pieces, in the order printed.
    pub tokens: Vec<Token>,
}

impl Formula {
    /// Makes an empty formula.
    pub fn new() -> Formula {
        Formula::default()
    }

    /// Fixed words only.
    pub fn words(words: impl Into<String>) -> Formula {
        Formula { tokens: vec![Token::Words(words.into())] }
    }

    /// Adds a sign.
    pub fn sign(mut self, sign: &'static str) -> Formula {
        self.tokens.push(Token::Sign(sign));
        self
    }

    /// Adds words of the data.
    pub fn text(mut self, words: impl Into<String>) -> Formula {
        self.tokens.push(Token::Words(words.into()));
        self
    }

    /// Adds a value.
    pub fn number(mut self, number: Decimal, places: u32) -> Formula {
        self.tokens.push(Token::Number(number, places));
        self
    }

    /// Adds a declared number.
    pub fn declared(mut self, number: Decimal) -> Formula {
        self.tokens.push(Token::Declared(number));
        self
    }

    /// Adds a share as per cent.
    pub fn percent(mut self, share: Decimal, places: u32) -> Formula {
        self.tokens.push(Token::Percent(share, places));
        self
    }

    /// Adds another formula.
    pub fn then(mut self, other: Formula) -> Formula {
        self.tokens.extend(other.tokens);
        self
    }

    /// Puts it in brackets.
    pub fn bracketed(self) -> Formula {
        Formula::new().sign("（").then(self).sign("）")
    }

    /// Joins formulas by a sign.
    pub fn joined(
        parts: impl IntoIterator<Item = Formula>,
        sign: &'static str,
    ) -> Formula {
        let mut whole = Formula::new();
        for (at, part) in parts.into_iter().enumerate() {
            whole = if at > 0 { whole.sign(sign) } else { whole };
            whole = whole.then(part);
        }
        whole
    }
}
