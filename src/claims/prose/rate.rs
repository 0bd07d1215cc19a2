//! 开工率, 履约率, 到位率 and the like: the share of signed projects that has reached something.

use crate::claims::amount::Amount;
use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::prose::Place;

/// What has happened, with the name of its rate.
const RATES: &[(&str, &str)] = &[
    ("开工", "开工率"),
    ("履约", "履约率"),
    ("投产", "投产率"),
    ("竣工", "竣工率"),
    ("建成", "建成率"),
    ("落地", "落地率"),
    ("到位", "到位率"),
];

impl Place<'_> {
    pub(super) fn rate(&self) -> Option<FoundClaim> {
        let amount = self.amount();
        let (event, rate) = RATES.iter().find(|(_, rate)| amount.follows(&[rate]))?;
        if amount.clause.contains("分别") {
            return None;
        }
        let part =
            (0..self.at).rev().find(|at| is_of(&self.amounts[*at], event, rate))?;
        let whole = |amount: &&Amount| {
            amount.dimension == self.amounts[part].dimension
                && amount.is_quantity()
                && !RATES.iter().any(|(event, rate)| is_of(amount, event, rate))
        };
        let wholes: Vec<&Amount> = self.amounts[..part].iter().filter(whole).collect();
        let held = |whole: &&Amount| self.quotient(rate, &self.amounts[part], whole);
        let only =
            wholes.first().filter(|amount| wholes.len() == 1 && !amount.is_approximate());
        let certain = only
            .filter(|amount| amount.follows(&["签", "总投资", "协议", "合同", "项目"]));
        let earlier = self.earlier.iter().flatten().filter(whole);
        let others = self.amounts[..self.at].iter().chain(earlier);
        let possible =
            others.filter(|amount| amount.dimension == self.amounts[part].dimension);
        likeliest(certain.and_then(held), possible.filter_map(|amount| held(&amount)))
    }
}

/// Returns whether a number counts what has happened: 已开工58个, 58个项目已开工.
fn is_of(amount: &Amount, event: &str, rate: &str) -> bool {
    let names = |text: &str| text.contains(event) && !text.contains(rate);
    amount.is_actual() && (names(amount.phrase()) || names(&amount.after))
}
