//! 阶段目标完成情况: the units of an indicator against the target of the stage under way.

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{PartColumn, ViewedFigure};
use crate::report::listings::dashes::Dashes;
use crate::report::listings::links::scope_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::table::{RowKind, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "阶段目标完成情况",
    meaning: "一个指标有阶段目标（如上半年、三季度）的各单位：阶段目标、完成数、占阶段目标、超欠，和占全年目标",
    level: Level::Public,
    make: Make::Indicator(make),
};

const PARTS: [PartColumn; 6] = [
    (FigurePart::StageTarget, "阶段目标", 12),
    (FigurePart::Value, "完成数", 12),
    (FigurePart::StageCompletion, "占阶段目标", 12),
    (FigurePart::StageAhead, "超（欠）阶段目标", 14),
    (FigurePart::Target, "全年目标", 12),
    (FigurePart::Completion, "占全年目标", 12),
];

fn make(view: &IndicatorView) -> Option<Table> {
    let is_listed = |figure: &&Figure| {
        let is_row =
            matches!(figure.scope, Scope::All | Scope::Unit(_) | Scope::Group(_));
        is_row && figure.stage.is_some()
    };
    let figures: Vec<&Figure> = view.at.figures.iter().filter(is_listed).collect();
    let stage = figures.first()?.stage.as_ref()?;
    let mut dashes = Dashes::default();
    for figure in &figures {
        dashes.see(view, figure, &PARTS.map(|(part, ..)| part));
    }
    let names = Columns::<ViewedFigure>::new()
        .words("单位", 22, |(view, figure)| scope_inline(&view, &figure.scope));
    let columns = names.parts(&PARTS);
    let kind = |figure: &Figure| match figure.scope {
        Scope::All => RowKind::Total,
        Scope::Group(_) => RowKind::Subtotal,
        _ => RowKind::Body,
    };
    let rows = figures.iter().map(|figure| columns.row(kind(figure), (*view, *figure)));
    let rows: Vec<_> = rows.collect();
    let (indicator, period) = (view.indicator(), date::period(&stage.period));
    let title = format!("{}{period}目标完成情况{}", indicator.name, view.demo_mark());
    Some(Table {
        unit: view.unit().to_owned(),
        notes: dashes.notes(),
        ..columns.table(format!("stages-{}", indicator.id), title, rows)
    })
}
