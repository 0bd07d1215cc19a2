//! What changed, as text, Markdown or JSON; the page is made where all pages are.

mod json;
mod markdown;
mod neutral;
mod text;

pub use crate::render::diff::json::json;
pub use crate::render::diff::markdown::{budget, markdown};
pub use crate::render::diff::text::{Extent, text};
