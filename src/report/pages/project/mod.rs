//! `projects/<id>.html`: what is recorded of a project, and where each of it counts.

pub(crate) mod as_of;
mod changes;
pub(crate) mod counts;
mod facts;
mod field_words;
pub mod known;
mod promises;
mod seen;
mod tables;

use std::sync::Arc;

use crate::report::page_maker::{PageMaker, SourcedPage};
use crate::report::pages::blocks::paragraph;
use crate::report::pages::project::changes::changes;
use crate::report::pages::project::facts::facts;
use crate::report::pages::project::known::{KnownProjects, PlacedProject};
use crate::report::pages::project::promises::{fulfilments, promises};
use crate::report::pages::project::seen::{Around, Seen};
use crate::report::pages::project::tables::{COUNTS, contracts, funds, permits, stages};
use crate::report::paths;
use crate::report::paths::{INDEX, PROJECTS};
use crate::report::search::Found;
use crate::report::sources::{Common, sources};
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, NoticeKind, Page};
use crate::words::demo;

/// A page for each project that is known.
pub fn project_pages<'a>(
    sheet: &'a Sheet<'a>,
    known: &KnownProjects<'a>,
) -> impl Iterator<Item = PageMaker<'a>> {
    let around = Arc::new(Common::of(Around::of(sheet)));
    known.all.iter().map(move |placed| {
        let (placed, around) = (*placed, Arc::clone(&around));
        PageMaker::sourced(ProjectPage { sheet, around, placed }).found(Found::Project)
    })
}

/// The page of a project, which is not yet looked at.
struct ProjectPage<'a> {
    sheet: &'a Sheet<'a>,
    around: Arc<Common<Around<'a>>>,
    placed: PlacedProject<'a>,
}

impl ProjectPage<'_> {
    fn seen(&self) -> Seen<'_> {
        Seen::of(self.sheet, &self.around, self.placed)
    }
}

impl SourcedPage for ProjectPage<'_> {
    fn path(&self) -> String {
        paths::project(self.placed.1)
    }

    fn sources(&self) -> Vec<u8> {
        sources(&self.seen())
    }

    fn opening(&self) -> Page {
        opening(&self.seen())
    }

    fn page(&self) -> Page {
        page(&self.seen())
    }
}

fn page(seen: &Seen) -> Page {
    let mut page = opening(seen);
    let changes = changes(seen.around, seen.versions.shown);
    let agreed = [promises(seen), fulfilments(seen)];
    let tables = [contracts(seen), stages(seen), permits(seen), funds(seen)];
    let tables = tables.into_iter().chain(agreed).chain([changes]);
    page.blocks.extend(tables.flatten().map(|table| Block::Table { table }));
    let around = seen.around;
    page.blocks.extend(around.sees(COUNTS).then(|| {
        paragraph(format!(
            "“计入”一栏说的是{}这一期；各期的计入情况见各期通报中数字的来历。",
            around.period
        ))
    }));
    page
}

/// The page without its tables, which the search does not look at.
fn opening(seen: &Seen) -> Page {
    let (around, project) = (seen.around, seen.versions.shown);
    let mut notices = around.notices.clone();
    notices.retain(|notice| notice.kind != NoticeKind::Demo || project.is_demo());
    Page {
        path: paths::project(project),
        root: "../".to_owned(),
        title: format!("{}{}", project.name, demo::after_name(project.is_demo())),
        subtitle: format!("项目编号 {}", project.id),
        crumbs: vec![Link::new(around.book, INDEX), Link::new("招商项目", PROJECTS)],
        notices,
        blocks: vec![Block::Facts { rows: facts(around, project) }],
        ..Page::default()
    }
}
