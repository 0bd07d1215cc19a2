//! Charts that are drawn otherwise.

use std::collections::BTreeSet;

use crate::diff::book::{Bases, BookPair};
use crate::diff::period::Compared;
use crate::model::edition::Passage;
use crate::report::charts::CHARTS;
use crate::report::edition::narrative::chart;
use crate::sheet::Sheet;
use crate::view::changes::chart_change::ChartChange;
use crate::view::changes::{MovedFigure, Passage as Told};

/// The most periods whose charts are shown: those that are unfolded.
const PERIODS: usize = 3;

/// A call of a chart: its name, and the word for what it is about.
type Call = (String, Option<String>);

impl BookPair<'_> {
    /// Enters the charts that changed with the newest of the periods that are told first.
    pub(super) fn draw(
        &self,
        bases: &Bases,
        compared: &mut [Compared],
        firsts: &BTreeSet<usize>,
    ) {
        for at in firsts.iter().rev().take(PERIODS) {
            let one = &mut compared[*at];
            let before = bases.before.figures(&one.period);
            let after = bases.after.figures(&one.period);
            let before = Sheet::alone(&bases.before, &before);
            let after = Sheet::alone(&bases.after, &after);
            let charts = charts(&before, &after, &one.changes.moves);
            if charts.is_empty() {
                continue;
            }
            let names: Vec<&str> = charts.iter().map(|one| one.name.as_str()).collect();
            let count = format!("{}张", charts.len());
            let line = format!("{}，并排列在网页报告里", names.join("、"));
            one.changes.account.push(Told::new("图", count, vec![line]));
            one.changes.charts = charts;
        }
    }
}

/// Returns the charts that differ, those first whose indicator has the gravest movement. What is not told
/// of an indicator is not drawn either.
fn charts(before: &Sheet, after: &Sheet, moves: &[MovedFigure]) -> Vec<ChartChange> {
    let mut found: Vec<(usize, ChartChange)> = Vec::new();
    for (name, word) in calls(before, after) {
        let drawn = [before, after].map(|sheet| chart(sheet, &name, word.as_deref()));
        let about = drawn.iter().flatten().map(|(about, _)| about.clone()).next();
        let Some(about) = about else { continue };
        let moved = moves.iter().position(|one| one.indicator == about);
        let [before, after] = drawn.map(|drawn| drawn.map(|(_, chart)| chart));
        if let Some(at) = moved.filter(|_| before != after) {
            let name = format!("{about}{name}");
            found.push((at, ChartChange { name, before, after }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, change)| change).collect()
}

/// Returns the charts that the edition calls; of one that calls none, each kind of chart once.
fn calls(before: &Sheet, after: &Sheet) -> BTreeSet<Call> {
    let edition = after.edition.or(before.edition);
    let narrative = edition.map_or(&[][..], |edition| &edition.record.narrative);
    let called = narrative.iter().filter_map(|passage| match passage {
        Passage::Chart(insert) => Some((insert.name.clone(), insert.indicator.clone())),
        _ => None,
    });
    let called: BTreeSet<Call> = called.collect();
    if called.is_empty() {
        return CHARTS.iter().map(|kind| (kind.name.to_owned(), None)).collect();
    }
    called
}
