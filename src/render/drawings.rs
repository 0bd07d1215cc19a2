//! Charts drawn for the places where they are shown.

use std::collections::BTreeMap;

use crate::render::svg;
use crate::render::svg::Svg;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::chart::Chart;

/// The drawings of each chart by its id, one after the other for each place.
pub(super) fn drawings<'a>(
    charts: impl Iterator<Item = &'a Chart>,
    variants: &[Variant],
    theme: &Theme,
) -> BTreeMap<String, Svg> {
    let draw = |chart: &Chart| {
        variants.iter().map(|variant| svg::chart(chart, *variant, theme)).collect()
    };
    charts.map(|chart| (chart.id.clone(), draw(chart))).collect()
}
