//! Notes that say of every dash in a table what is missing, of every sum what it lacks, and where
//! rounding hides that a target is not reached.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Missing;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;

/// Names that a note lists; of more, it counts them.
const NAMED: usize = 3;

/// The reasons of the dashes in a table, each with the names of what it holds for.
#[derive(Debug, Default)]
pub(crate) struct Dashes {
    reasons: BTreeMap<String, Vec<String>>,
    /// The sums that do not hold all their parts, in words.
    partial: Vec<String>,
    /// What is printed as if it had reached its target.
    near: Vec<String>,
}

impl Dashes {
    /// Remembers why parts of a figure have no number.
    pub(crate) fn see(
        &mut self,
        view: &IndicatorView,
        figure: &Figure,
        parts: &[FigurePart],
    ) {
        self.see_as(view, figure, parts, &view.name(&figure.scope));
    }

    /// The same, under another name than the scope's.
    pub(crate) fn see_as(
        &mut self,
        view: &IndicatorView,
        figure: &Figure,
        parts: &[FigurePart],
        name: &str,
    ) {
        let without = view.without(figure).filter(|_| parts.contains(&FigurePart::Value));
        self.partial.extend(without.map(|without| format!("{name}{without}。")));
        if seems_reached(view, figure, parts) {
            self.near.push(name.to_owned());
        }
        for part in parts {
            if let Some(missing) = view.outcome(figure, *part).err() {
                let names = self.reasons.entry(reason(&missing)).or_default();
                if !names.iter().any(|listed| listed == name) {
                    names.push(name.to_owned());
                }
            }
        }
    }

    /// One note for each reason.
    pub(crate) fn notes(self) -> Vec<String> {
        let reasons = self.reasons.into_iter();
        let notes = reasons.map(|(reason, names)| note(&reason, &names));
        notes.chain(self.partial).chain(near_note(&self.near)).collect()
    }
}

fn note(reason: &str, names: &[String]) -> String {
    format!("“—”：{reason}（{}）。", listed(names))
}

/// Whether a value that is below its target is printed as if it were not: as the target itself, with a
/// gap of nothing, or as a whole of it.
pub(crate) fn seems_reached(
    view: &IndicatorView,
    figure: &Figure,
    parts: &[FigurePart],
) -> bool {
    let shows = |part: FigurePart| parts.contains(&part);
    let tells_level =
        shows(FigurePart::Gap) || shows(FigurePart::Value) && shows(FigurePart::Target);
    let is_whole = shows(FigurePart::Completion)
        && view.outcome(figure, FigurePart::Completion).is_ok_and(|share| {
            share < Decimal::ONE && seems_whole(share, view.indicator().rate_places())
        });
    is_whole || tells_level && view.is_just_below(figure)
}

/// Whether a share that is below the whole is printed as the whole.
fn seems_whole(share: Decimal, places: u32) -> bool {
    round(share * Decimal::ONE_HUNDRED, places) >= Decimal::ONE_HUNDRED
}

/// The note that some are not there yet, though what is printed reads as if they were; `None` without
/// any.
pub(crate) fn near_note(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| {
        format!(
            "尾差：{}没有达到，差的不足印出的最后一位，四舍五入后看不出来。",
            listed(names)
        )
    })
}

fn listed(names: &[String]) -> String {
    if names.len() <= NAMED {
        names.join("、")
    } else {
        format!("{}等{}项", names[0], names.len())
    }
}

/// Plans give their own reasons for having no schedule; the definitions page prints each.
fn reason(missing: &Missing) -> String {
    match missing {
        Missing::NoCurve(_) => "没有规定序时进度，说明见口径说明".to_owned(),
        other => other.label(),
    }
}
