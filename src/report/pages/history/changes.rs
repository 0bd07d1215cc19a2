//! What changed between two editions beside their main results: goals, lamps, ranks, targets, records.

use std::cmp::Reverse;

use crate::figures::facts::fact::Judgement;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::Plan;
use crate::report::edition::turned::turned;
use crate::report::listings::links::project_link;
use crate::report::pages::history::pair::{Pair, away, continues};
use crate::report::pages::project::known::newly_signed;
use crate::report::paths;
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::movement::FigurePair;
use crate::sheet::part::{FigurePart, inline};
use crate::view::inline::{Inline, Number};
use crate::view::page::Term;
use crate::words::date::node;
use crate::words::number::{climbed, shortest};

/// Cases that are named in one line.
const NAMED: usize = 8;

/// How many places someone went up, with who that is and the ranks.
type Climber = (i64, Vec<Inline>);

/// What changed, each kind in one line; kinds without a case are left out.
pub(super) fn changes(pair: &Pair) -> Vec<Term> {
    let mut rows = vec![
        listed("目标达成", pair.collect(goals)),
        listed("节点判定", pair.collect(verdicts)),
    ];
    rows.extend(pair.after.headline().find_map(|view| turned(&view)));
    rows.extend(climbers(pair));
    rows.push(listed("目标调整", pair.collect(retargeted)));
    rows.push(listed("方案", plans(pair)));
    // When a record became known is itself none of the public's business.
    if pair.after.sees(Level::Internal) {
        rows.extend([counted(pair), projects(pair)]);
    }
    rows.retain(|row| !row.inlines.is_empty());
    rows
}

/// Words about a figure under its name, with its value: `县交通局 到位资金达到目标5亿元（5.20亿元）`.
fn named(both: &FigurePair, words: &str) -> String {
    let value = both.new_view.plain(both.new, FigurePart::Value, true);
    format!("{}{words}（{value}）", title(both))
}

fn title(both: &FigurePair) -> String {
    let view = both.new_view;
    format!("{}{}", view.name(&both.new.scope), view.indicator().name)
}

/// The targets crossed within the same span: where a span begins anew, nothing was lost.
fn goals(both: &FigurePair) -> Vec<String> {
    if !continues(both.old_view, both.new_view) {
        return Vec::new();
    }
    both.goals().iter().map(|words| named(both, words)).collect()
}

/// The verdicts that turned; of the whole, also those on points that have passed since.
fn verdicts(both: &FigurePair) -> Vec<String> {
    let turned = both.verdicts().into_iter();
    let passed = both
        .new
        .verdicts
        .iter()
        .filter(|_| both.new.scope == Scope::All)
        .filter(|new| both.old.verdicts.iter().all(|old| old.point != new.point))
        .filter_map(|verdict| {
            let word = if verdict.met? { "达到" } else { "未达到" };
            Some(format!("{}节点{word}", node(&verdict.point)))
        });
    turned.chain(passed).map(|words| named(both, &words)).collect()
}

/// A target that is another than in the edition before, within the same span.
fn retargeted(both: &FigurePair) -> Vec<String> {
    let view = both.new_view;
    let targets = both.old.target().ok().zip(both.new.target().ok());
    let Some((old, new)) = targets.filter(|(old, new)| old != new) else {
        return Vec::new();
    };
    if !continues(both.old_view, view) {
        return Vec::new();
    }
    let places = view.indicator().places();
    let (old, new) = (shortest(old, places), shortest(new, places));
    vec![format!("{}{old}→{new}{}", title(both), view.unit())]
}

/// The units that went up and those that went down, by figures and by scores, the furthest first.
fn climbers(pair: &Pair) -> [Term; 2] {
    let mut climbers = pair.collect(|both| climber(both).into_iter().collect());
    for view in pair.after.assessment_views() {
        climbers.extend(score_climbers(&view));
    }
    climbers.sort_by_key(|(moved, _)| Reverse(moved.abs()));
    let (up, down): (Vec<Climber>, Vec<Climber>) =
        climbers.into_iter().partition(|(moved, _)| *moved > 0);
    [("名次上升", up), ("名次下降", down)].map(|(term, climbers)| Term {
        term: term.to_owned(),
        inlines: joined(climbers.into_iter().map(|(_, inlines)| inlines)),
    })
}

