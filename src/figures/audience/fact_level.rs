//! Who may see a fact by itself: the levels of the fields that it was taken from.

use crate::figures::facts::entry::Evidence;
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::model::dictionary::{Kind, Level, Record, field};
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;
use crate::model::record::reported::ReportedFile;

impl Fact<'_> {
    /// Who may see what is recorded: all fields on the way, and those that make the record.
    pub fn level(&self) -> Level {
        let (level, last) = self.way();
        level.max(last.level()).max(self.level)
    }

    /// Who may see its evidence.
    pub fn evidence_level(&self) -> Level {
        let (level, last) = self.way();
        if matches!(self.evidence, Evidence::Released(_)) {
            return level.max(Level::Internal);
        }
        let evidence = last.evidence_field();
        level.max(evidence.map_or(Level::Internal, |field| field.level))
    }

    /// Who may see what it adds to each scope at a moment: shares have a level of their own.
    pub fn credit_level(&self, moment: &Moment) -> Level {
        let shares = field!(Project.shares).level;
        let level = self.level();
        let is_project = matches!(self.record, RecordAt::Project(_));
        if is_project && self.is_joint_at(moment) { level.max(shares) } else { level }
    }

    /// The highest level on the way to the fact, and the kind of record it ends in.
    fn way(&self) -> (Level, &'static Kind) {
        let kind = match self.record {
            RecordAt::Project(_) => Project::KIND,
            RecordAt::Activity(_) => Activity::KIND,
            RecordAt::Total(..) => ReportedFile::KIND,
            // That a duty was missed is told by the activities that are not there.
            RecordAt::Duty(..) => return (Level::Internal, Activity::KIND),
        };
        let field = self.entry.declared();
        (field.level, field.record().unwrap_or(kind))
    }
}
