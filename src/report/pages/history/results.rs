//! The headline indicators of two editions: before, now, and how far they moved.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::report::pages::history::name;
use crate::report::pages::history::pair::{Pair, away, continues};
use crate::report::tables::Dashes;
use crate::sheet::IndicatorView;
use crate::sheet::movement::FigurePair;
use crate::sheet::part::{FigurePart, inline, lamp_mark};
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::demo;
use crate::words::number::{DASH, fixed, signed};

/// What a number that did not move says.
const STILL: &str = "持平";

impl Pair<'_> {
    /// The indicators that have a target for the whole.
    pub(super) fn results(&self) -> Option<Table> {
        let (mut rows, mut anew, mut dashes) =
            (Vec::new(), Vec::new(), Dashes::default());
        let told = || self.views().filter(|(_, new)| is_headline(new));
        let scheduled = told().any(|(_, new)| new.series.curve().is_some());
        for (old, new) in told() {
            if !continues(&old, &new) {
                anew.push(new.indicator().name.as_str());
            }
            let parts = [FigurePart::Value, FigurePart::Completion, FigurePart::Lead];
            let parts = &parts[..if scheduled { 3 } else { 2 }];
            dashes.see_as(&new, new.whole(), parts, &new.indicator().name);
            rows.push(row(&old, &new, scheduled));
        }
        let mut notes = dashes.notes();
        let started = format!("{}的统计期间与上期不同，不比增减。", anew.join("、"));
        notes.extend((!anew.is_empty()).then_some(started));
        let is_demo = self.after.is_demo() || self.before.is_demo();
        let demo = demo::after_title(is_demo);
        (!rows.is_empty()).then(|| Table {
            id: format!("results-{}", self.after.figures.period),
            title: format!("{}与{}相比{demo}", name(self.after), name(self.before)),
            unit: String::new(),
            columns: columns(scheduled),
            rows,
            notes,
            wide: false,
        })
    }
}

/// Whether an indicator has a target for the whole.
pub(super) fn is_headline(view: &IndicatorView) -> bool {
    view.whole().target().is_ok()
}

/// The columns; what a schedule alone can tell is left out where nothing has one.
fn columns(scheduled: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::words("指标", 18),
        Column::numbers("上期", 10),
        Column::numbers("本期", 10),
        Column::numbers("增减", 11),
        Column::numbers("完成率", 12),
        Column::numbers("完成率比上期", 14),
    ];
    if scheduled {
        columns.extend([Column::numbers("超欠进度", 18), Column::words("状态", 16)]);
    }
    columns
}

fn row(old: &IndicatorView, new: &IndicatorView, scheduled: bool) -> Row {
    let (before, after) = (old.whole(), new.whole());
    let (change, rate) = if continues(old, new) {
        (change(old, new), rate(old, new))
    } else {
        (None, DASH.to_owned())
    };
    let places = new.indicator().places();
    let text = match change {
        None => DASH.to_owned(),
        Some(change) if change.is_zero() => STILL.to_owned(),
        Some(change) if change.is_sign_negative() => {
            format!("减少{}", fixed(change.abs(), places))
        }
        Some(change) => format!("增加{}", fixed(change, places)),
    };
    let change = change.map(signed).unwrap_or_default();
    let mut cells = vec![
        Cell::text(format!("{}（{}）", new.indicator().name, new.unit())),
        number(old, before, FigurePart::Value),
        number(new, after, FigurePart::Value),
        Cell::inline(inline(away(new, new.printed(after, "change", change, text)))),
        number(new, after, FigurePart::Completion),
        Cell::text(rate),
    ];
    if scheduled {
        cells.extend([number(new, after, FigurePart::Lead), lamp(before, after)]);
    }
    Row::body(cells)
}

fn number(view: &IndicatorView, figure: &Figure, part: FigurePart) -> Cell {
    Cell::inline(inline(away(view, view.number(figure, part, false))))
}

fn change(old: &IndicatorView, new: &IndicatorView) -> Option<Decimal> {
    Some(new.whole().value.known()? - old.whole().value.known()?)
}

/// How far the completion moved, in words.
fn rate(old: &IndicatorView, new: &IndicatorView) -> String {
    let (before, after) = (old.whole(), new.whole());
    if before.completion.known().zip(after.completion.known()).is_none() {
        return DASH.to_owned();
    }
    let both = FigurePair { old_view: old, new_view: new, old: before, new: after };
    let moved = both.parts().into_iter().find(|part| part.part == "completion");
    moved.map_or(STILL.to_owned(), |part| match part.difference.strip_prefix('-') {
        Some(points) => format!("下降{points}"),
        None => format!("提高{}", part.difference.trim_start_matches('+')),
    })
}

/// The lamp, with the earlier one where it turned.
fn lamp(before: &Figure, after: &Figure) -> Cell {
    let old = before
        .lamp
        .as_ref()
        .filter(|old| after.lamp.as_ref().is_some_and(|new| new.id != old.id));
    let mut cell = Cell::mark(lamp_mark(after.lamp.as_ref()));
    if let Some(old) = old {
        cell.inlines = Cell::text(format!("（上期{}）", old.name)).inlines;
    }
    cell
}
