//! The desk of a month: what is due, who has not reported, and what stands before a release.

/// The desk of a book on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Name of the book.
    pub book: String,
    /// The edition in work, in words.
    pub edition: String,
    /// How far it is, such as 草稿; empty where it is released.
    pub state: &'static str,
    /// The day, in words.
    pub today: String,
    /// What falls due soon, in the order of days.
    pub coming: Vec<Coming>,
    /// What was due and did not come.
    pub overdue: Vec<Outstanding>,
    /// What came after it was due.
    pub late: Vec<Outstanding>,
    /// What came and is not recognised yet.
    pub unrecognised: Vec<Outstanding>,
    /// What is to be looked at again.
    pub doubtful: Vec<String>,
    /// What stands before the release.
    pub obstacles: Vec<String>,
    /// What to do next: a command, or a sentence.
    pub next: String,
}

/// Something that falls due.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// The day, in words.
    pub day: String,
    /// How many days are left.
    pub days_left: i64,
    /// What is due, and of which period.
    pub what: String,
    /// The units that have not handed it in yet.
    pub units: Vec<String>,
    /// Whether it is asked of units; else it is only a last day of submission.
    pub is_duty: bool,
}

/// Something of which some units are to be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Outstanding {
    /// What is due, and of which period.
    pub what: String,
    /// The day by which it was due, in words.
    pub due: String,
    /// The units.
    pub units: Vec<String>,
}
