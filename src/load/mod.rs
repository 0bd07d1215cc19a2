//! Files → books and findings; a fault never stops the loading.

pub mod archive;
mod assemble;
pub mod cache;
pub mod claims;
pub mod dictionary;
pub mod earlier;
mod files;
pub mod glyphs;
pub mod layout;
mod markdown;
pub mod named;
pub mod pair;
mod parse;
pub mod place;
pub mod printed_text;
mod record;
pub mod slots;
pub mod source;
pub mod splice;
mod text;
pub mod themes;
pub mod workbook;
mod yaml;

pub use crate::load::assemble::Loaded;
use crate::load::cache::Cache;
pub use crate::load::files::Files;
use crate::load::glyphs::Covers;
use crate::load::slots::Slot;
use crate::load::source::files::Tree;
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Written;

/// Loads all books of a tree.
pub fn load(tree: &dyn Tree) -> Loaded {
    load_with(tree, &|_| true, None)
}

/// Loads all books of a tree, and reports characters that cannot be printed; records that a cache
/// has are not read again.
pub fn load_with(tree: &dyn Tree, covers: Covers, cache: Option<&Cache>) -> Loaded {
    assemble::assemble(parse::parse(tree, |_| true, covers, cache))
}

/// Returns the first finding about a file that is to be written, given its path in its book;
/// `None` if it will be read as it should be.
pub fn refused(path: &str, bytes: Vec<u8>, covers: Covers) -> Option<Fault> {
    let slot = Slot::at(path).ok()?;
    parse::read(bytes, slot, covers, None).faults.into_iter().next()
}

/// Reads YAML text without interpreting it.
pub fn read_yaml(text: &str) -> (Option<Written>, Vec<Fault>) {
    let parsed = yaml::parse(text, 0);
    (parsed.written, parsed.faults)
}

/// Reads YAML text as [`read_yaml`] does, but with the whole parser alone.
pub fn read_whole_yaml(text: &str) -> (Option<Written>, Vec<Fault>) {
    let parsed = yaml::parse_whole(text, 0);
    (parsed.written, parsed.faults)
}

/// Reads YAML text as far as it is plain and without faults; `None` where that takes the whole
/// parser.
pub fn read_plain_yaml(text: &str) -> Option<Written> {
    yaml::parse_plain(text, 0)
}

/// Returns whether a text holds a mobile phone number, which must not be in git.
pub fn has_phone_number(text: &str) -> bool {
    text::has_phone_number(text)
}
