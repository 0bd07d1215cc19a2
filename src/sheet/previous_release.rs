//! What an edition's ranks and scores are compared with: the newest release before it, else what was computed.

use crate::figures::figure::Figure;
use crate::model::book::current::current_part;
use crate::model::edition::release::Release;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Number;
use crate::words::date;
use crate::words::number::moved_places;

impl<'a> Sheet<'a> {
    /// The newest release of the series before this period.
    pub fn released_before(&self) -> Option<&'a Release> {
        let period = &self.figures.period;
        let releases = self.book().releases.iter().map(|filed| filed.record.as_ref());
        let earlier = releases.filter(|release| {
            release.period.same_series(period) && release.period.end() < period.end()
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

    /// A part of a figure as it stands in the newest release before; without one, as computed.
    pub fn earlier(
        &self,
        figure: &str,
        part: &str,
        computed: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        match self.released_before() {
            Some(release) => current_part(self.book(), &release.period, figure, part),
            None => computed(),
        }
    }
}

impl IndicatorView<'_> {
    /// How many places a unit went up or down since the period before.
    pub fn movement(&self, figure: &Figure) -> Number {
        let rank = |figure: &Figure| figure.ranked.as_ref().and_then(|one| one.rank);
        let computed = || self.before(figure).and_then(rank).map(|rank| rank.to_string());
        let before = self.sheet.earlier(&figure.id, "rank", computed);
        let (moved, text) = moved_places(before, rank(figure));
        let value = moved.map(|moved| moved.to_string()).unwrap_or_default();
        self.printed(figure, "movement", value, text)
    }
}
