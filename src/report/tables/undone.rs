//! 未完成任务单位: once the year is over, each unit with a goal of the year that it did not reach.

use chrono::Datelike;

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::target::Force;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::report::listings::dashes::{near_note, seems_reached};
use crate::report::listings::links::scope_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "未完成任务单位",
    meaning: "全年结束的一期：没有完成全年目标的单位，逐项列出目标、完成数和差多少",
    level: Level::Public,
    make: Make::Sheet(make),
};

/// The parts that the table has a column for.
const PARTS: [FigurePart; 4] =
    [FigurePart::Target, FigurePart::Value, FigurePart::Completion, FigurePart::Gap];

/// A unit's figure that did not reach its goal.
type Undone<'a> = (&'a IndicatorView<'a>, &'a Figure);

fn make(sheet: &Sheet) -> Option<Table> {
    let views: Vec<IndicatorView> = sheet.views().filter(is_over).collect();
    let undone: Vec<Undone> = views.iter().flat_map(undone).collect();
    let columns = Columns::<Undone>::new()
        .words("指标", 20, |(view, _)| view.indicator().short())
        .words("单位", 28, |(view, figure)| scope_inline(view, &figure.scope))
        .numbers("目标", 12, |(view, figure)| {
            part_cell(view, figure, FigurePart::Target)
        })
        .numbers("完成数", 12, |(view, figure)| {
            part_cell(view, figure, FigurePart::Value)
        })
        .numbers("完成率", 12, |(view, figure)| {
            part_cell(view, figure, FigurePart::Completion)
        })
        .numbers("比目标", 16, |(view, figure)| {
            part_cell(view, figure, FigurePart::Gap)
        });
    let is_demo = undone.iter().any(|(_, figure)| figure.demo);
    let year = sheet.figures.period.end().year();
    let title = format!("{year}年未完成任务的单位{}", demo::after_title(is_demo));
    let note = "没有下达目标的、没有数的不列；力争的目标不列。".to_owned();
    let near = undone.iter().filter(|(view, figure)| seems_reached(view, figure, &PARTS));
    let near: Vec<String> = near
        .map(|(view, figure)| {
            format!("{}{}", view.name(&figure.scope), view.indicator().short())
        })
        .collect();
    let notes = std::iter::once(note).chain(near_note(&near)).collect();
    Table { notes, ..columns.listing("undone", title, undone) }.filled()
}

/// Whether the year that an indicator's goals are for ends with the period.
fn is_over(view: &IndicatorView) -> bool {
    let moment = &view.at.moment;
    view.indicator().span == SpanKind::Year && moment.days.end == moment.span.end
}

/// The units that did not reach a binding goal, in the order of their listing.
fn undone<'a>(view: &'a IndicatorView<'a>) -> impl Iterator<Item = Undone<'a>> {
    let figures = view.at.figures.iter();
    let missed = figures.filter(|figure| {
        let goal = figure.targets.first();
        matches!(figure.scope, Scope::Unit(_))
            && goal.is_some_and(|goal| {
                goal.met == Some(false) && goal.set.force == Force::Binding
            })
    });
    missed.map(move |figure| (view, figure))
}
