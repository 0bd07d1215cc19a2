//! Numbers, dates and failures as Chinese text: the one place where a value becomes words.

pub mod date;
pub mod failure;
pub mod initials;
pub mod number;
