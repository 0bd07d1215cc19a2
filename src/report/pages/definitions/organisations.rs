//! The bodies that a plan sets up: who leads them, who belongs to them, whom each member names.

use crate::model::book::Book;
use crate::model::dictionary::Record;
use crate::model::plan::Plan;
use crate::model::plan::organisation::Organisation;
use crate::report::pages::blocks::{clause_term, heading, term};
use crate::view::page::{Block, Term};

/// An entry for each body.
pub(super) fn blocks(book: &Book, plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |body: &Organisation| {
        let id = format!("{}-{}-{}", Organisation::KIND.id, plan.id, body.id);
        [heading(level, id, &body.name), Block::Facts { rows: terms(book, plan, body) }]
    };
    plan.organisations.iter().flat_map(entry).collect()
}

fn terms(book: &Book, plan: &Plan, body: &Organisation) -> Vec<Term> {
    let heads: Vec<&str> = body.heads.iter().map(|head| head.as_str()).collect();
    let register = book.registered_for(plan);
    let members = register.units_in(&body.members);
    let names: Vec<&str> = members.iter().map(|unit| unit.name.as_str()).collect();
    let office = body
        .office
        .as_ref()
        .map(|office| register.unit(office).map_or(office.as_str(), |unit| &unit.name));
    let mut rows = Vec::new();
    rows.extend((!heads.is_empty()).then(|| term("组长", heads.join("、"))));
    rows.extend(office.map(|office| term("办公室", office)));
    let listed = format!("{}（{}个）", names.join("、"), names.len());
    rows.extend((!names.is_empty()).then(|| term("成员单位", listed)));
    rows.extend(body.roles.iter().map(|role| {
        let named = members.iter().filter(|unit| book.leader_of(unit, role).is_some());
        term(role, format!("每个成员单位一名，{}个单位已登记", named.count()))
    }));
    rows.push(clause_term("依据", plan, &body.clause));
    rows
}
