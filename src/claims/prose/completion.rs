//! 完成率: what was reached in per cent of a target.

use crate::claims::amount::{Amount, Dimension, TARGET, contains, without};
use crate::claims::found::{FoundClaim, likeliest};
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
        let one = self.one();
        let told = contains(one.phrase(), RATES)
            || (one.follows(TARGET) && one.follows(&["完成", "占"]));
        told || self.of_target().is_some()
    }

    pub(super) fn completion(&self) -> Option<FoundClaim> {
        if self.one().clause.contains("分别") || self.one().follows(&["亿", "万"]) {
            return None;
        }
        if let Some(at) = self.of_target() {
            return self.against(&self.own[at], self.actuals(at), true);
        }
        let mut targets = self.apart_targets();
        if targets.is_empty() {
            return self.against(self.later_target()?, self.actuals(self.at), true);
        }
        let last = targets.pop()?;
        let told = self.own[..self.at].iter().rposition(is_done);
        let fresh = |at: &usize| told.is_none_or(|told| *at > told);
        let certain = !targets.iter().any(fresh) && self.is_plain(last);
        let held = |at: usize, certain| {
            self.against(&self.own[at], self.actuals(self.at), certain)
        };
        let others: Vec<FoundClaim> =
            targets.into_iter().filter_map(|at| held(at, false)).collect();
        likeliest(held(last, certain), others)
    }

    /// The claim against a target; where the nearest number does not fit, another may be meant.
    fn against<'b>(
        &self,
        target: &Amount,
        actuals: impl Iterator<Item = &'b Amount>,
        certain: bool,
    ) -> Option<FoundClaim> {
        let held = |actual: &Amount| {
            let share = self.quotient("完成率", actual, target);
            // 超额完成 may be followed by the share itself or by what is above the target.
            let surplus = self.one().clause.contains("超额").then(|| {
                let words = format!("{}÷{}－100", actual.text, target.text);
                self.hold("完成率", "pct(a,b)-100", &[actual, target], words)
            });
            likeliest(share, surplus.flatten())
        };
        let same = |actual: &&Amount| actual.dimension == target.dimension;
        let actuals: Vec<&Amount> = actuals.filter(same).collect();
        let nearest = actuals.first().filter(|one| certain && self.is_of(one, target));
        likeliest(nearest.and_then(|one| held(one)), actuals.into_iter().filter_map(held))
    }

    /// Whether what was reached, the target and the claim are of one kind.
    fn is_of(&self, actual: &Amount, target: &Amount) -> bool {
        same_kind(actual, target) && same_kind(actual, self.one())
    }

    /// The target right before: 完成目标80亿元的50%.
    fn of_target(&self) -> Option<usize> {
        let at = self.at.checked_sub(1)?;
        let target = &self.own[at];
        let of = self.one().is_joined() && self.one().before.trim_end().ends_with('的');
        (of && target.is_target() && !target.is_approximate()).then_some(at)
    }

    /// The targets that stand alone before the claim, of the span that it names.
    fn apart_targets(&self) -> Vec<usize> {
        let alone = |at: &usize| {
            let next = Place { at: at + 1, ..*self };
            self.own[*at].is_target() && next.of_target().is_none()
        };
        let all: Vec<usize> = (0..self.at).filter(alone).collect();
        let wanted = span(self.one().phrase());
        let of = |wanted: Option<&str>| -> Vec<usize> {
            let fits = |at: &&usize| span(self.own[**at].phrase()) == wanted;
            all.iter().filter(fits).copied().collect()
        };
        let named = of(wanted);
        match (wanted, named.is_empty()) {
            (None, _) => all,
            (Some(_), true) => of(None),
            (Some(_), false) => named,
        }
    }

    /// The target right behind: 完成率52%，目标20亿元.
    fn later_target(&self) -> Option<&Amount> {
        let next = self.own.get(self.at + 1).filter(|next| next.follows(TARGET))?;
        without(&next.before, GENERAL).is_empty().then_some(next)
    }

    /// Whether nothing between a target and the claim speaks of a part or of another target.
    fn is_plain(&self, target: usize) -> bool {
        let wanted = &self.own[target];
        let actual = (0..self.at).rev().find(|at| {
            self.own[*at].is_actual() && self.own[*at].dimension == wanted.dimension
        });
        let between = &self.own[target.min(actual.unwrap_or(target)) + 1..=self.at];
        let (claim, between) = between.split_last().unwrap_or((self.one(), &[]));
        let parted = |one: &Amount| one.before.contains("其中") && !one.is_target();
        let named = without(claim.phrase(), GENERAL);
        !between.iter().any(|one| is_done(one) || parted(one))
            && !claim.before.contains("其中")
            && wanted.phrase().contains(&named)
    }
}

fn is_done(one: &Amount) -> bool {
    one.dimension == Dimension::Percent && one.follows(&["完成", "占"])
}

fn span(text: &str) -> Option<&'static str> {
    SPANS.iter().find(|(word, _)| text.contains(word)).map(|(_, span)| *span)
}
