//! 季度点评: the units as they stand at the end of a quarter, with what is to be said of each.

use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::scope_cell;
use crate::report::listings::links::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::assessment::{AssessmentView, ScorePart};
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Number;
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "季度点评",
    meaning: "季度末一期的点评表：有点评的各单位的名次、总分、比上季升降、各项完成率和点评意见",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A unit's score with the comment on the unit.
type Commented<'a> = (&'a UnitScore, &'a str);

fn make(sheet: &Sheet) -> Option<Table> {
    let quarter = quarter(&sheet.figures.period)?;
    let view = sheet.assessment_view(None)?;
    let compared: Vec<IndicatorView> = sheet.views().filter(is_compared).collect();
    let ranked = view.ranked().into_iter();
    let commented = ranked.filter_map(|unit| Some((unit, comment(sheet, unit)?)));
    let before = quarter.previous();
    let columns = Columns::<Commented>::new()
        .numbers("名次", 6, |(unit, _)| view.rank(unit))
        .words("单位", 18, |(unit, _)| unit_inline(&view.name(unit), &unit.unit))
        .numbers("总分", 9, |(unit, _)| view.total(unit))
        .words("状态", 10, |(unit, _)| lamp_mark(unit.lamp.as_ref()))
        .words("名次比上季", 10, |(unit, _)| movement(&view, unit, before.as_ref()));
    let columns = compared.iter().fold(columns, |columns, indicator| {
        let head = format!("{}完成率", indicator.indicator().short());
        columns.numbers(&head, 12, |(unit, _)| {
            scope_cell(indicator, &unit.scope(), FigurePart::Completion)
        })
    });
    let columns = columns.words("点评意见", 36, |(_, comment)| comment);
    let title = format!(
        "{}{}点评表{}",
        date::period(&quarter),
        view.assessment.name,
        view.demo_mark()
    );
    let note = "只列有点评的单位。名次比上季：与上季度末一期的名次相比。";
    Table {
        notes: vec![note.to_owned()],
        wide: true,
        ..columns.listing("quarterly-comment", title, commented)
    }
    .filled()
}

/// The quarter that a period closes.
fn quarter(period: &Period) -> Option<Period> {
    match period {
        Period::Quarter(..) => Some(period.clone()),
        Period::Month(month) if month.month % 3 == 0 => {
            Some(Period::Quarter(month.year, month.month / 3))
        }
        _ => None,
    }
}

/// Whether units are set targets of an indicator and ranked by it.
fn is_compared(view: &IndicatorView) -> bool {
    view.units().any(|figure| figure.ranked.is_some())
}

/// How many places a unit went up or down since the end of the quarter before.
fn movement(view: &AssessmentView, unit: &UnitScore, before: Option<&Period>) -> Number {
    let end = before.map(Period::end);
    let mut editions = view.sheet.editions.iter().map(|(_, figures)| figures);
    let scores = editions
        .find(|figures| Some(figures.period.end()) == end)
        .and_then(|figures| view.scores_in(figures));
    let rank = scores.and_then(|scores| scores.unit(&unit.unit)?.rank);
    view.moved(unit, ScorePart::QuarterMovement, rank)
}

/// What the edition says of a unit.
fn comment<'a>(sheet: &Sheet<'a>, unit: &UnitScore) -> Option<&'a str> {
    let book = sheet.book();
    let mut comments = sheet.edition?.record.card.comments.iter();
    let comment = comments.find(|comment| {
        book.unit(&comment.unit).is_some_and(|named| named.id.as_str() == unit.unit)
    })?;
    Some(&comment.text)
}
