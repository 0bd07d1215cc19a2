//! How units turned since the period before: their lamps, and whether anything was added.

use crate::figures::figure::{Figure, lamp_set};
use crate::figures::outcome::Known;
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;

/// 由蓝转黄, or that what was due is not reached any more; none where a unit did not fall.
pub(super) fn fall(focus: &Focus, figure: &Figure) -> Option<String> {
    let before = focus.view.before(figure)?;
    let Some(set) = lamp_set(focus.view.series) else {
        let fell = focus.is_reached(before) == Some(true)
            && focus.is_reached(figure) == Some(false);
        return fell.then(|| format!("由达到变为低于{}", focus.short_aim()));
    };
    let place = |figure: &Figure| {
        let lamp = figure.lamp.as_ref()?;
        set.lamps.iter().position(|other| other.id == lamp.id)
    };
    let (old, new) = (place(before)?, place(figure)?);
    (new > old).then(|| format!("由{}转{}", set.lamps[old].name, set.lamps[new].name))
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
