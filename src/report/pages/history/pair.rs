//! Two editions of a series beside one another: goals, lamps, ranks, targets, records.

use std::cmp::Reverse;

use crate::figures::facts::fact::Judgement;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::Plan;
use crate::report::edition::key_points::turned;
use crate::report::pages::blocks::link;
use crate::report::pages::history::results::is_headline;
use crate::report::pages::project::as_of::signed;
use crate::report::traces::trace_page;
use crate::sheet::movement::FigurePair;
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::inline::Number;
use crate::view::page::Term;
use crate::words::date::point;
use crate::words::number::{climbed, shortest};

/// Cases that are named in one line.
const NAMED: usize = 8;

/// Two editions of a series.
pub(super) struct Pair<'a> {
    /// The earlier one.
    pub before: &'a Sheet<'a>,
    /// The later one.
    pub after: &'a Sheet<'a>,
}

impl<'a> Pair<'a> {
    /// The indicators that both editions have.
    pub(super) fn views(
        &self,
    ) -> impl Iterator<Item = (IndicatorView<'a>, IndicatorView<'a>)> {
        let (before, after) = (self.before, self.after);
        after.views().filter_map(move |new| {
            let same = |old: &IndicatorView| old.indicator().id == new.indicator().id;
            let old = before.views().find(same)?;
            Some((old, new))
        })
    }

    /// The figures that both editions have, a unit's parts by sector aside.
    fn figures<T>(&self, told: impl Fn(&FigurePair) -> Vec<T>) -> Vec<T> {
        let mut found = Vec::new();
        for (old_view, new_view) in self.views() {
            for new in &new_view.at.figures {
                let Some(old) = old_view.figure(&new.scope) else { continue };
                if matches!(new.scope, Scope::UnitInSector(..)) {
                    continue;
                }
                found.extend(told(&FigurePair {
                    old_view: &old_view,
                    new_view: &new_view,
                    old,
                    new,
                }));
            }
        }
        found
    }

    /// What else changed, each kind in one line; kinds without a case are left out.
    pub(super) fn facts(&self) -> Vec<Term> {
        let mut rows = vec![
            listed("目标达成", self.figures(goals)),
            listed("节点判定", self.verdicts()),
        ];
        rows.extend(self.after.headline().find_map(|view| turned(&view)));
        for (term, up) in [("名次上升", true), ("名次下降", false)] {
            rows.push(self.climbers(term, up));
        }
        rows.push(listed("目标调整", self.figures(retargeted)));
        rows.push(listed("方案", self.plans()));
        // When a record became known is itself none of the public's business.
        if self.after.sees(Level::Internal) {
            rows.extend([self.counted(), self.projects()]);
        }
        rows.retain(|row| !row.inlines.is_empty());
        rows
    }

    /// The verdicts on points that have passed since, of the whole; and those that turned.
    fn verdicts(&self) -> Vec<String> {
        self.figures(|both| {
            let mut found = told(both, both.verdicts());
            let whole = both.new.scope == Scope::All;
            for verdict in both.new.verdicts.iter().filter(|_| whole) {
                let known =
                    both.old.verdicts.iter().any(|old| old.point == verdict.point);
                let Some(met) = verdict.met.filter(|_| !known) else { continue };
                let word = if met { "达到" } else { "未达到" };
                let words = format!("{}节点{word}", point(&verdict.point));
                found.extend(told(both, vec![words]));
            }
            found
        })
    }

    /// The units that went up or down most, by figures and by scores.
    fn climbers(&self, term: &str, up: bool) -> Term {
        let rank = |figure: &Figure| figure.ranked.as_ref().and_then(|one| one.rank);
        let mut found = self.figures(|both| {
            let moved = climb(rank(both.old), rank(both.new));
            moved.map(|moved| (moved, self.ranks(both, moved))).into_iter().collect()
        });
        for assessment_view in self.after.assessment_views() {
            for unit in &assessment_view.scores.units {
                let before = assessment_view.before(unit).and_then(|before| before.rank);
                let Some(moved) = climb(before, unit.rank) else { continue };
                let id = &assessment_view.assessment.name;
                let mut number = assessment_view.rank(unit);
                number.trace =
                    format!("{}#{}", assessment_view.trace_page(), number.trace);
                number.text =
                    format!("第{}→第{}", before.unwrap_or_default(), number.text);
                let who = format!("{}（{id}，", assessment_view.name(unit));
                found.push((moved, vec![Inline::text(who), inline(number), end(moved)]));
            }
        }
        found.retain(|(moved, _)| (*moved > 0) == up);
        found.sort_by_key(|(moved, _)| Reverse(moved.abs()));
        Term {
            term: term.to_owned(),
            inlines: joined(found.into_iter().map(|one| one.1)),
        }
    }

