//! The course: what changed since the edition before, and what is due next.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::key_points::attention::turns::turn;
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::latest;
use crate::sheet::printed::{DatedPart, PrintedPart};
use crate::words::date;
use crate::words::number::{exact, share, too_little};

/// Units that are named for one way of turning.
const NAMED: usize = 3;

/// 9月增加5.91亿元；转差：工贸园区管委会（蓝转黄）；转好：县科技局（黄转绿）.
pub(super) fn change(focus: &Focus) -> Option<Phrase> {
    let worse = turned(focus, Ordering::Greater, "转差").filter(|_| focus.names_all());
    let better = turned(focus, Ordering::Less, "转好");
    let phrase =
        Phrase::default().and("", added(focus)).and("；", worse).and("；", better);
    (!phrase.is_empty()).then_some(phrase)
}

/// 9月增加5.91亿元: what the whole has more, where it is a sum of the span.
pub(super) fn added(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let change = view.change(view.whole());
    let latest = latest(view.sheet)?;
    let adds = !view.indicator().span.is_within_year() && !view.is_rate();
    (adds && view.goes_on() && !change.value.is_empty())
        .then(|| Phrase::of(latest).number(change))
}

/// The units whose lamps turned one way, those furthest below first.
fn turned(focus: &Focus, way: Ordering, word: &str) -> Option<Phrase> {
    let mut units: Vec<(Decimal, &Figure, String)> = focus
        .view
        .units()
        .filter_map(|figure| {
            let (turned, words) = turn(focus, figure)?;
            let behind = focus.behind(figure).unwrap_or_default();
            (turned == way).then_some((behind, figure, words))
        })
        .collect();
    units.sort_by_key(|(behind, ..)| -*behind);
    let all = units.len();
    let each = units.into_iter().take(NAMED).map(|(_, figure, words)| {
        let name = focus.name(&figure.scope);
        Phrase::default().named(&figure.scope, name).text(format!("（{words}）"))
    });
    let each = Phrase::joined(each, "、");
    let rest = if all > NAMED { format!("等{all}个") } else { String::new() };
    (all > 0).then(|| Phrase::of(format!("{word}：")).then(each).text(rest))
}

/// 2023年12月底应达100%，即70.00亿元，还差15.92亿元: the next point of the curve, the end of a phase,
/// or where there is neither the end of the span.
pub(super) fn next(focus: &Focus) -> Option<Phrase> {
    milestone(focus).or_else(|| phase(focus)).or_else(|| end(focus))
}

fn milestone(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    let (value, target) = (whole.value.known()?, whole.target().ok()?);
    let now = view.sheet.figures.period.end();
    let points = view.series.curve()?.course().into_iter();
    let point = points
        .filter(|point| point.period.end() > now)
        .min_by_key(|point| point.period.end())?;
    let due = point.due.0 * target;
    let places = view.indicator().places();
    let missing = round(due, places) - round(value, places);
    let printed = |part: DatedPart, amount: Decimal, text: String| {
        let part = PrintedPart::At(part, &point.period);
        Phrase::default().number(view.printed(whole, part, exact(amount), text))
    };
    let day = date::until(point.period.end(), true);
    let opening = Phrase::of(format!("{day}应达{}，即", share(point.due.0)))
        .then(printed(DatedPart::Due, due, view.amount(due)));
    let missing_text = if missing.is_zero() {
        format!("{}{}", too_little(places), view.unit())
    } else {
        view.amount(missing)
    };
    Some(if value >= due {
        opening.text("，已经达到")
    } else {
        opening.text("，还差").then(printed(DatedPart::Gap, missing, missing_text))
    })
}

/// 攻坚阶段2023年8月29日结束: the phase of a campaign that ends next.
fn phase(focus: &Focus) -> Option<Phrase> {
    let sheet = focus.view.sheet;
    let now = sheet.figures.period.end();
    // Who reads it when it is issued is past what ended before that.
    let issued = sheet.edition.and_then(|edition| edition.record.card.issued);
    let now = issued.map_or(now, |issued| issued.max(now));
    let ahead = sheet.campaign()?.phases.iter().filter(|phase| phase.days.end > now);
    let phase = ahead.min_by_key(|phase| phase.days.end)?;
    let name = phase.name.trim_end_matches("阶段");
    Some(Phrase::of(format!("{name}阶段{}结束", date::day(phase.days.end))))
}

/// 2025年12月底期满: the end of the span that the goal is for.
fn end(focus: &Focus) -> Option<Phrase> {
    let moment = &focus.view.at.moment;
    focus.view.whole().target().ok()?;
    (moment.span.end > moment.days.end)
        .then(|| Phrase::of(format!("{}期满", date::until(moment.span.end, true))))
}
