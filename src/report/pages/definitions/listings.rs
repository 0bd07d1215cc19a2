//! Who leads and works in each sector, as each place of the plan's document lists them.

use crate::model::book::Book;
use crate::model::plan::{Plan, SectorListing};
use crate::model::value::reference::UnitRef;
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{leaders_with_terms, text_cell};
use crate::report::pages::blocks::clause_inline;
use crate::sheet::Sheet;
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::date::day;
use crate::words::number::DASH;

/// The table of all places; nothing if the audience gets none.
pub(super) fn blocks(newest: &Sheet, plan: &Plan) -> Vec<Block> {
    let (book, known) = (newest.book(), newest.last_day());
    let has = |test: fn(&SectorListing) -> bool| plan.listings.iter().any(test);
    let table = Columns::<&SectorListing>::new()
        .words("领域", 4, |listing| name(book, listing))
        .words("牵头领导", 4, |listing| {
            leaders_with_terms(book, &listing.leaders, known)
        })
        .words("责任单位", 7, |listing| units(book, plan, &listing.units))
        .words("落地单位", 5, |listing| units(book, plan, &listing.sites))
        .when(has(|listing| !listing.sites.is_empty()))
        .words("工作重点", 7, |listing| text_cell(listing.focus.as_deref()))
        .when(has(|listing| listing.focus.is_some()))
        .words("起用", 3, |listing| listing.from.map_or(DASH.to_owned(), day))
        .when(has(|listing| listing.from.is_some()))
        .words("依据", 2, |listing| clause_inline(plan, &listing.place))
        .listing(format!("list-sectors-{}", plan.id), "领域分工", &plan.listings);
    let notes = vec!["牵头领导和单位照文件的先后。".to_owned()];
    let table = Table { notes, ..table }.filled();
    table.map(|table| Block::Table { table }).into_iter().collect()
}

/// The sector by the name that it has in that place, with the registry's where they differ.
fn name(book: &Book, listing: &SectorListing) -> String {
    let known = book.sector(&listing.sector);
    let known = known.map_or(listing.sector.as_str(), |sector| &sector.name);
    let written = listing.name.as_ref().filter(|written| *written != known);
    written.map_or(known.to_owned(), |written| format!("{known}（写作{written}）"))
}

fn units(book: &Book, plan: &Plan, references: &[UnitRef]) -> String {
    if references.is_empty() {
        return DASH.to_owned();
    }
    let register = book.registered_for(plan);
    let name = |reference: &UnitRef| {
        register.unit(reference).map_or(reference.as_str(), |unit| &unit.name).to_owned()
    };
    references.iter().map(name).collect::<Vec<_>>().join("、")
}
