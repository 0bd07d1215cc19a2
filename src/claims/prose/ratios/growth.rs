//! 同比: growth over the year before, from the earlier value or from the increase.

use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::number::amount::{Amount, contains, without};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::{DOWN, Place};

const GROWTH: &[&str] = &["同比", "增长", "增幅", "增速", "上升", "净增"];
/// Growth of another kind, or of several things at once.
const OTHER: &[&str] = &["分别", "年均", "平均", "环比", "倍", "比重", "占比", "完成率"];
const TO: &[&str] = &["到", "至"];
const GENERAL: &[&str] = &["上年", "去年", "同期", "实际", "为", "是", "仅", "的"];

impl<'a> Place<'a> {
    pub(in crate::claims::prose) fn is_growth(&self) -> bool {
        let amount = self.amount();
        amount.dimension == Dimension::Percent
            && (amount.follows(GROWTH) || amount.follows(DOWN))
            && !contains(&amount.clause, OTHER)
    }

    pub(in crate::claims::prose) fn growth(&self) -> Option<FoundClaim> {
        let at = self.base()?;
        let base = &self.amounts[at];
        let claim = if base.is_increase() {
            self.by_increase(at)
        } else if base.is_last_year() {
            self.over_last_year(at)
        } else if base.is_actual() {
            self.by_both(at)
        } else {
            None
        };
        Some(claim?.directed("增长", "下降"))
    }

    /// Returns the position of the nearest earlier quantity that no other growth refers to.
    fn base(&self) -> Option<usize> {
        (0..self.at)
            .rev()
            .take_while(|at| !Place { at: *at, ..*self }.is_growth())
            .find(|at| self.amounts[*at].is_quantity() && !self.amounts[*at].is_target())
    }

    pub(super) fn alike(&self, at: usize) -> impl Iterator<Item = &'a Amount> + use<'a> {
        let dimension = self.amounts[at].dimension;
        self.actuals(at).filter(move |amount| amount.dimension == dimension)
    }

    /// Returns the number that is certainly meant: the only candidate, or the one directly before.
    pub(super) fn certain(&self, at: usize) -> Option<&'a Amount> {
        let mut all = self.alike(at);
        let first = all.next()?;
        let is_adjacent = at > 0 && std::ptr::eq(first, &self.amounts[at - 1]);
        let is_part = first.before.contains("其中");
        ((is_adjacent && !is_part) || all.next().is_none()).then_some(first)
    }

    fn by_increase(&self, at: usize) -> Option<FoundClaim> {
        let increase = &self.amounts[at];
        let sign = if increase.is_decrease() { "I(0)-" } else { "" };
        let same = |amount: &&Amount| amount.dimension == increase.dimension;
        let last = at.checked_sub(1).map(|last| &self.amounts[last]).filter(same);
        if let Some(last) = last.filter(|last| last.is_last_year()) {
            let words = format!("{}÷{}", increase.text, last.text);
            return self.hold(
                "同比",
                &format!("{sign}pct(a,b)"),
                &[increase, last],
                words,
            );
        }
        let held = |actual: &Amount| {
            let words = format!("增减{}÷（{}－增减）", increase.text, actual.text);
            self.hold("同比", &format!("ginc(a,({sign}b))"), &[actual, increase], words)
        };
        let certain = self.certain(at).and_then(held);
        likeliest(certain, self.alike(at).filter_map(held))
    }

    fn over_last_year(&self, at: usize) -> Option<FoundClaim> {
        let last = &self.amounts[at];
        let held = |actual: &Amount| self.over(actual, last);
        // The whole of last year is no base for the growth of a few months.
        let compared = last.follows(&["同期", "比", "较"]);
        let certain = self.certain(at).filter(|_| compared).and_then(held);
        likeliest(certain, self.alike(at).filter_map(held))
    }

    fn over(&self, actual: &Amount, last: &Amount) -> Option<FoundClaim> {
        let words = format!("{}÷{}－1", actual.text, last.text);
        self.hold("同比", "g(a,b)", &[actual, last], words)
    }

    /// Returns the claim if the text gives both values, the earlier one before (由20亿元增加到25亿元) or
    /// after (，上年同期为20亿元).
    fn by_both(&self, at: usize) -> Option<FoundClaim> {
        let actual = &self.amounts[at];
        let same = |amount: &&Amount| amount.dimension == actual.dimension;
        let last = at.checked_sub(1).map(|last| &self.amounts[last]).filter(same);
        let reached =
            TO.iter().any(|word| actual.phrase().ends_with(word)) && actual.is_joined();
        if let Some(last) = last.filter(|last| reached && last.follows(&["由", "从"])) {
            return self.over(actual, last);
        }
        let behind = self
            .amounts
            .get(self.at + 1)
            .filter(same)
            .filter(|amount| amount.is_last_year());
        let named =
            behind.map(|amount| without(&amount.before, GENERAL)).unwrap_or_default();
        let certain = behind.filter(|last| {
            last.before.contains("同期") && actual.before.contains(&named)
        });
        let earlier =
            self.amounts[..at].iter().filter(same).filter(|amount| amount.is_last_year());
        let possible =
            earlier.chain(behind).filter_map(|amount| self.over(actual, amount));
        likeliest(certain.and_then(|last| self.over(actual, last)), possible)
    }
}
