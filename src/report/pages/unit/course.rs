//! The course of a unit over the periods: a table for each indicator with targets, one for the other counts.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::Indicator;
use crate::report::tables::{Dashes, PartColumn, of_view, told};
use crate::report::traces::trace_page;
use crate::sheet::part::{FigurePart, inline, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::trace_id;
use crate::view::page::Block;
use crate::view::table::{Cell, Column, Row, Table};
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
    let mut judged: Vec<&Indicator> = Vec::new();
    let mut counted: Vec<&Indicator> = Vec::new();
    for view in sheets.iter().rev().flat_map(Sheet::views) {
        let Some(figure) = view.figure(scope) else { continue };
        let has_target = figure.target().is_ok();
        let list = if has_target { &mut judged } else { &mut counted };
        if (has_target || worth_showing(figure)) && !list.contains(&view.indicator()) {
            list.push(view.indicator());
        }
    }
    counted.retain(|indicator| !judged.contains(indicator));
    let course = Course { sheets, scope };
    let tables = judged.into_iter().map(|indicator| course.judged(indicator));
    let rest = (!counted.is_empty()).then(|| course.counts(&counted));
    let mut tables: Vec<Table> = tables.chain(rest).collect();
    if let Some(first) = tables.first_mut() {
        course.anchor(first);
    }
    tables.into_iter().map(|table| Block::Table { table }).collect()
}

/// What a count of nothing without a target says, is nothing.
fn worth_showing(figure: &Figure) -> bool {
    figure.value.known().is_some_and(|value| !value.is_zero())
}

/// A unit's figures over the periods.
struct Course<'a, 'b> {
    sheets: &'a [Sheet<'a>],
    scope: &'b Scope,
}

impl<'a> Course<'a, '_> {
    /// Makes the rows of a table the anchors of their periods.
    fn anchor(&self, table: &mut Table) {
        for (row, sheet) in table.rows.iter_mut().zip(self.sheets.iter().rev()) {
            if let Some(cell) = row.cells.first_mut() {
                cell.anchor = format!("p-{}", sheet.figures.period);
            }
        }
    }

    /// An indicator with targets: how each period stood, in the columns that say anything.
    fn judged(&self, indicator: &Indicator) -> Table {
        let found = self.sheets.iter().filter_map(|sheet| self.found(sheet, indicator));
        let figures: Vec<(IndicatorView, &Figure)> = found.collect();
        let told = told(&COLUMNS, &figures);
        let told =
            figures.first().map(|(view, _)| of_view(view, told)).unwrap_or_default();
        let parts: Vec<FigurePart> = told.iter().map(|(part, ..)| *part).collect();
        let has_lamps = figures.iter().any(|(_, figure)| figure.lamp.is_some());
        let mut dashes = Dashes::default();
        let rows = self.rows(|sheet, newest| {
            let found = self.found(sheet, indicator);
            let found = found.as_ref();
            let cell = |part: &FigurePart| number(found, *part, newest);
            let mut cells: Vec<Cell> = parts.iter().map(cell).collect();
            cells.extend(has_lamps.then(|| lamp(found)));
            if let Some((view, figure)) = found {
                dashes.see_as(view, figure, &parts, &period(&sheet.figures.period));
            }
            cells
        });
        let mut columns = vec![Column::words("期", 4)];
        columns
            .extend(told.iter().map(|(_, head, weight)| Column::numbers(head, *weight)));
        columns.extend(has_lamps.then(|| Column::words("灯", 3)));
        Table {
            id: format!("course-{}", indicator.id),
            title: self.title(&indicator.name, &[indicator]),
            unit: indicator.unit.word.to_owned(),
            columns,
            rows,
            notes: dashes.notes(),
            wide: false,
        }
    }

    /// The indicators without targets, beside one another.
    fn counts(&self, indicators: &[&Indicator]) -> Table {
        let head = |indicator: &&Indicator| {
            Column::numbers(&format!("{}（{}）", indicator.name, indicator.unit.word), 3)
        };
        let mut all = vec![Column::words("期", 4)];
        all.extend(indicators.iter().map(head));
        let rows = self.rows(|sheet, newest| {
            let cell = |indicator: &&Indicator| {
                let found = self.found(sheet, indicator);
                number(found.as_ref(), FigurePart::Value, newest)
            };
            indicators.iter().map(cell).collect()
        });
        Table {
            id: "course-counts".to_owned(),
            title: self.title("没有下达目标的指标", indicators),
            unit: String::new(),
            columns: all,
            rows,
            notes: Vec::new(),
            wide: false,
        }
    }

    fn rows(&self, mut cells: impl FnMut(&'a Sheet<'a>, bool) -> Vec<Cell>) -> Vec<Row> {
        let row = |(at, sheet): (usize, &'a Sheet<'a>)| {
            let mut all = vec![Cell::text(period(&sheet.figures.period))];
            all.extend(cells(sheet, at == 0));
            Row::body(all)
        };
        self.sheets.iter().rev().enumerate().map(row).collect()
    }

    fn found(
        &self,
        sheet: &'a Sheet<'a>,
        indicator: &Indicator,
    ) -> Option<(IndicatorView<'a>, &'a Figure)> {
        let view = sheet.views().find(|view| *view.indicator() == *indicator)?;
        view.figure(self.scope).map(|figure| (view, figure))
    }

    fn title(&self, name: &str, indicators: &[&Indicator]) -> String {
        let is_demo = |sheet: &'a Sheet<'a>| {
            indicators.iter().any(|indicator| {
                self.found(sheet, indicator).is_some_and(|(_, figure)| figure.demo)
            })
        };
        let demo = demo::after_title(self.sheets.iter().any(is_demo));
        format!("{name}各期情况{demo}")
    }
}

/// A number; an older period's one leads to its own trace page.
fn number(
    found: Option<&(IndicatorView, &Figure)>,
    part: FigurePart,
    newest: bool,
) -> Cell {
    let Some((view, figure)) = found else { return Cell::text(DASH) };
    let mut number = view.number(figure, part, false);
    if !newest {
        number.trace = format!("{}#{}", trace_page(view), trace_id(&figure.id));
    }
    Cell::inline(inline(number))
}

/// The lamp of a figure, or a dash.
fn lamp(found: Option<&(IndicatorView, &Figure)>) -> Cell {
    let mark = found.map(|(_, figure)| lamp_mark(figure.lamp.as_ref()));
    let mark = mark.filter(|mark| !mark.id.is_empty());
    mark.map_or_else(|| Cell::text(DASH), Cell::mark)
}
