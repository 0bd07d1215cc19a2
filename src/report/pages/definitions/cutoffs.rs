//! The cut-offs in force for each edition.

use crate::figures::facts::moment::cutoffs;
use crate::model::plan::{FactKind, Plan};
use crate::report::pages::blocks::{clause_inline, columns, row};
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::page::Block;
use crate::view::table::{Cell, Row, Table};
use crate::words::date::{day, period};
use crate::words::number::DASH;

/// What the plan says, then a table with a row for each edition.
pub(super) fn blocks<'a>(sheets: &'a [Sheet<'a>], plan: &Plan) -> Vec<Block> {
    let inside: Vec<&Sheet> = sheets
        .iter()
        .filter(|sheet| plan.span.contains(sheet.figures.period.end()))
        .collect();
    let kinds: Vec<FactKind> = FactKind::ALL
        .iter()
        .copied()
        .filter(|kind| {
            inside.iter().any(|sheet| {
                cutoffs(sheet.book(), plan, sheet.figures.period.end()).contains_key(kind)
            })
        })
        .collect();
    let mut blocks = Vec::new();
    blocks.extend((!plan.cutoffs.is_empty()).then(|| declared(plan)));
    if !kinds.is_empty() {
        blocks.push(Block::Table { table: table(plan, &inside, &kinds) });
    }
    blocks
}

fn declared(plan: &Plan) -> Block {
    let item = |cutoff: &crate::model::plan::Cutoff| {
        let when = if cutoff.day.months == 0 { "当月" } else { "次月" };
        vec![
            Inline::text(format!(
                "{}：{when}{}日（",
                cutoff.kind.label(),
                cutoff.day.day
            )),
            clause_inline(plan, &cutoff.clause),
            Inline::text("）"),
        ]
    };
    Block::List { ordered: false, items: plan.cutoffs.iter().map(item).collect() }
}

fn table(plan: &Plan, sheets: &[&Sheet], kinds: &[FactKind]) -> Table {
    let mut heads = vec![("期", false, 3)];
    heads.extend(kinds.iter().map(|kind| (kind.label(), false, 4)));
    Table {
        id: format!("cutoff-table-{}", plan.id),
        title: "各期的报送截止日".to_owned(),
        unit: String::new(),
        columns: columns(&heads),
        rows: sheets.iter().rev().map(|sheet| line(plan, sheet, kinds)).collect(),
        notes: vec!["截止日当天报送的计入本期。".to_owned()],
        wide: false,
    }
}

/// A day that the edition sets itself says so.
fn line(plan: &Plan, sheet: &Sheet, kinds: &[FactKind]) -> Row {
    let end = sheet.figures.period.end();
    let days = cutoffs(sheet.book(), plan, end);
    let usual = |kind: FactKind| {
        let found = plan.cutoffs.iter().find(|cutoff| cutoff.kind == kind)?;
        Some(found.day.for_end(end))
    };
    let text = |kind: &FactKind| match days.get(kind) {
        Some(date) if usual(*kind) == Some(*date) => day(*date),
        Some(date) => format!("{}（本期另定）", day(*date)),
        None => DASH.to_owned(),
    };
    let name = Cell::text(period(&sheet.figures.period));
    row(std::iter::once(name)
        .chain(kinds.iter().map(|kind| Cell::text(text(kind))))
        .collect())
}
