//! The steps of a trace: each calculation with its numbers put in, as a reader can check it from the print.

use crate::figures::exact::percent;
use crate::figures::figure::{Figure, Verdict, lamp_set};
use crate::figures::manual;
use crate::figures::outcome::{Known, Missing};
use crate::figures::targets::SetTarget;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::lamp::LampTest;
use crate::model::plan::target::{Comparison, Force};
use crate::report::traces::depth::Depth;
use crate::report::traces::derived::derived;
use crate::report::traces::recognised::recognised;
use crate::report::traces::told;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::sheet::revised::changes_in_words;
use crate::sheet::unit_course::joined;
use crate::words::date;
use crate::words::number::{exact, fixed, lead, share};

/// The steps of a figure, from its records to its rank; a sum by rows is left out where the
/// rows are listed beside it.
pub(super) fn steps(
    view: &IndicatorView,
    figure: &Figure,
    depth: Depth,
    records: usize,
    rows_listed: bool,
) -> Vec<String> {
    let measure = view.indicator().measure;
    let value = if measure.is_derived() {
        derived(view, figure)
    } else {
        sum(view, figure, records)
    };
    // How a sum is put together is said of the whole alone.
    let needs_manual = measure.is_derived() || figure.scope == Scope::All;
    let mut steps = vec![if needs_manual && depth != Depth::Page {
        format!("{}：{value}", manual(view.indicator()))
    } else {
        value
    }];
    if let Scope::Unit(id) = &figure.scope {
        // What was before the span is in no total of it.
        let joined = joined(view.sheet, id, view.at.moment.days.start);
        steps.extend(joined.iter().map(|one| format!("{one}，累计数含其并入以前的")));
    }
    if !rows_listed {
        steps.extend(rows(view, figure));
    }
    steps.extend(recognised(view, figure));
    steps.extend(targets(view, figure));
    steps.extend(completion(view, figure));
    steps.extend(schedule(view, figure));
    steps.extend(told::shortfall(view, figure));
    steps.extend(verdicts(view, figure));
    steps.extend(outlook(view, figure));
    steps.extend(told::pace(view, figure));
    steps.extend(told::units(view, figure));
    steps.extend(told::overdue(view, figure));
    steps.extend(lamp(view, figure));
    steps.extend(rank(view, figure));
    let (book, period) = (view.sheet.book(), &view.sheet.figures.period);
    steps.extend(changes_in_words(book, period, &figure.id, view.unit()));
    steps
}

/// How many records there are and what they come to.
fn sum(view: &IndicatorView, figure: &Figure, records: usize) -> String {
    match figure.value.known() {
        Some(value) => {
            let without = view.without(figure).map(|without| format!("（{without}）"));
            let without = without.unwrap_or_default();
            format!("计入{records}条记录，合计{}{}{without}", exact(value), view.unit())
        }
        None if view.withholds(&figure.scope) => {
            let reason = figure.value.as_ref().err().map(|missing| missing.label());
            reason.unwrap_or_default()
        }
        None => match &figure.value {
            Err(reason @ (Missing::Since(_) | Missing::PartSilent)) => reason.label(),
            Err(reason @ Missing::MergedInto(..)) => {
                format!("{}，此后的累计数在那里", reason.label())
            }
            _ => "没有可计入的记录".to_owned(),
        },
    }
}

/// A sum by rows, which gives the same value as the sum by records.
fn rows(view: &IndicatorView, figure: &Figure) -> Option<String> {
    if view.indicator().measure.is_derived() {
        return None;
    }
    let below = view.rows().below(&figure.scope);
    if below.iter().any(|scope| view.withholds(scope)) {
        return None;
    }
    let parts: Vec<String> = below
        .iter()
        .filter_map(|scope| view.figure(scope))
        .filter(|part| part.value.known().is_some_and(|value| !value.is_zero()))
        .filter_map(|part| {
            Some(format!("{}{}", view.name(&part.scope), exact(part.value.known()?)))
        })
        .collect();
    let total = figure.value.known().map(exact)?;
    (parts.len() > 1)
        .then(|| format!("按行相加：{}＝{total}{}", parts.join("＋"), view.unit()))
}

fn targets(view: &IndicatorView, figure: &Figure) -> Vec<String> {
    let targets: Vec<(String, String)> =
        figure.targets.iter().map(|progress| target(view, &progress.set)).collect();
    // One goal may be set twice; the one that names its level says all.
    let is_repeated = |(level, words): &(String, String)| {
        let mut same = targets.iter().filter(|other| other.1 == *words);
        level.is_empty() && same.any(|other| !other.0.is_empty())
    };
    let mut lines: Vec<String> = targets
        .iter()
        .filter(|target| !is_repeated(target))
        .map(|(level, words)| format!("{level}{words}"))
        .collect();
    lines.sort();
    lines.dedup();
    lines
}

