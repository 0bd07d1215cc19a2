//! 目标任务完成情况: each target table as the document has it, with what was reached in each row.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::target::{TargetRow, TargetTable};
use crate::model::record::registry::Life;
use crate::model::record::registry::Sector;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{PartColumn, part_cell, parts_of};
use crate::report::listings::dashes::Dashes;
use crate::report::listings::links::unit_inline;
use crate::report::listings::register::leaders_in_office;
use crate::report::listings::standings::has_number;
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Cell, RowKind, Table};
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "目标任务完成情况",
    meaning: "照文件的每张目标表逐行列出各指标的目标、完成数、完成率；有几张列几张",
    level: Level::Public,
    make: Make::Several(make),
};

const COLUMNS: [PartColumn; 3] = [
    (FigurePart::Target, "目标", 8),
    (FigurePart::Value, "完成数", 8),
    (FigurePart::Completion, "完成率", 9),
];

/// What a row is about: its kind, its scope, and of a unit's its name with a link and who leads it.
struct Line {
    kind: RowKind,
    scope: Scope,
    name: Option<Cell>,
    leaders: Option<String>,
}

fn make(sheet: &Sheet) -> Vec<Table> {
    let tables = sheet.plans().flat_map(|plan| &plan.tables);
    tables.filter_map(|table| of(sheet, table)).collect()
}

/// One table of a plan; `None` where it has no figures or is not in force.
fn of(sheet: &Sheet, table: &TargetTable) -> Option<Table> {
    let views: Vec<IndicatorView> =
        sheet.views().filter(|view| covers(table, view)).collect();
    if views.is_empty() || !is_in_force(sheet, table) {
        return None;
    }
    let lines = lines(sheet, table, &views);
    let led = table.rows.iter().any(|row| !row.leaders.is_empty());
    let columns = columns(&views, led);
    let rows = lines.iter().map(|line| columns.row(line.kind, line)).collect();
    let is_demo = views.iter().any(|view| view.whole().demo);
    let title = format!("{}完成情况{}", table.name, demo::after_title(is_demo));
    let mut notes = dashes(&views, &lines).notes();
    let end = date::day(sheet.figures.period.end());
    notes.extend(led.then(|| format!("牵头领导按{end}在任的列。")));
    Some(Table {
        notes,
        wide: views.len() > 1,
        ..columns.table(format!("tasks-{}", table.id), title, rows)
    })
}

fn is_in_force(sheet: &Sheet, table: &TargetTable) -> bool {
    let end = sheet.figures.period.end();
    table.from.is_none_or(|from| from <= end) && table.to.is_none_or(|to| to >= end)
}

fn covers(table: &TargetTable, view: &IndicatorView) -> bool {
    table
        .rows
        .iter()
        .any(|row| row.targets.keys().any(|key| view.indicator().is_called(key)))
}

/// The rows of the table, under the sectors that they are of, then what they add up to.
fn lines(sheet: &Sheet, table: &TargetTable, views: &[IndicatorView]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut above: Option<&Sector> = None;
    for row in &table.rows {
        let sector = row.sector.as_ref().and_then(|sector| sheet.book().sector(sector));
        if sector != above {
            let scope = sector.map(|sector| Scope::Sector(sector.id.to_string()));
            lines.extend(scope.map(|scope| Line::of(RowKind::Subtotal, scope)));
        }
        above = sector;
        lines.extend(unit_line(sheet, table, row));
    }
    let whole = whole(sheet, table);
    if whole == Scope::All && views.iter().any(speaks_of_others) {
        lines.push(Line::of(RowKind::Subtotal, Scope::Other));
    }
    lines.push(Line::of(RowKind::Total, whole));
    lines
}

impl Line {
    fn of(kind: RowKind, scope: Scope) -> Line {
        Line { kind, scope, name: None, leaders: None }
    }
}

/// A unit's row; of a unit that stands in several, the part in the row's sector.
fn unit_line(sheet: &Sheet, table: &TargetTable, row: &TargetRow) -> Option<Line> {
    let (book, register) = (sheet.book(), sheet.register());
    let unit = register.unit(&row.unit)?;
    if register.life(unit) == Life::NotYet {
        return None;
    }
    let is_of_unit = |other: &&TargetRow| register.unit(&other.unit) == Some(unit);
    let several = table.rows.iter().filter(is_of_unit).count() > 1;
    let id = unit.id.to_string();
    let scope = match row.sector.as_ref().and_then(|sector| book.sector(sector)) {
        Some(sector) if several => Scope::UnitInSector(id, sector.id.to_string()),
        _ => Scope::Unit(id),
    };
    let name = unit_inline(&unit.name, unit.id.as_str());
    let leaders = Some(leaders_in_office(sheet, &row.leaders));
    Some(Line { kind: RowKind::Body, scope, name: Some(name.into()), leaders })
}

/// What the last row adds up: the group that all rows are of, else the whole.
fn whole(sheet: &Sheet, table: &TargetTable) -> Scope {
    let register = sheet.register();
    let group = |row: &TargetRow| {
        Some(register.group_of(register.unit(&row.unit)?)?.id.to_string())
    };
    let mut groups: Vec<Option<String>> = table.rows.iter().map(group).collect();
    groups.dedup();
    match groups.as_slice() {
        [Some(only)] => Scope::Group(only.clone()),
        _ => Scope::All,
    }
}

/// Whether units without a row of their own have something to their credit.
fn speaks_of_others(view: &IndicatorView) -> bool {
    view.figure(&Scope::Other).is_some_and(has_number)
}

/// The columns; that of the leaders only if the table has them.
fn columns<'a>(views: &'a [IndicatorView], led: bool) -> Columns<'a, &'a Line> {
    let names = Columns::<&Line>::new()
        .words("责任单位", 24, |line| {
            line.name.clone().unwrap_or_else(|| Cell::text(views[0].name(&line.scope)))
        })
        .words("牵头领导", 14, |line| line.leaders.clone().unwrap_or_default())
        .when(led);
    views.iter().fold(names, |columns, view| {
        let group = format!("{}（{}）", view.indicator().short(), view.unit());
        let parts = COLUMNS.iter().fold(columns, |columns, &(part, head, weight)| {
            columns
                .numbers(head, weight, move |line| match view.figure(&line.scope) {
                    Some(figure) => part_cell(view, figure, part),
                    None => Cell::default(),
                })
                .under(&group)
        });
        parts
            .words("状态", 10, |line| {
                let figure = view.figure(&line.scope);
                lamp_mark(figure.and_then(|figure| figure.lamp.as_ref()))
            })
            .under(&group)
            .when(view.indicator().lamps.is_some())
    })
}

fn dashes(views: &[IndicatorView], lines: &[Line]) -> Dashes {
    let mut dashes = Dashes::default();
    for line in lines {
        for view in views {
            if let Some(figure) = view.figure(&line.scope) {
                dashes.see(view, figure, &parts_of(&COLUMNS));
            }
        }
    }
    dashes
}
