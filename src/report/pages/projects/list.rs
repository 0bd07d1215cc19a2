//! A list of projects with their stages, and the page that it stands on.

use crate::model::record::project::Project;
use crate::report::edition::notices::newest_notices;
use crate::report::listings::columns::Columns;
use crate::report::listings::links::referred_unit;
use crate::report::pages::project::as_of::{Horizon, contract_amount};
use crate::report::pages::project::known::PlacedProject;
use crate::report::paths;
use crate::report::paths::{INDEX, PROJECTS};
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, Page};
use crate::view::table::Table;
use crate::words::date::{day, until};
use crate::words::demo;
use crate::words::number::DASH;

/// The page that all ways to the projects lead to.
pub(super) fn page(sheet: &Sheet, count: usize, blocks: Vec<Block>) -> Page {
    let end = until(sheet.figures.period.end(), true);
    Page {
        path: PROJECTS.to_owned(),
        root: String::new(),
        title: format!("{}招商项目", sheet.book().card.record.name),
        subtitle: format!("截至{end}登记的项目，共{count}个"),
        crumbs: vec![Link::new(&sheet.book().card.record.name, INDEX)],
        notices: newest_notices(sheet),
        blocks,
        ..Page::default()
    }
}

/// Some projects as the list of a page.
pub(super) fn list(sheet: &Sheet, projects: &[PlacedProject]) -> Block {
    let end = until(sheet.figures.period.end(), true);
    Block::Table {
        table: table(sheet, projects, &format!("招商项目一览（截至{end}）"))
    }
}

/// A table of projects by first signing.
pub(crate) fn table(sheet: &Sheet, projects: &[PlacedProject], title: &str) -> Table {
    let horizon = Horizon::of(sheet);
    let columns = Columns::<PlacedProject>::new()
        .words("项目", 6, |(_, project)| link(project))
        .words("责任单位", 4, |(_, project)| referred_unit(sheet, &project.unit))
        .branches(3, sheet, projects, |(_, project)| project)
        .words("首次签约", 3, |project| {
            let contracts = horizon.contracts(project);
            contracts.first().map_or(DASH.to_owned(), |(_, first)| day(first.signed))
        })
        .numbers("合同额", 3, |project| {
            contract_amount(&horizon.contracts(project)).unwrap_or(DASH.to_owned())
        })
        .words("所处环节", 4, |project| stage(&horizon, project));
    let is_demo = projects.iter().any(|(_, project)| project.is_demo());
    let title = format!("{title}{}", demo::after_title(is_demo));
    let note = "合同额是最近一份正式合同记载的金额；只有意向或框架协议的写“—”。";
    Table {
        notes: vec![note.to_owned()],
        ..columns.records("projects", title, projects.iter().copied())
    }
}

fn link(project: &Project) -> Link {
    let mark = demo::after_name(project.is_demo());
    Link::new(format!("{}{mark}", project.name), paths::project(project))
}

/// The newest stage that a project reached, or its first contract where that came after it, such
/// as talks.
fn stage(horizon: &Horizon, project: PlacedProject) -> String {
    let contracts = horizon.contracts(project);
    let first = contracts.first().map(|(_, contract)| *contract);
    let newest = horizon.stages(project).pop();
    match (newest, first) {
        (Some(stage), first) if first.is_none_or(|first| first.signed <= stage.date) => {
            format!("{}（{}）", stage.field.key, day(stage.date))
        }
        (_, Some(first)) => {
            let is_signed = contract_amount(&contracts).is_some();
            let word = if is_signed { "签约" } else { first.kind.label() };
            format!("{word}（{}）", day(first.signed))
        }
        (_, None) => DASH.to_owned(),
    }
}
