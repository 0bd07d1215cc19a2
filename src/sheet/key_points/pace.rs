//! The pace: how many units are where they should be, what is still needed, and what this pace makes.

use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::key_points::focus::{Focus, Mark};
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::{goal, rest, since_start};
use crate::sheet::part::FigurePart;
use crate::sheet::printed::{DatedPart, PrintedPart, Told};
use crate::view::inline::{Number, NumberText};
use crate::words::date::until;
use crate::words::number::{exact, percent};

/// The units that are where they should be, and the outlook.
pub(super) fn pace(focus: &Focus) -> Option<Phrase> {
    let phrase = Phrase::default().and("", standing(focus)).and("；", outlook(focus));
    (!phrase.is_empty()).then_some(phrase)
}

/// 26个单位中12个达到序时进度，与8月底相同.
pub(super) fn standing(focus: &Focus) -> Option<Phrase> {
    let (reached, all) = counts(focus, focus.view.units());
    let count = |part: Told, count: usize| counted(focus, part, count);
    let words = if focus.mark == Mark::Schedule && !focus.is_over() {
        "达到序时进度".to_owned()
    } else {
        format!("完成{}", focus.aim())
    };
    let units = count(Told::Units, all);
    let phrase = match reached {
        0 => units.text(format!("个单位都没有{words}")),
        reached if reached == all => units.text(format!("个单位都已{words}")),
        reached => {
            let reached = count(Told::Reached, reached);
            units.text("个单位中").then(reached).text(format!("个{words}"))
        }
    };
    (all > 1).then(|| phrase.and("，", compared(focus)))
}

/// How many units are where they should be, of how many that are held against anything.
pub(super) fn counts<'a>(
    focus: &Focus,
    units: impl Iterator<Item = &'a Figure>,
) -> (usize, usize) {
    let reached: Vec<bool> =
        units.filter_map(|figure| focus.is_reached(figure)).collect();
    (reached.iter().filter(|reached| **reached).count(), reached.len())
}

fn counted(focus: &Focus, part: Told, count: usize) -> Phrase {
    let text = NumberText::from(count.to_string());
    let part = PrintedPart::Told(part);
    let number: Number =
        focus.view.printed(focus.view.whole(), part, count.to_string(), text);
    Phrase::default().number(number)
}

/// The count of the period before; of what is held against the schedule, which every period has, and of
/// the same units.
fn compared(focus: &Focus) -> Option<Phrase> {
    let before = focus.view.sheet.previous?;
    let units = focus.view.units().filter_map(|figure| focus.view.before(figure));
    let (now, _) = counts(focus, focus.view.units());
    let (then, all) = counts(focus, units);
    let day = until(before.period.end(), false);
    let words = match now.cmp(&then) {
        std::cmp::Ordering::Equal => format!("与{day}相同"),
        std::cmp::Ordering::Greater => format!("比{day}多{}个", now - then),
        std::cmp::Ordering::Less => format!("比{day}少{}个", then - now),
    };
    (focus.mark == Mark::Schedule && !focus.is_over() && all > 1 && are_the_same(focus))
        .then(|| Phrase::of(words))
}

/// Whether the units that are held against the schedule are those of the period before: none is another
/// by what it took in, and none is gone.
fn are_the_same(focus: &Focus) -> bool {
    focus.view.units().all(|figure| {
        let before = focus.view.before(figure);
        match focus.is_reached(figure) {
            Some(_) => before.is_some(),
            None => before.is_none_or(|before| focus.is_reached(before).is_none()),
        }
    })
}

/// 四季度还需15.92亿元、月均5.31亿元，今年以来月均6.01亿元，照此全年约72.10亿元，高于目标2.10亿元.
pub(super) fn outlook(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    if focus.mark == Mark::None || focus.is_over() {
        return None;
    }
    if whole.targets.first().is_some_and(|target| target.met == Some(true)) {
        return Some(Phrase::of(format!(
            "{}已完成{}",
            view.name(&whole.scope),
            goal(view)
        )));
    }
    let parts = [changed(focus), needed(focus), so_far(focus), projected(focus)];
    let phrase = Phrase::joined(parts.into_iter().flatten(), "，");
    (!phrase.is_empty()).then_some(phrase)
}

