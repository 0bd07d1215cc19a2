//! How the data stands beside its records.

/// What is known of the state of the data beside its records.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// Errors that a check finds.
    pub errors: usize,
    /// Warnings that a check finds.
    pub warnings: usize,
    /// Files that are not committed; `None` if the data is in no repository.
    pub uncommitted: Option<usize>,
}
