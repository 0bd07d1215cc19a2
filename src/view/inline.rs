//! Running text: words, computed numbers, links, and states shown by a colour and a word.

use std::fmt::{self, Display};
use std::ops::Deref;

use serde::Serialize;

/// A link whose target is a path inside the book's folder, or an `https:` address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Text of the link.
    pub text: String,
    /// Target, relative to the book's folder unless it is an address.
    pub href: String,
}

impl Link {
    /// A link with a text to a target.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Link {
        Link { text: text.into(), href: href.into() }
    }
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text, hostile until escaped.
    Text {
        /// The text.
        text: String,
    },
    /// Strong text.
    Strong {
        /// The text.
        text: String,
    },
    /// Emphasised text.
    Emphasis {
        /// The text.
        text: String,
    },
    /// A computed number that opens its trace.
    Number {
        /// The number.
        number: Number,
    },
    /// A computed number in strong text.
    StrongNumber {
        /// The number.
        number: Number,
    },
    /// A link.
    Link {
        /// The link.
        link: Link,
    },
    /// A link in strong text.
    StrongLink {
        /// The link.
        link: Link,
    },
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into() }
    }

    /// Returns its text without its style.
    pub fn plain(&self) -> &str {
        match self {
            Inline::Text { text }
            | Inline::Strong { text }
            | Inline::Emphasis { text } => text,
            Inline::Number { number } | Inline::StrongNumber { number } => &number.text,
            Inline::Link { link } | Inline::StrongLink { link } => &link.text,
        }
    }

    /// Returns the text of a run of inlines.
    pub fn words(inlines: &[Inline]) -> String {
        inlines.iter().map(Inline::plain).collect()
    }
}

/// A printed number: the figure it belongs to, its exact value and its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Id of the figure, such as `funds/unit:jiaotong`.
    pub figure: String,
    /// Which number of the figure: `value`, `completion`, `lead`, `target`, `rank` and so on.
    pub part: String,
    /// Exact value as a decimal; empty if it is unknown.
    pub value: String,
    /// Text as printed, with its unit if needed.
    pub text: NumberText,
    /// The trace that the number opens.
    pub trace: TraceLink,
}

/// The text of a number: its digits, or words instead, and what follows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct NumberText {
    text: String,
    /// Where the digits end.
    digits: usize,
}

impl NumberText {
    /// Makes a text of digits and their unit, which may be empty.
    pub fn new(digits: String, unit: &str) -> NumberText {
        let mut text = NumberText::from(digits);
        text.push_unit(unit);
        text
    }

    /// Adds to what follows the digits.
    pub fn push_unit(&mut self, unit: &str) {
        self.text.push_str(unit);
    }

    /// Returns the digits.
    pub fn digits(&self) -> &str {
        &self.text[..self.digits]
    }

    /// Returns what follows the digits.
    pub fn unit(&self) -> &str {
        &self.text[self.digits..]
    }
}

impl From<String> for NumberText {
    fn from(text: String) -> NumberText {
        NumberText { digits: text.len(), text }
    }
}

impl From<&str> for NumberText {
    fn from(text: &str) -> NumberText {
        text.to_owned().into()
    }
}

impl From<NumberText> for String {
    fn from(text: NumberText) -> String {
        text.text
    }
}

impl Deref for NumberText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for NumberText {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// A state shown by a colour and, always, by a word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Stable id, such as `green`, `met`, `missed`; empty for none.
    pub id: String,
    /// The word shown.
    pub word: String,
    /// Colour as `#rrggbb`.
    pub color: String,
}

/// The link to a trace; empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TraceLink {
    /// Path of its page inside the book's folder; empty for the page with the link.
    pub page: String,
    /// Its anchor there; empty if there is no trace.
    pub anchor: String,
}

impl TraceLink {
    /// Returns the link to a trace on the same page.
    pub fn here(figure: &impl Display) -> TraceLink {
        TraceLink { page: String::new(), anchor: trace_id(figure) }
    }

    /// Returns the link to the same trace on another page.
    pub fn on(self, page: String) -> TraceLink {
        TraceLink { page, ..self }
    }

    /// Returns the target of the link; empty if there is no trace.
    pub fn href(&self) -> String {
        if self.anchor.is_empty() {
            return String::new();
        }
        format!("{}#{}", self.page, self.anchor)
    }
}

/// Returns the anchor of a figure's trace on a page.
pub fn trace_id(figure: &impl Display) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let figure = figure.to_string();
    let mut id = String::with_capacity("t-".len() + figure.len());
    id.push_str("t-");
    id.extend(figure.chars().map(plain));
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_apart_from_its_digits() {
        let mut text = NumberText::new("3.20".to_owned(), "亿元");
        text.push_unit("*");
        assert_eq!((text.digits(), text.unit(), &*text), ("3.20", "亿元*", "3.20亿元*"));
        let words = NumberText::from("未达到");
        assert_eq!((words.digits(), words.unit()), ("未达到", ""));
    }
}
