//! The clause that a trace cites.

use crate::model::plan::Plan;
use crate::model::value::clause::Clause;
use crate::report::paths::DEFINITIONS;
use crate::sheet::Sheet;
use crate::view::inline::Link;

/// A clause as a link to an anchor of the definitions page; its plan is named where
/// several are in force.
pub(super) fn cited(sheet: &Sheet, plan: &Plan, clause: &Clause, anchor: &str) -> Link {
    let text = if sheet.plans().count() > 1 {
        format!("{} {}", plan.name, clause.text)
    } else {
        clause.cited()
    };
    Link::new(text, format!("{DEFINITIONS}#{anchor}"))
}
