//! The place of a fault: symbolic until it is shown, since records carry no spans.

use crate::model::book::FileId;
use crate::model::dictionary::Step;
use crate::model::dictionary::written::Span;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File.
    pub file: FileId,
    /// Spot in the file.
    pub spot: Spot,
}

/// A spot in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file as a whole.
    Whole,
    /// A range of bytes.
    Span(Span),
    /// A route of keys and indexes into the record, found again when it is shown.
    Route(Vec<Step>, Part),
}

/// The part of an entry that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its key.
    Key,
    /// Its value.
    Value,
}

impl Place {
    /// Makes the place of a file as a whole.
    pub fn whole(file: FileId) -> Place {
        Place { file, spot: Spot::Whole }
    }

    /// Makes the place of a range of bytes.
    pub fn span(file: FileId, span: Span) -> Place {
        Place { file, spot: Spot::Span(span) }
    }

    /// Makes the place of the value at a route.
    pub fn value(file: FileId, route: Vec<Step>) -> Place {
        Place { file, spot: Spot::Route(route, Part::Value) }
    }

    /// Makes the place of the key at a route.
    pub fn key(file: FileId, route: Vec<Step>) -> Place {
        Place { file, spot: Spot::Route(route, Part::Key) }
    }
}
