//! A project in its place, as it is or as it was.

use crate::model::record::project::Project;
use crate::model::record::version::{Validity, Version};

/// A project with its position in the book, as it is or as it was.
#[derive(Clone, Copy, Debug)]
pub(in crate::figures) struct Placed<'a> {
    /// Position.
    pub(in crate::figures) at: usize,
    /// Record.
    pub(in crate::figures) project: &'a Project,
    /// When this version of it holds; `None` if it never changed.
    pub(in crate::figures) validity: Option<&'a Validity>,
    /// All versions of it; none if it never changed.
    pub(super) versions: &'a [Version<Project>],
}

impl<'a> Placed<'a> {
    /// Returns the project in the course of time, by what was known of it in this version.
    pub(super) fn course(self) -> impl Iterator<Item = &'a Version<Project>> {
        let known = self.validity.map(|validity| validity.known);
        let versions = self.versions.iter();
        versions.filter(move |version| Some(version.validity.known) == known)
    }
}
