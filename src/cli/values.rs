//! Parsers of arguments: words as in the data, and items of a list by name.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::model::dictionary::{Level, Word};

/// The audience of a site if no argument names one.
pub(super) const DEFAULT_AUDIENCE: Level = Level::Internal;

/// An error about an argument, in Chinese and with advice.
#[derive(Debug)]
pub(super) struct WrongValue(pub(super) String);

impl Display for WrongValue {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Error for WrongValue {}

/// Parses a word as in the data, such as a period or a date.
pub(super) fn word<T: Word>(text: &str) -> Result<T, WrongValue> {
    T::parse(text)
        .map_err(|error| WrongValue(format!("{}；{}", error.problem, error.help)))
}

/// Returns a parser of the name of an item; the error about any other name lists all names.
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

/// Returns a parser of an audience by its label.
pub(super) fn audience() -> impl TypedValueParser<Value = Level> {
    item(Level::ALL, |level| level.label()).map(|level| *level)
}
