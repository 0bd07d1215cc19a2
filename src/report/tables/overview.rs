//! 总体情况: every indicator that has a target for the whole, one row each; all of them where none has.

use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{
    PartColumn, ViewedFigure, parts_of, with_numbers,
};
use crate::report::listings::dashes::Dashes;
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::sheet::part::FigurePart;
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

/// More columns than that ask for a turned page.
const WIDE: usize = 7;

pub(super) const TABLE: TableKind = TableKind {
    name: "总体情况",
    meaning: "有全域目标的各指标：目标、完成数、完成率、比目标、序时、超欠、月均需完成、预计；都没有目标的，列各指标的完成数、比上期",
    level: Level::Public,
    make: Make::Sheet(make),
};

const COLUMNS: [PartColumn; 8] = [
    (FigurePart::Target, "目标", 9),
    (FigurePart::Value, "完成数", 9),
    (FigurePart::Completion, "完成率", 9),
    (FigurePart::Gap, "比目标", 14),
    (FigurePart::Schedule, "序时进度", 9),
    (FigurePart::Lead, "超欠进度", 14),
    (FigurePart::Needed, "月均需完成", 9),
    (FigurePart::Projection, "期末预计", 9),
];

fn make(sheet: &Sheet) -> Option<Table> {
    let figures: Vec<ViewedFigure> =
        sheet.headline().map(|view| (view, view.whole())).collect();
    let parts = parts(&figures);
    let is_targeted = parts_of(&parts).contains(&FigurePart::Target);
    let columns = Columns::<ViewedFigure>::new()
        .words("指标", 15, |(view, _)| &view.indicator().name)
        .words("单位", 6, |(view, _)| view.unit())
        .parts(&parts)
        .numbers("比上期", 14, |(view, figure)| view.change(figure))
        .when(!is_targeted && sheet.previous.is_some());
    let is_demo = figures.iter().any(|(_, figure)| figure.demo);
    let title = format!(
        "{}{}总体情况{}",
        covered(sheet, &figures),
        sheet.book().card.record.whole,
        demo::after_title(is_demo),
    );
    Table {
        wide: columns.len() > WIDE,
        notes: notes(&figures, &parts_of(&parts)),
        ..columns.listing("overview", title, figures)
    }
    .filled()
}

/// The columns in which any figure has a number. Without targets nothing is due, and a guess at
/// the end answers no question.
fn parts(figures: &[ViewedFigure]) -> Vec<PartColumn> {
    let mut parts = with_numbers(&COLUMNS, figures);
    if !parts_of(&parts).contains(&FigurePart::Target) {
        parts.retain(|(part, ..)| *part == FigurePart::Value);
    }
    parts
}

fn notes(figures: &[ViewedFigure], parts: &[FigurePart]) -> Vec<String> {
    let mut dashes = Dashes::default();
    for (view, figure) in figures {
        // The whole has one name in every row, so a reason names the indicator instead.
        dashes.see_as(view, figure, parts, &view.indicator().name);
    }
    let guess = parts
        .contains(&FigurePart::Projection)
        .then(|| "期末预计按目前月均进度推算，不是实际完成数。".to_owned());
    guess.into_iter().chain(dashes.notes()).collect()
}

/// The period, where every row covers it alone; else the end of what they add up to.
fn covered(sheet: &Sheet, figures: &[ViewedFigure]) -> String {
    let period = &sheet.figures.period;
    if figures.iter().all(|(view, _)| view.at.moment.days == period.days()) {
        date::period(period)
    } else {
        format!("截至{}", date::until(period.end(), true))
    }
}
