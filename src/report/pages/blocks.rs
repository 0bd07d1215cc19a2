//! The blocks, columns and links that these pages are put together from.

use crate::model::plan::Plan;
use crate::model::value::clause::Clause;
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::page::{Block, Term};
use crate::view::table::{Cell, Column, Row, RowKind};

/// A heading.
pub fn heading(level: u8, id: impl Into<String>, text: impl Into<String>) -> Block {
    Block::Heading { level, id: id.into(), text: text.into() }
}

/// A paragraph of plain text.
pub fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { inlines: vec![Inline::text(text)] }
}

/// A list of plain sentences.
pub(super) fn list(items: impl IntoIterator<Item = impl Into<String>>) -> Block {
    let items = items.into_iter().map(|item| vec![Inline::text(item)]).collect();
    Block::List { ordered: false, items }
}

pub(super) fn fact(term: impl Into<String>, text: impl Into<String>) -> Term {
    Term { term: term.into(), inlines: vec![Inline::text(text)] }
}

/// A term with a place in a plan.
pub(super) fn clause_fact(term: impl Into<String>, plan: &Plan, clause: &Clause) -> Term {
    Term { term: term.into(), inlines: vec![clause_inline(plan, clause)] }
}

/// Columns of text and numbers, by their heads and weights.
pub(super) fn columns(heads: &[(&str, bool, u8)]) -> Vec<Column> {
    let column = |(head, numeric, weight): &(&str, bool, u8)| Column {
        group: String::new(),
        head: (*head).to_owned(),
        numeric: *numeric,
        weight: *weight,
    };
    heads.iter().map(column).collect()
}

pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Body, cells }
}

pub(super) fn cell(inlines: Vec<Inline>) -> Cell {
    Cell { inlines, ..Cell::default() }
}

/// A link.
pub fn link(text: impl Into<String>, href: impl Into<String>) -> Link {
    Link { text: text.into(), href: href.into() }
}

/// A cell that is a link.
pub fn link_cell(text: impl Into<String>, href: impl Into<String>) -> Cell {
    cell(vec![Inline::Link { link: link(text, href) }])
}

/// A place in a plan, linked to its entry on the definitions page.
pub fn clause_link(plan: &Plan, clause: &Clause) -> Link {
    let listed = plan.clauses.iter().any(|note| note.clause.id == clause.id);
    let anchor =
        if listed { format!("#{}", clause_anchor(plan, clause)) } else { String::new() };
    link(clause.text.clone(), format!("definitions.html{anchor}"))
}

/// A place in a plan as running text.
pub(super) fn clause_inline(plan: &Plan, clause: &Clause) -> Inline {
    Inline::Link { link: clause_link(plan, clause) }
}

/// The anchor of a clause on the definitions page.
pub(super) fn clause_anchor(plan: &Plan, clause: &Clause) -> String {
    format!("c-{}-{}", plan.id, clause.id)
}
