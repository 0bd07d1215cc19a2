//! Values of single fields, as types that cannot hold anything invalid.

pub mod interval;
pub mod amount;
pub mod clause;
pub mod date;
pub mod number;
pub mod period;
pub mod quantity;
pub mod reference;
pub mod share;
pub mod unit;
pub mod word;
