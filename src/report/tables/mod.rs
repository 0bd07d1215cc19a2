//! The tables that a narrative can call by name.

mod by_year;
mod corrections;
mod duties;
mod forms;
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
mod quality;
mod quarterly;
mod quoted;
mod rewards;
mod score_formulas;
mod score_ranking;
mod score_sheet;
mod sectors;
mod supports;
mod task_ledger;
mod task_table;
mod unit_quality;
mod units;

use std::collections::BTreeMap;

use crate::figures::figure::Figure;
use crate::figures::outcome::{Known, Missing};
use crate::model::dictionary::Level;
use crate::model::edition::About;
use crate::model::plan::form::Form;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Table};

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

/// How a table is made; none where there is nothing to show.
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
    by_year::TABLE,
    units::TABLE,
    sectors::TABLE,
    task_table::TABLE,
    new_contracts::TABLE,
    left_out::TABLE,
    corrections::TABLE,
    quoted::TABLE,
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
    duties::TABLE,
    leader_trips::TABLE,
    leader_activities::TABLE,
    not_yet::TABLE,
    supports::TABLE,
    problems::TABLE,
    leads::TABLE,
    key_enterprises::TABLE,
    quarterly::TABLE,
    highlights::TABLE,
];

/// The table with a name.
pub fn table_called(name: &str) -> Option<&'static TableKind> {
    TABLES.iter().find(|table| table.name == name)
}

/// A cell with a part of a figure.
pub(super) fn cell(view: &IndicatorView, figure: &Figure, part: FigurePart) -> Cell {
    Cell::inline(inline(view.number(figure, part, false)))
}

/// Whether a figure has a target or a value other than zero.
pub(in crate::report) fn has_number(figure: &Figure) -> bool {
    figure.target().is_ok() || figure.value.known().is_some_and(|value| !value.is_zero())
}

/// A column for a part: its head and its weight.
pub(super) type PartColumn = (FigurePart, &'static str, u8);

/// The columns for which some figure has a number, so that none stands empty.
pub(super) fn told(
    columns: &[PartColumn],
    figures: &[(IndicatorView, &Figure)],
) -> Vec<PartColumn> {
    let tells = |part: FigurePart| {
        figures.iter().any(|(view, figure)| view.outcome(figure, part).is_ok())
    };
    columns.iter().copied().filter(|(part, ..)| tells(*part)).collect()
}

/// The columns of one indicator: the difference to the target is for rates, which have no
/// completion.
pub(super) fn of_view(
    view: &IndicatorView,
    mut columns: Vec<PartColumn>,
) -> Vec<PartColumn> {
    columns.retain(|(part, ..)| *part != FigurePart::Gap || view.is_rate());
    columns
}

/// Notes that say of every dash in a table what is missing.
#[derive(Debug, Default)]
pub(super) struct Dashes {
    reasons: BTreeMap<String, Vec<String>>,
}

impl Dashes {
    /// Remembers why parts of a figure have no number.
    pub(super) fn see(
        &mut self,
        view: &IndicatorView,
        figure: &Figure,
        parts: &[FigurePart],
    ) {
        self.see_as(view, figure, parts, &view.name(&figure.scope));
    }

    /// The same, under another name than the scope's.
    pub(super) fn see_as(
        &mut self,
        view: &IndicatorView,
        figure: &Figure,
        parts: &[FigurePart],
        name: &str,
    ) {
        for part in parts {
            if let Some(missing) = view.outcome(figure, *part).err() {
                let names = self.reasons.entry(reason(&missing)).or_default();
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
    }

    /// One note for each reason.
    pub(super) fn notes(self) -> Vec<String> {
        let note = |(reason, names): (String, Vec<String>)| {
            let few = names.len() <= 3;
            let who = if few {
                names.join("、")
            } else {
                format!("{}等{}项", names[0], names.len())
            };
            format!("“—”：{reason}（{who}）。")
        };
        self.reasons.into_iter().map(note).collect()
    }
}

/// Plans give their own reasons for having no schedule; the definitions page prints each.
fn reason(missing: &Missing) -> String {
    match missing {
        Missing::NoCurve(_) => "没有规定序时进度，说明见口径说明".to_owned(),
        other => other.label(),
    }
}

/// A link to a unit's page.
pub(in crate::report) fn unit_inline(name: &str, id: &str) -> Inline {
    Inline::Link {
        link: crate::view::inline::Link {
            text: name.to_owned(),
            href: format!("units/{id}.html"),
        },
    }
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
