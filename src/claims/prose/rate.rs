//! 开工率, 履约率, 到位率 and their like: how much of what was signed has come to something.

use crate::claims::amount::Amount;
use crate::claims::found::{FoundClaim, likeliest};
use crate::claims::prose::Place;

/// What has happened, with the rate that tells of it.
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
        let one = self.one();
        let (event, rate) = RATES.iter().find(|(_, rate)| one.follows(&[rate]))?;
        if one.clause.contains("分别") {
            return None;
        }
        let happened = |at: &usize| is_of(&self.own[*at], event, rate);
        let part = (0..self.at).rev().find(happened)?;
        let whole = |one: &&Amount| {
            one.dimension == self.own[part].dimension
                && one.is_quantity()
                && !RATES.iter().any(|(event, rate)| is_of(one, event, rate))
        };
        let own: Vec<&Amount> = self.own[..part].iter().filter(whole).collect();
        let held = |whole: &&Amount| self.quotient(rate, &self.own[part], whole);
        let only = own.first().filter(|one| own.len() == 1 && !one.is_approximate());
        let certain =
            only.filter(|one| one.follows(&["签", "总投资", "协议", "合同", "项目"]));
        let earlier = self.earlier.iter().flatten().filter(whole);
        let others = self.own[..self.at].iter().chain(earlier);
        let possible = others.filter(|one| one.dimension == self.own[part].dimension);
        likeliest(certain.and_then(held), possible.filter_map(|one| held(&one)))
    }
}

/// Whether a number counts what has happened: 已开工58个, 58个项目已开工.
fn is_of(one: &Amount, event: &str, rate: &str) -> bool {
    let told = |text: &str| text.contains(event) && !text.contains(rate);
    one.is_actual() && (told(one.phrase()) || told(&one.after))
}
