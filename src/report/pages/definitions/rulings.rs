//! The rulings of a plan: the reading that was taken where the document is open or contradicts itself.

use crate::model::plan::{Plan, Ruling};
use crate::report::pages::blocks::{clause_term, heading, term};
use crate::report::paths;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Term};
use crate::words::date::day;

/// An entry for each ruling, under an anchor of its own.
pub(super) fn blocks(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |ruling: &Ruling| {
        let anchor = paths::ruling_anchor(plan, &ruling.id);
        let rows = terms(plan, ruling);
        [heading(level, anchor, &ruling.question), Block::Facts { rows }]
    };
    plan.rulings.iter().flat_map(entry).collect()
}

fn terms(plan: &Plan, ruling: &Ruling) -> Vec<Term> {
    let mut rows = vec![
        clause_term("条款", plan, &ruling.clause),
        term("采用的读法", &ruling.reading),
    ];
    rows.extend(ruling.reason.as_ref().map(|reason| term("理由", reason)));
    let by = ruling.by.as_ref().map(|by| format!("，{by}")).unwrap_or_default();
    rows.push(term("裁定", format!("{}{by}", day(ruling.date))));
    rows.extend(ruling.source.as_ref().map(|address| Term {
        term: "文件网址".to_owned(),
        inlines: vec![Inline::Link { link: Link::new(&address.0, &address.0) }],
    }));
    rows
}
