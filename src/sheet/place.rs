//! 位次: the place among others that was published with a number.

use crate::figures::figure::Figure;
use crate::model::record::reported::{Total, TotalKind};
use crate::sheet::IndicatorView;

impl<'a> IndicatorView<'a> {
    /// The place that was quoted for a figure at the end of this period, and among whom.
    pub fn place(&self, figure: &Figure) -> Option<(u32, Option<&'a str>)> {
        let book = self.sheet.book();
        let end = self.sheet.figures.period.end();
        let is_of = |total: &Total| {
            total.kind == TotalKind::Quoted
                && total.period.end() == end
                && self.indicator().is_called(total.indicator.as_str())
                && book.scope_called(total.scope.as_str()).as_ref() == Some(&figure.scope)
        };
        let totals = book.reported.iter().flat_map(|filed| &filed.record.totals);
        let mut places = totals
            .filter(|total| is_of(total))
            .filter_map(|total| Some((total.rank.as_ref()?.0, total.rank_in.as_deref())));
        places.next()
    }
}