/// A unit's ranks: `县交通局（到位资金，第8→第5位，升3）`; `None` where they are of two plans.
fn climber(both: &FigurePair) -> Option<Climber> {
    if both.old_view.at.series != both.new_view.at.series {
        return None;
    }
    let rank = |figure: &Figure| figure.ranked.as_ref().and_then(|ranked| ranked.rank);
    let moved = climb(rank(both.old), rank(both.new))?;
    let view = both.new_view;
    let who = format!("{}（{}，", view.name(&both.new.scope), view.indicator().name);
    let old = both.old_view.plain(both.old, FigurePart::Rank, false);
    let number = away(view, view.number(both.new, FigurePart::Rank, false));
    Some((moved, ranks(who, &old, number, moved)))
}

/// The ranks of the units by their scores.
fn score_climbers(view: &AssessmentView) -> Vec<Climber> {
    let climber = |unit| {
        let before = view.before(unit)?.rank;
        let moved = climb(before, unit.rank)?;
        let number = view.rank(unit);
        let trace = number.trace.clone().on(paths::score_page(view));
        let who = format!("{}（{}，", view.name(unit), view.assessment.name);
        let old = before.unwrap_or_default().to_string();
        Some((moved, ranks(who, &old, Number { trace, ..number }, moved)))
    };
    view.scores.units.iter().filter_map(climber).collect()
}

fn ranks(who: String, old: &str, number: Number, moved: i64) -> Vec<Inline> {
    let text = format!("第{old}→第{}", number.text);
    vec![
        Inline::text(who),
        inline(Number { text: text.into(), ..number }),
        Inline::text(format!("位，{}）", climbed(moved))),
    ]
}

/// How many places a rank went up; `None` where it stayed or is unknown.
fn climb(before: Option<u32>, now: Option<u32>) -> Option<i64> {
    let (before, now) = before.zip(now)?;
    Some(i64::from(before) - i64::from(now)).filter(|moved| *moved != 0)
}

/// Plans that came into force or ran out between the two.
fn plans(pair: &Pair) -> Vec<String> {
    let plans = pair.after.book().plans.iter().map(|filed| filed.record.as_ref());
    let change = |plan: &Plan| {
        let in_force = |sheet: &Sheet| plan.span.contains(sheet.figures.period.end());
        match (in_force(pair.before), in_force(pair.after)) {
            (false, true) => Some(format!("《{}》开始施行", plan.name)),
            (true, false) => Some(format!("《{}》到期", plan.name)),
            _ => None,
        }
    };
    plans.filter_map(change).collect()
}

/// How many records of the headline indicators count for the first time; an indicator of
/// another plan has other records, of which none can be told from those before.
fn counted(pair: &Pair) -> Term {
    let counts = |judgement: &Judgement| matches!(judgement, Judgement::Counts(_));
    let views = pair.headline().filter(|(old, new)| old.at.series == new.at.series);
    let lines = views.filter_map(|(old, new)| {
        let judgements = old.at.judgements.iter().zip(&new.at.judgements);
        let count = judgements.filter(|(old, new)| !counts(old) && counts(new)).count();
        (count > 0).then(|| format!("{}{count}条", new.indicator().name))
    });
    listed("新计入的记录", lines.collect())
}

/// The projects whose first formal contract became known between the two.
fn projects(pair: &Pair) -> Term {
    let new = newly_signed(pair.before, pair.after).into_iter();
    let links =
        new.map(|(_, project)| vec![Inline::Link { link: project_link(project) }]);
    Term { term: "新签约的项目".to_owned(), inlines: joined(links) }
}

/// Cases in one line; those beyond the first are counted.
fn joined(cases: impl Iterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let (mut inlines, mut count) = (Vec::new(), 0);
    for case in cases {
        if count < NAMED {
            inlines.extend((count > 0).then(|| Inline::text("；")));
            inlines.extend(case);
        }
        count += 1;
    }
    inlines.extend((count > NAMED).then(|| Inline::text(format!("；等{count}个"))));
    inlines
}

fn listed(term: &str, cases: Vec<String>) -> Term {
    let inlines = joined(cases.into_iter().map(|case| vec![Inline::text(case)]));
    Term { term: term.to_owned(), inlines }
}
