//! The headline indicators of two editions: before, now, and how far they moved.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::report::listings::columns::Columns;
use crate::report::listings::dashes::Dashes;
use crate::report::pages::history::pair::{Pair, ViewPair, away, continues};
use crate::sheet::IndicatorView;
use crate::sheet::movement::FigurePair;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::sheet::printed::PrintedPart;
use crate::view::inline::Number;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::{DASH, POINTS, fixed, signed};

/// What a number that did not move says.
const STILL: &str = "持平";

/// The indicators that have a target for the whole; what a schedule alone can tell is left out
/// where nothing has one.
pub(super) fn results(pair: &Pair) -> Option<Table> {
    let views: Vec<ViewPair> = pair.headline().collect();
    let is_scheduled = views.iter().any(|(_, new)| new.series.curve().is_some());
    let columns = Columns::<ViewPair>::new()
        .words("指标", 18, |(_, new)| {
            format!("{}（{}）", new.indicator().name, new.unit())
        })
        .numbers("上期", 10, |(old, _)| number(&old, FigurePart::Value))
        .numbers("本期", 10, |(_, new)| number(&new, FigurePart::Value))
        .numbers("增减", 11, |(old, new)| change(&old, &new))
        .numbers("完成率", 12, |(_, new)| number(&new, FigurePart::Completion))
        .numbers("完成率比上期", 14, |(old, new)| completion_change(&old, &new))
        .numbers("超欠进度", 18, |(_, new)| number(&new, FigurePart::Lead))
        .when(is_scheduled)
        .words("状态", 16, |(old, new)| lamp(old.whole(), new.whole()))
        .when(views.iter().any(|(_, new)| new.indicator().lamps.is_some()));
    let (before, after) = (pair.before, pair.after);
    let title = format!(
        "{}与{}相比{}",
        date::period(&after.figures.period),
        date::period(&before.figures.period),
        demo::after_title(after.is_demo || before.is_demo)
    );
    Table {
        notes: notes(&views, is_scheduled),
        ..columns.listing(format!("results-{}", after.figures.period), title, views)
    }
    .filled()
}

/// What the dashes stand for, and of which indicators the values begin anew.
fn notes(views: &[ViewPair], is_scheduled: bool) -> Vec<String> {
    let mut parts = vec![FigurePart::Value, FigurePart::Completion];
    parts.extend(is_scheduled.then_some(FigurePart::Lead));
    let (mut dashes, mut anew) = (Dashes::default(), Vec::new());
    for (old, new) in views {
        let name = new.indicator().name.as_str();
        dashes.see_as(new, new.whole(), &parts, name);
        anew.extend((!continues(old, new)).then_some(name));
    }
    let started = (!anew.is_empty())
        .then(|| format!("{}的统计期间与上期不同，不比增减。", anew.join("、")));
    dashes.notes().into_iter().chain(started).collect()
}

/// A part of the whole, as printed in its own edition.
fn number(view: &IndicatorView, part: FigurePart) -> Number {
    away(view, view.number(view.whole(), part, false))
}

/// How far the value moved; a dash where the values run from different days.
fn change(old: &IndicatorView, new: &IndicatorView) -> Number {
    let places = new.indicator().places();
    let values = old.whole().value.known().zip(new.whole().value.known());
    let change =
        values.filter(|_| continues(old, new)).map(|(before, after)| after - before);
    let text = match change {
        None => DASH.to_owned(),
        Some(change) if change.is_zero() => STILL.to_owned(),
        Some(change) if change.is_sign_negative() => {
            format!("减少{}", fixed(change.abs(), places))
        }
        Some(change) => format!("增加{}", fixed(change, places)),
    };
    let exactly: Option<String> = change.map(|change: Decimal| signed(change));
    let exactly = exactly.unwrap_or_default();
    away(new, new.printed(new.whole(), PrintedPart::Change, exactly, text))
}

/// How far the completion moved, in words.
fn completion_change(old: &IndicatorView, new: &IndicatorView) -> String {
    let (before, after) = (old.whole(), new.whole());
    let pair = FigurePair { old_view: old, new_view: new, old: before, new: after };
    let moved = pair.completion_moved().filter(|_| continues(old, new));
    let Some(moved) = moved else { return DASH.to_owned() };
    if moved.is_zero() {
        return STILL.to_owned();
    }
    let word = if moved.is_sign_negative() { "下降" } else { "提高" };
    format!("{word}{}{POINTS}", fixed(moved.abs(), new.indicator().rate_places()))
}

/// The lamp, with the earlier one where it turned.
fn lamp(before: &Figure, after: &Figure) -> Cell {
    let turned = before
        .lamp
        .as_ref()
        .filter(|old| after.lamp.as_ref().is_some_and(|new| new.id != old.id));
    let mut cell = Cell::mark(lamp_mark(after.lamp.as_ref()));
    if let Some(old) = turned {
        cell.inlines = Cell::text(format!("（上期{}）", old.name)).inlines;
    }
    cell
}
