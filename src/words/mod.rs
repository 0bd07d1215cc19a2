//! Numbers, dates and marks as Chinese text: the one place where a value becomes words.

pub mod date;
pub mod demo;
pub mod initials;
pub mod number;

pub use crate::diagnostic::plain::{is_unseen, plain, plain_json};
