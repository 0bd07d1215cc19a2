//! Who has nothing at all.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::key_points::extremes::named;
use crate::sheet::key_points::focus::{Focus, Mark};
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::so_far;

/// Units that are named.
const NAMED: usize = 5;

/// 劳动密集型商务代表队、科技金融商务代表队：前三季度没有到位资金，其中劳动密集型商务代表队没有正式合同额.
pub(super) fn line(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let empty: Vec<&Figure> = view.units().filter(|unit| has_none(focus, unit)).collect();
    let all = empty.len();
    let others = view.units().filter(|figure| figure.value.is_ok()).count();
    // Where most have nothing, that says nothing of anybody.
    if all == 0 || all * 2 > others {
        return None;
    }
    let rest = if all > NAMED { format!("等{all}个单位") } else { String::new() };
    let names = named(focus, empty.iter().take(NAMED).copied()).text(rest);
    let line = names.text(format!("：{}没有{}", so_far(view), focus.thing()));
    Some(line.and("，", neither(focus, &empty)))
}

/// Whether a unit that should have something has nothing.
fn has_none(focus: &Focus, figure: &Figure) -> bool {
    // Without goals, only who is ranked with others can have less than they.
    let is_ranked = focus.mark == Mark::None && figure.ranked.is_some();
    let is_due = is_ranked || focus.is_reached(figure) == Some(false);
    is_due && figure.value.known().is_some_and(|value| value.is_zero())
}

/// Those of them who have nothing of the second indicator either.
fn neither(focus: &Focus, empty: &[&Figure]) -> Option<Phrase> {
    let second = focus.second()?;
    let own = |figure: &&Figure| {
        second.view.figure(&figure.scope).is_some_and(|other| has_none(&second, other))
    };
    let both: Vec<&Figure> = empty.iter().copied().filter(own).collect();
    let nothing = format!("也没有{}", second.thing());
    if both.is_empty() {
        None
    } else if both.len() == empty.len() {
        Some(Phrase::of(nothing))
    } else {
        Some(Phrase::of("其中").then(named(focus, both.into_iter())).text(nothing))
    }
}
