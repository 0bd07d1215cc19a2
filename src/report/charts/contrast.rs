//! What the charts share that set each row's value beside its target.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::model::scope::Scope;
use crate::report::chart::{Chart, Drawing, Pair, Pairs};
use crate::report::part::Part;
use crate::report::sheet::View;
use crate::words::date::until;
use crate::words::number::percent;

/// Rows of one kind, set beside their targets; none where fewer than two have a value.
pub(super) fn contrast(
    view: &View,
    kind: &str,
    word: &str,
    wanted: fn(&Scope) -> bool,
) -> Option<Chart> {
    let figures: Vec<&Figure> =
        view.at.figures.iter().filter(|figure| wanted(&figure.scope)).collect();
    let rows: Vec<Pair> =
        figures.iter().filter_map(|figure| pair(view, figure)).collect();
    if rows.len() < 2 || rows.iter().all(|row| row.target.is_none()) {
        return None;
    }
    let name = &view.indicator().name;
    let end = until(view.at.moment.days.end, true);
    let finding = finding(view, word, &figures);
    let silent = match figures.len() - rows.len() {
        0 => String::new(),
        count => format!("，{count}个{word}未上报，没有列入"),
    };
    Some(Chart {
        id: format!("chart-{kind}-{}", view.indicator().id),
        title: format!("{finding}{}", view.demo_mark()),
        subtitle: format!("各{word}{name}与目标，截至{end}，{}{silent}", view.unit()),
        caption: format!("各{word}{name}与目标（单位：{}）", view.unit()),
        description: format!(
            "成对条形图：截至{end}各{word}{name}完成数与目标。{finding}。"
        ),
        drawing: Drawing::Pairs(Pairs {
            rows,
            actual: "完成数".to_owned(),
            target: "目标".to_owned(),
        }),
    })
}

fn pair(view: &View, figure: &Figure) -> Option<Pair> {
    let places = view.indicator().rate_places();
    let target = figure.target();
    let done = figure.completion.known().map(|share| percent(share, places));
    Some(Pair {
        label: view.sheet.book().short_name(&figure.scope),
        actual: figure.value.known()?,
        actual_text: view.number(figure, Part::Value, false).text,
        target: target.known(),
        target_text: match target.missing() {
            Some(missing) => missing.label(),
            None => view.number(figure, Part::Target, false).text,
        },
        note: done.map(|done| format!("完成 {done}")).unwrap_or_default(),
    })
}

/// Who is furthest and who is least far.
fn finding(view: &View, word: &str, figures: &[&Figure]) -> String {
    let places = view.indicator().rate_places();
    let mut known: Vec<_> = figures
        .iter()
        .filter_map(|figure| Some((figure.completion.known()?, *figure)))
        .collect();
    known.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    let who = |share: Decimal| {
        let equal: Vec<_> = known.iter().filter(|(other, _)| *other == share).collect();
        match equal.as_slice() {
            [(_, only)] => view.name(&only.scope),
            several => format!("{}个{word}", several.len()),
        }
    };
    let told = |share: Decimal| percent(share, places);
    match (known.first(), known.last()) {
        (Some((most, _)), Some((least, _))) if most > least => format!(
            "{}完成率最高，为{}；{}最低，为{}",
            who(*most),
            told(*most),
            who(*least),
            told(*least)
        ),
        _ => format!("各{word}{}与目标", view.indicator().name),
    }
}
