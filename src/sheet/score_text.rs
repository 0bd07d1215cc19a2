//! Scores as text: formulas with their numbers put in, what became of an item, conditions of rewards.

use rust_decimal::Decimal;

use crate::figures::scores::formula::{Formula, Token};
use crate::figures::scores::item::{ItemScore, State};
use crate::figures::scores::operand::gate::asked;
use crate::figures::scores::total::full_marks;
use crate::figures::scores::unit::UnitScore;
use crate::figures::scores::unit::{Condition, ConditionKind, Conversion};
use crate::model::plan::assessment::score_item::{ScoreItem, Treatment};
use crate::model::plan::assessment::{Assessment, Reward};
use crate::words::number::{DASH, exact, fixed};

/// Digits after the point up to which a value is printed exactly in a formula.
const EXACT_PLACES: u32 = 6;

/// Digits after the point of a longer one, so that a reader who computes it again gets the score.
const LONG_PLACES: u32 = 4;

/// A formula as printed: `3.70÷（6.00×50.00%）×20`.
pub fn formula(formula: &Formula) -> String {
    formula.tokens.iter().map(token).collect()
}

fn token(token: &Token) -> String {
    match token {
        Token::Sign(sign) => (*sign).to_owned(),
        Token::Words(words) => words.clone(),
        Token::Number(number, places) => operand(*number, *places),
        Token::Declared(number) => exact(*number),
        Token::Percent(share, places) => {
            format!("{}%", operand(*share * Decimal::ONE_HUNDRED, *places))
        }
    }
}

/// The one number in which two formulas of the same shape differ, before and after; `None` where they
/// differ in more.
pub fn differing(before: &Formula, after: &Formula) -> Option<(String, String)> {
    if before.tokens.len() != after.tokens.len() {
        return None;
    }
    let pairs = before.tokens.iter().zip(&after.tokens);
    let mut different = pairs.filter(|(old, new)| old != new);
    let (old, new) = different.next()?;
    different.next().is_none().then(|| (token(old), token(new)))
}

fn operand(number: Decimal, places: u32) -> String {
    let scale = number.normalize().scale();
    let more = if scale > EXACT_PLACES { LONG_PLACES } else { scale };
    fixed(number, places.max(more))
}

/// An item's score as printed, or a dash.
pub fn score(assessment: &Assessment, score: &ItemScore) -> String {
    let places = assessment.items[score.item].places();
    score.score.as_ref().map_or(DASH.to_owned(), |score| fixed(*score, places))
}

/// A formula with what it comes to: `3.70÷6.00×20＝12.33`.
pub fn worked(assessment: &Assessment, score: &ItemScore) -> String {
    let item = &assessment.items[score.item];
    let formula = formula(&score.formula);
    let points = self::score(assessment, score);
    match &score.state {
        State::Scored if score.formula.tokens.len() == 1 => {
            format!("{formula}，得{points}分")
        }
        State::Scored => format!("{formula}＝{points}"),
        State::Capped(_) => format!("{formula}，超过封顶{points}，得{points}"),
        State::Floored(_) => format!("{formula}，不足保底{points}，得{points}"),
        State::Closed(at) => {
            format!("没有达到“{}”，不予计分，得{points}", asked(&item.gates[*at]))
        }
        State::Direct(at) => {
            format!("达到“{}”，直接得{points}", asked(&item.overrides[*at].condition))
        }
        State::Treated(treatment, reason) => {
            format!("{}，{}", reason.label(), treated(*treatment, &points))
        }
    }
}

/// What stands before a score in a sheet, such as `3.70÷6.00×20＝`; `None` where it was
/// not worked out.
pub fn lead_in(assessment: &Assessment, score: &ItemScore) -> Option<String> {
    let item = &assessment.items[score.item];
    let formula = formula(&score.formula);
    Some(match &score.state {
        State::Scored if score.formula.tokens.len() == 1 => return None,
        State::Scored => format!("{formula}＝"),
        State::Capped(_) => format!("{formula}，封顶"),
        State::Floored(_) => format!("{formula}，保底"),
        State::Closed(at) => {
            format!("没有达到“{}”，不予计分，得", asked(&item.gates[*at]))
        }
        State::Direct(at) => {
            format!("达到“{}”，直接得", asked(&item.overrides[*at].condition))
        }
        State::Treated(treatment, reason) => {
            let word = match treatment {
                Treatment::Zero | Treatment::Full => "得",
                Treatment::Excluded => "该项剔除：",
                Treatment::NoTotal => "总分不计：",
            };
            format!("{}，{word}", reason.label())
        }
    })
}

