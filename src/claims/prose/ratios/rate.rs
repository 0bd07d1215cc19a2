//! 开工率, 履约率, 到位率 and the like: the share of signed projects that has reached something.

use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::number::amount::Amount;
use crate::claims::prose::place::Place;

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

/// What a rate is the share of: what has happened, or what is left of the whole without what has not.
struct Part<'a> {
    at: usize,
    amount: &'a Amount,
    is_missing: bool,
}

impl<'a> Place<'a> {
    pub(in crate::claims::prose) fn rate(&self) -> Option<FoundClaim> {
        let amount = self.amount();
        let (event, rate) = RATES.iter().find(|(_, rate)| amount.follows(&[rate]))?;
        if amount.clause.contains("分别") {
            return None;
        }
        let part = self.part(event, rate)?;
        let whole = |amount: &&Amount| {
            let other = RATES.iter().any(|(event, rate)| is_of(amount, event, rate));
            amount.dimension == part.amount.dimension
                && amount.is_quantity()
                && !amount.is_missing()
                && !other
        };
        let wholes: Vec<&Amount> = self.amounts[..part.at].iter().filter(whole).collect();
        let held = |whole: &&Amount| self.rate_of(rate, &part, whole);
        let only =
            wholes.first().filter(|amount| wholes.len() == 1 && !amount.is_approximate());
        let certain = only
            .filter(|amount| amount.follows(&["签", "总投资", "协议", "合同", "项目"]));
        let earlier = self.earlier.iter().flatten().filter(whole);
        let others = self.amounts[..self.at].iter().chain(earlier);
        let possible = others.filter(|amount| amount.dimension == part.amount.dimension);
        let split = self.split(event, rate);
        let certain = certain.and_then(held).or_else(|| split.clone());
        likeliest(certain, possible.filter_map(|amount| held(&amount)).chain(split))
    }

    /// Returns the claim where the whole is what has happened and what has not: 已开工33个，未开工17个.
    fn split(&self, event: &str, rate: &str) -> Option<FoundClaim> {
        let before = &self.amounts[..self.at];
        let done = before.iter().rfind(|amount| is_of(amount, event, rate))?;
        let open = before.iter().rfind(|amount| is_missing_of(amount, event, rate))?;
        let words = format!("{0}÷（{0}＋{1}）", done.text, open.text);
        let is_same = done.dimension == open.dimension;
        is_same.then(|| self.hold(rate, "pct(a,a+b)", &[done, open], words)).flatten()
    }

    /// Returns the last number before that counts what has happened, else what has not.
    fn part(&self, event: &str, rate: &str) -> Option<Part<'a>> {
        let before = &self.amounts[..self.at];
        let part = |at: usize, is_missing| Part { at, amount: &before[at], is_missing };
        let done = before.iter().rposition(|amount| is_of(amount, event, rate));
        let open =
            || before.iter().rposition(|amount| is_missing_of(amount, event, rate));
        done.map(|at| part(at, false)).or_else(|| Some(part(open()?, true)))
    }

    fn rate_of(&self, rate: &str, part: &Part, whole: &Amount) -> Option<FoundClaim> {
        if !part.is_missing {
            return self.quotient(rate, part.amount, whole);
        }
        let words = format!("（{0}－{1}）÷{0}", whole.text, part.amount.text);
        self.hold(rate, "pct(a-b,a)", &[whole, part.amount], words)
    }
}

/// Returns whether a number counts what has happened: 已开工58个, 58个项目已开工.
fn is_of(amount: &Amount, event: &str, rate: &str) -> bool {
    amount.is_actual() && names(amount, event, rate)
}

/// Returns whether a number counts what has not happened: 未开工17个, 17个项目尚未开工.
fn is_missing_of(amount: &Amount, event: &str, rate: &str) -> bool {
    amount.is_part() && amount.is_missing() && names(amount, event, rate)
}

fn names(amount: &Amount, event: &str, rate: &str) -> bool {
    let names = |text: &str| text.contains(event) && !text.contains(rate);
    names(amount.phrase()) || names(&amount.after)
}
