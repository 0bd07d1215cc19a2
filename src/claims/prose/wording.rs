//! Wording that contradicts the number: 增长-8.57%, 超进度20.83%.

use rust_decimal::Decimal;

use crate::claims::found_claim::{Computed, FoundClaim};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;
use crate::claims::verdict::Verdict;

impl Place<'_> {
    /// Returns the fault in the wording, if there is one: a negative growth, or a difference of
    /// percentages in per cent.
    pub(super) fn wording(&self) -> Option<FoundClaim> {
        let amount = self.amount();
        if amount.value < Decimal::ZERO && amount.follows(&["增长"]) {
            let plain = amount.text.trim_start_matches('-');
            return Some(self.fault("用词", &amount.text, format!("应写“下降{plain}”")));
        }
        let percent = amount.dimension == Dimension::Percent;
        let misnamed = percent && !self.is_schedule() && self.is_lead();
        let basis = "两个百分比的差，单位应为“个百分点”".to_owned();
        misnamed.then(|| self.fault("用词", &amount.text, basis))
    }

    /// Makes a claim that breaks a rule of wording, so that there is nothing to compute.
    pub(super) fn fault(&self, what: &str, printed: &str, basis: String) -> FoundClaim {
        let spots = self.list().iter().map(|amount| amount.spot).collect();
        FoundClaim {
            line: self.amount().line,
            what: what.to_owned(),
            printed: printed.to_owned(),
            basis,
            computed: Computed::Nothing,
            verdict: Verdict::Mismatch,
            assumed: false,
            spots,
        }
    }
}
