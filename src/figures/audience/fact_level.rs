//! Who may see a fact by itself: the levels of the fields that it was taken from.

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::model::dictionary::written::Step;
use crate::model::dictionary::{Kind, Level, Record, Shape};
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;
use crate::model::record::reported::ReportedFile;

/// Keys of the fields that hold evidence, in whichever record they stand.
const EVIDENCE: [&str; 2] = ["凭证", "原文"];

impl Fact {
    /// Who may see what is recorded: all fields on the way, and those that make the record.
    pub fn level(&self) -> Level {
        let (level, last) = self.way();
        level.max(last.level())
    }

    /// Who may see its evidence.
    pub fn evidence_level(&self) -> Level {
        let (level, last) = self.way();
        let own = EVIDENCE.iter().find_map(|key| last.field(key));
        level.max(own.map_or(Level::Internal, |field| field.level))
    }

    /// Who may see what it adds to each scope at a moment: shares have a level of their own.
    pub fn credit_level(&self, moment: &Moment) -> Level {
        let shares =
            Project::KIND.field("联合").map_or(Level::Internal, |field| field.level);
        let whole = *self.credits_at(moment) == *self.credits;
        if whole { self.level() } else { self.level().max(shares) }
    }

    /// The highest level on the way to the fact, and the kind of record it ends in.
    fn way(&self) -> (Level, &'static Kind) {
        let mut kind = match self.record {
            RecordAt::Project(_) => Project::KIND,
            RecordAt::Activity(_) => Activity::KIND,
            RecordAt::Total(..) => ReportedFile::KIND,
            // That a duty was missed is told by the activities that are not there.
            RecordAt::Duty(..) => return (Level::Internal, Activity::KIND),
        };
        let mut level = Level::Public;
        for step in &self.route {
            let Step::Key(key) = step else { continue };
            let Some(field) = kind.field(key) else { continue };
            level = level.max(field.level);
            kind = record((field.shape)()).unwrap_or(kind);
        }
        (level, kind)
    }
}

/// The kind of the records that a field holds.
fn record(shape: Shape) -> Option<&'static Kind> {
    match shape {
        Shape::Record(kind) => Some(kind),
        Shape::List(shape) | Shape::Map(shape) => record(*shape),
        Shape::Word(_) => None,
    }
}
