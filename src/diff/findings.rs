//! Findings that are new or gone: those without a partner of the same code and message.

use std::collections::BTreeMap;

use crate::check::run::is_about_release;
use crate::diagnostic::{Located, Severity};
use crate::diff::book_pairs::Sides;
use crate::view::changes::{BookChanges, FindingChange};

/// Adds the findings of a book, and a caution where results rest on data that has errors.
pub(super) fn add_findings(
    changes: &mut BookChanges,
    sides: &Sides,
    (before, after): (&[Located], &[Located]),
) {
    let own = |findings: &[Located]| -> Vec<Located> {
        let inside = |finding: &&Located| {
            let path = finding.places.first().map_or("", |place| place.path.as_str());
            path.split('/').next().is_some_and(|book| sides.has(book))
        };
        findings.iter().filter(inside).cloned().collect()
    };
    let (mut before, mut after) = (own(before), own(after));
    // That a released figure moved is a result of its own, and casts no doubt on others.
    let is_doubt =
        |one: &&Located| one.severity == Severity::Error && !is_about_release(one.code);
    let errors = |findings: &[Located]| findings.iter().filter(is_doubt).count();
    // Releases are held against sound data alone; where one side has none, neither tells of them.
    if errors(&before) + errors(&after) > 0 {
        before.retain(|one| !is_about_release(one.code));
        after.retain(|one| !is_about_release(one.code));
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

/// The findings of one side that the other has not, wherever they stand.
fn without(findings: &[Located], others: &[Located]) -> Vec<FindingChange> {
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for other in others {
        *known.entry((other.code, &other.message)).or_default() += 1;
    }
    let alone = findings.iter().filter(|finding| {
        match known.get_mut(&(finding.code, finding.message.as_str())) {
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
