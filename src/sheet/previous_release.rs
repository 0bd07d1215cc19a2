//! What an edition's ranks and scores are compared with: the newest release before it, else what was computed.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::model::book::current::current_part;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::Release;
use crate::sheet::printed::PrintedPart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Number;
use crate::words::date;
use crate::words::number::{DASH, climbed};

impl<'a> Sheet<'a> {
    /// The newest release of the series before this period, under the same plans.
    pub fn released_before(&self) -> Option<&'a Release> {
        let period = &self.figures.period;
        let releases = self.book().releases.iter().map(|filed| filed.record.as_ref());
        let earlier = releases.filter(|release| {
            let end = release.period.end();
            release.period.same_series(period)
                && end < period.end()
                && self.plans().any(|plan| plan.span.contains(end))
        });
        earlier.max_by_key(|release| release.period.end())
    }

    /// Whether there is anything to compare with.
    pub fn has_earlier(&self) -> bool {
        self.previous.is_some() || self.released_before().is_some()
    }

    /// What something, such as 名次, is compared with.
    pub fn compared(&self, what: &str) -> Option<String> {
        if let Some(release) = self.released_before() {
            let period = date::period(&release.period);
            return Some(format!("比上期：{what}与已发布的{period}通报相比。"));
        }
        let period = date::period(&self.previous?.period);
        Some(format!("比上期：{what}与{period}的测算结果（未发布）相比。"))
    }

    /// A rank as it stands in the newest release before; without one, as computed.
    pub fn earlier_rank(&self, id: &FigureId, computed: Option<u32>) -> Option<u32> {
        match self.released_before() {
            Some(release) => {
                let rank = &FrozenPart::Rank;
                current_part(self.book(), &release.period, id, rank)?.rank()
            }
            None => computed,
        }
    }

    /// A total as it stands in the newest release before; without one, as computed.
    pub fn earlier_total(
        &self,
        id: &FigureId,
        computed: Option<Decimal>,
    ) -> Option<Decimal> {
        match self.released_before() {
            Some(release) => {
                let total = &FrozenPart::Total;
                current_part(self.book(), &release.period, id, total)?.number()
            }
            None => computed,
        }
    }
}

impl IndicatorView<'_> {
    /// How many places a unit went up since the period before; negative where it went down.
    pub fn climbed(&self, figure: &Figure) -> Option<i64> {
        let rank =
            |figure: &Figure| figure.ranked.as_ref().and_then(|ranked| ranked.rank);
        let computed = self.before(figure).and_then(rank);
        let span = self.series.plan.span;
        // What was released under another plan is no rank to climb from.
        let before = match self.sheet.released_before() {
            Some(release) if !span.contains(release.period.end()) => computed,
            _ => self.sheet.earlier_rank(&figure.id, computed),
        }?;
        Some(i64::from(before) - i64::from(rank(figure)?))
    }

    /// How many places a unit went up or down since the period before, as printed.
    pub fn movement(&self, figure: &Figure) -> Number {
        let moved = self.climbed(figure);
        let value = moved.map(|moved| moved.to_string()).unwrap_or_default();
        let text = moved.map_or(DASH.to_owned(), climbed);
        self.printed(figure, PrintedPart::Movement, value, text)
    }
}
