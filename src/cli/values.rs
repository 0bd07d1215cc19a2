//! Readers of typed values: words as the data writes them, and items of a list by their names.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::model::dictionary::{Level, Word};

/// The audience that a site is made for where none is typed.
pub(super) const DEFAULT_AUDIENCE: Level = Level::Internal;

/// What is wrong with a typed value, in Chinese and with advice.
#[derive(Debug)]
pub(super) struct WrongValue(pub(super) String);

impl Display for WrongValue {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Error for WrongValue {}

/// Reads a word as the data writes it, such as a period or a date.
pub(super) fn word<T: Word>(text: &str) -> Result<T, WrongValue> {
    T::parse(text)
        .map_err(|error| WrongValue(format!("{}；{}", error.problem, error.help)))
}

/// Reads the name of an item; a complaint about another name lists all of them.
pub(super) fn item<T: Sync>(
    items: &'static [T],
    name: fn(&T) -> &'static str,
) -> impl TypedValueParser<Value = &'static T> {
    PossibleValuesParser::new(items.iter().map(name)).try_map(move |typed| {
        items
            .iter()
            .find(|item| name(item) == typed)
            .ok_or_else(|| WrongValue(format!("没有“{typed}”")))
    })
}

/// Reads an audience by its label.
pub(super) fn audience() -> impl TypedValueParser<Value = Level> {
    item(Level::ALL, |level| level.label()).map(|level| *level)
}
