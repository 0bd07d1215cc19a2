//! What the data is: plain types; no files, no output, no layout.

pub mod below;
pub mod book;
pub mod character;
pub mod dictionary;
pub mod edition;
pub mod plan;
pub mod printed;
pub mod record;
pub mod value;
pub mod work;
