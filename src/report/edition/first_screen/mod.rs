//! The first screen of an edition: its key points with cards, lamps, who owes what, and the document.

mod strip;

use crate::model::book::scope::Scope;
use crate::model::value::period::Period;
use crate::report::charts::{Draw, chart_called};
use crate::report::edition::cards::cards;
use crate::report::edition::first_screen::strip::strip;
use crate::report::listings::links::{all_units_link, unit_inline};
use crate::report::paths;
use crate::sheet::Sheet;
use crate::sheet::key_points::leading;
use crate::sheet::key_points::phrase::Phrase;
use crate::view::chart::Chart;
use crate::view::first_screen::FirstScreen;
use crate::view::inline::{Inline, Link};
use crate::view::page::Term;
use crate::view::site::FileLink;

/// Cards that stand beside the lamps of the units.
const BESIDE_LAMPS: usize = 3;

/// The first screen; none where the edition has no figures.
pub(super) fn first_screen(sheet: &Sheet, files: &[FileLink]) -> Option<FirstScreen> {
    let points = sheet.key_points()?;
    let note = |term: &str, phrase: &Option<Phrase>| {
        let inlines = run(phrase.as_ref()?);
        Some(Term { term: term.to_owned(), inlines })
    };
    let notes = [note("本期变化", &points.change), note("下一节点", &points.next)];
    let strip = strip(sheet);
    let mut cards = cards(sheet);
    cards.truncate(if strip.is_some() { BESIDE_LAMPS } else { cards.len() });
    Some(FirstScreen {
        headline: run(&points.headline),
        sentences: points.sentences.iter().map(run).collect(),
        notes: notes.into_iter().flatten().collect(),
        cards,
        strip,
        chart: first_chart(sheet),
        attention: points.attention.iter().map(run).collect(),
        links: files
            .iter()
            .map(|file| file_link(sheet, file))
            .chain(all_units_link(sheet))
            .chain(neighbours(sheet))
            .collect(),
    })
}

/// A phrase in which units lead to their pages.
pub(crate) fn run(phrase: &Phrase) -> Vec<Inline> {
    phrase.inlines(|scope, name| match scope {
        Scope::Unit(id) => unit_inline(name, id),
        _ => Inline::text(name),
    })
}

/// The link to a file of an edition.
pub(crate) fn file_link(sheet: &Sheet, file: &FileLink) -> Link {
    Link::new(file.title, format!("{}/{}", sheet.figures.period, file.name))
}

/// The editions before and after it.
fn neighbours(sheet: &Sheet) -> impl Iterator<Item = Link> {
    let periods: Vec<&Period> =
        sheet.editions.iter().map(|(_, figures)| &figures.period).collect();
    let own = periods.iter().position(|period| **period == sheet.figures.period);
    let at = |at: Option<usize>| at.and_then(|at| periods.get(at).copied());
    let before = at(own.and_then(|own| own.checked_sub(1)));
    let after = at(own.map(|own| own + 1));
    let link = |word: &str, period: Option<&Period>| {
        Some(Link::new(word, paths::edition(period?)))
    };
    [link("上一期", before), link("下一期", after)].into_iter().flatten()
}

/// The first of these charts that the leading indicator has and the audience may see.
const CHARTS: [&str; 3] = ["差额构成", "走势", "单位对比"];

/// Who owes what by the leading indicator; without that its course, or how the units compare.
fn first_chart(sheet: &Sheet) -> Option<Chart> {
    let view = leading(sheet)?;
    let kinds = CHARTS.into_iter().filter_map(chart_called);
    let mut seen = kinds.filter(|kind| sheet.sees(kind.level));
    seen.find_map(|kind| match kind.draw {
        Draw::Indicator(draw) => draw(&view),
        Draw::Assessment(_) => None,
    })
}

/// Who owes what by the leading indicator, for those who may see it.
pub(super) fn owed(sheet: &Sheet) -> Option<Chart> {
    let kind = chart_called("差额构成").filter(|kind| sheet.sees(kind.level))?;
    let Draw::Indicator(draw) = kind.draw else { return None };
    draw(&leading(sheet)?)
}
