//! Which figures a list or a chart shows, and in what order they stand.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::IndicatorView;

/// Whether a figure has a target or a value other than zero.
pub(crate) fn has_number(figure: &Figure) -> bool {
    figure.target().is_ok() || figure.value.known().is_some_and(|value| !value.is_zero())
}

/// Whether a figure has a number or a rank.
pub(crate) fn speaks(figure: &Figure) -> bool {
    figure.ranked.is_some() || has_number(figure)
}

/// Whether several units have a number in an indicator.
pub(crate) fn compares_units(view: &IndicatorView) -> bool {
    view.units().filter(|figure| has_number(figure)).count() > 1
}

/// Puts those that are ranked first, by their ranks; the others keep their order.
pub(crate) fn sort_by_rank(figures: &mut [&Figure]) {
    figures.sort_by_key(|figure| {
        figure.ranked.as_ref().and_then(|ranked| ranked.rank).unwrap_or(u32::MAX)
    });
}