/// 目标由65亿元调整为70亿元: that the goal is another than in the edition before.
fn changed(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    let before = view.before(whole)?.target().ok()?;
    let is_other = whole.target().ok()? != before;
    let period = &view.sheet.previous?.period;
    let part = PrintedPart::At(DatedPart::Target, period);
    let text = NumberText::new(exact(before), view.unit());
    is_other.then(|| {
        Phrase::of("目标由")
            .number(view.printed(whole, part, exact(before), text))
            .text("调整为")
            .number(view.number(whole, FigurePart::Target, true))
    })
}

/// 四季度还需15.92亿元、月均5.31亿元.
pub(super) fn needed(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    whole.needed.known()?;
    let number = |part| view.number(whole, part, true);
    let remaining =
        Phrase::of(format!("{}还需", rest(view))).number(number(FigurePart::Remaining));
    Some(if view.at.moment.months_left() > 1 {
        remaining.text("、月均").number(number(FigurePart::Needed))
    } else {
        remaining
    })
}

fn so_far(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    view.outcome(whole, FigurePart::Pace).ok()?;
    (view.at.moment.months_left() > 0).then(|| {
        Phrase::of(format!("{}月均", since_start(view))).number(view.number(
            whole,
            FigurePart::Pace,
            true,
        ))
    })
}

/// 照此全年约72.10亿元，高于目标2.10亿元.
fn projected(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    whole.projection.known()?;
    let whole_span = goal(view);
    let whole_span = whole_span.strip_suffix("目标").unwrap_or_default();
    let projection = Phrase::of(format!("照此{whole_span}约")).number(view.number(
        whole,
        FigurePart::Projection,
        true,
    ));
    let above = view
        .outcome(whole, FigurePart::Outlook)
        .ok()
        .map(|_| Phrase::default().number(view.number(whole, FigurePart::Outlook, true)));
    Some(projection.and("，", above))
}

/// 36个月已过30个月（83.33%）: of a span of years, how much has passed.
pub(super) fn elapsed(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let moment = &view.at.moment;
    let (passed, all) = (moment.months_elapsed(), moment.span.months());
    let share = quotient(Decimal::from(passed), Decimal::from(all))?;
    let part = PrintedPart::Told(Told::Elapsed);
    let text = percent(share, view.indicator().rate_places());
    let is_of_years = view.indicator().span.is_of_years() && moment.is_whole_months();
    (is_of_years && focus.mark != Mark::None).then(|| {
        Phrase::of(format!("{all}个月已过{passed}个月（"))
            .number(view.printed(view.whole(), part, exact(share), text))
            .text("）")
    })
}

/// Whether what is needed each month is more than what came each month.
fn must_speed_up(focus: &Focus) -> bool {
    let whole = focus.view.whole();
    let pace: Option<Decimal> = focus.view.outcome(whole, FigurePart::Pace).ok();
    pace.zip(whole.needed.known()).is_some_and(|(pace, needed)| needed > pace)
}

/// 正式合同额今年以来月均24.54亿元，四季度月均需26.39亿元; once the span is over, what is missing.
pub(super) fn warning(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    if focus.is_over() && focus.is_reached(whole) == Some(false) {
        return Some(
            Phrase::of(focus.thing())
                .number(view.number(whole, FigurePart::Value, true))
                .text(format!("，{}", focus.below(&focus.aim())))
                .number(focus.distance(whole)?),
        );
    }
    let each = if view.at.moment.months_left() > 1 { "月均需" } else { "还需" };
    must_speed_up(focus).then(|| {
        Phrase::of(format!("{}{}月均", focus.thing(), since_start(view)))
            .number(view.number(whole, FigurePart::Pace, true))
            .text(format!("，{}{each}", rest(view)))
            .number(view.number(whole, FigurePart::Needed, true))
    })
}
