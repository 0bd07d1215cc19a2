//! The forms: which columns each has, for whom it is, and what it is filled with before.

mod code;
mod column;
mod duty;
pub mod issue;
mod layout;
mod rows;
mod sums;
mod tables;
mod words;

pub use crate::intake::form::code::Code;
pub use crate::intake::form::column::{Column, Role};
pub use crate::intake::form::duty::{duties, plan_of};
pub use crate::intake::form::layout::FOR_SEAL;
pub use crate::intake::form::sums::{
    adds, before, is_same_scope, of_month, reported_before,
};
pub use crate::intake::form::tables::{FORMS, Form, Target};
pub use crate::intake::form::words::choices;
