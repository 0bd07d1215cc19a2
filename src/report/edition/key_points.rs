//! What a leader asks first: who leads, who lags, what turned, what is due next.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::facts::moment::Cutoffs;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::plan::fact_kind::FactKind;
use crate::report::edition::leaders_and_laggards::leaders_and_laggards;
use crate::report::listings::links::unit_inline;
use crate::sheet::part::inline;
use crate::sheet::printed::{DatedPart, PrintedPart};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Inline, Number};
use crate::view::page::{Block, Term};
use crate::words::date;
use crate::words::number::{exact, share};

/// Units that are named for one turn of a lamp.
const TURNED: usize = 5;
/// Units that are named for having gone up, and for having gone down.
const CLIMBING: usize = 3;

/// The block at the head of an edition; none where there is nothing to say.
pub fn key_points(sheet: &Sheet) -> Option<Block> {
    let mut rows = leaders_and_laggards(sheet);
    let turned = sheet.headline().find_map(|view| turned(&view));
    rows.extend(turned.or_else(|| climbers(sheet)));
    rows.extend(sheet.headline().find_map(|view| milestone(&view)));
    rows.extend(next_phase(sheet));
    rows.extend(next_cutoffs(sheet));
    (!rows.is_empty()).then_some(Block::Facts { rows })
}

fn fact(term: &str, inlines: Vec<Inline>) -> Term {
    Term { term: term.to_owned(), inlines }
}

/// The units whose lamps are others than in the period before, by the way they turned; none
/// where the audience gets no lamp that could have turned.
pub(crate) fn turned(view: &IndicatorView) -> Option<Term> {
    let before = view.sheet.previous?;
    let mut compared = false;
    let mut turns: BTreeMap<(usize, usize), (String, Vec<&Figure>)> = BTreeMap::new();
    let set = crate::figures::figure::lamp_set(view.series)?;
    let place = |figure: &Figure| {
        let lamp = figure.lamp.as_ref()?;
        set.lamps.iter().position(|other| other.id == lamp.id)
    };
    for figure in view.units() {
        let Some(earlier) = view.before(figure) else { continue };
        let Some((old, new)) = place(earlier).zip(place(figure)) else { continue };
        compared = true;
        if old != new {
            let word = format!("{}转{}", set.lamps[old].name, set.lamps[new].name);
            turns.entry((new, old)).or_insert((word, Vec::new())).1.push(figure);
        }
    }
    let mut inlines = Vec::new();
    for (word, figures) in turns.into_values() {
        let stop = if inlines.is_empty() { "" } else { "；" };
        inlines.push(Inline::text(format!("{stop}{word}：")));
        inlines.extend(names(view, &figures));
    }
    if inlines.is_empty() {
        inlines.push(Inline::text(format!(
            "与{}相比没有变化",
            date::period(&before.period)
        )));
    }
    compared.then(|| fact(&format!("{}亮灯变化", view.indicator().name), inlines))
}

/// Where there are no lamps: the units whose ranks went up or down most.
fn climbers(sheet: &Sheet) -> Option<Term> {
    let mut views = sheet.headline().chain(sheet.views());
    let view = views.find(|view| sheet.has_earlier() && moves(view).next().is_some())?;
    let mut up: Vec<_> = moves(&view).filter(|(moved, ..)| *moved > 0).collect();
    let mut down: Vec<_> = moves(&view).filter(|(moved, ..)| *moved < 0).collect();
    up.sort_by_key(|(moved, ..)| std::cmp::Reverse(*moved));
    down.sort_by_key(|(moved, ..)| *moved);
    let mut inlines = Vec::new();
    for ends in [up, down].into_iter().filter(|ends| !ends.is_empty()) {
        inlines.push(Inline::text(if inlines.is_empty() { "" } else { "；" }));
        for (at, (_, figure, number)) in ends.into_iter().take(CLIMBING).enumerate() {
            inlines.push(Inline::text(if at == 0 { "" } else { "、" }));
            inlines.extend(unit(&view, figure));
            inlines.push(inline(number));
        }
    }
    if inlines.is_empty() {
        inlines.push(Inline::text("与上期相比没有变化"));
    }
    Some(fact(&format!("{}名次变化", view.indicator().name), inlines))
}

