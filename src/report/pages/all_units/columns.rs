//! What units are compared by, and its columns.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::record::registry::Unit;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::telling;
use crate::report::listings::links::unit_inline;
use crate::report::listings::spark::spark;
use crate::report::listings::standings::compares_units;
use crate::report::paths;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::key_points::leading;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Number;
use crate::view::table::{Cell, Column};
use crate::words::number::DASH;

/// What units are compared by.
pub(super) struct Compared<'a> {
    /// The indicators by which they have numbers, the one that the edition is about first.
    pub(super) views: Vec<IndicatorView<'a>>,
    /// The assessments in which they have scores.
    assessments: Vec<AssessmentView<'a>>,
}

impl<'a> Compared<'a> {
    /// What the units of a sheet are compared by.
    pub(super) fn of(sheet: &'a Sheet<'a>) -> Compared<'a> {
        let mut views: Vec<IndicatorView> =
            sheet.views().filter(compares_units).collect();
        let first = leading(sheet).map(|view| view.indicator().id.clone());
        let is_targeted =
            |view: &IndicatorView| view.units().any(|figure| figure.target().is_ok());
        views.sort_by_key(|view| {
            (Some(&view.indicator().id) != first.as_ref(), !is_targeted(view))
        });
        let scored = sheet.assessment_views().filter(|_| sheet.sees(Level::Internal));
        let assessments = scored.filter(|view| view.scores.units.len() > 1).collect();
        Compared { views, assessments }
    }

    /// The units of a group by their ranks in the first indicator; those without one keep their order.
    pub(super) fn in_order<'b>(&self, units: &[&'b Unit]) -> Vec<&'b Unit> {
        let mut units = units.to_vec();
        let rank = |unit: &Unit| {
            let figure = self.views.first().and_then(|view| figure(view, unit));
            figure.and_then(|figure| figure.ranked.as_ref()?.rank).unwrap_or(u32::MAX)
        };
        units.sort_by_key(|unit| rank(unit));
        units
    }

    /// What a dash says.
    pub(super) fn notes(&self) -> Vec<String> {
        vec!["“—”：没有下达这项目标，或没有这项数，原因见各单位的页面。".to_owned()]
    }
}

/// The figure of a unit.
pub(super) fn figure<'a>(view: &IndicatorView<'a>, unit: &Unit) -> Option<&'a Figure> {
    view.figure(&Scope::Unit(unit.id.to_string()))
}

/// The columns: the names, those of each indicator, those of each assessment.
pub(super) fn columns<'a>(compared: &Compared<'a>) -> Columns<'a, &'a Unit> {
    let mut columns = Columns::<&Unit>::new()
        .words("责任单位", 22, |unit| unit_inline(&unit.name, unit.id.as_str()));
    for (at, view) in compared.views.iter().enumerate() {
        columns = indicator(columns, *view, at == 0);
    }
    for view in &compared.assessments {
        columns = assessment(columns, *view);
    }
    columns
}

/// The columns of an indicator; of the first one also what is owed and the course.
fn indicator<'a>(
    mut columns: Columns<'a, &'a Unit>,
    view: IndicatorView<'a>,
    is_first: bool,
) -> Columns<'a, &'a Unit> {
    let name = &view.indicator().name;
    let head = format!("{name}（{}）", view.unit());
    let has =
        |part: FigurePart| view.units().any(|figure| view.outcome(figure, part).is_ok());
    let parts = [
        (FigurePart::Value, "完成数", true),
        (FigurePart::Completion, "完成率", has(FigurePart::Completion)),
        (FigurePart::Gap, "比目标", view.is_rate() && has(FigurePart::Gap)),
        (
            FigurePart::Shortfall,
            "比序时",
            is_first && !view.is_rate() && has(FigurePart::Shortfall),
        ),
    ];
    let has_target = view.units().any(|figure| figure.target().is_ok());
    if !has_target && !is_first {
        return columns
            .numbers(&head, 6, move |unit| number(&view, unit, FigurePart::Value));
    }
    for (part, word, _) in parts.into_iter().filter(|(.., stands)| *stands) {
        columns =
            columns.numbers(word, 9, move |unit| number(&view, unit, part)).under(&head);
        columns = if is_first { columns.telling(telling(part)) } else { columns };
    }
    let is_lit = view.units().any(|figure| figure.lamp.is_some());
    let is_ranked = view.units().any(|figure| figure.ranked.is_some());
    let has_course =
        is_first && view.units().any(|one| spark(&view, &one.scope).is_some());
    columns
        .words("状态", 9, move |unit| lamp(&view, unit))
        .under(&head)
        .telling(if is_first { Column::STATE } else { 1 })
        .when(is_lit)
        .numbers("名次", 6, move |unit| number(&view, unit, FigurePart::Rank))
        .under(&head)
        .when(is_ranked)
        .words("走势", 10, move |unit| Cell {
            spark: spark(&view, &Scope::Unit(unit.id.to_string())),
            ..Cell::default()
        })
        .under(&head)
        .when(has_course)
}

/// The columns of an assessment.
fn assessment<'a>(
    columns: Columns<'a, &'a Unit>,
    view: AssessmentView<'a>,
) -> Columns<'a, &'a Unit> {
    let name = &view.assessment.name;
    let shown = move |unit: &Unit, number: fn(&AssessmentView<'a>, &'a _) -> Number| {
        view.scores.unit(unit.id.as_str()).map_or_else(
            || Cell::text(DASH),
            |score| {
                let number = number(&view, score);
                let trace = number.trace.clone().on(paths::score_page(&view));
                Cell::number(Number { trace, ..number })
            },
        )
    };
    columns
        .numbers("得分", 8, move |unit| shown(unit, |view, score| view.total(score)))
        .under(name)
        .numbers("名次", 6, move |unit| shown(unit, |view, score| view.rank(score)))
        .under(name)
        .words("状态", 9, move |unit| {
            let score = view.scores.unit(unit.id.as_str());
            match score.and_then(|score| score.lamp.as_ref()) {
                Some(lamp) => Cell::mark(lamp_mark(Some(lamp))),
                None => Cell::text(DASH),
            }
        })
        .under(name)
        .telling(1)
        .when(view.assessment.lamps.is_some())
}

/// A number of a unit, which leads to its whole trace.
fn number(view: &IndicatorView, unit: &Unit, part: FigurePart) -> Cell {
    let Some(figure) = figure(view, unit) else { return Cell::text(DASH) };
    let number = view.number(figure, part, false);
    Cell::number(Number { trace: paths::trace(view, &figure.id), ..number })
}

fn lamp(view: &IndicatorView, unit: &Unit) -> Cell {
    let lamp = figure(view, unit).and_then(|figure| figure.lamp.as_ref());
    lamp.map_or_else(|| Cell::text(DASH), |lamp| Cell::mark(lamp_mark(Some(lamp))))
}

/// Whether a unit has reached what an indicator is held against by now; `None` where that is unknown.
pub(super) fn is_on_time(view: &IndicatorView, unit: &Unit) -> Option<bool> {
    let figure = figure(view, unit)?;
    match figure.lead.known() {
        Some(lead) => Some(!lead.is_sign_negative()),
        None => figure.targets.first().and_then(|target| target.met),
    }
}
