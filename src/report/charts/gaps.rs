//! 差额构成: how far groups and units are above or below what is due, so that they add up to the whole.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::charts::{ChartKind, Draw};
use crate::sheet::IndicatorView;
use crate::sheet::key_points::{aim_of, behind, groups_close};
use crate::sheet::part::lamp_mark;
use crate::view::chart::{Chart, Drawing, Gap, Gaps, OnScreen};
use crate::view::inline::Mark;
use crate::view::table::Table;
use crate::words::date::until;
use crate::words::number::fixed;

pub(super) const CHART: ChartKind =
    ChartKind {
        name: "差额构成", level: Level::Internal, draw: Draw::Indicator(draw)
    };

/// Units that are drawn one by one: those furthest below, and those furthest above.
const DRAWN: (usize, usize) = (9, 4);

fn draw(view: &IndicatorView) -> Option<Chart> {
    let mut units = ahead(view, |scope| matches!(scope, Scope::Unit(_)));
    units.sort_by_key(|(ahead, _)| *ahead);
    let (lowest, highest) = (units.first()?, units.last()?);
    let name = &view.indicator().name;
    let aim = aim_of(view);
    let whole = -behind(view, view.whole())?;
    let said = |ahead: Decimal| match ahead {
        ahead if ahead.is_zero() => "持平".to_owned(),
        ahead if ahead.is_sign_negative() => format!("差{}", view.amount(ahead.abs())),
        _ => format!("超{}", view.amount(ahead)),
    };
    let one = |(ahead, figure): &(Decimal, &Figure)| {
        format!("{}{}", view.name(&figure.scope), said(*ahead))
    };
    let title = format!(
        "{}比{aim}{}：{}，{}{}",
        view.name(&Scope::All),
        said(whole),
        one(lowest),
        one(highest),
        view.demo_mark()
    );
    let rows = rows(view, &units);
    let end = until(view.at.moment.days.end, true);
    (units.len() > 1 && !view.is_rate()).then(|| Chart {
        id: format!("chart-gaps-{}", view.indicator().id),
        subtitle: format!(
            "截至{end}{}各单位{name}比{aim}多或少，{}{}",
            if groups_close(view) { "各组、" } else { "" },
            view.unit(),
            if view.indicator().lamps.is_some() { "；颜色为灯" } else { "" },
        ),
        caption: format!("各单位{name}比{aim}的差额"),
        description: format!("条形图：{title}。"),
        numbers: numbers(&rows, view.unit()),
        drawing: Drawing::Gaps(Gaps { rows }),
        on_screen: OnScreen::Drawing,
        title,
    })
}

/// How far figures are above what is due.
fn ahead<'a>(
    view: &IndicatorView<'a>,
    is: impl Fn(&Scope) -> bool,
) -> Vec<(Decimal, &'a Figure)> {
    let figures = view.at.figures.iter().filter(|figure| is(&figure.scope));
    figures.filter_map(|figure| Some((-behind(view, figure)?, figure))).collect()
}

/// The groups, then the units from those that owe most to those that are furthest ahead.
fn rows(view: &IndicatorView, units: &[(Decimal, &Figure)]) -> Vec<Gap> {
    let mut groups = ahead(view, |scope| matches!(scope, Scope::Group(_)));
    groups.sort_by_key(|(ahead, _)| *ahead);
    let mut rows: Vec<Gap> = Vec::new();
    if groups_close(view) {
        rows.extend(groups.iter().map(|(ahead, figure)| row(view, *ahead, figure, true)));
        rows.extend(other(view));
    }
    let (below, above) = DRAWN;
    let one = |(ahead, figure): &(Decimal, &Figure)| row(view, *ahead, figure, false);
    if units.len() <= below + above + 1 {
        rows.extend(units.iter().map(one));
        return rows;
    }
    let rest = &units[below..units.len() - above];
    rows.extend(units[..below].iter().map(one));
    let sum: Decimal = rest.iter().map(|(ahead, _)| *ahead).sum();
    let name = format!("其余{}个单位合计", rest.len());
    rows.push(gap(view, name, sum, Mark::default()));
    rows.extend(units[units.len() - above..].iter().map(one));
    rows
}

fn row(view: &IndicatorView, ahead: Decimal, figure: &Figure, is_group: bool) -> Gap {
    let mark = if is_group { Mark::default() } else { lamp_mark(figure.lamp.as_ref()) };
    Gap { is_group, ..gap(view, view.name(&figure.scope), ahead, mark) }
}

/// What those without a goal brought.
fn other(view: &IndicatorView) -> Option<Gap> {
    let value = view.figure(&Scope::Other)?.value.known()?;
    let value = round(value, view.indicator().places());
    let name = view.name(&Scope::Other);
    (!value.is_zero())
        .then(|| Gap { is_group: true, ..gap(view, name, value, Mark::default()) })
}

fn gap(view: &IndicatorView, label: String, ahead: Decimal, mark: Mark) -> Gap {
    let digits = fixed(ahead.abs(), view.indicator().places());
    let sign = match ahead {
        ahead if ahead.is_zero() => "",
        ahead if ahead.is_sign_negative() => "−",
        _ => "+",
    };
    let word =
        if mark.word.is_empty() { String::new() } else { format!("，{}", mark.word) };
    Gap {
        label,
        value: ahead,
        hint: format!("{sign}{digits}{}{word}", view.unit()),
        text: format!("{sign}{digits}"),
        mark,
        is_group: false,
    }
}

/// A row for each bar.
fn numbers(rows: &[Gap], unit: &str) -> Table {
    let head = format!("差额（{unit}）");
    let rows = rows.iter().map(|row| vec![&row.label, &row.text, &row.mark.word]);
    Table::of_words(&["名称", &head, "灯"], rows)
}
