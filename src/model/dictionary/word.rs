//! Scalars of the data: how each is written, and what is wrong with a text that is not one.

use std::fmt::Display;
use std::ops::Range;

use chrono::NaiveDate;

use crate::model::character::alike::{is_it, nearest};

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
    /// The allowed words, if they are a closed list.
    pub choices: &'static [&'static str],
}

/// A scalar as seen by code that visits a record without knowing the types of its fields.
#[derive(Clone, Copy)]
pub enum Leaf<'a> {
    /// A reference to another record or to a clause: its shape, and its text.
    Reference(&'static WordShape, &'a str),
    /// A day.
    Day(NaiveDate),
    /// Any other scalar, displayed as it is written.
    Text(&'a dyn Display),
}

/// A scalar of the data.
pub trait Word: Sized + Display {
    /// How the scalar is written.
    const SHAPE: &'static WordShape;
    /// Reads the scalar from its text.
    fn parse(text: &str) -> Result<Self, WordError>;
    /// Returns the scalar without its type.
    fn leaf(&self) -> Leaf<'_> {
        Leaf::Text(self)
    }
    /// Returns the value that stands in for one that may not be shown; `None` if there is none.
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
    /// Makes a fault of the whole text.
    pub fn whole(
        code: &'static str,
        text: &str,
        problem: impl Into<String>,
        help: impl Into<String>,
    ) -> WordError {
        WordError { code, at: 0..text.len(), problem: problem.into(), help: help.into() }
    }
}

/// Reads a number of at most `most` ASCII digits, up to nine; `None` if it is anything else.
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
            /// Every choice, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// Returns the Chinese word.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
            /// Returns the English id, stable for programs.
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

/// Words that were written otherwise in earlier versions: the old one and the new one.
const RENAMED: &[(&str, &str)] = &[("差额", "欠账")];

impl WordError {
    /// Makes the fault for a word that is not in a closed list.
    pub fn unknown_choice(label: &str, text: &str, choices: &[&str]) -> WordError {
        let mut renamed = RENAMED.iter().filter(|(_, new)| choices.contains(new));
        let renamed = renamed.find(|(old, _)| *old == text);
        let help = match (renamed, nearest(text, choices.iter().copied())) {
            (Some((_, new)), _) => format!("现在写作“{new}”"),
            (None, Some(near)) => {
                format!("{}可写：{}", is_it(text, near), choices.join("、"))
            }
            (None, None) => format!("可写：{}", choices.join("、")),
        };
        WordError::whole(
            "unknown-word",
            text,
            format!("{label}里没有“{text}”这个词"),
            help,
        )
    }
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
