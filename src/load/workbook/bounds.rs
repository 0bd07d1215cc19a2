//! How much a workbook may hold, and what is said of one that is not read.

/// Rows, columns and cells that a sheet of records may have, and sheets that a workbook may have.
pub(super) const MOST_ROWS: u32 = 20_000;
pub(super) const MOST_COLUMNS: u32 = 256;
pub(super) const MOST_CELLS: usize = 400_000;
pub(super) const MOST_SHEETS: usize = 64;

/// Why a file cannot be read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub help: String,
}

impl Refusal {
    pub(super) fn new(problem: impl Into<String>, help: &str) -> Refusal {
        Refusal { problem: problem.into(), help: help.to_owned() }
    }
}

/// What is said of a workbook that a library cannot read; its own words are no help to a clerk.
pub(super) fn broken() -> Refusal {
    Refusal::new("工作簿坏了，读不出来", "在 Excel 或 WPS 里打开，另存为 .xlsx 再试")
}

/// What is said of one with a password.
pub(super) fn locked() -> Refusal {
    Refusal::new("工作簿加了密码", "去掉打开密码，另存一份再试")
}
