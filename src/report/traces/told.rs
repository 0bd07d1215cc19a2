//! The steps behind what key points tell of a figure: what is due, the pace, the units that are there.

use crate::figures::exact::{product, round};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::sheet::IndicatorView;
use crate::sheet::key_points::reached_units;
use crate::sheet::part::FigurePart;
use crate::words::number::{exact, fixed, share};

/// What is due by the schedule, and how far the printed value is from it.
pub(super) fn shortfall(view: &IndicatorView, figure: &Figure) -> Option<String> {
    figure.shortfall.known()?;
    let (target, schedule) = (figure.target().ok()?, figure.schedule.known()?);
    let places = view.indicator().places();
    let due = fixed(round(product(target, schedule)?, places), places);
    let value = view.plain(figure, FigurePart::Value, true);
    let distance = view.plain(figure, FigurePart::Shortfall, true);
    let share = share(round(schedule, view.indicator().rate_places() + 2));
    Some(format!(
        "应达：{}×{share}＝{due}{}，完成{value}，{distance}",
        exact(target),
        view.unit()
    ))
}

/// The mean of the months so far, and what the projection makes of the target.
pub(super) fn pace(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let pace =
        view.outcome(figure, FigurePart::Pace).ok().filter(|pace| !pace.is_zero())?;
    let value = figure.value.known()?;
    let months = view.at.moment.months_elapsed();
    let text = view.plain(figure, FigurePart::Pace, true);
    let outlook = view
        .outcome(figure, FigurePart::Outlook)
        .ok()
        .map(|_| format!("；预计数{}", view.plain(figure, FigurePart::Outlook, true)));
    let outlook = outlook.unwrap_or_default();
    (months > 1 && pace != value)
        .then(|| format!("月均：{}÷{months}个月＝{text}{outlook}", exact(value)))
}

/// How many units are where they should be.
pub(super) fn units(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let (reached, all) = reached_units(view)?;
    (figure.scope == Scope::All)
        .then(|| format!("有目标的单位{all}个，其中达到要求的{reached}个"))
}

/// How many of the projects that have not reached a stage are past the agreed day.
pub(super) fn overdue(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let overdue = view.overdue().filter(|_| figure.scope == Scope::All)?;
    Some(format!("其中约定日期已过的{overdue}个"))
}
