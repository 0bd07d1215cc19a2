//! Two states of the data → what changed in records and in results, with causes; no input, no output.

mod align;
mod beside;
mod book;
mod causes;
pub mod changes;
pub mod consequence;
mod contributions;
mod fields;
mod findings;
mod headline;
mod newest;
mod period;
mod ranks;
mod rates;
mod records;
mod scores;

use crate::diagnostic::{Located, Severity};
use crate::diff::beside::{Sides, beside};
use crate::diff::book::BookPair;
use crate::diff::changes::{BookChanges, Changes, Headline};
use crate::diff::consequence::Consequence;
use crate::diff::findings::without;
use crate::diff::records::records;
use crate::load::pair::{ChangedFile, Pair, released};
use crate::model::book::Book;
use crate::model::period::Period;
use crate::report::moved::MOVED;

/// Two states of the data, with what was found wrong in each.
#[derive(Debug)]
pub struct Input<'a> {
    /// What the states are called.
    pub names: (String, String),
    /// Both states.
    pub pair: &'a Pair,
    /// Findings before and after.
    pub findings: (&'a [Located], &'a [Located]),
    /// Period to compare at; none for the newest month with any fact after.
    pub period: Option<Period>,
}

/// What changed, book by book; books without a change are left out.
pub fn changes(input: &Input) -> Changes {
    let (before, after) =
        (&input.pair.before.loaded.books, &input.pair.after.loaded.books);
    let mut books: Vec<BookChanges> = Vec::new();
    for sides in beside(before, after) {
        let files: Vec<&ChangedFile> =
            input.pair.changed.iter().filter(|file| sides.has(&file.book)).collect();
        let mut changes = match (sides.before, sides.after) {
            // Figures come from records alone, so that equal files have equal figures.
            (Some(old), Some(_)) if input.pair.same_paths(&old.id) => continue,
            (Some(old), Some(new)) => {
                let released = released(&input.pair.before.loaded, &old.id);
                let pair = BookPair {
                    before: old,
                    after: new,
                    records: records(&files),
                    released: released.into_iter().collect(),
                };
                pair.compare(input.period.as_ref())
            }
            (Some(book), None) => one_sided(book, true),
            (None, Some(book)) => one_sided(book, false),
            (None, None) => continue,
        };
        changes.cautions.extend(sides.renamed());
        add_releases(&mut changes, &sides, input);
        add_findings(&mut changes, &sides, input);
        if !changes.is_silent() {
            books.push(changes);
        }
    }
    let (before, after) = input.names.clone();
    Changes { schema: "tongbao-diff/1", before, after, books }
}

/// A book that only one side has.
fn one_sided(book: &Book, gone: bool) -> BookChanges {
    let name = book.card.record.name.clone();
    let count = book.projects.len() + book.activities.len() + book.reported.len();
    let headline = match gone {
        true => vec![Headline {
            consequence: Consequence::Lost,
            lines: vec![format!("账本“{name}”（{}）已删除，原有记录{count}条", book.id)],
        }],
        false => Vec::new(),
    };
    let cautions = match gone {
        true => Vec::new(),
        false => vec![format!("新账本（{}），有记录{count}条", book.id)],
    };
    BookChanges {
        id: book.id.clone(),
        name,
        cautions,
        headline,
        results: Vec::new(),
        others: Vec::new(),
        records: Vec::new(),
        new_findings: Vec::new(),
        gone_findings: Vec::new(),
    }
}

/// Adds what happened to the files that releases froze, which nobody may edit.
fn add_releases(changes: &mut BookChanges, sides: &Sides, input: &Input) {
    let Pair { before: old, after: new, paths, .. } = input.pair;
    let (was, is) = sides.ids();
    let (before, after) = (released(&old.loaded, was), released(&new.loaded, is));
    let path = |book: &str, period: &str| format!("{book}/released/{period}.json");
    let touched = |period: &&String| {
        let (was, is) = (path(was, period), path(is, period));
        paths.contains(&was) && old.tree.read(&was).ok() != new.tree.read(&is).ok()
    };
    let told = |what: &str, period: &String| {
        format!("{period}的存档（released/{period}.json）{what}")
    };
    let (mut lost, mut edited) = (Vec::new(), Vec::new());
    for period in before.iter().filter(touched) {
        match after.contains(period) {
            true => edited.push(told("被改动", period)),
            false => lost.push(told("被删除", period)),
        }
    }
    let new = after.iter().filter(|period| !before.contains(*period));
    changes.others.extend(new.map(|period| format!("{period}：新发布")));
    for (consequence, lines) in
        [(Consequence::Lost, lost), (Consequence::Released, edited)]
    {
        add_lines(&mut changes.headline, consequence, lines);
    }
}

/// Adds lines to a consequence, which then stands in its place by gravity.
fn add_lines(headline: &mut Vec<Headline>, consequence: Consequence, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    match headline.iter_mut().find(|one| one.consequence == consequence) {
        Some(found) => found.lines.extend(lines),
        None => headline.push(Headline { consequence, lines }),
    }
    headline.sort_by_key(|one| one.consequence);
}

/// Adds the findings of a book, and a caution where results rest on data that has errors.
fn add_findings(changes: &mut BookChanges, sides: &Sides, input: &Input) {
    let own = |findings: &[Located]| -> Vec<Located> {
        let inside = |finding: &&Located| {
            let path = finding.places.first().map_or("", |place| place.path.as_str());
            path.split('/').any(|part| sides.has(part))
        };
        findings.iter().filter(inside).cloned().collect()
    };
    let (before, after) = (own(input.findings.0), own(input.findings.1));
    changes.new_findings = without(&after, &before);
    changes.gone_findings = without(&before, &after);
    // That a released figure moved is a result of its own, and casts no doubt on others.
    let is_doubt = |one: &&Located| one.severity == Severity::Error && one.code != MOVED;
    let errors = |findings: &[Located]| findings.iter().filter(is_doubt).count();
    for (count, side) in [(errors(&before), "改前"), (errors(&after), "改后")] {
        if count > 0 {
            changes.cautions.push(format!(
                "{side}的数据有{count}个错误，结果可能不准；读不出的记录没有计入"
            ));
        }
    }
}
