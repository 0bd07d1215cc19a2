//! The curves, lamps and rankings that a plan declares.

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::assessment::lamp::{Lamp, LampSet, LampTest};
use crate::model::plan::assessment::ranking::{Ranking, Ties};
use crate::model::plan::curve::{Between, Curve};
use crate::report::listings::lamp_words::lamp_condition;
use crate::report::pages::blocks::{
    clause_fact, clause_inline, columns, fact, heading, row,
};
use crate::sheet::part::lamp_mark;
use crate::view::inline::Inline;
use crate::view::page::{Block, Term};
use crate::view::table::{Cell, Row, Table};
use crate::words::date::{day, node};
use crate::words::number::share;

/// Every curve with its points.
pub(super) fn curves(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |curve: &Curve| {
        let rows = vec![clause_fact("依据", plan, &curve.clause), between(curve)];
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
    fact("节点之间", words)
}

fn points(plan: &Plan, curve: &Curve) -> Table {
    let line = |point: &crate::model::plan::curve::CurvePoint| {
        row(vec![
            Cell::text(node(&point.period)),
            Cell::text(day(point.period.end())),
            Cell::text(share(point.due.0)),
        ])
    };
    Table {
        id: format!("points-{}-{}", plan.id, curve.id),
        title: format!("{}的节点", curve.name),
        unit: String::new(),
        columns: columns(&[
            ("节点", false, 3),
            ("到", false, 4),
            ("应达目标的", true, 3),
        ]),
        rows: curve.points.iter().map(line).collect(),
        notes: Vec::new(),
        wide: false,
    }
}

/// Every set of lamps with the condition of each.
pub(super) fn lamps(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |set: &LampSet| {
        let mut rows =
            vec![clause_fact("依据", plan, &set.clause), fact("看", set.basis.label())];
        let months = |one: &LampTest| {
            fact("连续月数", format!("{}的月份连着计，到本期为止", test(one)))
        };
        rows.extend(set.each.as_ref().map(months));
        [
            heading(level, format!("lamps-{}-{}", plan.id, set.id), &set.name),
            Block::Facts { rows },
            Block::Table { table: conditions(plan, set) },
        ]
    };
    plan.lamps.iter().flat_map(entry).collect()
}

fn conditions(plan: &Plan, set: &LampSet) -> Table {
    let line = |lamp: &Lamp| {
        row(vec![Cell::mark(lamp_mark(Some(lamp))), Cell::text(lamp_words(set, lamp))])
    };
    Table {
        id: format!("conditions-{}-{}", plan.id, set.id),
        title: format!("{}的界限", set.name),
        unit: String::new(),
        columns: columns(&[("灯", false, 3), ("条件", false, 6)]),
        rows: set.lamps.iter().map(line).collect::<Vec<Row>>(),
        notes: Vec::new(),
        wide: false,
    }
}

fn test(test: &LampTest) -> String {
    format!("{}{}{}", test.basis.label(), test.condition, test.basis.unit())
}

/// All conditions of a lamp, as one line.
fn lamp_words(set: &LampSet, lamp: &Lamp) -> String {
    let joined =
        |tests: &[LampTest]| tests.iter().map(test).collect::<Vec<_>>().join("，");
    let own = lamp_condition(set, &lamp.condition);
    let own = match (lamp.condition.is_bounded(), lamp.also.is_empty()) {
        (_, true) => own,
        (true, false) => format!("{own}，{}", joined(&lamp.also)),
        (false, false) => joined(&lamp.also),
    };
    let cases = lamp.or.iter().map(|case| joined(&case.all));
    std::iter::once(own).chain(cases).collect::<Vec<_>>().join("；或")
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
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List { ordered: false, items }]
    }
}

fn ranking_words(book: &Book, ranking: &Ranking) -> String {
    let groups: Vec<&str> = ranking
        .groups
        .iter()
        .map(|group| book.group(group).map_or(group.as_str(), |found| &found.name))
        .collect();
    let ties = match ranking.ties.unwrap_or(Ties::Competition) {
        Ties::Competition => "相同的并列，后面的名次顺延（1、2、2、4）",
        Ties::Dense => "相同的并列，后面的名次不空（1、2、2、3）",
        Ties::Order => "相同的按单位顺序",
    };
    let printed = if ranking.printed.is_some_and(|flag| flag.0) {
        "按打印的小数位比较"
    } else {
        "按未舍入的数比较"
    };
    format!(
        "{}：{}各自按{}由高到低排位，{printed}；{ties}",
        ranking.indicator.as_str(),
        groups.join("、"),
        ranking.basis.label()
    )
}
