//! 季度点评: the units as they stand at the end of a quarter, with what is to be said of each.

use crate::figures::scores::UnitScore;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::report::tables::{Make, TableKind, cell, unit_inline};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{FigurePart, inline, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "季度点评",
    meaning: "季度末一期的点评表：有点评的各单位的名次、总分、比上季升降、各项完成率和点评意见",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let quarter = quarter(&sheet.figures.period)?;
    let assessment_view = sheet.assessment_view(None)?;
    let views: Vec<IndicatorView> =
        sheet.views().filter(|view| is_compared(view)).collect();
    let before = quarter.previous();
    let rows: Vec<Row> = assessment_view
        .ranked()
        .into_iter()
        .filter_map(|unit| {
            let comment = comment(sheet, unit)?;
            Some(row(&assessment_view, unit, &views, (before.as_ref(), comment)))
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        id: "quarterly-comment".to_owned(),
        title: format!(
            "{}{}点评表{}",
            date::period(&quarter),
            assessment_view.assessment.name,
            assessment_view.demo_mark()
        ),
        unit: String::new(),
        columns: columns(&views),
        rows,
        notes: vec![
            "只列有点评的单位。名次比上季：与上季度末一期的名次相比。".to_owned(),
        ],
        wide: true,
    })
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
    let ranked = |scope: &Scope| matches!(scope, Scope::Unit(_));
    view.at.figures.iter().any(|one| ranked(&one.scope) && one.ranked.is_some())
}

fn columns(views: &[IndicatorView]) -> Vec<Column> {
    let mut columns = vec![
        Column::numbers("名次", 6),
        Column::words("单位", 18),
        Column::numbers("总分", 9),
        Column::words("状态", 10),
        Column::words("名次比上季", 10),
    ];
    columns.extend(
        views.iter().map(|view| {
            Column::numbers(&format!("{}完成率", view.indicator().short()), 12)
        }),
    );
    columns.push(Column::words("点评意见", 36));
    columns
}

fn row(
    assessment_view: &AssessmentView,
    unit: &UnitScore,
    views: &[IndicatorView],
    (before, comment): (Option<&Period>, &str),
) -> Row {
    let mut cells = vec![
        Cell::inline(inline(assessment_view.rank(unit))),
        Cell::inline(unit_inline(&assessment_view.name(unit), &unit.unit)),
        Cell::inline(inline(assessment_view.total(unit))),
        Cell::mark(lamp_mark(unit.lamp.as_ref())),
        movement(assessment_view, unit, before),
    ];
    cells.extend(views.iter().map(|view| {
        let figure = view.figure(&unit.scope());
        figure.map_or_else(
            || Cell::text(DASH),
            |figure| cell(view, figure, FigurePart::Completion),
        )
    }));
    cells.push(Cell::text(comment));
    Row::body(cells)
}

/// How many places a unit went up or down since the end of the quarter before.
fn movement(
    assessment_view: &AssessmentView,
    unit: &UnitScore,
    before: Option<&Period>,
) -> Cell {
    let end = before.map(Period::end);
    let course = assessment_view.sheet.course.iter();
    let mut then = course.filter(|(_, figures)| Some(figures.period.end()) == end);
    let scores = then.next().and_then(|(_, figures)| {
        figures.scores.iter().find(|scores| {
            scores.plan == assessment_view.scores.plan
                && scores.assessment == assessment_view.scores.assessment
        })
    });
    let rank = scores.and_then(|scores| scores.unit(&unit.unit)?.rank);
    Cell::inline(inline(assessment_view.moved(
        unit,
        "quarter-movement",
        rank.map(|rank| rank.to_string()),
    )))
}

/// What the edition says of a unit.
fn comment<'a>(sheet: &Sheet<'a>, unit: &UnitScore) -> Option<&'a str> {
    let book = sheet.book();
    let comments = &sheet.edition?.record.card.comments;
    let own = comments.iter().find(|comment| {
        book.unit(&comment.unit).is_some_and(|found| found.id.as_str() == unit.unit)
    });
    own.map(|comment| comment.text.as_str())
}
