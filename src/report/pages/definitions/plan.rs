//! What a plan is, the weights it declares, and the clauses that are cited.

use crate::model::plan::Plan;
use crate::model::plan::assessment::{Weight, WeightSet};
use crate::report::pages::blocks::{
    cell, clause_anchor, clause_inline, columns, fact, heading, paragraph, row,
};
use crate::view::page::{Block, Term};
use crate::view::table::{Cell, Row, RowKind, Table};
use crate::words::date::{day, span};
use crate::words::number::exact;

/// Title, number, issuer, date, state and span.
pub(super) fn facts(plan: &Plan) -> Block {
    let given = |term: &str, text: Option<String>| text.map(|text| fact(term, text));
    let rows: Vec<Option<Term>> = vec![
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

/// The weights of a set, as the document has them.
pub(super) fn weights(plan: &Plan, name: &str, set: &WeightSet) -> Table {
    let used = if set.used.0 { "采用" } else { "不采用" };
    let line = |weight: &Weight| {
        row(vec![
            Cell::text(&weight.name),
            Cell::text(exact(weight.points.0)),
            cell(vec![clause_inline(plan, &weight.clause)]),
        ])
    };
    let mut rows: Vec<Row> = set.items.iter().map(line).collect();
    rows.push(Row {
        kind: RowKind::Total,
        cells: vec![
            Cell::text("合计"),
            Cell::text(exact(set.total.0)),
            cell(vec![clause_inline(plan, &set.clause)]),
        ],
    });
    Table {
        id: format!("weights-{}-{}", plan.id, set.id),
        title: format!("{name}：{}（{used}）", set.clause.text),
        unit: "分".to_owned(),
        columns: columns(&[("计分项", false, 6), ("分值", true, 2), ("依据", false, 4)]),
        rows,
        notes: Vec::new(),
        wide: false,
    }
}

/// Every cited clause with its gist, under an anchor of its own.
pub(super) fn clauses(plan: &Plan, level: u8) -> Vec<Block> {
    let note = |note: &crate::model::plan::ClauseNote| {
        [
            heading(level, clause_anchor(plan, &note.clause), &note.clause.text),
            paragraph(&note.gist),
        ]
    };
    plan.clauses.iter().flat_map(note).collect()
}
