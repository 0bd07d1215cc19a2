//! Scalars of the data: how each is written, and what is wrong when it is not.

use std::fmt::Display;
use std::ops::Range;

use chrono::NaiveDate;

/// How a kind of scalar is written, for the schema and the field reference.
#[derive(Debug)]
pub struct WordShape {
    /// English id, also the name in the schema.
    pub id: &'static str,
    /// Chinese name, such as 金额.
    pub name: &'static str,
    /// One sentence on how it is written, in Chinese.
    pub form: &'static str,
    /// Regular expression of ECMA-262 for the schema; empty for none.
    pub pattern: &'static str,
    /// The words allowed, where they are a closed list.
    pub choices: &'static [&'static str],
}

/// A scalar as it shows itself to those who go through a record without knowing its type.
#[derive(Clone, Copy)]
pub enum Leaf<'a> {
    /// What refers to another record or to a clause: how it is written, and the words.
    Reference(&'static WordShape, &'a str),
    /// A day.
    Day(NaiveDate),
    /// Anything else, which says itself as it is written.
    Text(&'a dyn Display),
}

/// A scalar of the data.
pub trait Word: Sized + Display {
    /// How it is written.
    const SHAPE: &'static WordShape;
    /// Reads it from its text.
    fn parse(text: &str) -> Result<Self, WordError>;
    /// Shows it without its type.
    fn leaf(&self) -> Leaf<'_> {
        Leaf::Text(self)
    }
    /// What stands in its place for those who may not see it, where anything can.
    fn blank() -> Option<Self> {
        None
    }
}

/// What is wrong with a scalar, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordError {
    /// Code of the finding.
    pub code: &'static str,
    /// The wrong part, as bytes of the scalar's text.
    pub at: Range<usize>,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub help: String,
}

impl WordError {
    /// A fault of the whole text.
    pub fn whole(
        code: &'static str,
        text: &str,
        problem: impl Into<String>,
        help: impl Into<String>,
    ) -> WordError {
        WordError { code, at: 0..text.len(), problem: problem.into(), help: help.into() }
    }
}

/// A number written in digits alone, in so many at most; up to nine fit.
pub(crate) fn digits(text: &str, most: usize) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && text.len() <= most).then(|| text.parse().ok())?
}

/// Declares an enum of Chinese words with English ids, as a scalar.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident = $label:literal $id:literal { $($variant:ident = $word:literal $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $word] $variant),+ }

        impl $name {
            /// Every choice, in the order declared.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The Chinese word.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
            /// The English id, stable for programs.
            pub fn id(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                out.write_str(self.label())
            }
        }

        impl $crate::model::dictionary::word::Word for $name {
            const SHAPE: &'static $crate::model::dictionary::word::WordShape =
                &$crate::model::dictionary::word::WordShape {
                    id: $id,
                    name: $label,
                    form: concat!($($word, "、"),+),
                    pattern: "",
                    choices: &[$($word),+],
                };
            fn parse(text: &str) -> Result<Self, $crate::model::dictionary::word::WordError> {
                $name::ALL.iter().copied().find(|choice| choice.label() == text).ok_or_else(|| {
                    $crate::model::dictionary::word::WordError::unknown_choice(
                        $label, text, Self::SHAPE.choices,
                    )
                })
            }
        }
    };
}
pub(in crate::model) use words;

impl WordError {
    /// A word that is not one of a closed list.
    pub fn unknown_choice(label: &str, text: &str, choices: &[&str]) -> WordError {
        let near = nearest(text, choices.iter().copied());
        let help = match near {
            Some(near) => format!("是否应为“{near}”？可写：{}", choices.join("、")),
            None => format!("可写：{}", choices.join("、")),
        };
        WordError::whole(
            "unknown-word",
            text,
            format!("{label}里没有“{text}”这个词"),
            help,
        )
    }
}

/// The choice most like a word, if any is like it at all.
pub fn nearest<'a>(
    text: &str,
    choices: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    choices
        .map(|choice| (likeness(text, choice), choice))
        .filter(|(likeness, _)| *likeness >= 40)
        .max_by(|left, right| left.0.cmp(&right.0).then(right.1.cmp(left.1)))
        .map(|(_, choice)| choice)
}

/// Likeness of two words in hundredths, by edits over the longer length.
fn likeness(left: &str, right: &str) -> usize {
    let longer = left.chars().count().max(right.chars().count()).max(1);
    100 - strsim::damerau_levenshtein(left, right).min(longer) * 100 / longer
}

impl Word for String {
    const SHAPE: &'static WordShape = &WordShape {
        id: "text",
        name: "文字",
        form: "一段文字",
        pattern: "",
        choices: &[],
    };

    fn parse(text: &str) -> Result<String, WordError> {
        Ok(text.to_owned())
    }

    fn blank() -> Option<String> {
        Some(String::new())
    }
}
