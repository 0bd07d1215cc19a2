//! The released figures of books below as totals of the indicators that add them up.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::below::lives::BelowLife;
use crate::model::below::release::BelowFigure;
use crate::model::book::filed::Filed;
use crate::model::dictionary::{Level, Set, Word};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::revision::{DisclosedChange, DisclosedFigure};
use crate::model::plan::Plan;
use crate::model::plan::indicator::{Indicator, SourceKind};
use crate::model::record::registry::Below;
use crate::model::record::reported::{ReportedFile, Total, TotalCorrection, TotalKind};
use crate::model::value::period::Period;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{IndicatorRef, ScopeRef};
use crate::model::value::word::{Address, Flag};

/// How many digits of a digest tell files apart for a reader.
const SHORT: usize = 12;

/// Returns the totals of a release. Editions of months alone are added up; others repeat them.
pub fn totals(
    plans: &[Filed<Plan>],
    below: &Below,
    life: &BelowLife,
    changes: &[DisclosedChange],
) -> Filed<ReportedFile> {
    let release = life.release;
    let is_month = matches!(release.period, Period::Month(_));
    let indicators = plans.iter().flat_map(|plan| &plan.record.indicators);
    let adding = indicators.filter(|one| is_month && one.source == SourceKind::Below);
    let totals = adding.filter_map(|indicator| {
        let figure = release.figures.iter().find(|figure| {
            indicator.is_called(&figure.indicator) || indicator.is_called(&figure.name)
        })?;
        Placed { below, life, figure, indicator }.total(changes)
    });
    let record = Arc::new(ReportedFile { totals: totals.collect() });
    Filed { file: life.file, path: life.path.to_owned(), record }
}

/// A figure of a book below, and the indicator that adds it up.
struct Placed<'a> {
    below: &'a Below,
    life: &'a BelowLife<'a>,
    figure: &'a BelowFigure,
    indicator: &'a Indicator,
}

impl Placed<'_> {
    /// The figure as a total; `None` where the book below had no value.
    fn total(&self, changes: &[DisclosedChange]) -> Option<Total> {
        let Placed { below, life, figure, indicator } = self;
        Some(Total {
            indicator: IndicatorRef::from(indicator.id.as_str()),
            scope: ScopeRef::from(below.unit.as_str()),
            period: life.release.period.clone(),
            value: self.quantity(figure.value?)?,
            kind: TotalKind::Below,
            level: (figure.level > Level::Public).then_some(figure.level),
            cumulative: None,
            with_merged: None,
            demo: figure.demo.unwrap_or(true).then_some(Flag(true)),
            submitted: Some(life.since),
            wording: Some(self.wording()),
            address: self.address(),
            published: None,
            organ: None,
            recognised: None,
            paper: None,
            cause: None,
            growth: None,
            rank: None,
            rank_in: None,
            numerator: None,
            denominator: None,
            note: None,
            clause: None,
            corrections: self.corrections(changes),
            withdrawn: None,
        })
    }

    /// A number in the unit of the figure; `None` if that is no unit.
    fn quantity(&self, number: impl ToString) -> Option<Quantity> {
        Quantity::parse(&format!("{}{}", number.to_string(), self.figure.unit)).ok()
    }

    /// Where the number stands, and by which bytes it is known.
    fn wording(&self) -> String {
        let Placed { below, life: BelowLife { release, .. }, figure, .. } = self;
        let digest = release.digest.get(..SHORT).unwrap_or_default();
        let lacks = if figure.lacks { "，其中有未报的" } else { "" };
        format!(
            "{} {} 存档 {}/all{lacks}，SHA-256 {digest}…",
            below.id, release.period, figure.indicator
        )
    }

    /// The page of the edition on the site of the book below.
    fn address(&self) -> Option<Address> {
        let site = self.below.address.as_ref()?;
        let site = site.0.trim_end_matches('/');
        Some(Address(format!("{site}/{}/index.html", self.life.release.period)))
    }

    /// What the book below disclosed of it afterwards, and that it took it back, known above from the day
    /// on which it did.
    fn corrections(&self, changes: &[DisclosedChange]) -> Vec<TotalCorrection> {
        let id = format!("{}/all", self.figure.indicator);
        let is_own = |figure: &DisclosedFigure| {
            figure.part == FrozenPart::Value && figure.figure.to_string() == id
        };
        let of_change = |change: &DisclosedChange| {
            let figure = change.figures.iter().find(|figure| is_own(figure))?;
            Some(self.correction(change.date, &change.reason, figure.after()))
        };
        let taken_back = self.life.taken_back.map(|one| {
            self.correction(one.date, &format!("下级撤回（{}）", one.reason), None)
        });
        changes.iter().filter_map(of_change).chain(taken_back).collect()
    }

    fn correction(
        &self,
        submitted: NaiveDate,
        reason: &str,
        now: Option<FrozenValue>,
    ) -> TotalCorrection {
        let value = now.and_then(|now| self.quantity(now));
        TotalCorrection {
            submitted,
            reason: reason.to_owned(),
            withdrawn: Set(value.is_none().then_some(Some(Flag(true)))),
            value: Set(value),
            cumulative: Set(None),
            with_merged: Set(None),
            growth: Set(None),
        }
    }
}
