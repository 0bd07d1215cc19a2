//! What the charts share that set each row's value beside its target.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::report::tables::has_number;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::chart::{Chart, Drawing, OnScreen, Pair, Pairs};
use crate::view::table::Table;
use crate::words::date::until;

/// Rows of one kind, set beside their targets where there are any; none where fewer than two have a
/// value.
pub(crate) fn contrast(
    view: &IndicatorView,
    kind: &str,
    word: &str,
    wanted: fn(&Scope) -> bool,
) -> Option<Chart> {
    // Who has neither a target nor a rank nor anything done is not spoken of.
    let speaks = |figure: &Figure| figure.ranked.is_some() || has_number(figure);
    let figures = view.at.figures.iter().filter(|figure| wanted(&figure.scope));
    let figures: Vec<&Figure> = figures.filter(|figure| speaks(figure)).collect();
    let mut rows: Vec<Pair> =
        figures.iter().filter_map(|figure| pair(view, figure)).collect();
    if rows.len() < 2 {
        return None;
    }
    let targeted = rows.iter().any(|row| row.target.is_some());
    if !targeted {
        rows.iter_mut().for_each(|row| row.target_text.clear());
        rows.sort_by_key(|row| Reverse(row.actual));
    }
    let beside = if targeted { "与目标" } else { "" };
    let name = &view.indicator().name;
    let end = until(view.at.moment.days.end, true);
    let finding = finding(view, word, &figures);
    let silent = match figures.len() - rows.len() {
        0 => String::new(),
        count => format!("，{count}个{word}没有这项数，未列入"),
    };
    let pairs = Pairs {
        rows,
        actual: "完成数".to_owned(),
        target: if targeted { "目标".to_owned() } else { String::new() },
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
    let done =
        |part| view.outcome(figure, part).ok().map(|_| view.plain(figure, part, false));
    let note = if view.is_rate() {
        done(FigurePart::Gap)
    } else {
        done(FigurePart::Completion).map(|done| format!("完成 {done}"))
    };
    Some(Pair {
        label: view.sheet.book().short_name(&figure.scope),
        actual: figure.value.known()?,
        actual_text: view.number(figure, FigurePart::Value, false).text,
        target: target.known(),
        target_text: match target.as_ref().err() {
            Some(missing) => missing.label(),
            None => view.number(figure, FigurePart::Target, false).text,
        },
        note: note.unwrap_or_default(),
    })
}

/// Who is furthest and who is least far: by completion, else by the values.
fn finding(view: &IndicatorView, word: &str, figures: &[&Figure]) -> String {
    let ordered = |part: FigurePart| {
        let number = |figure: &&'_ Figure| view.outcome(figure, part).ok();
        let mut known: Vec<(Decimal, &Figure)> = figures
            .iter()
            .filter_map(|figure| Some((number(figure)?, *figure)))
            .collect();
        known.sort_by_key(|(number, _)| Reverse(*number));
        known
    };
    let completed = ordered(FigurePart::Completion);
    let (part, before, known) = if completed.is_empty() {
        (
            FigurePart::Value,
            format!("{}：", view.indicator().name),
            ordered(FigurePart::Value),
        )
    } else {
        (FigurePart::Completion, String::new(), completed)
    };
    let who = |number: Decimal| {
        let equal: Vec<_> = known.iter().filter(|(other, _)| *other == number).collect();
        match equal.as_slice() {
            [(_, only)] => view.name(&only.scope),
            several => format!("{}个{word}", several.len()),
        }
    };
    let what = if part == FigurePart::Completion { "完成率" } else { "" };
    match (known.first(), known.last()) {
        (Some((most, first)), Some((least, last))) if most > least => format!(
            "{before}{}{what}最高，为{}；{}最低，为{}",
            who(*most),
            view.plain(first, part, true),
            who(*least),
            view.plain(last, part, true)
        ),
        _ => format!("各{word}{}", view.indicator().name),
    }
}