/// The level of a target, and the target with its clause.
fn target(view: &IndicatorView, set: &SetTarget) -> (String, String) {
    let value = set.value.map_or("未下达".to_owned(), |value| {
        let above = if set.comparison == Comparison::Above { "超过" } else { "" };
        format!("{above}{}{}", exact(value), view.unit())
    });
    let force = if set.force == Force::Striving { "力争目标" } else { "目标" };
    let level = set.level.as_deref().map(|level| format!("{level}级"));
    let clause = set.clause.as_ref().map(|clause| format!("依据{}", clause.cited()));
    let summed = set.summed.then(|| "各行之和".to_owned());
    let origin: Vec<String> = clause.into_iter().chain(summed).collect();
    let words = format!("{force}{value}（{}）", origin.join("，"));
    (level.unwrap_or_default(), words)
}

fn completion(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let (value, target) = (figure.value.known()?, figure.target().ok()?);
    if view.is_rate() {
        let printed = view.plain(figure, FigurePart::Value, true);
        let gap = view.plain(figure, FigurePart::Gap, false);
        return Some(format!("比目标：{printed}－{}%，{gap}", exact(target)));
    }
    figure.completion.known()?;
    let text = view.number(figure, FigurePart::Completion, false).text;
    Some(format!("完成率：{}÷{}＝{text}", exact(value), exact(target)))
}

fn schedule(view: &IndicatorView, figure: &Figure) -> Vec<String> {
    if figure.targets.is_empty() {
        return Vec::new();
    }
    let places = view.indicator().rate_places();
    let Some(due) = figure.schedule.known() else {
        // That there is no schedule is said once, of the whole.
        if figure.scope != Scope::All {
            return Vec::new();
        }
        let reason = figure.schedule.as_ref().err().map(|missing| missing.label());
        return vec![format!("序时进度：—（{}）", reason.unwrap_or_default())];
    };
    let curve = view.series.curve().map_or_else(String::new, |curve| {
        format!("依据{}，节点之间按{}", curve.clause.cited(), curve.between.label())
    });
    let due_text = fixed(percent(due, places), places);
    let mut steps = vec![format!("序时进度：{due_text}%（{curve}）")];
    if let (Some(done), Some(points)) = (figure.completion.known(), figure.lead.known()) {
        let done = fixed(percent(done, places), places);
        steps.push(format!("超欠进度：{done}%－{due_text}%，{}", lead(points, places)));
    }
    steps
}

fn verdicts(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let points: Vec<String> =
        figure.verdicts.iter().filter_map(|verdict| milestone(view, verdict)).collect();
    (!points.is_empty()).then(|| format!("各节点按当期截止日：{}", points.join("；")))
}

/// What was due at a point by the target of its day, what was reached, and whether that is enough.
fn milestone(view: &IndicatorView, verdict: &Verdict) -> Option<String> {
    let target = verdict.target.known()?;
    let places = view.indicator().rate_places();
    let completion = verdict.actual.known().map_or("—".to_owned(), |share| {
        format!("{}%", fixed(percent(share, places), places))
    });
    let word = match verdict.met {
        Some(true) => "达到",
        Some(false) => "未达到",
        None => "无法判断",
    };
    Some(format!(
        "{}应达{}即{}{}，完成{completion}，{word}",
        date::until(verdict.day, true),
        share(verdict.due),
        exact(verdict.due * target),
        view.unit(),
    ))
}

fn outlook(view: &IndicatorView, figure: &Figure) -> Vec<String> {
    let moment = &view.at.moment;
    let text = |part| view.number(figure, part, true).text;
    let mut steps = Vec::new();
    let met = figure.targets.first().and_then(|target| target.met) == Some(true);
    if met && figure.remaining.is_ok() {
        steps.push("目标已经完成，没有剩余".to_owned());
    } else if figure.needed.is_ok() {
        steps.push(format!(
            "剩余{}，剩{}个月，月均需完成{}",
            text(FigurePart::Remaining),
            moment.months_left(),
            text(FigurePart::Needed)
        ));
    }
    if let (Some(_), Some(value)) = (figure.projection.known(), figure.value.known())
        && !value.is_zero()
    {
        steps.push(format!(
            "按目前进度预计：{}÷{}个月×{}个月＝{}（推算，非实际）",
            exact(value),
            moment.months_elapsed(),
            moment.span.months(),
            text(FigurePart::Projection),
        ));
    }
    steps
}

fn lamp(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let (set, lamp) = (lamp_set(view.series)?, figure.lamp.as_ref()?);
    let (basis, unit) = (set.basis.label(), set.basis.unit());
    let condition = lamp.condition.to_string();
    let run = figure.run.zip(set.each.as_ref()).map(|(months, test)| {
        let LampTest { basis, condition } = test;
        format!("{}{condition}{}已连续{months}个月，", basis.label(), basis.unit())
    });
    Some(format!(
        "{}：{}{basis}{condition}{unit}，{}（{}）",
        set.name,
        run.unwrap_or_default(),
        lamp.name,
        lamp.word
    ))
}

fn rank(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let ranked = figure.ranked.as_ref()?;
    let group = view.sheet.book().group_called(&ranked.group)?;
    Some(match ranked.rank {
        Some(rank) => {
            format!("{}{}个参加排位的单位中列第{rank}位", group.name, ranked.of)
        }
        None => {
            let none = || "没有目标或没有数".to_owned();
            let reason = ranked.unranked.as_ref().map_or_else(none, Missing::label);
            format!("{}中不参加排位：{reason}", group.name)
        }
    })
}
