//! A unit over the periods: a table for each indicator with targets, one for the other counts.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::Indicator;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{
    PartColumn, ViewedFigure, of_indicator, parts_of, telling,
};
use crate::report::listings::dashes::Dashes;
use crate::report::paths;
use crate::sheet::Sheet;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::view::inline::Number;
use crate::view::page::Block;
use crate::view::table::{Cell, Table};
use crate::words::date::period;
use crate::words::demo;
use crate::words::number::DASH;

/// The columns that an indicator with targets may have, with heads and weights.
const COLUMNS: [PartColumn; 7] = [
    (FigurePart::Target, "目标", 3),
    (FigurePart::Value, "完成数", 3),
    (FigurePart::Completion, "完成率", 3),
    (FigurePart::Gap, "比目标", 4),
    (FigurePart::Schedule, "序时进度", 3),
    (FigurePart::Lead, "超欠进度", 4),
    (FigurePart::Rank, "名次", 2),
];

/// A table for each indicator, newest period first; the first one holds the periods' anchors.
pub(super) fn blocks<'a>(sheets: &'a [Sheet<'a>], scope: &Scope) -> Vec<Block> {
    let over_time = OverTime { sheets, scope };
    let (judged, counted) = over_time.indicators();
    let mut tables: Vec<Table> =
        judged.into_iter().map(|indicator| over_time.judged(indicator)).collect();
    if !counted.is_empty() {
        tables.push(over_time.counts(&counted));
    }
    if let Some(first) = tables.first_mut() {
        over_time.anchor(first);
    }
    tables.into_iter().map(|table| Block::Table { table }).collect()
}

/// Whether an indicator is one of some; another plan may declare it otherwise.
fn is_among(indicators: &[&Indicator], indicator: &Indicator) -> bool {
    indicators.iter().any(|one| one.id == indicator.id)
}

/// What a count of nothing without a target says, is nothing.
fn worth_showing(figure: &Figure) -> bool {
    figure.value.known().is_some_and(|value| !value.is_zero())
}

/// A period with the figure of an indicator in it.
type DatedFigure<'a> = (&'a Sheet<'a>, Option<ViewedFigure<'a>>);

/// A unit's figures over the periods.
struct OverTime<'a, 'b> {
    sheets: &'a [Sheet<'a>],
    scope: &'b Scope,
}

impl<'a> OverTime<'a, '_> {
    /// The indicators that had a target in some period, and the others that counted anything.
    fn indicators(&self) -> (Vec<&'a Indicator>, Vec<&'a Indicator>) {
        let (mut judged, mut counted) = (Vec::new(), Vec::new());
        for view in self.sheets.iter().rev().flat_map(Sheet::views) {
            let Some(figure) = view.figure(self.scope) else { continue };
            let has_target = figure.target().is_ok();
            let list = if has_target { &mut judged } else { &mut counted };
            let indicator = view.indicator();
            if (has_target || worth_showing(figure)) && !is_among(list, indicator) {
                list.push(indicator);
            }
        }
        counted.retain(|indicator| !is_among(&judged, indicator));
        (judged, counted)
    }

    /// Makes the rows of a table the anchors of their periods.
    fn anchor(&self, table: &mut Table) {
        for (row, sheet) in table.rows.iter_mut().zip(self.newest_first()) {
            if let Some(cell) = row.cells.first_mut() {
                cell.anchor = paths::period_anchor(&sheet.figures.period);
            }
        }
    }

    /// An indicator with targets: how each period stood, in the columns that say anything.
    fn judged(&self, indicator: &Indicator) -> Table {
        let dated: Vec<DatedFigure> = self
            .newest_first()
            .map(|sheet| (sheet, self.figure(sheet, indicator)))
            .collect();
        let figures: Vec<ViewedFigure> =
            dated.iter().filter_map(|(_, figure)| *figure).collect();
        let parts = of_indicator(&COLUMNS, &figures);
        let mut dashes = Dashes::default();
        for (view, figure) in &figures {
            let name = period(&view.sheet.figures.period);
            dashes.see_as(view, figure, &parts_of(&parts), &name);
        }
        let periods = Columns::<DatedFigure>::new()
            .words("期", 4, |(sheet, _)| period(&sheet.figures.period));
        let columns = parts
            .iter()
            .fold(periods, |columns, &(part, head, weight)| {
                columns
                    .numbers(head, weight, move |(_, figure)| self.number(figure, part))
                    .telling(telling(part))
            })
            .words("灯", 3, |(_, figure)| lamp(figure))
            .when(figures.iter().any(|(_, figure)| figure.lamp.is_some()));
        let id = format!("course-{}", indicator.id);
        let title = self.title(&indicator.name, &[indicator]);
        Table {
            unit: indicator.unit.word.to_owned(),
            notes: dashes.notes(),
            ..columns.listing(id, title, dated)
        }
    }

    /// The indicators without targets, beside one another.
    fn counts(&self, indicators: &[&Indicator]) -> Table {
        let periods = Columns::<&'a Sheet<'a>>::new()
            .words("期", 4, |sheet| period(&sheet.figures.period));
        let columns = indicators.iter().fold(periods, |columns, indicator| {
            let head = format!("{}（{}）", indicator.name, indicator.unit.word);
            columns.numbers(&head, 3, |sheet| {
                self.number(self.figure(sheet, indicator), FigurePart::Value)
            })
        });
        let title = self.title("没有下达目标的指标", indicators);
        columns.listing("course-counts", title, self.newest_first())
    }

    /// The periods in which there is anything of the scope, the newest first: none after the unit went
    /// on in another.
    fn newest_first(&self) -> impl Iterator<Item = &'a Sheet<'a>> {
        let own = self.sheets.iter().rev();
        own.filter(|sheet| sheet.register().merger(self.scope).is_none())
    }

    fn figure(
        &self,
        sheet: &'a Sheet<'a>,
        indicator: &Indicator,
    ) -> Option<ViewedFigure<'a>> {
        let view = sheet.view_of(indicator.id.as_str())?;
        view.figure(self.scope).map(|figure| (view, figure))
    }

    fn title(&self, name: &str, indicators: &[&Indicator]) -> String {
        let is_demo = |sheet: &'a Sheet<'a>| {
            let mut figures =
                indicators.iter().filter_map(|indicator| self.figure(sheet, indicator));
            figures.any(|(_, figure)| figure.demo)
        };
        let demo = demo::after_title(self.sheets.iter().any(is_demo));
        format!("{name}各期情况{demo}")
    }

    /// A number; an older period's one leads to its own trace page.
    fn number(&self, figure: Option<ViewedFigure>, part: FigurePart) -> Cell {
        let Some((view, figure)) = figure else { return Cell::text(DASH) };
        let number = view.number(figure, part, false);
        let newest = self.sheets.last().map(|sheet| &sheet.figures.period);
        if newest == Some(&view.sheet.figures.period) {
            return Cell::number(number);
        }
        Cell::number(Number { trace: paths::trace(&view, &figure.id), ..number })
    }
}

/// The lamp of a figure, or a dash.
fn lamp(figure: Option<ViewedFigure>) -> Cell {
    match figure.and_then(|(_, figure)| figure.lamp.as_ref()) {
        Some(lamp) => Cell::mark(lamp_mark(Some(lamp))),
        None => Cell::text(DASH),
    }
}
