//! The records of a scope that an indicator leaves out, each with its reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::facts::fact::{Fact, LeftOut, RecordAt};
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::links::project_link;
use crate::report::pages::project::as_of::Horizon;
use crate::report::pages::project::counts::left_out;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::Table;
use crate::words::demo;

/// Who may see the reasons, which tell of dates and evidence that are internal.
const LEVEL: Level = Level::Internal;

/// A fact that an indicator leaves out, and why.
pub(super) type LeftOutFact<'a> = (IndicatorView<'a>, &'a Fact<'a>, &'a LeftOut);

/// The table; `None` where nothing is left out.
pub(super) fn table(sheet: &Sheet, facts: &[LeftOutFact], title: &str) -> Option<Table> {
    if !sheet.sees(LEVEL) {
        return None;
    }
    let is_demo = facts.iter().any(|(_, fact, _)| fact.demo);
    Columns::<LeftOutFact>::new()
        .words("指标", 3, |(view, ..)| &view.indicator().name)
        .words("记录", 5, |(_, fact, _)| record(sheet, fact))
        .words("时间", 3, |(_, fact, _)| fact.when_text())
        .numbers("记载的数", 3, |(_, fact, _)| fact.recorded.to_string())
        .words("未计入的原因", 7, |(view, fact, reason)| view.reason(fact, reason))
        .records(
            "left-out",
            format!("{title}{}", demo::after_title(is_demo)),
            facts.iter().copied(),
        )
        .filled()
}

/// The facts that the indicators leave out, by the scopes that they are credited to.
pub(super) fn facts<'a>(sheet: &'a Sheet<'a>) -> BTreeMap<Scope, Vec<LeftOutFact<'a>>> {
    let horizon = Horizon::of(sheet);
    let mut facts: BTreeMap<Scope, Vec<LeftOutFact>> = BTreeMap::new();
    for view in sheet.views() {
        for (fact, reason) in left_out(&view, &horizon) {
            let credits = fact.credits_at(&view.at.moment).iter();
            let scopes: BTreeSet<&Scope> = credits.map(|(scope, _)| scope).collect();
            for scope in scopes {
                facts.entry(scope.clone()).or_default().push((view, fact, reason));
            }
        }
    }
    facts
}

/// What a fact's record is called, with its page where it has one.
fn record(sheet: &Sheet, fact: &Fact) -> Inline {
    let book = sheet.book();
    match fact.record {
        RecordAt::Project(at) => {
            let project = sheet.project(at);
            if Horizon::of(sheet).contracts((at, project)).is_empty() {
                Inline::text(&project.name)
            } else {
                Inline::Link { link: project_link(project) }
            }
        }
        RecordAt::Activity(at) => Inline::text(&book.activities[at].record.subject),
        RecordAt::Duty(plan, at) => {
            Inline::text(&book.plans[plan].record.duties[at].name)
        }
        RecordAt::Total(file, at) => {
            let total = &book.reported[file].record.totals[at];
            Inline::text(format!("{}{}", total.scope.as_str(), total.kind.label()))
        }
    }
}
