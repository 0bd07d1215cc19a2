//! 完成率: an actual value in per cent of a target.

use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::number::amount::{Amount, TARGET, contains, without};
use crate::claims::number::period::measure;
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;
use crate::claims::prose::ratios::share::same_kind;

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
    "距离",
    "距",
    "还差",
    "尚差",
    "差",
    "超",
];

impl<'a> Place<'a> {
    pub(in crate::claims::prose) fn is_completion(&self) -> bool {
        let amount = self.amount();
        contains(amount.phrase(), RATES)
            || (amount.follows(TARGET) && amount.follows(&["完成", "占"]))
            || is_of_target(amount.phrase())
            || self.of_target().is_some()
    }

    pub(in crate::claims::prose) fn completion(&self) -> Option<FoundClaim> {
        if self.amount().clause.contains("分别") || self.amount().follows(&["亿", "万"])
        {
            return None;
        }
        if let Some(at) = self.of_target() {
            return self.against(&self.amounts[at], self.actuals(at), true);
        }
        let mut targets = self.apart_targets();
        if targets.is_empty() {
            return match self.later_target() {
                Some(target) => self.against(target, self.actuals(self.at), true),
                None => self.against_earlier(),
            };
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

    /// Returns the claim for a target that the sentences before print: 年度投资计划304亿元。1—4月，完成投资
    /// 96.4亿元，完成年度计划投资的31.7%.
    fn against_earlier(&self) -> Option<FoundClaim> {
        let (target, certain) = self.earlier_target()?;
        self.against(target, self.actuals(self.at), certain)
    }

    /// Returns the last target that the sentences before print and that the number may be of, and
    /// whether it is meant without doubt.
    pub(in crate::claims::prose) fn earlier_target(&self) -> Option<(&'a Amount, bool)> {
        let newest = self.actuals(self.at).next()?;
        let wanted = span(self.amount().phrase()).unwrap_or("年");
        let fits = |target: &&Amount| {
            target.is_target()
                && target.dimension == newest.dimension
                && span(target.phrase()).unwrap_or("年") == wanted
        };
        let has_target = |amounts: &Vec<Amount>| amounts.iter().any(|one| fits(&one));
        let before = self.earlier.iter().rposition(has_target)?;
        let targets: Vec<&Amount> = self.earlier[before].iter().filter(fits).collect();
        let target = *targets.last()?;
        let is_next = before + 1 == self.earlier.len();
        // 协议资金 has a target of its own, which is none of 到位资金.
        let mut ahead =
            self.earlier[before].iter().take_while(|one| one.spot < target.spot);
        let is_like = ahead.all(|one| !one.is_actual() || same_kind(one, newest));
        let certain =
            is_next && targets.len() == 1 && is_like && self.is_about(before, target);
        Some((target, certain))
    }

    /// Returns whether the sentence up to the claim is about what an earlier target is about: it
    /// names nothing that the sentence of the target does not name.
    fn is_about(&self, sentence: usize, target: &Amount) -> bool {
        let words = |amounts: &[Amount]| -> String {
            amounts.iter().map(|amount| amount.before.as_str()).collect()
        };
        let ahead = words(&self.amounts[..=self.at]);
        let known = words(&self.earlier[sentence]);
        let clauses = ahead.split(['，', ',', '。', '、', '：']);
        let subject = clauses.map(|clause| measure(&without(clause, GENERAL)));
        let is_plain = !ahead.contains("其中") && !target.before.contains("其中");
        // What is the completion of this target is about it too.
        let is_of = |rate: &Amount| {
            let mut actuals =
                self.actuals(self.at).filter(|one| one.dimension == target.dimension);
            actuals.any(|actual| {
                let held = rate.held("", "pct(a,b)", &[actual, target], String::new());
                held.is_some_and(|claim| !claim.fails())
            })
        };
        let done = self.amounts[..self.at].iter().filter(|one| is_done(one));
        let others = done.filter(|rate| !is_of(rate)).count();
        let named: Vec<String> = subject.filter(|part| !part.is_empty()).collect();
        is_plain && others == 0 && named.iter().all(|part| known.contains(part.as_str()))
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

/// Returns whether words make a number a share of a target: 为年度投资计划的; not 目标为.
fn is_of_target(words: &str) -> bool {
    let behind = words.rsplit_once('为').map(|(_, behind)| behind.trim_end_matches('的'));
    behind.is_some_and(|words| TARGET.iter().any(|target| words.ends_with(target)))
}

fn is_done(amount: &Amount) -> bool {
    amount.dimension == Dimension::Percent && amount.follows(&["完成", "占"])
}

fn span(text: &str) -> Option<&'static str> {
    SPANS.iter().find(|(word, _)| text.contains(word)).map(|(_, span)| *span)
}
