//! The headline: what was reached, and how far that is from what was due.

use crate::figures::outcome::Known;
use crate::sheet::key_points::focus::{Focus, Mark};
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::{goal, so_far};
use crate::sheet::part::FigurePart;

/// The headline of a sheet.
pub(super) fn headline(focus: &Focus) -> Phrase {
    let view = &focus.view;
    let whole = view.whole();
    let opening = Phrase::of(format!("{}{}", so_far(view), focus.thing()));
    if let Err(reason) = &whole.value {
        return opening.text(format!("：{}", reason.label()));
    }
    let value = view.number(whole, FigurePart::Value, true);
    let opening = opening.number(value).and("", lack(focus));
    let standing = match focus.mark {
        Mark::None => since_before(focus),
        _ if view.is_rate() => {
            Some(Phrase::default().number(view.number(whole, FigurePart::Gap, true)))
        }
        Mark::Stage => staged(focus),
        Mark::Goal if !focus.is_over() && focus.is_reached(whole) != Some(true) => {
            completed(focus)
        }
        Mark::Schedule | Mark::Goal => standing(focus),
    };
    opening.and("，", standing)
}

/// What the value does not hold.
fn lack(focus: &Focus) -> Option<Phrase> {
    let lack = focus.lack();
    (!lack.is_empty()).then(|| Phrase::of(lack))
}

/// How far the value is above or below what was due.
pub(super) fn standing(focus: &Focus) -> Option<Phrase> {
    let whole = focus.view.whole();
    let (behind, aim) = (focus.behind(whole)?, focus.aim());
    let distance = focus.distance(whole)?;
    Some(match focus.is_reached(whole)? {
        false => Phrase::of(focus.below(&aim)).number(distance),
        true if behind.is_zero() => Phrase::of(format!("与{aim}持平")),
        true => Phrase::of(focus.above(&aim)).number(distance),
    })
}

/// 完成三季度目标20亿元的60.00%，超1.92亿元.
fn staged(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    let part = |part| view.number(whole, part, true);
    let standing = standing(focus)?;
    Some(
        Phrase::of("完成阶段目标")
            .number(part(FigurePart::StageTarget))
            .text("的")
            .number(part(FigurePart::StageCompletion))
            .text("，")
            .then(standing),
    )
}

/// 完成全年目标500亿元的73.88%.
pub(super) fn completed(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    whole.completion.known()?;
    Some(
        Phrase::of(format!("完成{}", goal(view)))
            .number(view.number(whole, FigurePart::Target, true))
            .text("的")
            .number(view.number(whole, FigurePart::Completion, true)),
    )
}

/// Where there is no goal: how far the value moved.
fn since_before(focus: &Focus) -> Option<Phrase> {
    let change = focus.view.change(focus.view.whole());
    (!change.value.is_empty()).then(|| Phrase::of("比上期").number(change))
}
