//! Cards: the figures that answer in ten seconds, at the head of a page.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figures::exact::{quotient, round};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::plan::indicator::MeasureKind;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::stage::Stage;
use crate::sheet::part::{FigurePart, inline, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::page::{Bullet, Card, Term};

/// Cards at the head of an edition's page.
const CARDS: usize = 4;
/// Those of them that stand before the one with the stages of projects.
const FIRST: usize = 2;

/// The cards of the headline indicators, those that are no parts of others first; empty where
/// no indicator has a value.
pub fn cards(sheet: &Sheet) -> Vec<Card> {
    let mut views: Vec<IndicatorView> = sheet.headline().collect();
    // Parts, and what a month or a quarter had to have and has, say least.
    let says_little = |view: &IndicatorView| {
        let is_met = view.whole().targets.first().and_then(|target| target.met);
        view.indicator().span.is_within_year() && is_met == Some(true)
    };
    views.sort_by_key(|view| {
        let indicator = view.indicator();
        (says_little(view), indicator.span.is_within_year(), indicator.part_of.is_some())
    });
    drop_repeated(&mut views);
    let stages = stages(sheet, &views);
    let mut cards: Vec<Card> =
        views.iter().take(CARDS).map(|view| card(view, view.whole())).collect();
    if let Some(stages) = stages {
        cards.insert(cards.len().min(FIRST), stages);
        cards.truncate(CARDS);
    }
    cards
}

/// Drops those that say the number of one before them: in its first year, what runs over five.
fn drop_repeated(views: &mut Vec<IndicatorView>) {
    let mut said = Vec::new();
    views.retain(|view| {
        let indicator = view.indicator();
        let number = (indicator.measure, view.unit(), view.whole().value.known());
        let is_new =
            number.2.is_none_or(|value| value.is_zero()) || !said.contains(&number);
        said.push(number);
        is_new
    });
}

/// How many projects were signed, and how far those went on, where no card says so already.
fn stages(sheet: &Sheet, shown: &[IndicatorView]) -> Option<Card> {
    let counts = |view: &IndicatorView, stage: Stage| {
        let indicator = view.indicator();
        let filter = indicator.filter.as_ref();
        indicator.measure == MeasureKind::Projects
            && indicator.span == SpanKind::Year
            && filter.and_then(|filter| filter.stage) == Some(stage)
            && filter.is_some_and(|filter| filter.at_least.is_none())
            && view.whole().value.is_ok()
    };
    let of = |stage: Stage| sheet.views().find(|view| counts(view, stage));
    let signed = of(Stage::Signed)?;
    let is_shown = |view: &IndicatorView| view.indicator().id == signed.indicator().id;
    if shown.iter().any(is_shown) {
        return None;
    }
    let mut card = card(&signed, signed.whole());
    let later = [Stage::Started, Stage::Producing].into_iter().filter_map(of);
    card.lines.splice(
        0..0,
        later.map(|view| {
            let number = view.number(view.whole(), FigurePart::Value, true);
            vec![Inline::text(view.indicator().name.clone()), inline(number)]
        }),
    );
    Some(card)
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
        bar: bar(view, figure),
    }
}

/// The value against its target as a bar, whose longest length is a little more than both.
fn bar(view: &IndicatorView, figure: &Figure) -> Option<Bullet> {
    let (value, target) = (figure.value.known()?, figure.target().ok()?);
    let longest = value.max(target) * Decimal::new(103, 2);
    let length = |amount: Decimal| {
        let part = quotient(amount.max(Decimal::ZERO), longest)?;
        round(part * Decimal::ONE_THOUSAND, 0).to_u16()
    };
    let before = view.before(figure).filter(|_| view.goes_on());
    let before = before.and_then(|before| before.value.known());
    let added =
        before.map(|before| value - before).filter(|added| added.is_sign_positive());
    let due = figure.schedule.known().map(|share| share * target);
    Some(Bullet {
        value: length(value)?,
        added: added.and_then(length),
        target: length(target),
        due: due.and_then(length),
    })
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
            number(FigurePart::Shortfall),
        ],
        None => vec![number(FigurePart::Gap)],
    };
    let added = since_before(view, figure);
    [completion, standing].into_iter().chain(added).collect()
}

/// How far the value moved since the period before; none where nothing is known of that.
fn since_before(view: &IndicatorView, figure: &Figure) -> Option<Vec<Inline>> {
    let change = view.change(figure);
    (!change.value.is_empty() && view.goes_on())
        .then(|| vec![Inline::text("比上期"), inline(change)])
}
