//! How units turned since the period before: their lamps, and whether anything was added.

use std::cmp::Ordering;

use crate::figures::figure::{Figure, lamp_set};
use crate::figures::outcome::Known;
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;

/// Which way a unit's lamp turned, greater where it fell, and 蓝转黄; none where it did not.
pub(crate) fn turn(focus: &Focus, figure: &Figure) -> Option<(Ordering, String)> {
    let before = focus.view.before(figure)?;
    let set = lamp_set(focus.view.series)?;
    let place = |figure: &Figure| {
        let lamp = figure.lamp.as_ref()?;
        set.lamps.iter().position(|other| other.id == lamp.id)
    };
    let (old, new) = (place(before)?, place(figure)?);
    let words = format!("{}转{}", set.lamps[old].name, set.lamps[new].name);
    (new != old).then(|| (new.cmp(&old), words))
}

/// 由蓝转黄, or that what was due is not reached any more; none where a unit did not fall.
pub(super) fn fall(focus: &Focus, figure: &Figure) -> Option<String> {
    if lamp_set(focus.view.series).is_some() {
        let (way, words) = turn(focus, figure)?;
        return (way == Ordering::Greater).then(|| format!("由{words}"));
    }
    let before = focus.is_reached(focus.view.before(figure)?);
    let fell = before == Some(true) && focus.is_reached(figure) == Some(false);
    fell.then(|| format!("由达到变为低于{}", focus.short_aim()))
}

/// Whether a unit that is below has brought nothing since the period before, though it had something.
pub(super) fn has_stopped(focus: &Focus, figure: &Figure) -> bool {
    let before = focus.view.before(figure).and_then(|before| before.value.known());
    let pair = before.zip(figure.value.known());
    pair.is_some_and(|(before, now)| before == now && !now.is_zero())
        && focus.is_reached(figure) == Some(false)
}

/// 差0.43亿元.
pub(super) fn owes(focus: &Focus, figure: &Figure) -> Option<Phrase> {
    let is_below = focus.is_reached(figure) == Some(false);
    let number = focus.distance(figure).filter(|_| is_below)?;
    Some(Phrase::of("差").number(number))
}
