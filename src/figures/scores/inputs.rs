//! What the shapes share: the number that an item or a part is scored by, and its name.

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::operand::occurrences::{occurrences, start};
use crate::figures::scores::operand::{Evaluated, Operand};
use crate::figures::scores::score::Unscored;
use crate::figures::scores::work::{Sources, Task, Worked};
use crate::model::plan::assessment::score_item::{
    Against, EachSpan, ScoreInput, ScoreItem, ScorePart,
};
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::words::number::exact;

/// A number by which a unit is scored, with its formula and its figures.
pub(super) struct Measured {
    pub(super) number: Decimal,
    pub(super) is_share: bool,
    pub(super) formula: Formula,
    pub(super) sources: Sources,
}

/// Returns the number of the item's indicator for the unit; the error is the finished result
/// without a number.
pub(super) fn measured(task: &Task) -> Result<Measured, Worked> {
    let evaluated = evaluated(task)?;
    let number = evaluated.conditioned();
    let Evaluated { is_share, formula, figures, demo, .. } = evaluated;
    let sources = Sources::of_figures(figures, demo);
    match number {
        Ok(number) => Ok(Measured { number, is_share, formula, sources }),
        Err(reason) => Err(Worked { score: Err(reason), formula, sources }),
    }
}

/// Returns the number of the item's indicator for the unit, known or not.
pub(super) fn evaluated(task: &Task) -> Result<Evaluated, Worked> {
    let operand =
        Operand::of(task.item, task.context.annual).ok_or_else(|| undeclared("指标"))?;
    Ok(operand.evaluate(task.context, &task.scope()))
}

/// A number of occurrences, and how it is printed in a formula.
pub(super) type Count = (Decimal, Formula);

/// Returns the number of occurrences of a part: the value of its indicator, how far it is above or
/// below the target, which is nothing on the other side, or what its single spans give.
pub(super) fn count(
    task: &Task,
    part: &ScorePart,
    sources: &mut Sources,
) -> Result<Count, Unscored> {
    if let Some(rule) = &part.spans {
        return counted_apart(task, part, rule, sources);
    }
    let operand = Operand {
        indicator: &part.indicator,
        over: None,
        input: part.seen.unwrap_or(ScoreInput::Value),
        against: Against::Year,
        curve: None,
    };
    let evaluated = operand.evaluate(task.context, &task.scope());
    let number = evaluated.conditioned();
    sources.add(evaluated.figures, evaluated.demo);
    let number = match operand.input {
        ScoreInput::Ahead | ScoreInput::Shortfall => number?.max(Decimal::ZERO),
        _ => number?,
    };
    Ok((number, Formula::new().number(number, 0)))
}

/// Returns what the single spans of a part's indicator give: `2（2017年4月、5月）`.
fn counted_apart(
    task: &Task,
    part: &ScorePart,
    rule: &EachSpan,
    sources: &mut Sources,
) -> Result<Count, Unscored> {
    let (context, scope) = (task.context, task.scope());
    let at = context.figure(&part.indicator, &scope);
    let at = at.ok_or_else(|| Unscored::NoFigure(part.indicator.as_str().to_owned()))?;
    sources.add(vec![at.figure.id.clone()], at.figure.demo);
    let since = start(context, task.item.span.unwrap_or(SpanKind::Year));
    let found = occurrences(context, at, rule, since)?;
    let formula = Formula::new().number(found.count, 0);
    let when = found.when;
    let formula =
        if when.is_empty() { formula } else { formula.text(format!("（{when}）")) };
    Ok((found.count, formula))
}

/// Makes the result for an item whose plan lacks a field.
pub(super) fn undeclared(field: &'static str) -> Worked {
    Worked::unknown(Unscored::Undeclared(field))
}

/// Returns the name of an item's indicator, or of the ratio of its two indicators.
pub(super) fn indicator_name(item: &ScoreItem) -> String {
    let name = item.indicator.as_ref().map_or("", |indicator| indicator.as_str());
    match &item.over {
        Some(over) => format!("（{name}÷{}）", over.as_str()),
        None => name.to_owned(),
    }
}

/// Returns the name of the number that an item is scored by.
pub(super) fn input_name(item: &ScoreItem) -> String {
    let input = item.seen.unwrap_or(ScoreInput::Completion);
    format!("{}的{}", indicator_name(item), input.label())
}

/// Returns the points for each occurrence of a part, in words.
pub(super) fn part_words(part: &ScorePart) -> String {
    let each = match part.seen {
        Some(ScoreInput::Shortfall) => "每欠一个",
        Some(ScoreInput::Ahead) => "每超一个",
        _ => "每一个",
    };
    let each = part.spans.as_ref().map_or(each.to_owned(), span_words);
    let points = part.each.map_or_else(String::new, |each| exact(each.0));
    format!("{}{each}{points}分", part.indicator.as_str())
}

fn span_words(rule: &EachSpan) -> String {
    let most = rule.most.map(|most| format!("，一期最多计{}次", exact(most.0)));
    let each = match &rule.condition {
        Some(condition) => format!("{condition}的每一期"),
        None => "每一个".to_owned(),
    };
    format!("{}{each}", most.map(|most| format!("（逐期计{most}）")).unwrap_or_default())
}
