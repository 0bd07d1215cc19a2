//! The shipped books: built for each audience with all their documents, and checked.

use std::path::Path;

use crate::book::files;
use crate::process::{Program, least};
use crate::table::Table;

/// The audiences, the smallest first.
const AUDIENCES: &[&str] = &["公开", "内部", "领导"];

/// Measures them.
pub(crate) fn run(program: &Program) {
    let data = &Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let editions = editions(data);
    let title = format!("the shipped books, {editions} editions");
    let table = Table::begin(&title, editions as f64, "s an edition");
    for audience in AUDIENCES {
        let (place, build) = (program.place(), &["build", "--audience", audience]);
        let built = program.run(build, data, &place);
        let bar = "≤ 0.35 s an edition, ≤ 400 MiB";
        table.line(&format!("build for {audience}"), built, bar);
        let again = program.run(build, data, &place);
        table.line("again, nothing changed", again, "");
    }
    let check =
        least(3, || program.place(), |place| program.run(&["check"], data, place));
    table.line("check", check, "≤ 0.5 s");
}

/// The number of editions in the data.
fn editions(data: &Path) -> usize {
    let is_edition = |file: &&std::path::PathBuf| {
        file.parent().is_some_and(|folder| folder.ends_with("editions"))
    };
    files(data).iter().filter(is_edition).count()
}
