//! 完成率: an actual value in per cent of a target.

use crate::claims::amount::{Amount, Dimension, TARGET, contains, without};
use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::prose::Place;
use crate::claims::prose::share::same_kind;

const RATES: &[&str] = &["完成率", "完成比例", "完成进度", "完成全年进度"];
/// Spans of a target; the longer words come first, and those of a year mean the same.
const SPANS: &[(&str, &str)] = &[
    ("前三季度", "前三季度"),
    ("上半年", "上半年"),
    ("下半年", "下半年"),
    ("一季度", "一季度"),
    ("二季度", "二季度"),
    ("三季度", "三季度"),
    ("四季度", "四季度"),
    ("季度", "季度"),
    ("半年", "半年"),
    ("月", "月"),
    ("年", "年"),
];
/// Words that leave open which target is meant; others name one.
const GENERAL: &[&str] = &[
    "完成率",
    "完成比例",
    "完成进度",
    "完成",
    "目标",
    "任务",
    "计划",
    "前三季度",
    "上半年",
    "下半年",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "季度",
    "半年",
    "本月",
    "当月",
    "全年",
    "年度",
    "今年",
    "本年",
    "年初",
    "占",
    "的",
    "为",
    "达到",
    "达",
    "已",
    "仅",
    "总",
    "数",
    "考核",
    "招商",
    "引资",
    "到位",
    "资金",
    "超额",
    "是",
];

impl Place<'_> {
    pub(super) fn is_completion(&self) -> bool {
        let amount = self.amount();
        contains(amount.phrase(), RATES)
            || (amount.follows(TARGET) && amount.follows(&["完成", "占"]))
            || self.of_target().is_some()
    }

    pub(super) fn completion(&self) -> Option<FoundClaim> {
        if self.amount().clause.contains("分别") || self.amount().follows(&["亿", "万"])
        {
            return None;
        }
        if let Some(at) = self.of_target() {
            return self.against(&self.amounts[at], self.actuals(at), true);
        }
        let mut targets = self.apart_targets();
        if targets.is_empty() {
            return self.against(self.later_target()?, self.actuals(self.at), true);
        }
        let last = targets.pop()?;
        let newest_claim = self.amounts[..self.at].iter().rposition(is_done);
        let has_rival =
            targets.iter().any(|at| newest_claim.is_none_or(|claim| *at > claim));
        let certain = !has_rival && self.is_plain(last);
        let held = |at: usize, certain| {
            self.against(&self.amounts[at], self.actuals(self.at), certain)
        };
        let others: Vec<FoundClaim> =
            targets.into_iter().filter_map(|at| held(at, false)).collect();
        likeliest(held(last, certain), others)
    }

    /// Returns the claim for the nearest target, or for another one if that does not fit.
    fn against<'b>(
        &self,
        target: &Amount,
        actuals: impl Iterator<Item = &'b Amount>,
        certain: bool,
    ) -> Option<FoundClaim> {
        let held = |actual: &Amount| {
            let rate = self.quotient("完成率", actual, target);
            // 超额完成 may be followed by the share itself or by what is above the target.
            let surplus = self.amount().clause.contains("超额").then(|| {
                let words = format!("{}÷{}－100", actual.text, target.text);
                self.hold("完成率", "pct(a,b)-100", &[actual, target], words)
            });
            likeliest(rate, surplus.flatten())
        };
        let actuals: Vec<&Amount> =
            actuals.filter(|actual| actual.dimension == target.dimension).collect();
        let nearest =
            actuals.first().filter(|amount| certain && self.is_of(amount, target));
        likeliest(
            nearest.and_then(|amount| held(amount)),
            actuals.into_iter().filter_map(held),
        )
    }

    /// Returns whether the actual value, the target and the claim are of the same kind.
    fn is_of(&self, actual: &Amount, target: &Amount) -> bool {
        same_kind(actual, target) && same_kind(actual, self.amount())
    }

    /// Returns the position of a target directly before: 完成目标80亿元的50%.
    fn of_target(&self) -> Option<usize> {
        let at = self.at.checked_sub(1)?;
        let target = &self.amounts[at];
        let is_of =
            self.amount().is_joined() && self.amount().before.trim_end().ends_with('的');
        (is_of && target.is_target() && !target.is_approximate()).then_some(at)
    }

    /// Returns the positions of targets before the claim that have the span it names.
    fn apart_targets(&self) -> Vec<usize> {
        let all: Vec<usize> = (0..self.at)
            .filter(|at| {
                let next = Place { at: at + 1, ..*self };
                self.amounts[*at].is_target() && next.of_target().is_none()
            })
            .collect();
        let wanted = span(self.amount().phrase());
        let of = |wanted: Option<&str>| -> Vec<usize> {
            let all = all.iter().copied();
            all.filter(|at| span(self.amounts[*at].phrase()) == wanted).collect()
        };
        let named = of(wanted);
        match (wanted, named.is_empty()) {
            (None, _) => all,
            (Some(_), true) => of(None),
            (Some(_), false) => named,
        }
    }

    /// Returns a target directly after: 完成率52%，目标20亿元.
    fn later_target(&self) -> Option<&Amount> {
        let next = self.amounts.get(self.at + 1).filter(|next| next.follows(TARGET))?;
        without(&next.before, GENERAL).is_empty().then_some(next)
    }

    /// Returns whether nothing between a target and the claim refers to a part or to another
    /// target.
    fn is_plain(&self, target: usize) -> bool {
        let wanted = &self.amounts[target];
        let actual = (0..self.at).rev().find(|at| {
            self.amounts[*at].is_actual()
                && self.amounts[*at].dimension == wanted.dimension
        });
        let between = &self.amounts[target.min(actual.unwrap_or(target)) + 1..=self.at];
        let (claim, between) = between.split_last().unwrap_or((self.amount(), &[]));
        let is_parted =
            |amount: &Amount| amount.before.contains("其中") && !amount.is_target();
        let named = without(claim.phrase(), GENERAL);
        !between.iter().any(|amount| is_done(amount) || is_parted(amount))
            && !claim.before.contains("其中")
            && wanted.phrase().contains(&named)
    }
}

fn is_done(amount: &Amount) -> bool {
    amount.dimension == Dimension::Percent && amount.follows(&["完成", "占"])
}

fn span(text: &str) -> Option<&'static str> {
    SPANS.iter().find(|(word, _)| text.contains(word)).map(|(_, span)| *span)
}
