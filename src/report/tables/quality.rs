//! 质量指标情况: every rate of the whole with the counts that it is worked out from.

use crate::model::dictionary::Level;
use crate::model::plan::indicator::{MeasureKind, SourceKind};
use crate::model::value::quantity::Base;
use crate::model::value::reference::IndicatorRef;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::report::listings::dashes::Dashes;
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Table};
use crate::words::demo;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "质量指标情况",
    meaning: "全域的各个率：分子、分母和率，要求；引用的率照原文，注明原文未列分子分母",
    level: Level::Public,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let rates: Vec<IndicatorView> = sheet.views().filter(is_rate).collect();
    let mut dashes = Dashes::default();
    for rate in &rates {
        // Where the whole has no target its cell stays empty: what is asked may be asked of units.
        dashes.see_as(rate, rate.whole(), &[FigurePart::Value], &rate.indicator().name);
    }
    let columns = Columns::<IndicatorView>::new()
        .words("指标", 26, |rate| &rate.indicator().name)
        .words("分子", 26, |rate| match rate.indicator().measure {
            MeasureKind::Ratio => count(&rate, rate.indicator().numerator.as_ref()),
            _ => Cell::text("原文未列分子"),
        })
        .words("分母", 26, |rate| match rate.indicator().measure {
            MeasureKind::Ratio => count(&rate, rate.indicator().denominator.as_ref()),
            _ => Cell::text("原文未列分母"),
        })
        .numbers("率（%）", 10, |rate| {
            part_cell(&rate, rate.whole(), FigurePart::Value)
        })
        .numbers("要求（%）", 10, |rate| {
            if rate.whole().targets.is_empty() {
                Cell::default()
            } else {
                part_cell(&rate, rate.whole(), FigurePart::Target)
            }
        });
    let is_demo = rates.iter().any(|rate| rate.whole().demo);
    let counted = rates.iter().any(|rate| rate.indicator().measure == MeasureKind::Ratio);
    let title = format!("质量指标情况{}", demo::after_title(is_demo));
    counted.then(|| Table {
        notes: dashes.notes(),
        ..columns.listing("quality", title, rates)
    })
}

/// Whether an indicator is a rate that is worked out, or one that is quoted.
fn is_rate(view: &IndicatorView) -> bool {
    let indicator = view.indicator();
    let is_quoted = indicator.source == SourceKind::Quoted && view.whole().value.is_ok();
    indicator.unit.base == Base::Share
        && (indicator.measure == MeasureKind::Ratio || is_quoted)
}

/// What a rate is worked out from: its short name and its number.
fn count(rate: &IndicatorView, reference: Option<&IndicatorRef>) -> Cell {
    let source = reference.and_then(|word| rate.sheet.view(word.as_str()));
    let Some((source, figure)) =
        source.and_then(|source| Some((source, source.figure(&rate.whole().scope)?)))
    else {
        return Cell::text(DASH);
    };
    let name = Inline::text(format!("{} ", source.indicator().short()));
    Cell::run(vec![name, inline(source.number(figure, FigurePart::Value, true))])
}
