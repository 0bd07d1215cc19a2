//! `projects/<id>.html`: what is recorded of a project, and where each of it counts.

pub(crate) mod as_of;
pub(crate) mod counts;
mod facts;

use chrono::NaiveDate;

use crate::model::dictionary::{Field, Level, Step, field, route};
use crate::model::record::project::{Contract, FundsEntry, Permit, Project, StageEntry};
use crate::report::edition::notices::newest_notices;
use crate::report::pages::blocks::{columns, link, paragraph, row};
use crate::report::pages::project::as_of::{Horizon, Reached, projects as known};
use crate::report::pages::project::counts::counts;
use crate::report::pages::project::facts::facts;
use crate::report::pages::projects::project_path;
use crate::sheet::Sheet;
use crate::view::page::{Block, Page};
use crate::view::table::{Cell, Row, Table};
use crate::words::date::{day, month, period};
use crate::words::demo;
use crate::words::number::DASH;

/// Who may see where a place counts, which tells of dates and evidence that are internal.
const COUNTS: Level = Level::Internal;

/// A page for each project that is known.
pub fn project_pages(sheet: &Sheet) -> Vec<Page> {
    known(sheet).into_iter().map(|(at, project)| page(sheet, at, project)).collect()
}

fn page(sheet: &Sheet, at: usize, project: &Project) -> Page {
    let mark = demo::after_name(project.is_demo());
    let card = &sheet.book().card.record;
    let mut notices = newest_notices(sheet);
    notices.retain(|notice| notice.kind != "demo" || project.is_demo());
    let mut blocks = vec![Block::Facts { rows: facts(sheet, project) }];
    blocks.extend(contracts(sheet, at, project));
    blocks.extend(stages(sheet, at, project));
    blocks.extend(permits(sheet, at, project));
    blocks.extend(funds(sheet, at, project));
    let last = period(&sheet.figures.period);
    blocks.extend(sheet.sees(COUNTS).then(|| {
        paragraph(format!(
            "“计入”一栏说的是{last}这一期；各期的计入情况见各期通报中数字的来历。"
        ))
    }));
    Page {
        path: project_path(project),
        root: "../".to_owned(),
        title: format!("{}{mark}", project.name),
        subtitle: format!("项目编号 {}", project.id),
        crumbs: vec![link(&card.name, "index.html"), link("招商项目", "projects.html")],
        notices,
        blocks,
        traces: Vec::new(),
    }
}

/// A column: head, whether it holds numbers, weight, and who may see it.
type Head = (&'static str, bool, u8, Level);

fn table(
    sheet: &Sheet,
    id: &str,
    project: &Project,
    title: &str,
    rows: Vec<Row>,
    heads: &[Head],
) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let is_seen = |at: usize| heads.get(at).is_none_or(|head| sheet.sees(head.3));
    let seen = |row: Row| {
        let cells = row.cells.into_iter().enumerate();
        let cells = cells.filter(|(at, _)| is_seen(*at)).map(|(_, cell)| cell);
        Row { cells: cells.collect(), ..row }
    };
    let rows = rows.into_iter().map(seen).collect();
    let heads: Vec<_> = heads
        .iter()
        .filter(|head| sheet.sees(head.3))
        .map(|(head, numeric, weight, _)| (*head, *numeric, *weight))
        .collect();
    let mark = demo::after_title(project.is_demo());
    let table = Table {
        id: id.to_owned(),
        title: format!("{title}{mark}"),
        unit: String::new(),
        columns: columns(&heads),
        rows,
        notes: Vec::new(),
        wide: false,
    };
    vec![Block::Table { table }]
}

