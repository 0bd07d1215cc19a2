//! A part of a figure that moved, in words.

use serde::Serialize;

/// A part of a figure that moved.
#[derive(Clone, Debug, Serialize)]
pub struct PartChange {
    /// Id of the part, such as `completion`.
    pub part: &'static str,
    /// Its name, such as 完成率.
    pub label: String,
    /// Text before.
    pub before: String,
    /// Text after.
    pub after: String,
    /// Unit that follows the second text; empty for none.
    pub unit: String,
    /// Difference in words; empty where there is none to tell.
    pub difference: String,
}

impl PartChange {
    /// `完成率 64.00%→70.00%`, the first part of a figure without its name.
    pub fn text(&self) -> String {
        let name = if self.label.is_empty() {
            String::new()
        } else {
            format!("{} ", self.label)
        };
        format!("{name}{}→{}{}", self.before, self.after, self.unit)
    }
}
