//! Findings that are new or gone: those without a partner of the same code and message.

use std::collections::BTreeMap;

use crate::diagnostic::Located;
use crate::diff::changes::FindingChange;

/// The findings of one side that the other has not, wherever they stand.
pub(super) fn without(findings: &[Located], others: &[Located]) -> Vec<FindingChange> {
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