fn contracts(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let horizon = Horizon::of(sheet);
    let found = horizon.contracts((at, project));
    let first = project.first_formal();
    let line = |(index, contract): &(usize, &Contract)| {
        let renewal = contract.renewal.map(|renewal| renewal.label());
        let kind = [Some(contract.kind.label()), renewal];
        let mut routes = vec![route!(Project.contracts[*index])];
        if first.is_some_and(|first| std::ptr::eq(first, *contract)) {
            routes.push(route!(Project.contracts));
        }
        row(vec![
            Cell::text(kind.into_iter().flatten().collect::<Vec<_>>().join("，")),
            Cell::text(day(contract.signed)),
            Cell::text(contract.amount.0.to_string()),
            date(contract.submitted),
            date(horizon.known(contract.recognised)),
            words(&contract.evidence),
            counts(sheet, at, &routes),
        ])
    };
    let rows = found.iter().map(line).collect();
    let heads = [
        column(field!(Contract.kind), false, 3),
        column(field!(Contract.signed), false, 3),
        column(field!(Contract.amount), true, 3),
        column(field!(Contract.submitted), false, 3),
        column(field!(Contract.recognised), false, 3),
        column(field!(Contract.evidence), false, 3),
        ("计入", false, 6, COUNTS),
    ];
    table(sheet, "contracts", project, "合同和协议", rows, &heads)
}

fn stages(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let line = |stage: &Reached| {
        row(vec![
            Cell::text(stage.field.key.as_str()),
            Cell::text(day(stage.date)),
            date(stage.submitted),
            date(stage.recognised),
            words(stage.evidence),
            Cell::text(if stage.note.is_empty() { DASH } else { &stage.note }),
            counts(sheet, at, &[vec![Step::Field(stage.field)]]),
        ])
    };
    let rows = Horizon::of(sheet).stages((at, project)).iter().map(line).collect();
    let heads = [
        ("环节", false, 2, Level::Public),
        column(field!(StageEntry.date), false, 3),
        column(field!(StageEntry.submitted), false, 3),
        column(field!(StageEntry.recognised), false, 3),
        column(field!(StageEntry.evidence), false, 3),
        ("说明", false, 3, Level::Internal),
        ("计入", false, 6, COUNTS),
    ];
    table(sheet, "stages", project, "环节", rows, &heads)
}

fn permits(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let horizon = Horizon::of(sheet);
    let line = |(index, permit): &(usize, &Permit)| {
        row(vec![
            Cell::text(permit.kind.label()),
            Cell::text(day(permit.date)),
            Cell::text(permit.number.as_deref().unwrap_or(DASH)),
            date(permit.submitted),
            date(horizon.known(permit.recognised)),
            counts(sheet, at, &[route!(Project.permits[*index])]),
        ])
    };
    let rows = horizon.permits((at, project)).iter().map(line).collect();
    let heads = [
        column(field!(Permit.kind), false, 3),
        column(field!(Permit.date), false, 3),
        column(field!(Permit.number), false, 4),
        column(field!(Permit.submitted), false, 3),
        column(field!(Permit.recognised), false, 3),
        ("计入", false, 6, COUNTS),
    ];
    if sheet.sees(field!(Project.permits).level) {
        table(sheet, "permits", project, "证照和手续", rows, &heads)
    } else {
        Vec::new()
    }
}

fn funds(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let line = |(index, entry): &(usize, &FundsEntry)| {
        row(vec![
            Cell::text(month(entry.month)),
            Cell::text(entry.amount.0.to_string()),
            date(entry.submitted),
            date(entry.corrected),
            words(&entry.evidence),
            Cell::text(entry.note.as_deref().unwrap_or(DASH)),
            counts(sheet, at, &[route!(Project.funds[*index])]),
        ])
    };
    let rows = Horizon::of(sheet).funds((at, project)).iter().map(line).collect();
    let heads = [
        column(field!(FundsEntry.month), false, 3),
        column(field!(FundsEntry.amount), true, 3),
        column(field!(FundsEntry.submitted), false, 3),
        column(field!(FundsEntry.corrected), false, 3),
        column(field!(FundsEntry.evidence), false, 3),
        column(field!(FundsEntry.note), false, 3),
        ("计入", false, 6, COUNTS),
    ];
    table(sheet, "funds", project, "到位资金", rows, &heads)
}

/// A column for a field, under its key.
fn column(field: &'static Field, numeric: bool, weight: u8) -> Head {
    (field.key.as_str(), numeric, weight, field.level)
}

fn date(date: Option<NaiveDate>) -> Cell {
    Cell::text(date.map_or(DASH.to_owned(), day))
}

fn words(words: &[String]) -> Cell {
    Cell::text(if words.is_empty() { DASH.to_owned() } else { words.join("、") })
}
