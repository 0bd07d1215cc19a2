//! Numbers and dates as Chinese text: the one place where a value becomes words.

pub mod date;
pub mod initials;
pub mod number;
