//! A part of a figure that moved, in words.

use serde::Serialize;

use crate::words::number::DASH;

/// A part of a figure or of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum MovedPart {
    /// The value of a figure.
    Value,
    /// Its target.
    Target,
    /// Its completion.
    Completion,
    /// Its lead on the schedule.
    Lead,
    /// The total of a score.
    Total,
    /// The lamp.
    Lamp,
    /// The rank.
    Rank,
    /// The grade of a score.
    Grade,
}

impl From<MovedPart> for &'static str {
    /// The stable id.
    fn from(part: MovedPart) -> &'static str {
        match part {
            MovedPart::Value => "value",
            MovedPart::Target => "target",
            MovedPart::Completion => "completion",
            MovedPart::Lead => "lead",
            MovedPart::Total => "total",
            MovedPart::Lamp => "lamp",
            MovedPart::Rank => "rank",
            MovedPart::Grade => "grade",
        }
    }
}

/// A part of a figure that moved.
#[derive(Clone, Debug, Serialize)]
pub struct PartChange {
    /// The part.
    pub part: MovedPart,
    /// Its name, such as 完成率.
    pub label: String,
    /// Text before.
    pub before: String,
    /// Text after.
    pub after: String,
    /// Unit that follows the second text; empty for none.
    pub unit: String,
    /// Difference in words; empty if there is none.
    pub difference: String,
}

impl PartChange {
    /// Returns the change in words: `完成率 64.00%→70.00%`; the first part of a figure without its
    /// name.
    pub fn text(&self) -> String {
        let name = if self.label.is_empty() {
            String::new()
        } else {
            format!("{} ", self.label)
        };
        let PartChange { before, after, unit, .. } = self;
        if after == DASH {
            return format!("{name}{before}{unit}→{after}");
        }
        format!("{name}{before}→{after}{unit}")
    }
}
