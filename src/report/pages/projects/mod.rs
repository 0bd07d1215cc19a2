//! `projects.html`: all projects known by the newest edition, with their stages; or the pages with them.

mod by_year;
pub(super) mod list;

use crate::report::listings::links::registers_projects;
use crate::report::pages::project::known::KnownProjects;
use crate::report::pages::projects::list::{list, page};
use crate::report::paging::ALONE;
use crate::sheet::Sheet;
use crate::view::page::Page;

/// The page, and those that it leads to where the projects are too many for one; nothing where
/// the book registers no project.
pub fn projects(sheet: &Sheet, known: &KnownProjects) -> Vec<Page> {
    match known.all.len() {
        _ if !registers_projects(sheet) => Vec::new(),
        count if count > ALONE => by_year::pages(sheet, known),
        count => vec![page(sheet, count, vec![list(sheet, &known.all)])],
    }
}
