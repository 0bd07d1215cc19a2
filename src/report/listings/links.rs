//! Units and projects by their names, as links to their pages.

use crate::model::book::scope::Scope;
use crate::model::record::project::Project;
use crate::model::record::registry::Unit;
use crate::model::value::reference::UnitRef;
use crate::report::paths;
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
    match sheet.book().unit(reference) {
        Some(unit) if has_page(sheet, unit) => unit_inline(&unit.name, unit.id.as_str()),
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
