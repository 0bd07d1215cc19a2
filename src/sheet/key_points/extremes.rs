//! The units that stand out: who owes most, who has reached the goal, who has most.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::goal;
use crate::sheet::part::FigurePart;

/// Units that are named in one breath.
const NAMED: usize = 3;

/// 单个单位差额最大的是县交通局，差1.27亿元.
pub(super) fn largest(focus: &Focus) -> Option<Phrase> {
    let owing = focus.owing();
    let (most, first) = owing.first()?;
    let equal: Vec<&Figure> = owing
        .iter()
        .filter(|(behind, _)| behind == most)
        .map(|(_, figure)| *figure)
        .collect();
    let each = if equal.len() > 1 { "，各差" } else { "，差" };
    (owing.len() > 1 && equal.len() <= NAMED).then_some(())?;
    Some(
        Phrase::of("单个单位差额最大的是")
            .then(named(focus, equal.into_iter()))
            .text(each)
            .number(focus.distance(first)?),
    )
}

/// 县农业农村委、县城管局已完成全年到位资金目标.
pub(super) fn finished(focus: &Focus) -> Option<Phrase> {
    let done = |figure: &&Figure| {
        figure.targets.first().is_some_and(|target| target.met == Some(true))
    };
    let mut finished: Vec<&Figure> = focus.view.units().filter(done).collect();
    finished.sort_by_key(|figure| -figure.completion.known().unwrap_or_default());
    let all = finished.len();
    let names = named(focus, finished.into_iter().take(NAMED));
    let rest = if all > NAMED { format!("等{all}个单位") } else { String::new() };
    let aim = goal(&focus.view);
    (all > 0).then(|| names.text(format!("{rest}已完成{aim}")))
}

/// 居前的是渠县（9个）、万源市（6个）; units that are equal to the last one named are counted.
pub(super) fn most(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let units = view.units();
    let mut units: Vec<(Decimal, &Figure)> =
        units.filter_map(|figure| Some((figure.value.known()?, figure))).collect();
    units.retain(|(value, _)| value.is_sign_positive() && !value.is_zero());
    units.sort_by_key(|(value, _)| -*value);
    (units.len() > 1).then_some(())?;
    let (least, _) = units[units.len().min(NAMED) - 1];
    let front = units.partition_point(|(value, _)| *value >= least);
    let each = units.iter().take(NAMED).map(|(_, figure)| {
        let number = view.number(figure, FigurePart::Value, true);
        named(focus, std::iter::once(*figure)).text("（").number(number).text("）")
    });
    let all = if front > NAMED { format!("等{front}个单位") } else { String::new() };
    Some(Phrase::of("居前的是").then(Phrase::joined(each, "、")).text(all))
}

/// Units by their names.
pub(super) fn named<'a>(
    focus: &Focus,
    figures: impl Iterator<Item = &'a Figure>,
) -> Phrase {
    let each = figures
        .map(|figure| Phrase::default().named(&figure.scope, focus.name(&figure.scope)));
    Phrase::joined(each, "、")
}
