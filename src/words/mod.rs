//! Numbers, dates and marks as Chinese text: the one place where a value becomes words.

pub mod date;
pub mod demo;
pub mod initials;
pub mod number;
pub mod pinyin;

pub use crate::diagnostic::plain::{plain, plain_json};
pub use crate::model::character::is_unseen;
