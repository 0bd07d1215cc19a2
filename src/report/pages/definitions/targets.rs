//! The targets that a plan sets: single ones with their wording, and the tables that split them.

use std::collections::BTreeMap;

use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::target::{
    Comparison, Force, Target, TargetRow, TargetSum, TargetTable,
};
use crate::model::value::clause::Clause;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{LeaderRef, SectorRef};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::leaders_with_terms;
use crate::report::pages::blocks::clause_inline;
use crate::sheet::Sheet;
use crate::view::page::Block;
use crate::view::table::{RowKind, Table};
use crate::words::date::{self, day};
use crate::words::number::DASH;

/// The table of single targets, then every target table.
pub(super) fn blocks(newest: &Sheet, plan: &Plan) -> Vec<Block> {
    (single(newest.book(), plan).into_iter())
        .chain(plan.tables.iter().map(|table| tabled(newest, plan, table)))
        .map(|table| Block::Table { table })
        .collect()
}

fn single(book: &Book, plan: &Plan) -> Option<Table> {
    let register = book.registered_for(plan);
    Columns::<&Target>::new()
        .words("指标", 4, |target| target.indicator.as_str())
        .words("范围", 3, |target| {
            let word = target.scope.as_str();
            let scope = book.scope_called(word);
            scope.map_or(word.to_owned(), |scope| register.scope_name(&scope))
        })
        .numbers("目标", 3, |target| value(&target.value))
        .words("性质", 3, nature)
        .words("原文", 6, |target| target.wording.as_deref().unwrap_or(DASH))
        .words("起用", 3, |target| target.from.map_or(DASH.to_owned(), day))
        .words("依据", 3, |target| clause_inline(plan, &target.clause))
        .listing(format!("single-{}", plan.id), "单列的目标", &plan.targets)
        .filled()
}

/// The level of a target, whether it binds, and whether to reach it is enough.
fn nature(target: &Target) -> String {
    let more = match target.comparison.unwrap_or(Comparison::AtLeast) {
        Comparison::AtLeast => "以上",
        Comparison::Above => "超过",
    };
    let force = target.force.unwrap_or(Force::Binding).label();
    let stage = target.stage.as_ref().map(|stage| format!("到{}末", date::period(stage)));
    let nature = [stage.as_deref(), target.level.as_deref(), Some(force), Some(more)];
    nature.into_iter().flatten().collect::<Vec<_>>().join("，")
}

fn value(value: &Option<Quantity>) -> String {
    value.map_or("未下达".to_owned(), |quantity| quantity.to_string())
}

/// A row of a target table: a unit's, or a sum that the table states.
#[derive(Clone, Copy)]
struct Line<'a> {
    kind: RowKind,
    sector: Option<&'a str>,
    name: &'a str,
    leaders: &'a [LeaderRef],
    targets: &'a BTreeMap<String, Option<Quantity>>,
    clause: &'a Clause,
}

/// A target table as the document has it, with the sums it states.
fn tabled(newest: &Sheet, plan: &Plan, table: &TargetTable) -> Table {
    let (book, known) = (newest.book(), newest.last_day());
    let is_listed = |indicator: &&Indicator| {
        let mut keys = table.rows.iter().flat_map(|row| row.targets.keys());
        keys.any(|key| indicator.is_called(key))
    };
    let names = Columns::<Line>::new()
        .words("领域", 3, |line| line.sector.unwrap_or(DASH))
        .when(table.rows.iter().any(|row| row.sector.is_some()))
        .words("牵头领导", 4, |line| leaders_with_terms(book, line.leaders, known))
        .when(table.rows.iter().any(|row| !row.leaders.is_empty()))
        .words("单位", 5, |line| line.name);
    let columns = plan
        .indicators
        .iter()
        .filter(is_listed)
        .fold(names, |columns, indicator| {
            columns.numbers(&indicator.name, 3, |line| target(&line, indicator))
        })
        .words("依据", 2, |line| clause_inline(plan, line.clause));
    let register = book.registered_for(plan);
    let units = table.rows.iter().map(|row| unit_line(book, register, table, row));
    let sums = table.sums.iter().map(|sum| sum_line(book, sum));
    let rows = units.chain(sums).map(|line| columns.row(line.kind, line)).collect();
    let id = format!("table-{}-{}", plan.id, table.id);
    let title = format!("{}（{}）", table.name, table.clause.text);
    Table { notes: note(table).into_iter().collect(), ..columns.table(id, title, rows) }
}

/// Who set the targets, and from when.
fn note(table: &TargetTable) -> Option<String> {
    let level = table.level.as_ref().map(|level| format!("由{level}下达"));
    let from = table.from.map(|from| format!("自{}起用", day(from)));
    let words: Vec<String> = level.into_iter().chain(from).collect();
    (!words.is_empty()).then(|| format!("{}。", words.join("，")))
}

fn unit_line<'a>(
    book: &'a Book,
    register: Registered<'a>,
    table: &'a TargetTable,
    row: &'a TargetRow,
) -> Line<'a> {
    Line {
        kind: RowKind::Body,
        sector: row.sector.as_ref().map(|sector| sector_name(book, sector)),
        name: register.unit(&row.unit).map_or(row.unit.as_str(), |unit| &unit.name),
        leaders: &row.leaders,
        targets: &row.targets,
        clause: &table.clause,
    }
}

fn sum_line<'a>(book: &'a Book, sum: &'a TargetSum) -> Line<'a> {
    let sector = sum.sector.as_ref().map(|sector| sector_name(book, sector));
    let (kind, name) = match sector {
        Some(_) => (RowKind::Subtotal, "小计"),
        None => (RowKind::Total, "合计"),
    };
    Line { kind, sector, name, leaders: &[], targets: &sum.targets, clause: &sum.clause }
}

fn sector_name<'a>(book: &'a Book, reference: &'a SectorRef) -> &'a str {
    book.sector(reference).map_or(reference.as_str(), |sector| &sector.name)
}

/// The target of an indicator: 未下达 where it is blank, a dash where it is not in the row.
fn target(line: &Line, indicator: &Indicator) -> String {
    let mut targets = line.targets.iter();
    let target = targets.find(|(key, _)| indicator.is_called(key));
    target.map_or(DASH.to_owned(), |(_, quantity)| value(quantity))
}
