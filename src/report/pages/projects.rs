//! `projects.html`: all projects known by the newest edition, with their stages.

use crate::model::record::project::Project;
use crate::model::value::reference::UnitRef;
use crate::report::edition::notices::newest_notices;
use crate::report::listings::branches::Branches;
use crate::report::pages::blocks::{columns, link, link_cell, row};
use crate::report::pages::project::as_of::{Horizon, contract_amount, projects as known};
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::page::Page;
use crate::view::table::{Cell, Row, Table};
use crate::words::date::{day, until};
use crate::words::demo;
use crate::words::number::DASH;

/// The path of the page.
const PAGE: &str = "projects.html";

/// Whether the book registers projects; one that is told totals only has none to list.
pub(super) fn registers_projects(sheet: &Sheet) -> bool {
    !sheet.book().projects.is_empty()
}

/// The link to the page, where there is one.
pub fn projects_link(sheet: &Sheet) -> Option<Link> {
    registers_projects(sheet).then(|| link("项目清单", PAGE))
}

/// The page; none where the book registers no project.
pub fn projects(sheet: &Sheet) -> Option<Page> {
    let found = known(sheet);
    let end = until(sheet.figures.period.end(), true);
    let table = table(sheet, &found, &format!("招商项目一览（截至{end}）"));
    registers_projects(sheet).then(|| Page {
        path: PAGE.to_owned(),
        root: String::new(),
        title: format!("{}招商项目", sheet.book().card.record.name),
        subtitle: format!("截至{end}登记的项目，共{}个", found.len()),
        crumbs: vec![link(&sheet.book().card.record.name, "index.html")],
        notices: newest_notices(sheet),
        blocks: vec![crate::view::page::Block::Table { table }],
        traces: Vec::new(),
    })
}

/// A table of projects by first signing.
pub(super) fn table(sheet: &Sheet, found: &[(usize, &Project)], title: &str) -> Table {
    let demo = found.iter().any(|(_, project)| project.is_demo());
    let branches = Branches::of(sheet, found.iter().map(|(_, project)| *project));
    let mut heads = columns(&[("项目", false, 6), ("责任单位", false, 4)]);
    heads.extend(branches.columns(3));
    heads.extend(columns(&[
        ("首次签约", false, 3),
        ("合同额", true, 3),
        ("所处环节", false, 4),
    ]));
    Table {
        id: "projects".to_owned(),
        title: format!("{title}{}", demo::after_title(demo)),
        unit: String::new(),
        columns: heads,
        rows: found.iter().map(|one| line(sheet, &branches, *one)).collect(),
        notes: vec![
            "合同额是最近一份正式合同记载的金额；只有意向或框架协议的写“—”。".to_owned(),
        ],
        wide: false,
    }
}

fn line(sheet: &Sheet, branches: &Branches, known: (usize, &Project)) -> Row {
    let (horizon, project) = (Horizon::of(sheet), known.1);
    let contracts = horizon.contracts(known);
    let amount = contract_amount(&contracts);
    let first = contracts.first().map(|(_, contract)| *contract);
    let stage = horizon.stages(known).pop();
    // A contract that came after the newest stage, such as talks, tells more than that stage.
    let stage = match (stage, first) {
        (Some(stage), first) if first.is_none_or(|first| first.signed <= stage.date) => {
            format!("{}（{}）", stage.field.key, day(stage.date))
        }
        (_, Some(first)) => {
            format!(
                "{}（{}）",
                if amount.is_empty() { first.kind.label() } else { "签约" },
                day(first.signed)
            )
        }
        (_, None) => DASH.to_owned(),
    };
    let mark = demo::after_name(project.is_demo());
    let mut cells = vec![
        link_cell(format!("{}{mark}", project.name), project_path(project)),
        Cell { inlines: vec![unit_inline(sheet, &project.unit)], ..Cell::default() },
    ];
    cells.extend(branches.cells(sheet, project));
    cells.extend([
        Cell::text(first.map_or(DASH.to_owned(), |contract| day(contract.signed))),
        Cell::text(if amount.is_empty() { DASH.to_owned() } else { amount }),
        Cell::text(stage),
    ]);
    row(cells)
}

/// The page of a project.
pub fn project_path(project: &Project) -> String {
    format!("projects/{}.html", project.id)
}

/// A unit by its name, linked to its page where it has one.
pub(in crate::report) fn unit_inline(sheet: &Sheet, reference: &UnitRef) -> Inline {
    let Some(unit) = sheet.book().unit(reference) else {
        return Inline::text(reference.as_str());
    };
    if super::unit::has_page(sheet, unit) {
        Inline::Link { link: link(&unit.name, super::unit::unit_path(unit)) }
    } else {
        Inline::text(&unit.name)
    }
}
