//! The tables that other programs read: a few long ones, whatever the number of books and editions.

mod below;
mod columns;
mod editions;
mod facts;
mod figures;
mod projects;
mod revisions;
mod scores;
mod targets;

use std::collections::BTreeSet;

use crate::model::dictionary::Level;
use crate::report::open_tables::below::{below, below_figures};
use crate::report::open_tables::editions::editions;
use crate::report::open_tables::facts::facts;
use crate::report::open_tables::figures::{figures, lacks};
use crate::report::open_tables::projects::projects;
use crate::report::open_tables::revisions::revisions;
use crate::report::open_tables::scores::{score_items, scores};
use crate::report::open_tables::targets::targets;
use crate::sheet::Sheet;
use crate::view::open_table::{OpenTable, Package};

/// The tables of some books, each with the sheets of its editions in order of time.
pub fn package<'a>(books: &[&'a [Sheet<'a>]], level: Level) -> Package<'a> {
    let newest: Vec<&Sheet> = books.iter().filter_map(|sheets| sheets.last()).collect();
    let cards = newest.iter().map(|sheet| &sheet.book().card.record);
    let names: Vec<&str> = cards.clone().map(|card| card.mark.as_str()).collect();
    let licences: BTreeSet<&str> = cards
        .clone()
        .filter_map(|card| card.licence)
        .map(|licence| licence.label())
        .collect();
    Package {
        audience: level.label(),
        title: names.join("、"),
        sources: cards.map(|card| format!("{}（{}）", card.mark, card.issuer)).collect(),
        licences: licences.into_iter().collect(),
        tables: tables(books, &newest, level),
    }
}

fn tables<'a>(
    books: &[&'a [Sheet<'a>]],
    newest: &[&'a Sheet<'a>],
    level: Level,
) -> Vec<OpenTable<'a>> {
    let sheets: Vec<&Sheet> = books.iter().copied().flatten().collect();
    vec![
        editions(&sheets),
        figures(&sheets),
        lacks(&sheets),
        targets(&sheets),
        scores(&sheets),
        score_items(&sheets),
        facts(&sheets),
        projects(newest, level),
        revisions(&sheets),
        below(newest),
        below_figures(newest),
    ]
}