fn treated(treatment: Treatment, points: &str) -> String {
    match treatment {
        Treatment::Zero => format!("得零分（{points}）"),
        Treatment::Full => format!("得满分（{points}）"),
        Treatment::Excluded => "该项剔除，总分折算".to_owned(),
        Treatment::NoTotal => "总分不计".to_owned(),
    }
}

/// The formula of an item for other programs: without words where it is a plain calculation.
pub fn plain(assessment: &Assessment, score: &ItemScore) -> String {
    match &score.state {
        State::Scored | State::Capped(_) | State::Floored(_) => formula(&score.formula),
        _ => worked(assessment, score),
    }
}

/// Decimal places of a total: the most that an item has.
pub fn total_places(assessment: &Assessment) -> u32 {
    assessment.items.iter().map(ScoreItem::places).max().unwrap_or(2)
}

/// A unit's total as printed, or a dash.
pub fn total(assessment: &Assessment, unit: &UnitScore) -> String {
    let total = unit.total.as_ref().ok();
    total.map_or(DASH.to_owned(), |total| fixed(*total, total_places(assessment)))
}

/// The total converted to other full marks as printed, or a dash.
pub fn scaled(assessment: &Assessment, unit: &UnitScore) -> String {
    let scaled = unit.scaled.as_ref().and_then(|scaled| scaled.as_ref().ok());
    scaled.map_or(DASH.to_owned(), |score| fixed(*score, assessment.scale_places()))
}

/// The sum of the items as printed: `12.34＋30.00＋…＝71.20`.
pub fn sum(assessment: &Assessment, unit: &UnitScore) -> String {
    if let Err(reason) = &unit.total {
        return format!("不计总分：{}", reason.label());
    }
    let total = total(assessment, unit);
    if let Some(formula) = total_lead_in(unit) {
        return format!("{formula}{total}");
    }
    let counted = unit.items.iter().filter(|item| !item.excluded);
    let terms: Vec<String> = counted.map(|item| score(assessment, item)).collect();
    format!("{}＝{total}", terms.join("＋"))
}

/// What stands before a total that was converted: `45.83÷50×100＝`; `None` for one that was not,
/// or where there is none.
pub fn total_lead_in(unit: &UnitScore) -> Option<String> {
    unit.total.as_ref().ok()?;
    let Conversion { sum, of, full, extra } = unit.conversion.as_ref()?;
    let extra =
        if extra.is_zero() { String::new() } else { format!("＋{}", exact(*extra)) };
    Some(format!("{}÷{}×{}{extra}＝", exact(*sum), exact(*of), exact(*full)))
}

/// The conversion to other full marks: `91.67÷100×2＝1.83`.
pub fn scaling(assessment: &Assessment, unit: &UnitScore) -> Option<String> {
    let formula = scaling_lead_in(assessment, unit)?;
    Some(format!("{formula}{}", scaled(assessment, unit)))
}

/// What stands before a total in other full marks: `91.67÷100×2＝`; `None` where there is none.
pub fn scaling_lead_in(assessment: &Assessment, unit: &UnitScore) -> Option<String> {
    let scale = assessment.scale?.0;
    unit.total.as_ref().ok()?;
    let (total, full) = (total(assessment, unit), full_marks(assessment));
    Some(format!("{total}÷{}×{}＝", exact(full), exact(scale)))
}

/// A condition of a reward with what became of it.
pub fn condition(reward: &Reward, unit: &UnitScore, condition: &Condition) -> String {
    let word = match condition.met {
        Some(true) => "已满足",
        Some(false) => "未满足",
        None => "未下达，不作要求",
    };
    match &condition.kind {
        ConditionKind::Rank => {
            let rank = unit.rank.map(Decimal::from).map(exact).unwrap_or_default();
            format!("第{rank}名：{word}")
        }
        ConditionKind::Total => {
            let range = reward.total.as_ref().map(ToString::to_string);
            format!("得分{}：{word}", range.unwrap_or_default())
        }
        ConditionKind::Task(name) => format!("完成全年{name}：{word}"),
    }
}
