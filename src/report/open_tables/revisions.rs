//! `revisions`: what was disclosed of released editions afterwards.

use crate::model::edition::revision::{DisclosedChange, DisclosedFigure};
use crate::report::open_tables::columns::{At, Columns, maybe};
use crate::sheet::Sheet;
use crate::view::open_table::OpenTable;

struct Row<'a> {
    change: &'a DisclosedChange,
    figure: &'a DisclosedFigure,
}

pub(super) fn revisions<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<Row>>::of_editions("revisions", "发布后公布的改动")
        .day("date", "公布改动的日期", |at| at.row.change.date.to_string())
        .text("kind", "correction 为更正，revision 为修订", |at| {
            at.row.change.kind.id().to_owned()
        })
        .text("figure", "改了哪个数", |at| at.row.figure.figure.to_string())
        .text("part", "改的是哪一项", |at| at.row.figure.part.id())
        .text("old", "原来的，精确值；空着是原来没有", |at| {
            maybe(&at.row.figure.old)
        })
        .text("new", "现在的，精确值；空着是现在没有", |at| {
            maybe(&at.row.figure.new)
        })
        .text("reason", "原因", |at| at.row.change.reason.clone())
        .of_sheets(sheets, rows)
}

fn rows<'a>(sheet: &'a Sheet<'a>) -> impl Iterator<Item = Row<'a>> {
    let disclosed = sheet.book().disclosed_figures(&sheet.figures.period);
    disclosed.map(|(change, figure)| Row { change, figure })
}
