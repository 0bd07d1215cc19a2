//! Links to the pages of units and projects, and to the pages that a book may have.

use crate::model::book::scope::Scope;
use crate::model::dictionary::field;
use crate::model::record::project::Project;
use crate::model::record::registry::Unit;
use crate::model::value::reference::UnitRef;
use crate::report::listings::standings::compares_units;
use crate::report::paging;
use crate::report::paths;
use crate::report::paths::{PROJECTS, PROMISES, REVISIONS};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Inline, Link};

/// A link to a unit's page.
pub(crate) fn unit_inline(name: &str, id: &str) -> Inline {
    Inline::Link { link: Link::new(name, paths::unit(id)) }
}

/// What a figure is about by its name; a unit leads to its page.
pub(crate) fn scope_inline(view: &IndicatorView, scope: &Scope) -> Inline {
    let name = view.name(scope);
    match scope {
        Scope::Unit(id) => unit_inline(&name, id),
        _ => Inline::text(name),
    }
}

/// A unit that a record refers to, linked to its page where it has one.
pub(crate) fn referred_unit(sheet: &Sheet, reference: &UnitRef) -> Inline {
    let unit = sheet.register().unit(reference);
    named_unit(unit, reference, |unit| has_page(sheet, unit))
}

/// A unit by the name that it has in the registry, if it is there, linked to its page where it has
/// one.
pub(crate) fn named_unit(
    unit: Option<&Unit>,
    reference: &UnitRef,
    has_page: impl Fn(&Unit) -> bool,
) -> Inline {
    match unit {
        Some(unit) if has_page(unit) => unit_inline(&unit.name, unit.id.as_str()),
        Some(unit) => Inline::text(&unit.name),
        None => Inline::text(reference.as_str()),
    }
}

/// Whether a unit has a page: it has figures of its own.
pub(crate) fn has_page(sheet: &Sheet, unit: &Unit) -> bool {
    let scope = Scope::Unit(unit.id.to_string());
    sheet.figures.indicators.iter().any(|figures| figures.figure(&scope).is_some())
}

/// A link to a project's page.
pub(crate) fn project_link(project: &Project) -> Link {
    Link::new(&project.name, paths::project(project))
}

/// The link to the page of all units at a sheet, where there are any to compare.
pub(crate) fn all_units_link(sheet: &Sheet) -> Option<Link> {
    let is_there = sheet.views().any(|view| compares_units(&view));
    is_there.then(|| Link::new("各单位一览", paths::all_units(&sheet.figures.period)))
}

/// Whether the book registers projects; one that is told totals only has none to list.
pub(crate) fn registers_projects(sheet: &Sheet) -> bool {
    !sheet.book().projects.is_empty()
}

/// The link to the page, where there is one.
pub(crate) fn projects_link(sheet: &Sheet) -> Option<Link> {
    registers_projects(sheet).then(|| Link::new("项目清单", PROJECTS))
}

/// Whether anything was promised to a project or by its investor that the audience may know of.
pub(crate) fn has_promises(sheet: &Sheet) -> bool {
    let projects = sheet.book().projects.iter().map(|filed| &filed.record);
    let mut with = projects.filter(|project| {
        !project.promises.is_empty() || !project.fulfilments.is_empty()
    });
    sheet.sees(field!(Project.promises).level) && with.next().is_some()
}

/// The link to the page of promises, where there is one.
pub(crate) fn promises_link(sheet: &Sheet) -> Option<Link> {
    has_promises(sheet).then(|| Link::new("承诺和履约", PROMISES))
}

/// The link to what changed with an edition.
pub(crate) fn history_link(sheet: &Sheet) -> Link {
    let period = &sheet.figures.period;
    let mut editions = sheet.editions.iter();
    let at = editions.position(|(_, figures)| figures.period == *period);
    let page = paging::history(at.unwrap_or_default(), sheet.editions.len());
    Link::new("各期变化", format!("{page}#{}", paths::period_anchor(period)))
}

/// What the reader of an edition can open: its released file, and what was revised.
pub(crate) fn release_links(sheet: &Sheet) -> Vec<Link> {
    let book = sheet.book();
    let period = &sheet.figures.period;
    let released = book
        .release(period)
        .map(|_| Link::new("发布时的数据（JSON）", paths::released(period)));
    let page =
        (!book.releases.is_empty()).then(|| Link::new("发布、更正和修订", REVISIONS));
    released.into_iter().chain(page).collect()
}
