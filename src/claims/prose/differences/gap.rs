//! 还差 and 超目标: a target less what was reached, or the other way round.

use rust_decimal::Decimal;

use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::number::amount::{Amount, TARGET, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;

const OTHER: &[&str] = &["进度", "序时", "同期", "去年", "上年", "上月", "第一", "第1"];

impl<'a> Place<'a> {
    pub(in crate::claims::prose) fn gap(&self) -> Option<FoundClaim> {
        let gap = self.amount();
        if let Some((target, actual, is_short)) = self.of_stage() {
            let (whole, part) =
                if is_short { (target, actual) } else { (actual, target) };
            let words = format!("{}－{}", whole.text, part.text);
            let what = if is_short { "差额" } else { "超额" };
            return self.hold(what, "a-b", &[whole, part], words);
        }
        let is_short = gap.is_shortfall();
        if !gap.is_quantity()
            || contains(&gap.clause, OTHER)
            || !(is_short || gap.is_surplus())
        {
            return None;
        }
        let same = |amount: &&Amount| amount.dimension == gap.dimension;
        let targets: Vec<&Amount> =
            self.before().filter(same).filter(|amount| amount.is_target()).collect();
        let actuals: Vec<&Amount> = self.actuals(self.at).filter(same).collect();
        let held = |target: &Amount, actual: &Amount| {
            let (whole, part) =
                if is_short { (target, actual) } else { (actual, target) };
            let words = format!("{}－{}", whole.text, part.text);
            let what = if is_short { "差额" } else { "超额" };
            self.hold(what, "a-b", &[whole, part], words)
        };
        let is_plain =
            !self.amounts[..=self.at].iter().any(|one| one.before.contains("其中"));
        let earlier = self.earlier_target().filter(|_| targets.is_empty());
        // 低于序时进度2.75个百分点，差1.92亿元: what is missing may be missing to the schedule.
        let is_open = !contains(&gap.clause, TARGET)
            && self.before().next().is_some_and(|last| contains(&last.clause, OTHER));
        let is_plain = is_plain && !is_open;
        let certain = match (targets.as_slice(), actuals.as_slice(), earlier) {
            ([target], [actual], _) if is_plain => held(target, actual),
            ([], [actual], Some((target, true))) if !is_open => held(target, actual),
            _ => None,
        };
        let earlier = self.earlier.iter().flatten().filter(same);
        let all: Vec<&Amount> = targets
            .into_iter()
            .chain(earlier.filter(|amount| amount.is_target()))
            .collect();
        let possible = all.into_iter().flat_map(|target| {
            actuals.iter().filter_map(|actual| held(target, actual)).collect::<Vec<_>>()
        });
        likeliest(certain, possible)
    }

    /// Returns the target, the actual value, and whether the one is more, where an amount follows the
    /// completion of a stage: 到位资金22.15亿元，完成三季度目标20亿元的110.75%，超2.15亿元.
    fn of_stage(&self) -> Option<(&'a Amount, &'a Amount, bool)> {
        const YEAR: &[&str] = &["年度", "全年", "年初"];
        let gap = self.amount();
        let is_short = match gap.phrase().trim() {
            "超" | "超出" => false,
            "欠" | "短欠" => true,
            _ => return None,
        };
        let mut before = self.before();
        let [rate, target] = [before.next()?, before.next()?];
        let actual = self.actuals(self.at).find(|it| it.dimension == gap.dimension)?;
        let is_of_stage = rate.dimension == Dimension::Percent
            && (rate.value < Decimal::ONE_HUNDRED) == is_short
            && target.is_target()
            && target.dimension == gap.dimension
            && !contains(&target.clause, YEAR);
        is_of_stage.then_some((target, actual, is_short))
    }

    /// 完成率62.5%，距目标还差37.5个百分点.
    pub(in crate::claims::prose) fn gap_in_points(&self) -> Option<FoundClaim> {
        let gap = self.amount();
        let named = contains(&gap.clause, &["目标", "任务"])
            && contains(&gap.clause, &["距", "离"]);
        if !named || !gap.is_shortfall() || contains(&gap.clause, OTHER) {
            return None;
        }
        let done =
            self.before().next().filter(|done| done.follows(&["完成率", "完成"]))?;
        self.hold("差额", "100-a", &[done], format!("100%－{}", done.text))
    }
}