    /// A unit's ranks: `县交通局（到位资金，第8→第5位，升3）`.
    fn ranks(&self, both: &FigurePair, moved: i64) -> Vec<Inline> {
        let view = both.new_view;
        let who = format!("{}（{}，", view.name(&both.new.scope), view.indicator().name);
        let old = both.old_view.plain(both.old, FigurePart::Rank, false);
        let mut number = away(view, view.number(both.new, FigurePart::Rank, false));
        number.text = format!("第{old}→第{}", number.text);
        vec![Inline::text(who), inline(number), end(moved)]
    }

    /// Plans that came into force or ran out between the two.
    fn plans(&self) -> Vec<String> {
        let plans = self.after.book().plans.iter().map(|filed| &filed.record);
        let in_force =
            |sheet: &Sheet, plan: &Plan| plan.span.contains(sheet.figures.period.end());
        let told = plans.filter_map(|plan| {
            match (in_force(self.before, plan), in_force(self.after, plan)) {
                (false, true) => Some(format!("《{}》开始施行", plan.name)),
                (true, false) => Some(format!("《{}》到期", plan.name)),
                _ => None,
            }
        });
        told.collect()
    }

    /// How many records of the headline indicators count for the first time; an indicator of
    /// another plan has other records, of which none can be told from those before.
    fn counted(&self) -> Term {
        let goes_on =
            |(old, new): &(IndicatorView, IndicatorView)| old.at.series == new.at.series;
        let views = self.views().filter(|both| is_headline(&both.1) && goes_on(both));
        let lines = views.filter_map(|(old, new)| {
            let pairs = old.at.judgements.iter().zip(&new.at.judgements);
            let counts = |one: &Judgement| matches!(one, Judgement::Counts(_));
            let count = pairs.filter(|(old, new)| !counts(old) && counts(new)).count();
            let name = &new.indicator().name;
            (count > 0).then(|| format!("{name}{count}条"))
        });
        listed("新计入的记录", lines.collect())
    }

    /// The projects whose first formal contract became known between the two.
    fn projects(&self) -> Term {
        let old: Vec<usize> = signed(self.before).map(|(at, _)| at).collect();
        let new = signed(self.after).filter(|(at, _)| !old.contains(at));
        let told = new.map(|(_, project)| {
            let href = format!("projects/{}.html", project.id);
            vec![Inline::Link { link: link(&project.name, href) }]
        });
        Term { term: "新签约的项目".to_owned(), inlines: joined(told) }
    }
}

/// Whether the values of both editions run from the same day.
pub(super) fn continues(old: &IndicatorView, new: &IndicatorView) -> bool {
    old.at.moment.days.start == new.at.moment.days.start
}

/// A number that opens its trace on the trace page of its own edition.
pub(super) fn away(view: &IndicatorView, mut number: Number) -> Number {
    number.trace = format!("{}#{}", trace_page(view), number.trace);
    number
}

/// Words about a figure under its name, with its value: `县交通局 到位资金达到目标5亿元（5.20亿元）`.
fn told(both: &FigurePair, words: Vec<String>) -> Vec<String> {
    let view = both.new_view;
    let title = format!("{}{}", view.name(&both.new.scope), view.indicator().name);
    let value = view.plain(both.new, FigurePart::Value, true);
    words.into_iter().map(|words| format!("{title}{words}（{value}）")).collect()
}

/// The targets crossed within the same span: where a span begins anew, nothing was lost.
fn goals(both: &FigurePair) -> Vec<String> {
    if continues(both.old_view, both.new_view) {
        told(both, both.goals())
    } else {
        Vec::new()
    }
}

/// A target that is another than in the edition before, within the same span.
fn retargeted(both: &FigurePair) -> Vec<String> {
    let (view, goes_on) = (both.new_view, continues(both.old_view, both.new_view));
    let targets = [both.old, both.new].map(|one| one.target().ok());
    let [Some(old), Some(new)] = targets else { return Vec::new() };
    if old == new || !goes_on {
        return Vec::new();
    }
    let places = view.indicator().places();
    let (old, new) = (shortest(old, places), shortest(new, places));
    let title = format!("{}{}", view.name(&both.new.scope), view.indicator().name);
    vec![format!("{title}{old}→{new}{}", view.unit())]
}

/// How many places a rank went up; none where it stayed or is unknown.
fn climb(before: Option<u32>, now: Option<u32>) -> Option<i64> {
    let (before, now) = before.zip(now)?;
    Some(i64::from(before) - i64::from(now)).filter(|moved| *moved != 0)
}

fn end(moved: i64) -> Inline {
    Inline::text(format!("位，{}）", climbed(moved)))
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
