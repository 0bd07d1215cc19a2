//! The curves, lamps and rankings that a plan declares.

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::assessment::lamp::{Lamp, LampSet, LampTest};
use crate::model::plan::assessment::ranking::{Ranking, Ties};
use crate::model::plan::curve::{Between, Curve, CurvePoint};
use crate::report::listings::columns::Columns;
use crate::report::listings::lamp_words::lamp_condition;
use crate::report::pages::blocks::{clause_inline, clause_term, heading, term};
use crate::sheet::part::lamp_mark;
use crate::view::inline::Inline;
use crate::view::page::{Block, Term};
use crate::view::table::Table;
use crate::words::date::{day, node};
use crate::words::number::share;

/// Every curve with its points.
pub(super) fn curves(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |curve: &Curve| {
        let rows = vec![clause_term("依据", plan, &curve.clause), between(curve)];
        [
            heading(level, format!("curve-{}-{}", plan.id, curve.id), &curve.name),
            Block::Facts { rows },
            Block::Table { table: points(plan, curve) },
        ]
    };
    plan.curves.iter().flat_map(entry).collect()
}

fn between(curve: &Curve) -> Term {
    let words = match curve.between {
        Between::Linear => "相邻两个节点之间按直线推算，期初为零",
        Between::Step => "到下一个节点以前，保持上一个节点的比例",
    };
    term("节点之间", words)
}

fn points(plan: &Plan, curve: &Curve) -> Table {
    Columns::<&CurvePoint>::new()
        .words("节点", 3, |point| node(&point.period))
        .words("到", 4, |point| day(point.period.end()))
        .numbers("应达目标的", 3, |point| share(point.due.0))
        .listing(
            format!("points-{}-{}", plan.id, curve.id),
            format!("{}的节点", curve.name),
            &curve.points,
        )
}

/// Every set of lamps with the condition of each.
pub(super) fn lamps(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |set: &LampSet| {
        let mut rows =
            vec![clause_term("依据", plan, &set.clause), term("看", set.basis.label())];
        rows.extend(set.each.as_ref().map(|each| {
            term("连续月数", format!("{}的月份连着计，到本期为止", test(each)))
        }));
        [
            heading(level, format!("lamps-{}-{}", plan.id, set.id), &set.name),
            Block::Facts { rows },
            Block::Table { table: conditions(plan, set) },
        ]
    };
    plan.lamps.iter().flat_map(entry).collect()
}

fn conditions(plan: &Plan, set: &LampSet) -> Table {
    Columns::<&Lamp>::new()
        .words("灯", 3, |lamp| lamp_mark(Some(lamp)))
        .words("条件", 6, |lamp| lamp_words(set, lamp))
        .listing(
            format!("conditions-{}-{}", plan.id, set.id),
            format!("{}的界限", set.name),
            &set.lamps,
        )
}

fn test(test: &LampTest) -> String {
    format!("{}{}{}", test.basis.label(), test.condition, test.basis.unit())
}

/// All conditions of a lamp, as one line.
fn lamp_words(set: &LampSet, lamp: &Lamp) -> String {
    let joined =
        |tests: &[LampTest]| tests.iter().map(test).collect::<Vec<_>>().join("，");
    let condition = lamp_condition(set, &lamp.condition);
    let first = if lamp.also.is_empty() {
        condition
    } else if lamp.condition.is_bounded() {
        format!("{condition}，{}", joined(&lamp.also))
    } else {
        joined(&lamp.also)
    };
    let cases = lamp.or.iter().map(|case| joined(&case.all));
    std::iter::once(first).chain(cases).collect::<Vec<_>>().join("；或")
}

/// How units are ranked, one sentence for each ranking.
pub(super) fn rankings(book: &Book, plan: &Plan) -> Vec<Block> {
    let item = |ranking: &Ranking| {
        vec![
            Inline::text(format!("{}（", ranking_words(book, ranking))),
            clause_inline(plan, &ranking.clause),
            Inline::text("）。"),
        ]
    };
    let items: Vec<_> = plan.rankings.iter().map(item).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { first: None, items }] }
}

fn ranking_words(book: &Book, ranking: &Ranking) -> String {
    let groups: Vec<&str> = ranking
        .groups
        .iter()
        .map(|word| book.group(word).map_or(word.as_str(), |group| &group.name))
        .collect();
    let printed = if ranking.printed.is_some_and(|flag| flag.0) {
        "按打印的小数位比较"
    } else {
        "按未舍入的数比较"
    };
    format!(
        "{}：{}各自按{}由高到低排位，{printed}；{}",
        ranking.indicator.as_str(),
        groups.join("、"),
        ranking.basis.label(),
        ties(ranking.ties)
    )
}

/// What becomes of equal ranks; competition ranking where nothing is said.
pub(super) fn ties(ties: Option<Ties>) -> &'static str {
    match ties.unwrap_or(Ties::Competition) {
        Ties::Competition => "相同的并列，后面的名次顺延（1、2、2、4）",
        Ties::Dense => "相同的并列，后面的名次不空（1、2、2、3）",
        Ties::Order => "相同的按单位顺序",
    }
}
