//! What others printed: claims of published bulletins, and texts.

pub mod claim;
pub mod text;
