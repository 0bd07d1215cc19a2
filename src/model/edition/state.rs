//! How far an edition is on its way to its readers.

/// How far an edition is. Only what is released, or being released, has a day of issue, a number and
/// an imprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has no file of its own yet.
    Draft,
    /// It is written, and waits for its release.
    ForReview,
    /// It is released.
    Released,
}

impl State {
    /// Returns the word that a document bears; nothing where it is released.
    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "草稿",
            State::ForReview => "送审稿",
            State::Released => "",
        }
    }
}
