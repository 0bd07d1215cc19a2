//! The tables that a narrative can call by name.

mod below;
mod by_year;
mod corrections;
mod counted_projects;
mod deliverables;
mod duties;
mod duty_list;
mod forms;
mod fulfilments;
mod goals_by_period;
mod highlights;
mod key_enterprises;
mod lamp_chart;
mod leader_activities;
mod leader_trips;
mod leads;
mod left_out;
mod milestones;
mod new_contracts;
mod not_yet;
mod overview;
mod phases;
mod problems;
mod promises;
mod quality;
mod quarterly;
mod quoted;
mod recognised;
mod rewards;
mod score_formulas;
mod score_ranking;
mod score_sheet;
mod sectors;
mod stages;
mod supports;
mod task_ledger;
mod task_table;
mod undone;
mod unit_quality;
mod units;
mod unreported;

use crate::model::dictionary::Level;
use crate::model::edition::About;
use crate::model::plan::form::Form;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;

/// A table by name.
pub struct TableKind {
    /// Name in a narrative.
    pub name: &'static str,
    /// What it shows, for the clerk.
    pub meaning: &'static str,
    /// Who may see it.
    pub level: Level,
    /// How it is made.
    pub make: Make,
}

/// How a table is made; `None` where there is nothing to show.
pub enum Make {
    /// From the whole sheet.
    Sheet(fn(&Sheet) -> Option<Table>),
    /// From the whole sheet, a table for each that the plans have.
    Several(fn(&Sheet) -> Vec<Table>),
    /// From one indicator.
    Indicator(fn(&IndicatorView) -> Option<Table>),
    /// From one assessment.
    Assessment(fn(&AssessmentView) -> Option<Table>),
    /// From one form.
    Form(fn(&Sheet, &Form) -> Option<Table>),
}

impl Make {
    /// What the table is about.
    pub fn about(&self) -> About {
        match self {
            Make::Sheet(_) | Make::Several(_) => About::Edition,
            Make::Indicator(_) => About::Indicator,
            Make::Assessment(_) => About::Assessment,
            Make::Form(_) => About::Form,
        }
    }
}

/// Every table, in the order of the annexes.
pub const TABLES: &[TableKind] = &[
    overview::TABLE,
    milestones::TABLE,
    below::TABLE,
    by_year::TABLE,
    units::TABLE,
    sectors::TABLE,
    stages::TABLE,
    task_table::TABLE,
    undone::TABLE,
    goals_by_period::TABLE,
    new_contracts::TABLE,
    left_out::TABLE,
    corrections::TABLE,
    quoted::TABLE,
    recognised::TABLE,
    score_sheet::TABLE,
    score_formulas::TABLE,
    score_ranking::TABLE,
    lamp_chart::TABLE,
    rewards::TABLE,
    forms::TABLE,
    phases::TABLE,
    quality::TABLE,
    unit_quality::TABLE,
    task_ledger::TABLE,
    deliverables::TABLE,
    duty_list::TABLE,
    duties::TABLE,
    unreported::TABLE,
    leader_trips::TABLE,
    leader_activities::TABLE,
    not_yet::TABLE,
    counted_projects::TABLE,
    supports::TABLE,
    promises::TABLE,
    fulfilments::TABLE,
    problems::TABLE,
    leads::TABLE,
    key_enterprises::TABLE,
    quarterly::TABLE,
    highlights::TABLE,
];

/// The body of an edition without a narrative.
pub const OVERVIEW: &TableKind = &overview::TABLE;
/// How the units stand by an indicator.
pub const UNITS: &TableKind = &units::TABLE;
/// How the units are ranked by an assessment.
pub const RANKING: &TableKind = &score_ranking::TABLE;
/// A form of a plan, filled in.
pub const FORM: &TableKind = &forms::TABLE;
/// The scores of an assessment.
pub const SCORES: &TableKind = &score_sheet::TABLE;
/// The same with every formula.
pub const SCORE_FORMULAS: &TableKind = &score_formulas::TABLE;
/// The lamps of an assessment.
pub const LAMPS: &TableKind = &lamp_chart::TABLE;

/// The table with a name.
pub fn table_called(name: &str) -> Option<&'static TableKind> {
    TABLES.iter().find(|table| table.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = TABLES.iter().map(|table| table.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TABLES.len());
    }
}
