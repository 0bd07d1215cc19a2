//! Faults of a file's text before it is parsed as YAML or Markdown: encoding, characters that are
//! not what they seem, merge conflicts, tabs, full-width punctuation. Text that is written by
//! escapes is looked at in the same way.

mod characters;
mod comment;
mod conflict;
mod decoded;
mod encoding;
mod fault;
mod further;
mod garbled;
mod phone;
mod punctuation;
mod suspicion;

pub(super) use crate::load::text::characters::check_text;
pub(super) use crate::load::text::comment::lost_comments;
pub(super) use crate::load::text::decoded::Decoded;
pub(super) use crate::load::text::encoding::{bom, decode};
pub(super) use crate::load::text::further::add_further;
pub(super) use crate::load::text::phone::has_phone_number;
pub(super) use crate::load::text::punctuation::{Keys, check_yaml};
