//! Notes that say of every dash in a table what is missing, and of every sum what it lacks.

use std::collections::BTreeMap;

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
        notes.chain(self.partial).collect()
    }
}

fn note(reason: &str, names: &[String]) -> String {
    let who = if names.len() <= NAMED {
        names.join("、")
    } else {
        format!("{}等{}项", names[0], names.len())
    };
    format!("“—”：{reason}（{who}）。")
}

/// Plans give their own reasons for having no schedule; the definitions page prints each.
fn reason(missing: &Missing) -> String {
    match missing {
        Missing::NoCurve(_) => "没有规定序时进度，说明见口径说明".to_owned(),
        other => other.label(),
    }
}
