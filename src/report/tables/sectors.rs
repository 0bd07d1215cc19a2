//! 领域完成情况: the sectors of the target table.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{
    PartColumn, ViewedFigure, of_indicator, parts_of,
};
use crate::report::listings::dashes::Dashes;
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::view::table::Table;

pub(super) const TABLE: TableKind = TableKind {
    name: "领域完成情况",
    meaning: "一个指标的各领域：目标、完成数、完成率、序时、超欠、灯",
    level: Level::Public,
    make: Make::Indicator(make),
};

const COLUMNS: [PartColumn; 6] = [
    (FigurePart::Target, "目标", 10),
    (FigurePart::Value, "完成数", 10),
    (FigurePart::Completion, "完成率", 10),
    (FigurePart::Gap, "比目标", 14),
    (FigurePart::Schedule, "序时进度", 10),
    (FigurePart::Lead, "超欠进度", 18),
];

fn make(view: &IndicatorView) -> Option<Table> {
    let sectors: Vec<ViewedFigure> = view
        .at
        .figures
        .iter()
        .filter(|figure| matches!(figure.scope, Scope::Sector(_)))
        .map(|figure| (*view, figure))
        .collect();
    let parts = of_indicator(&COLUMNS, &sectors);
    let mut dashes = Dashes::default();
    for (view, figure) in &sectors {
        dashes.see(view, figure, &parts_of(&parts));
    }
    let note = "领域数为目标表中该领域各行之和；不列入领域的单位另计。".to_owned();
    let columns = Columns::<ViewedFigure>::new()
        .words("领域", 22, |(view, figure)| view.name(&figure.scope))
        .parts(&parts)
        .words("状态", 12, |(_, figure)| lamp_mark(figure.lamp.as_ref()))
        .when(sectors.iter().any(|(_, figure)| figure.lamp.is_some()));
    let id = format!("sectors-{}", view.indicator().id);
    let title = format!("各领域{}完成情况{}", view.indicator().name, view.demo_mark());
    Table {
        unit: view.unit().to_owned(),
        notes: dashes.notes().into_iter().chain([note]).collect(),
        ..columns.listing(id, title, sectors)
    }
    .filled()
}
