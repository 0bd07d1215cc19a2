//! Findings that are new or gone: those without a counterpart with the same code and message.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::run::is_about_release;
use crate::diagnostic::{Located, Severity};
use crate::diff::account::edits::edits;
use crate::diff::book_pairs::Sides;
use crate::load::Loaded;
use crate::load::pair::Pair;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::{BookChanges, FindingChange};

/// Adds the new and gone findings of a book, and a caution if its data has errors.
pub(super) fn add_findings(
    changes: &mut BookChanges,
    sides: &Sides,
    (before, after): (&[Located], &[Located]),
) {
    let (mut before, mut after) = (of_book(before, sides), of_book(after, sides));
    // Releases are compared with sound data only. Without it on one side, that side has no
    // findings about releases, and those of the other would all look new or gone.
    if errors(&before) + errors(&after) > 0 {
        before.retain(|finding| !is_about_release(finding.code));
        after.retain(|finding| !is_about_release(finding.code));
    }
    changes.new_findings = without(&after, &before);
    changes.gone_findings = without(&before, &after);
    for (count, side) in [(errors(&before), "改前"), (errors(&after), "改后")] {
        if count > 0 {
            changes.cautions.push(format!(
                "{side}的数据有{count}个错误，结果可能不准；读不出的记录没有计入"
            ));
        }
    }
}

/// Takes the results away if one side could not read what the other could: what rests on the records
/// that it lacks is not true.
pub(super) fn withhold(changes: &mut BookChanges, sides: &Sides, pair: &Pair) {
    let before = unread(&pair.before.loaded, sides);
    let after = unread(&pair.after.loaded, sides);
    if before == after {
        return;
    }
    let broken = [("改前", before.len()), ("改后", after.len())];
    let broken = broken.into_iter().filter(|(_, count)| *count > 0);
    let broken = broken.map(|(side, count)| format!("{side}有{count}个文件"));
    let broken = broken.collect::<Vec<_>>().join("，");
    changes.is_doubtful = true;
    changes.cautions = vec![format!("{broken}里有读不出的内容，结果没有可比的，不列")];
    changes.results.clear();
    changes.others.clear();
    changes.editions.clear();
    changes.sentences.clear();
    changes.statements.clear();
    for record in &mut changes.records {
        (record.first, record.uncounted) = (None, None);
    }
    changes.edits = edits(&changes.records);
    changes.headline.retain(|headline| {
        let is_result = matches!(
            headline.consequence,
            Consequence::Released | Consequence::Revised | Consequence::Restored
        );
        headline.consequence.is_told_first() && !is_result
    });
}

/// Returns the files of a book that hold what cannot be read.
fn unread<'a>(loaded: &'a Loaded, sides: &Sides) -> BTreeSet<&'a str> {
    let errors = loaded.diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let files = errors.filter_map(|one| Some(one.places.first()?.place.file));
    let paths = files.map(|file| loaded.files.path(file));
    paths
        .filter(|path| path.split('/').next().is_some_and(|book| sides.has(book)))
        .collect()
}

/// Returns the findings that are in the files of the book.
fn of_book(findings: &[Located], sides: &Sides) -> Vec<Located> {
    let is_in_book = |finding: &&Located| {
        let path = finding.places.first().map_or("", |place| place.path.as_str());
        path.split('/').next().is_some_and(|book| sides.has(book))
    };
    findings.iter().filter(is_in_book).cloned().collect()
}

/// Returns how many errors cast doubt on the results; that a released figure moved does not.
fn errors(findings: &[Located]) -> usize {
    let is_doubt = |finding: &&Located| {
        finding.severity == Severity::Error && !is_about_release(finding.code)
    };
    findings.iter().filter(is_doubt).count()
}

/// Returns the findings without a counterpart in `others`, regardless of their places.
fn without(findings: &[Located], others: &[Located]) -> Vec<FindingChange> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for other in others {
        *counts.entry((other.code, &other.message)).or_default() += 1;
    }
    let alone = findings.iter().filter(|finding| {
        match counts.get_mut(&(finding.code, finding.message.as_str())) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        }
    });
    alone.map(change).collect()
}

fn change(finding: &Located) -> FindingChange {
    let place = finding.places.first().map_or_else(String::new, |place| {
        let line = place.position.as_ref().map(|at| format!(":{}", at.line));
        format!("{}{}", place.path, line.unwrap_or_default())
    });
    FindingChange {
        code: finding.code,
        severity: finding.severity.label(),
        place,
        message: finding.message.clone(),
    }
}
