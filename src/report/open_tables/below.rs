//! `below` and `below_figures`: what books below have released, as this one adds it up.

use crate::model::below::release::{BelowFigure, BelowRelease};
use crate::report::open_tables::columns::{Columns, maybe};
use crate::sheet::Sheet;
use crate::view::open_table::OpenTable;

/// A released file of a book below, and whose it is.
struct Released<'a> {
    sheet: &'a Sheet<'a>,
    release: &'a BelowRelease,
}

struct Number<'a> {
    released: Released<'a>,
    figure: &'a BelowFigure,
}

pub(super) fn below<'a>(newest: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<Released>::new("below", "下级账本发布的各期")
        .key(&["book", "below", "period"])
        .text("book", "账本", |one| one.sheet.book().id.clone())
        .text("below", "下级账本", |one| one.release.book.clone())
        .text("period", "期", |one| one.release.period.to_string())
        .day("issued", "印发日期", |one| one.release.issued.to_string())
        .text("sha256", "存档的 SHA-256", |one| one.release.digest.clone())
        .flag("older", "是否较早的格式，没有写明是否演示", |one| {
            one.release.is_older().to_string()
        })
        .of(all_released(newest).into_iter())
}

pub(super) fn below_figures<'a>(newest: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<Number>::new("below_figures", "下级账本发布的全域的数")
        .key(&["book", "below", "period", "indicator"])
        .text("book", "账本", |one| one.released.sheet.book().id.clone())
        .text("below", "下级账本", |one| one.released.release.book.clone())
        .text("period", "期", |one| one.released.release.period.to_string())
        .text("indicator", "下级的指标的编号", |one| one.figure.indicator.clone())
        .text("indicator_name", "下级的指标的名称", |one| one.figure.name.clone())
        .text("unit", "单位", |one| one.figure.unit.clone())
        .number(
            "value",
            "发布时的完成数，按 unit；以后公布的改动在下级",
            |one| maybe(&one.figure.value),
        )
        .flag("demo", "是否含演示数据；空着是没有写明", |one| {
            maybe(&one.figure.demo)
        })
        .flag("lacks", "其中是否有未报的", |one| one.figure.lacks.to_string())
        .of(all_released(newest).into_iter().flat_map(numbers))
}

/// What was released below the books of some editions.
fn all_released<'a>(newest: &[&'a Sheet<'a>]) -> Vec<Released<'a>> {
    newest.iter().copied().flat_map(releases).collect()
}

/// What stands on the last day of the newest edition.
fn releases<'a>(sheet: &'a Sheet<'a>) -> impl Iterator<Item = Released<'a>> {
    let last_day = sheet.last_day();
    let lives = sheet.book().lives_below().into_iter();
    let standing = lives.filter(move |life| life.stands_on(last_day));
    standing.map(move |life| Released { sheet, release: life.release })
}

fn numbers(released: Released) -> impl Iterator<Item = Number> {
    let Released { sheet, release } = released;
    let figures = release.figures.iter();
    figures.map(move |figure| Number { released: Released { sheet, release }, figure })
}
