//! What a plan is, the weights it declares, and the clauses that are cited.

use rust_decimal::Decimal;

use crate::model::plan::assessment::WeightSet;
use crate::model::plan::{ClauseNote, Plan};
use crate::model::value::clause::Clause;
use crate::report::listings::columns::Columns;
use crate::report::pages::blocks::{clause_inline, heading, paragraph, term};
use crate::report::paths;
use crate::view::page::{Block, Term};
use crate::view::table::{RowKind, Table};
use crate::words::date::{day, span};
use crate::words::number::exact;

/// Title, number, issuer, date, state and span.
pub(super) fn facts(plan: &Plan) -> Block {
    let given = |name: &str, text: Option<String>| text.map(|text| term(name, text));
    let rows: [Option<Term>; 6] = [
        given("名称", Some(format!("《{}》", plan.name))),
        given("文号", plan.number.clone()),
        given("制发机关", plan.issuer.clone()),
        given("日期", plan.issued.map(day)),
        given(
            "状态",
            plan.draft.as_ref().map(|state| format!("{state}，据此算出的结果都是试算")),
        ),
        given("期间", Some(span(&plan.span))),
    ];
    Block::Facts { rows: rows.into_iter().flatten().collect() }
}

/// A weight, or their total: its name, the full marks and the clause.
type WeightLine<'a> = (&'a str, Decimal, &'a Clause);

/// The weights of a set, as the document has them.
pub(super) fn weights(plan: &Plan, name: &str, set: &WeightSet) -> Table {
    let columns = Columns::<WeightLine>::new()
        .words("计分项", 6, |(name, ..)| name)
        .numbers("分值", 2, |(_, points, _)| exact(points))
        .words("依据", 4, |(.., clause)| clause_inline(plan, clause));
    let weights = set.items.iter().map(|weight| {
        columns.row(RowKind::Body, (&weight.name, weight.points.0, &weight.clause))
    });
    let total = columns.row(RowKind::Total, ("合计", set.total.0, &set.clause));
    let rows = weights.chain([total]).collect();
    let used = if set.used.0 { "采用" } else { "不采用" };
    let id = format!("weights-{}-{}", plan.id, set.id);
    let title = format!("{name}：{}（{used}）", set.clause.text);
    Table { unit: "分".to_owned(), ..columns.table(id, title, rows) }
}

/// Every cited clause with its gist, under an anchor of its own.
pub(super) fn clauses(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |note: &ClauseNote| {
        let anchor = paths::clause_anchor(plan, &note.clause);
        [heading(level, anchor, &note.clause.text), paragraph(&note.gist)]
    };
    plan.clauses.iter().flat_map(entry).collect()
}
