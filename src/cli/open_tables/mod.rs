//! The open tables, in the site of a book or in a folder of their own.

pub(super) mod folder;
pub(super) mod site;
