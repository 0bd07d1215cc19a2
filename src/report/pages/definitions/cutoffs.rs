//! The cut-offs in force for each edition.

use chrono::NaiveDate;

use crate::figures::facts::moment::Cutoffs;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::{Cutoff, Plan};
use crate::report::listings::columns::Columns;
use crate::report::pages::blocks::clause_inline;
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::date::{day, period};
use crate::words::number::DASH;

/// What the plan says, then a table with a row for each edition.
pub(super) fn blocks<'a>(sheets: &'a [Sheet<'a>], plan: &Plan) -> Vec<Block> {
    let declared = (!plan.cutoffs.is_empty()).then(|| declared(plan));
    let table = table(sheets, plan).map(|table| Block::Table { table });
    declared.into_iter().chain(table).collect()
}

fn declared(plan: &Plan) -> Block {
    let item = |cutoff: &Cutoff| {
        let when = if cutoff.day.months == 0 { "当月" } else { "次月" };
        let words = format!("{}：{when}{}日（", cutoff.kind.label(), cutoff.day.day);
        vec![Inline::text(words), clause_inline(plan, &cutoff.clause), Inline::text("）")]
    };
    Block::List { first: None, items: plan.cutoffs.iter().map(item).collect() }
}

/// The days for each kind of fact; `None` where no edition has any.
fn table<'a>(sheets: &'a [Sheet<'a>], plan: &Plan) -> Option<Table> {
    let inside: Vec<&Sheet> = sheets
        .iter()
        .rev()
        .filter(|sheet| plan.span.contains(sheet.figures.period.end()))
        .collect();
    let kinds: Vec<FactKind> = (FactKind::ALL.iter().copied())
        .filter(|kind| inside.iter().any(|sheet| cutoff(sheet, plan, *kind).is_some()))
        .collect();
    let periods =
        Columns::<&Sheet>::new().words("期", 3, |sheet| period(&sheet.figures.period));
    let columns = kinds.iter().fold(periods, |columns, kind| {
        columns.words(kind.label(), 4, |sheet| text(sheet, plan, *kind))
    });
    let id = format!("cutoff-table-{}", plan.id);
    (!kinds.is_empty()).then(|| Table {
        notes: vec!["截止日当天报送的计入本期。".to_owned()],
        ..columns.listing(id, "各期的报送截止日", inside)
    })
}

/// The cut-off of a kind of fact for an edition.
fn cutoff(sheet: &Sheet, plan: &Plan, kind: FactKind) -> Option<NaiveDate> {
    Cutoffs::of(sheet.book(), plan, &sheet.figures.period).declared.get(&kind).copied()
}

/// A day in words; one that the edition sets itself says so.
fn text(sheet: &Sheet, plan: &Plan, kind: FactKind) -> String {
    let declared = plan.cutoffs.iter().find(|cutoff| cutoff.kind == kind);
    let usual = declared.map(|cutoff| cutoff.day.for_end(sheet.figures.period.end()));
    match cutoff(sheet, plan, kind) {
        Some(date) if usual == Some(date) => day(date),
        Some(date) => format!("{}（本期另定）", day(date)),
        None => DASH.to_owned(),
    }
}
