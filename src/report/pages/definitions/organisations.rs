//! The bodies that a plan sets up: who leads them, who belongs to them, whom each member names.

use crate::model::book::Book;
use crate::model::dictionary::Record;
use crate::model::plan::Plan;
use crate::model::plan::organisation::Organisation;
use crate::report::pages::blocks::{clause_fact, fact, heading};
use crate::view::page::{Block, Term};

/// An entry for each body.
pub(super) fn blocks(book: &Book, plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |one: &Organisation| {
        let id = format!("{}-{}-{}", Organisation::KIND.id, plan.id, one.id);
        [heading(level, id, &one.name), Block::Facts { rows: facts(book, plan, one) }]
    };
    plan.organisations.iter().flat_map(entry).collect()
}

fn facts(book: &Book, plan: &Plan, one: &Organisation) -> Vec<Term> {
    let heads: Vec<&str> = one.heads.iter().map(|head| head.as_str()).collect();
    let members = book.units_in(&one.members);
    let names: Vec<&str> = members.iter().map(|unit| unit.name.as_str()).collect();
    let office = one.office.as_ref().map(|office| {
        book.unit(office).map_or(office.as_str(), |unit| &unit.name).to_owned()
    });
    let mut rows = Vec::new();
    rows.extend((!heads.is_empty()).then(|| fact("组长", heads.join("、"))));
    rows.extend(office.map(|office| fact("办公室", office)));
    let listed = format!("{}（{}个）", names.join("、"), names.len());
    rows.extend((!names.is_empty()).then(|| fact("成员单位", listed)));
    rows.extend(one.roles.iter().map(|role| {
        let named = members.iter().filter(|unit| book.leader_of(unit, role).is_some());
        let count = named.count();
        let text = format!("每个成员单位一名，{count}个单位已登记");
        fact(role, text)
    }));
    rows.push(clause_fact("依据", plan, &one.clause));
    rows
}
