//! Two states of the data → changes of records and results, with causes; no input or output.

mod account;
mod audience;
mod book;
mod book_pairs;
mod causes;
mod charts;
mod editions;
mod findings;
mod frame;
mod names;
mod period;
mod periods;
pub(crate) mod records;
mod releases;
mod scores;
mod standing;

use crate::check::run::is_about_release;
use crate::diagnostic::{Located, Severity};
use crate::diff::account::verdict::verdict;
use crate::diff::audience::{redacted, seen};
use crate::diff::book::BookPair;
use crate::diff::book_pairs::{beside, one_sided};
use crate::diff::findings::{add_findings, withhold};
use crate::diff::names::Names;
use crate::diff::records::{allow, records};
use crate::diff::releases::add_releases;
use crate::load::pair::{ChangedFile, Pair, released};
use crate::model::book::Book;
use crate::model::book::redacted::PATHS;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::view::changes::allowance::Allowance;
use crate::view::changes::consequence::{Consequence, Gate};
use crate::view::changes::{BookChanges, Changes};

/// Two states of the data, with their findings.
#[derive(Debug)]
pub struct Input<'a> {
    /// The names of the states.
    pub names: (String, String),
    /// The two states.
    pub pair: &'a Pair,
    /// Findings before and after.
    pub findings: (&'a [Located], &'a [Located]),
    /// Who it is told to.
    pub audience: Level,
    /// Period to compare at; `None` for those in which what was changed counts first.
    pub period: Option<Period>,
    /// The gates that are set.
    pub gates: &'a [&'static Gate],
    /// What somebody allows.
    pub allowances: &'a [Allowance],
}

/// Returns the changes by book; books without changes are left out.
pub fn changes(input: &Input) -> Changes {
    let (before, after) =
        (&input.pair.before.loaded.books, &input.pair.after.loaded.books);
    let mut books: Vec<BookChanges> = Vec::new();
    for sides in beside(before, after) {
        let level = input.audience;
        let mut changes = match (sides.before, sides.after) {
            (Some(old), Some(new)) => {
                let released = released(&input.pair.before.loaded, &old.id);
                let names = Names { before: old, after: new };
                let files = input.pair.changed.iter();
                let own = files.filter(|file| sides.has(&file.book));
                let files: Vec<ChangedFile> = own
                    .map(|file| match level {
                        Level::Leader => names.resolved(file),
                        _ => names.resolved(&redacted(file, level)),
                    })
                    .collect();
                let mut records = records(&files);
                allow(&mut records, input.allowances);
                let pair = BookPair {
                    before: old,
                    after: new,
                    records,
                    released: released.into_iter().collect(),
                };
                pair.compare(input.period.as_ref(), level)
            }
            (Some(book), None) => told(book, level, true),
            (None, Some(book)) => told(book, level, false),
            (None, None) => continue,
        };
        changes.cautions.extend(sides.renamed());
        add_releases(&mut changes, &sides, input.pair);
        // What is wrong is told with its places.
        if level >= PATHS {
            add_findings(&mut changes, &sides, input.findings);
        }
        withhold(&mut changes, &sides, input.pair);
        if !changes.is_silent() {
            books.push(changes);
        }
    }
    // The book with the gravest consequence comes first.
    books.sort_by_key(|book| {
        let consequences = book.headline.iter().map(|headline| headline.consequence);
        consequences.min().unwrap_or(Consequence::Value)
    });
    let (before, after) = input.names.clone();
    let is_doubtful = books.iter().any(|book| book.is_doubtful);
    let errors = input
        .findings
        .1
        .iter()
        .filter(|one| one.severity == Severity::Error)
        // Where no results are told, what moved of what was released is known from findings alone.
        .filter(|one| !is_about_release(one.code) || is_doubtful);
    let verdict = verdict(&books, input.gates, errors.count());
    Changes { schema: "tongbao-diff/1", before, after, verdict, books }
}

/// A book that only one side has, as a level may see it.
fn told(book: &Book, level: Level, gone: bool) -> BookChanges {
    one_sided(seen(book, level).as_ref().unwrap_or(book), gone)
}
