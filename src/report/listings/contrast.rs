//! What the charts share that set each row's value beside its target.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::report::listings::standings::speaks;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::chart::{Chart, Drawing, OnScreen, Pair, Pairs};
use crate::view::table::Table;
use crate::words::date::until;

/// Rows of one kind, set beside their targets where there are any; `None` where fewer than two
/// have a value.
pub(crate) fn contrast(
    view: &IndicatorView,
    kind: &str,
    word: &str,
    wanted: fn(&Scope) -> bool,
) -> Option<Chart> {
    let all = view.at.figures.iter();
    let figures: Vec<&Figure> =
        all.filter(|figure| wanted(&figure.scope) && speaks(figure)).collect();
    let mut rows: Vec<Pair> =
        figures.iter().filter_map(|figure| pair(view, figure)).collect();
    if rows.len() < 2 {
        return None;
    }
    let is_targeted = rows.iter().any(|row| row.target.is_some());
    if !is_targeted {
        rows.iter_mut().for_each(|row| row.target_text.clear());
    }
    // The furthest stand first: by the share of their targets where those are not all alike.
    let share = |row: &Pair| {
        let target = row.target.filter(|target| is_targeted && !target.is_zero());
        target.and_then(|target| quotient(row.actual, target))
    };
    rows.sort_by_key(|row| Reverse((share(row), row.actual)));
    let beside = if is_targeted { "与目标" } else { "" };
    let name = &view.indicator().name;
    let end = until(view.at.moment.days.end, true);
    let finding = finding(view, word, &figures);
    let silent = match figures.len() - rows.len() {
        0 => String::new(),
        count => format!("，{count}个{word}没有这项数，未列入"),
    };
    let pairs = Pairs {
        rows,
        actual: if view.is_rate() { name.clone() } else { "完成数".to_owned() },
        target: if is_targeted { "目标".to_owned() } else { String::new() },
    };
    Some(Chart {
        id: format!("chart-{kind}-{}", view.indicator().id),
        title: format!("{finding}{}", view.demo_mark()),
        subtitle: format!("各{word}{name}{beside}，截至{end}，{}{silent}", view.unit()),
        caption: format!("各{word}{name}{beside}（单位：{}）", view.unit()),
        description: format!("条形图：截至{end}各{word}{name}{beside}。{finding}。"),
        numbers: numbers(&pairs),
        drawing: Drawing::Pairs(pairs),
        on_screen: OnScreen::Drawing,
    })
}

/// A row for each pair; values alone where there are no targets.
fn numbers(pairs: &Pairs) -> Table {
    if pairs.target.is_empty() {
        let rows = pairs.rows.iter().map(|row| vec![&row.label, &row.actual_text]);
        return Table::of_words(&["名称", &pairs.actual], rows);
    }
    let rows = pairs
        .rows
        .iter()
        .map(|row| vec![&row.label, &row.actual_text, &row.target_text, &row.note]);
    Table::of_words(&["名称", &pairs.actual, &pairs.target, "说明"], rows)
}

fn pair(view: &IndicatorView, figure: &Figure) -> Option<Pair> {
    let target = figure.target();
    Some(Pair {
        label: view.name(&figure.scope),
        actual: figure.value.known()?,
        // A rate is read with its sign.
        actual_text: view.number(figure, FigurePart::Value, view.is_rate()).text.into(),
        target: target.known(),
        target_text: match target.as_ref().err() {
            Some(missing) => missing.label(),
            None => view.number(figure, FigurePart::Target, false).text.into(),
        },
        note: note(view, figure).unwrap_or_default(),
    })
}

/// How far the value is from its target; `None` without one.
fn note(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let part = if view.is_rate() { FigurePart::Gap } else { FigurePart::Completion };
    view.outcome(figure, part).ok()?;
    let text = view.plain(figure, part, false);
    Some(if view.is_rate() { text } else { format!("完成 {text}") })
}

/// Who is furthest and who is least far: by completion, else by the values.
fn finding(view: &IndicatorView, word: &str, figures: &[&Figure]) -> String {
    let name = &view.indicator().name;
    let completed = ordered(view, figures, FigurePart::Completion);
    let (part, before, what, order) = if completed.is_empty() {
        let values = ordered(view, figures, FigurePart::Value);
        (FigurePart::Value, format!("{name}："), "", values)
    } else {
        (FigurePart::Completion, String::new(), "完成率", completed)
    };
    match (order.first(), order.last()) {
        (Some((most, first)), Some((least, last))) if most > least => format!(
            "{before}{}{what}最高，为{}；{}最低，为{}",
            who(view, word, &order, *most),
            view.plain(first, part, true),
            who(view, word, &order, *least),
            view.plain(last, part, true)
        ),
        _ => format!("各{word}{name}"),
    }
}

/// The figures that have a number for a part, the largest first.
fn ordered<'a>(
    view: &IndicatorView,
    figures: &[&'a Figure],
    part: FigurePart,
) -> Vec<(Decimal, &'a Figure)> {
    let mut order: Vec<(Decimal, &Figure)> = figures
        .iter()
        .filter_map(|figure| Some((view.outcome(figure, part).ok()?, *figure)))
        .collect();
    order.sort_by_key(|(number, _)| Reverse(*number));
    order
}

/// Who has a number: by name, or how many they are.
fn who(
    view: &IndicatorView,
    word: &str,
    order: &[(Decimal, &Figure)],
    number: Decimal,
) -> String {
    let mut equal = order.iter().filter(|(other, _)| *other == number);
    match (equal.next(), equal.count()) {
        (Some((_, only)), 0) => view.name(&only.scope),
        (_, more) => format!("{}个{word}", more + 1),
    }
}
