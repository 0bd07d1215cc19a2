//! The rows of tables of scores: all units in the order of their ranks, or each group under its own
//! head where groups are ranked apart.

use crate::figures::scores::unit::UnitScore;
use crate::model::plan::assessment::Together;
use crate::report::listings::columns::Columns;
use crate::sheet::assessment::AssessmentView;
use crate::view::table::{Row, RowKind};

/// Whether groups are ranked each by itself.
pub(crate) fn ranks_by_group(view: &AssessmentView) -> bool {
    view.assessment.together == Some(Together::Groups)
}

/// All together, or each group under its own head, which stands in the column of the names.
pub(crate) fn score_rows<'a>(
    view: &AssessmentView<'a>,
    columns: &Columns<&'a UnitScore>,
    names: usize,
    is_listed: impl Fn(&UnitScore) -> bool,
) -> Vec<Row> {
    let mut ranked = view.ranked();
    ranked.retain(|unit| is_listed(unit));
    if !ranks_by_group(view) {
        return ranked.into_iter().map(|unit| columns.row(RowKind::Body, unit)).collect();
    }
    let mut groups: Vec<&UnitScore> = Vec::new();
    for unit in &view.scores.units {
        if !groups.iter().any(|first| first.group == unit.group) {
            groups.push(unit);
        }
    }
    let mut rows = Vec::new();
    for first in groups {
        rows.push(columns.heading(names, view.group(first)));
        let members = ranked.iter().filter(|unit| unit.group == first.group);
        rows.extend(members.map(|unit| columns.row(RowKind::Body, unit)));
    }
    rows
}
