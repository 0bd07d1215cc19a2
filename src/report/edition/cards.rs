//! Cards: the figures that answer in ten seconds, at the head of a page.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::part::{FigurePart, inline, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::page::{Card, Term};

/// Cards at the head of an edition's page.
const CARDS: usize = 4;

/// The cards of the headline indicators, those that are no parts of others first; empty where
/// no indicator has a value.
pub fn cards(sheet: &Sheet) -> Vec<Card> {
    let mut views: Vec<IndicatorView> = sheet.headline().collect();
    views.sort_by_key(|view| view.indicator().part_of.is_some());
    views.iter().take(CARDS).map(|view| card(view, view.whole())).collect()
}

/// A card of a figure: its value and how far that is.
pub fn card(view: &IndicatorView, figure: &Figure) -> Card {
    let mut lines = match figure.target().ok() {
        Some(_) => against_target(view, figure),
        None => since_before(view, figure).into_iter().collect(),
    };
    lines.extend(view.without(figure).map(|without| vec![Inline::text(without)]));
    Card {
        label: view.indicator().name.clone(),
        number: view.number(figure, FigurePart::Value, true),
        lines,
        mark: lamp_mark(figure.lamp.as_ref()),
    }
}

/// A card in one line.
pub(super) fn point(card: Card) -> Term {
    let mut inlines = vec![inline(card.number)];
    for line in card.lines {
        inlines.push(Inline::text("，"));
        inlines.extend(line);
    }
    if !card.mark.id.is_empty() {
        inlines.push(Inline::text(format!("（{}）", card.mark.word)));
    }
    Term { term: card.label, inlines }
}

/// The target, and how far the value is from it or from what is due.
fn against_target(view: &IndicatorView, figure: &Figure) -> Vec<Vec<Inline>> {
    let number = |part| inline(view.number(figure, part, true));
    if figure.value.is_err() {
        return vec![vec![Inline::text("目标"), number(FigurePart::Target)]];
    }
    if view.is_rate() {
        return vec![vec![number(FigurePart::Gap)]];
    }
    let met = figure.targets.first().and_then(|target| target.met) == Some(true);
    // A share of a few meetings says less than that they were held.
    if met && view.indicator().places() == 0 {
        return vec![vec![
            Inline::text("目标"),
            number(FigurePart::Target),
            Inline::text("，已完成"),
        ]];
    }
    let completion = vec![
        Inline::text("目标"),
        number(FigurePart::Target),
        Inline::text("，完成"),
        number(FigurePart::Completion),
    ];
    let standing = match figure.lead.known() {
        Some(_) => vec![
            Inline::text("序时进度"),
            number(FigurePart::Schedule),
            Inline::text("，"),
            number(FigurePart::Lead),
        ],
        None => vec![number(FigurePart::Gap)],
    };
    vec![completion, standing]
}

/// How far the value moved since the period before; none where nothing is known of that.
fn since_before(view: &IndicatorView, figure: &Figure) -> Option<Vec<Inline>> {
    let change = view.change(figure);
    (!change.value.is_empty()).then(|| vec![Inline::text("比上期"), inline(change)])
}
