//! `projects/<id>.html`: what is recorded of a project, and where each of it counts.

pub(crate) mod as_of;
pub(crate) mod counts;
mod facts;
mod field_words;
pub mod known;
mod tables;

use crate::report::edition::notices::newest_notices;
use crate::report::page_maker::PageMaker;
use crate::report::pages::blocks::paragraph;
use crate::report::pages::project::counts::ProjectFacts;
use crate::report::pages::project::facts::facts;
use crate::report::pages::project::known::{KnownProjects, PlacedProject};
use crate::report::pages::project::tables::{COUNTS, contracts, funds, permits, stages};
use crate::report::paths;
use crate::report::paths::{INDEX, PROJECTS};
use crate::report::search::Found;
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, NoticeKind, Page};
use crate::words::date::period;
use crate::words::demo;

/// A page for each project that is known.
pub fn project_pages<'a>(
    sheet: &'a Sheet<'a>,
    known: &KnownProjects<'a>,
) -> impl Iterator<Item = PageMaker<'a>> {
    known.all.iter().map(move |placed| {
        let placed = *placed;
        PageMaker::new(move || [page(sheet, placed)]).found(Found::Project)
    })
}

fn page<'a>(sheet: &'a Sheet<'a>, placed: PlacedProject<'a>) -> Page {
    let (at, project) = placed;
    let judged = ProjectFacts::of(sheet, at);
    let mut notices = newest_notices(sheet);
    notices.retain(|notice| notice.kind != NoticeKind::Demo || project.is_demo());
    let tables = [
        contracts(sheet, placed, &judged),
        stages(sheet, placed, &judged),
        permits(sheet, placed, &judged),
        funds(sheet, placed, &judged),
    ];
    let mut blocks = vec![Block::Facts { rows: facts(sheet, project) }];
    blocks.extend(tables.into_iter().flatten().map(|table| Block::Table { table }));
    let last = period(&sheet.figures.period);
    blocks.extend(sheet.sees(COUNTS).then(|| {
        paragraph(format!(
            "“计入”一栏说的是{last}这一期；各期的计入情况见各期通报中数字的来历。"
        ))
    }));
    Page {
        path: paths::project(project),
        root: "../".to_owned(),
        title: format!("{}{}", project.name, demo::after_name(project.is_demo())),
        subtitle: format!("项目编号 {}", project.id),
        crumbs: vec![
            Link::new(&sheet.book().card.record.name, INDEX),
            Link::new("招商项目", PROJECTS),
        ],
        notices,
        blocks,
        pager: None,
        traces: Vec::new(),
    }
}
