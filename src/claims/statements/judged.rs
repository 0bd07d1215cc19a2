//! What the figures say to a statement.

/// Nothing if the figures agree, else what they say instead.
pub(super) type Judged = Result<(), String>;
