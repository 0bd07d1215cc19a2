//! What commits allow: `Tongbao-allow: lost=ws-2023-017 原因`.

use anyhow::Result;

use crate::cli::commands::diff::sides::Sides;
use crate::cli::console::complain;
use crate::diagnostic::plain::plain_line;
use crate::view::changes::Changes;
use crate::view::changes::allowance::Allowance;
use crate::view::changes::consequence::Gate;

/// What begins a line of a commit that allows something.
const KEY: &str = "Tongbao-allow";

/// Returns what the commits of a comparison allow, of what may be allowed here; nothing where nothing may.
pub(super) fn allowances(gates: &[&Gate], sides: &Sides) -> Result<Vec<Allowance>> {
    if gates.is_empty() {
        return Ok(Vec::new());
    }
    let mut allowances = Vec::new();
    for trailer in sides.trailers(KEY)? {
        let allowed = Allowance::parse(&trailer.author, &trailer.value);
        let gate = allowed.as_ref().map(|allowance| allowance.gate.as_str());
        match allowed {
            Some(allowed) if gates.iter().any(|one| gate == Some(one.name)) => {
                allowances.push(allowed);
            }
            _ => complain(&format!(
                "“{KEY}: {}”不认；写作 {KEY}: lost=编号 原因\n",
                plain_line(&trailer.value)
            )),
        }
    }
    Ok(allowances)
}

/// Says which allowances allow nothing, since somebody may have mistyped a name.
pub(super) fn remind(changes: &Changes, allowances: &[Allowance]) {
    for Allowance { record, .. } in allowances {
        let records = changes.books.iter().flat_map(|book| &book.records);
        let mut excused = records.filter(|one| one.excuse.is_some());
        if !excused.any(|one| one.id == *record) {
            let record = plain_line(record);
            complain(&format!("{KEY} 允许删去“{record}”，但没有这处减少\n"));
        }
    }
}
