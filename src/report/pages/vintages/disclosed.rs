//! What was released of an indicator, and what was disclosed of it since, from the archive.

use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::revision::{DisclosedChange, DisclosedFigure};
use crate::report::listings::columns::Columns;
use crate::report::pages::vintages::course::Course;
use crate::report::pages::vintages::triangle::own;
use crate::report::paths;
use crate::sheet::IndicatorView;
use crate::sheet::revised::changed_texts;
use crate::view::inline::Link;
use crate::view::table::Table;
use crate::words::date;
use crate::words::number::{DASH, fixed};

/// The released values, edition by edition, with the disclosed changes.
pub(super) fn disclosed(at: usize, course: &Course) -> Option<Table> {
    let has_changes = course.0.iter().any(|view| changes(view).next().is_some());
    let columns = Columns::<&IndicatorView>::new()
        .words("期", 14, |view| {
            let period = &view.sheet.figures.period;
            Link::new(date::period(period), paths::edition(period))
        })
        .numbers("发布时", 12, released)
        .numbers("现在", 12, |view| own(view))
        .words("发布后公布的改动", 40, |view| {
            let changes = changes(view).map(|change| said(view, change));
            changes.collect::<Vec<String>>().join("；")
        })
        .when(has_changes);
    let title = format!("{}：各期发布的数{}", course.title(), course.demo());
    Some(Table {
        notes: vec!["“发布时”取自存档，一经发布不再改动。".to_owned()],
        ..columns.listing(format!("vintage-released-{}", at + 1), title, &course.0)
    })
}

/// The value as it was released.
fn released(view: &IndicatorView) -> String {
    let (book, period) = (view.sheet.book(), &view.sheet.figures.period);
    let release = book.release(period);
    let value =
        release.and_then(|release| release.record.part(&id(view), &FrozenPart::Value));
    let number = value.and_then(|value| value.number());
    number.map_or_else(
        || DASH.to_owned(),
        |number| fixed(number, view.indicator().places()),
    )
}

/// What was disclosed of the value since, oldest first.
fn changes<'v>(
    view: &'v IndicatorView,
) -> impl Iterator<Item = (&'v DisclosedChange, &'v DisclosedFigure)> {
    let (book, id) = (view.sheet.book(), id(view));
    let disclosed = book.disclosed_figures(&view.sheet.figures.period);
    disclosed.filter(move |(_, changed)| {
        changed.figure == id && changed.part == FrozenPart::Value
    })
}

fn said(
    view: &IndicatorView,
    (change, changed): (&DisclosedChange, &DisclosedFigure),
) -> String {
    let (old, new) = changed_texts(view.sheet.book(), changed, view.unit());
    let (day, kind) = (date::day(change.date), change.kind.label());
    format!("{day}{kind}：{old}改为{new}，{}", change.reason)
}

fn id(view: &IndicatorView) -> FigureId {
    FigureId::Indicator(view.indicator().id.clone(), Scope::All)
}
