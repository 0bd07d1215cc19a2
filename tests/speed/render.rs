//! What a site costs: its pages as view models, and the bytes of pages and PDF.

use tongbao::figures::basis::Basis;
use tongbao::render::book::Renderer;
use tongbao::render::files::{FORMATS, Format};
use tongbao::report::site::{figures_of, sheets, site};
use tongbao::theme::Theme;

use crate::book::{Data, period};
use crate::measure::measured;

pub(crate) fn run(projects: usize) {
    let loaded = Data::of(projects).load();
    let period = period();
    let basis = Basis::of(&loaded.books[0], period.end());
    let editions = figures_of(&basis, &[period]);
    let sheets = sheets(&basis, &editions);
    let all: Vec<&Format> = FORMATS.iter().collect();
    let renderer = Renderer::new(Theme::builtin(), "", all).unwrap();
    let links = renderer.file_links();
    measured("site as view models", || site(&sheets, &links));
    let site = site(&sheets, &links).unwrap();
    measured("pages and PDF", || renderer.book(&site).unwrap());
}
