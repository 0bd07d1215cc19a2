//! 质量指标情况: every rate of the whole with the counts that it is worked out from.

use crate::figures::figure::Figure;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::{MeasureKind, SourceKind};
use crate::model::value::quantity::Base;
use crate::model::value::reference::IndicatorRef;
use crate::report::tables::{Dashes, Make, TableKind, cell};
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::demo;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "质量指标情况",
    meaning: "全域的各个率：分子、分母和率，要求；引用的率照原文，注明原文未列分子分母",
    level: Level::Public,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let views: Vec<IndicatorView> = sheet.views().filter(is_rate).collect();
    let mut dashes = Dashes::default();
    let rows: Vec<Row> = views.iter().map(|view| row(view, &mut dashes)).collect();
    let demo = views.iter().any(|view| view.whole().demo);
    let counted = views.iter().any(|view| view.indicator().measure == MeasureKind::Ratio);
    counted.then(|| Table {
        id: "quality".to_owned(),
        title: format!("质量指标情况{}", demo::after_title(demo)),
        unit: String::new(),
        columns: vec![
            Column::words("指标", 26),
            Column::words("分子", 26),
            Column::words("分母", 26),
            Column::numbers("率（%）", 10),
            Column::numbers("要求（%）", 10),
        ],
        rows,
        notes: dashes.notes(),
        wide: false,
    })
}

/// Whether an indicator is a rate that is worked out, or one that is quoted.
fn is_rate(view: &IndicatorView) -> bool {
    let indicator = view.indicator();
    let share = indicator.unit.base == Base::Share;
    let quoted = indicator.source == SourceKind::Quoted && view.whole().value.is_ok();
    share && (indicator.measure == MeasureKind::Ratio || quoted)
}

fn row(view: &IndicatorView, dashes: &mut Dashes) -> Row {
    let (indicator, figure) = (view.indicator(), view.whole());
    let name = &indicator.name;
    // Where the whole has no target its cell stays empty: what is asked may be asked of units.
    dashes.see_as(view, figure, &[FigurePart::Value], name);
    let mut cells = vec![Cell::text(name)];
    cells.extend(match indicator.measure {
        MeasureKind::Ratio => [&indicator.numerator, &indicator.denominator]
            .map(|reference| count(view, figure, reference.as_ref())),
        _ => [Cell::text("原文未列分子"), Cell::text("原文未列分母")],
    });
    cells.push(cell(view, figure, FigurePart::Value));
    cells.push(if figure.targets.is_empty() {
        Cell::default()
    } else {
        cell(view, figure, FigurePart::Target)
    });
    Row::body(cells)
}

/// What a rate is worked out from: its short name and its number.
fn count(
    view: &IndicatorView,
    figure: &Figure,
    reference: Option<&IndicatorRef>,
) -> Cell {
    let source = reference.and_then(|word| view.sheet.view(word.as_str()));
    let found = source.and_then(|source| Some((source, source.figure(&figure.scope)?)));
    let Some((source, figure)) = found else { return Cell::text(DASH) };
    let name = format!("{} ", source.indicator().short());
    let number = inline(source.number(figure, FigurePart::Value, true));
    Cell { inlines: vec![Inline::text(name), number], ..Cell::default() }
}
