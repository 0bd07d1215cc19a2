//! The blocks, terms and places in a plan that these pages are put together from.

use crate::model::plan::Plan;
use crate::model::value::clause::Clause;
use crate::report::paths;
use crate::report::paths::DEFINITIONS;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Term};

/// A heading.
pub(super) fn heading(
    level: u8,
    id: impl Into<String>,
    text: impl Into<String>,
) -> Block {
    Block::Heading { level, id: id.into(), text: text.into() }
}

/// A paragraph of plain text.
pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { inlines: vec![Inline::text(text)] }
}

/// A list of plain sentences.
pub(super) fn list(items: impl IntoIterator<Item = impl Into<String>>) -> Block {
    let items = items.into_iter().map(|item| vec![Inline::text(item)]).collect();
    Block::List { first: None, items }
}

/// A term with its meaning as plain text.
pub(super) fn term(term: impl Into<String>, text: impl Into<String>) -> Term {
    Term { term: term.into(), inlines: vec![Inline::text(text)] }
}

/// A term with a place in a plan.
pub(super) fn clause_term(term: impl Into<String>, plan: &Plan, clause: &Clause) -> Term {
    Term { term: term.into(), inlines: vec![clause_inline(plan, clause)] }
}

/// A place in a plan, linked to its entry on the definitions page.
pub(super) fn clause_inline(plan: &Plan, clause: &Clause) -> Inline {
    let is_listed = plan.clauses.iter().any(|note| note.clause.id == clause.id);
    let anchor = if is_listed {
        format!("#{}", paths::clause_anchor(plan, clause))
    } else {
        String::new()
    };
    Inline::Link { link: Link::new(&clause.text, format!("{DEFINITIONS}{anchor}")) }
}
