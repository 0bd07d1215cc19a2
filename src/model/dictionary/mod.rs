//! The data dictionary: every kind of record as a table of fields, declared once.
//!
//! From these tables come the reader, the JSON Schemas, the field reference for clerks,
//! the labels of findings and diffs, the routes into records, the walk over their scalars, and what each audience may see.

pub(in crate::model) mod change;
pub(in crate::model) mod choices;
pub(in crate::model) mod kind;
pub(in crate::model) mod level;
pub(in crate::model) mod packing;
pub(in crate::model) mod reading;
pub(in crate::model) mod record;
pub(in crate::model) mod route;
pub(in crate::model) mod value;
pub(in crate::model) mod word;
pub mod written;

pub use crate::model::character::alike::{is_it, nearest};
pub use crate::model::dictionary::change::{Changeable, Correctable, Set};
pub use crate::model::dictionary::kind::{Field, Key, Kind, Shape};
pub use crate::model::dictionary::level::Level;
pub use crate::model::dictionary::packing::{Packer, Unpacker};
pub use crate::model::dictionary::reading::{Fault, Reading};
pub use crate::model::dictionary::route::{Fields, Route, Step};
pub use crate::model::dictionary::value::{Member, Record, Value, Visitor};
pub use crate::model::dictionary::word::{Leaf, Word, WordError, WordShape};

pub(crate) use crate::model::dictionary::change::change;
pub(crate) use crate::model::dictionary::choices::{
    choices, json_id, json_text, reference, word_value,
};
pub(crate) use crate::model::dictionary::record::record;
pub(crate) use crate::model::dictionary::route::{field, route};
pub(crate) use crate::model::dictionary::word::digits;
