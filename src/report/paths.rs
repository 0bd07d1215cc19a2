//! The paths of the pages of a book's site, and their anchors that other pages lead to.

use std::fmt::Display;

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::plan::Plan;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::indicator::Indicator;
use crate::model::record::project::Project;
use crate::model::value::clause::Clause;
use crate::model::value::period::Period;
use crate::sheet::IndicatorView;
use crate::sheet::assessment::AssessmentView;
use crate::view::inline::TraceLink;

/// The newest edition.
pub const INDEX: &str = "index.html";

/// What every number means.
pub const DEFINITIONS: &str = "definitions.html";

/// All projects.
pub const PROJECTS: &str = "projects.html";

/// What changed from edition to edition.
pub const HISTORY: &str = "history.html";

/// What was promised to projects and by their investors.
pub const PROMISES: &str = "promises.html";

/// What was released and revised.
pub const REVISIONS: &str = "revisions.html";

/// How corrections and revisions are treated.
pub const POLICY: &str = "policy.html";

/// How the values of each period were printed from edition to edition.
pub const VINTAGES: &str = "vintages.html";

/// The page of an edition.
pub fn edition(period: &Period) -> String {
    format!("{period}/index.html")
}

/// The page of all units at a period.
pub fn all_units(period: &Period) -> String {
    format!("{period}/units.html")
}

/// The released file of a period: beside the editions, whose folders readers copy.
pub fn released(period: &impl Display) -> String {
    format!("released/{period}.json")
}

/// The page with a part of what a page lists: `projects.html` has `projects.2023.html`. Ids have
/// no full stop, so no other page is called so.
pub fn part(page: &str, part: &impl Display) -> String {
    format!("{}.{part}.html", page.trim_end_matches(".html"))
}

/// The page at a position among those that continue a list; the first is the page itself.
pub fn nth(page: &str, at: usize) -> String {
    if at == 0 { page.to_owned() } else { part(page, &(at + 1)) }
}

/// The page of a unit.
pub fn unit(id: &str) -> String {
    format!("units/{id}.html")
}

/// The page of a project.
pub fn project(project: &Project) -> String {
    format!("projects/{}.html", project.id)
}

/// The page with the full traces of an indicator.
pub fn trace_page(view: &IndicatorView) -> String {
    format!("{}/trace-{}.html", view.sheet.figures.period, view.indicator().id)
}

/// A trace on the page with the full traces of its indicator.
pub fn trace(view: &IndicatorView, figure: &FigureId) -> TraceLink {
    TraceLink::here(figure).on(trace_page(view))
}

/// The page with the full traces of an assessment.
pub fn score_page(view: &AssessmentView) -> String {
    format!("{}/trace-score-{}.html", view.sheet.figures.period, view.assessment.id)
}

/// The anchor of a period on a page that lists them.
pub fn period_anchor(period: &Period) -> String {
    format!("p-{period}")
}

/// The anchor of an indicator's definition; with its plan where several plans declare it.
pub fn indicator_anchor(book: &Book, plan: &Plan, indicator: &Indicator) -> String {
    let declared = book.plans.iter().flat_map(|plan| &plan.record.indicators);
    match declared.filter(|other| other.id == indicator.id).count() {
        1 => format!("i-{}", indicator.id),
        _ => format!("i-{}-{}", plan.id, indicator.id),
    }
}

/// The anchor of a clause on the definitions page.
pub fn clause_anchor(plan: &Plan, clause: &Clause) -> String {
    format!("c-{}-{}", plan.id, clause.id)
}

/// The anchor of a ruling on the definitions page.
pub fn ruling_anchor(plan: &Plan, ruling: &impl Display) -> String {
    format!("r-{}-{ruling}", plan.id)
}

/// The anchor of an assessment on the definitions page; with its plan where several plans have it.
pub fn assessment_anchor(book: &Book, plan: &Plan, assessment: &Assessment) -> String {
    let declared = book.plans.iter().flat_map(|plan| &plan.record.assessments);
    match declared.filter(|other| other.id == assessment.id).count() {
        1 => format!("a-{}", assessment.id),
        _ => format!("a-{}-{}", plan.id, assessment.id),
    }
}