/// The units that are ranked now and were before, with the places they went up.
fn moves<'a>(
    view: &IndicatorView<'a>,
) -> impl Iterator<Item = (i64, &'a Figure, Number)> {
    view.units()
        .filter_map(|figure| Some((view.climbed(figure)?, figure, view.movement(figure))))
}

fn names(view: &IndicatorView, figures: &[&Figure]) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for (at, figure) in figures.iter().take(TURNED).enumerate() {
        inlines.push(Inline::text(if at == 0 { "" } else { "、" }));
        inlines.extend(unit(view, figure));
    }
    if figures.len() > TURNED {
        inlines.push(Inline::text(format!("等{}个", figures.len())));
    }
    inlines
}

fn unit(view: &IndicatorView, figure: &Figure) -> Option<Inline> {
    let Scope::Unit(id) = &figure.scope else { return None };
    Some(unit_inline(&view.name(&figure.scope), id))
}

/// The next point of the curve: what is due by when, and what is still missing.
fn milestone(view: &IndicatorView) -> Option<Term> {
    let figure = view.whole();
    let (value, target) = (figure.value.known()?, figure.target().ok()?);
    let end = view.sheet.figures.period.end();
    let points = &view.series.curve()?.points;
    let next = points.iter().filter(|point| point.period.end() > end);
    let point = next.min_by_key(|point| point.period.end())?;
    let due = point.due.0 * target;
    let printed = |part: DatedPart, amount: Decimal| {
        let part = PrintedPart::At(part, &point.period);
        inline(view.printed(figure, part, exact(amount), view.amount(amount)))
    };
    let mut inlines = vec![
        Inline::text(format!(
            "{}{}应达{}，即",
            date::until(point.period.end(), true),
            view.indicator().name,
            share(point.due.0)
        )),
        printed(DatedPart::Due, due),
    ];
    if value >= due {
        inlines.push(Inline::text("，已经达到"));
    } else {
        inlines.push(Inline::text("，还差"));
        inlines.push(printed(DatedPart::Gap, due - value));
    }
    Some(fact("下一节点", inlines))
}

/// The phase of a campaign that ends next.
fn next_phase(sheet: &Sheet) -> Option<Term> {
    let end = sheet.figures.period.end();
    // Who reads it when it is issued is past what ended before that.
    let issued = sheet.edition.and_then(|edition| edition.record.card.issued);
    let day = issued.map_or(end, |issued| issued.max(end));
    let ahead = sheet.campaign()?.phases.iter().filter(|phase| phase.days.end > day);
    let phase = ahead.min_by_key(|phase| phase.days.end)?;
    let name = phase.name.trim_end_matches("阶段");
    let text = format!("{name}阶段{}结束", date::day(phase.days.end));
    Some(fact("下一节点", vec![Inline::text(text)]))
}

/// The cut-offs of the next period, the kinds of one day together.
fn next_cutoffs(sheet: &Sheet) -> Option<Term> {
    let next = sheet.figures.period.next()?;
    let end = next.end();
    let plan =
        sheet.views().find(|view| view.series.plan.span.contains(end))?.series.plan;
    let mut days: BTreeMap<_, Vec<FactKind>> = BTreeMap::new();
    for (kind, day) in Cutoffs::of(sheet.book(), plan, &next).declared {
        days.entry(day).or_default().push(kind);
    }
    let parts: Vec<String> = days
        .into_iter()
        .map(|(day, kinds)| {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
            format!("{}（{}）", date::day(day), kinds.join("、"))
        })
        .collect();
    (!parts.is_empty())
        .then(|| fact("下期报送截止", vec![Inline::text(parts.join("；"))]))
}
