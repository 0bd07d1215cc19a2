//! What a site costs: its pages as view models, and the bytes of pages and PDF.

use tongbao::figures::basis::Basis;
use tongbao::render::book::Renderer;
use tongbao::render::files::{FORMATS, Format};
use tongbao::report::site::{Site, edition_files, figures_of, sheets};
use tongbao::theme::Theme;
use tongbao::view::page::Page;
use tongbao::view::site::Marks;

use crate::phases::measure::measured;
use crate::phases::{Data, period};

pub(super) fn run(projects: usize) {
    let loaded = Data::of(projects).load();
    let period = period();
    let basis = Basis::of(&loaded.books[0], period.end());
    let editions = figures_of(&basis, &[period]);
    let sheets = sheets(&basis, &editions);
    let all: Vec<&Format> = FORMATS.iter().collect();
    let renderer = Renderer::new(Theme::builtin(), Marks::default(), all).unwrap();
    let links = renderer.file_links();
    let site = Site::of(&sheets, &links).unwrap();
    let pages = site.pages();
    let draw = |page: &Page| drop(renderer.page(page).unwrap());
    measured("pages as view models", || pages.iter().for_each(|page| drop(page.make())));
    measured("the same as bytes", || {
        pages.iter().for_each(|page| page.make().0.iter().for_each(draw));
    });
    let edition = edition_files(sheets.last().unwrap());
    measured("files of an edition", || {
        renderer.edition(&edition).for_each(|file| drop(file.make()))
    });
}
