//! Numbers as texts print them: how they are written, what they measure, and the words round them.

pub mod amount;
pub mod numeral;
pub mod period;
pub mod plain;
pub mod scan;
pub mod unit;
