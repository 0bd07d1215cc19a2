//! The records of a scope that an indicator leaves out, each with its reason.

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::pages::blocks::{cell, columns, link, row};
use crate::report::pages::project::as_of::Horizon;
use crate::report::pages::project::counts::left_out;
use crate::report::pages::projects::project_path;
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::table::{Cell, Row, Table};
use crate::words::demo;

/// Who may see the reasons, which tell of dates and evidence that are internal.
const LEVEL: Level = Level::Internal;

/// The table; none where nothing is left out.
pub(super) fn table<'a>(
    sheet: &'a Sheet<'a>,
    scope: &Scope,
    title: &str,
) -> Option<Table> {
    if !sheet.sees(LEVEL) {
        return None;
    }
    let horizon = Horizon::of(sheet);
    let mut rows: Vec<Row> = Vec::new();
    let mut demo = false;
    for view in sheet.views() {
        for (fact, reason) in left_out(&view, &horizon) {
            let credits = fact.credits_at(&view.at.moment);
            if !credits.iter().any(|(credited, _)| credited == scope) {
                continue;
            }
            demo |= fact.demo;
            rows.push(row(vec![
                Cell::text(&view.indicator().name),
                cell(vec![record(sheet, fact)]),
                Cell::text(&fact.when_text),
                Cell::text(fact.recorded.to_string()),
                Cell::text(reason.label()),
            ]));
        }
    }
    (!rows.is_empty()).then(|| Table {
        id: "left-out".to_owned(),
        title: format!("{title}{}", demo::after_title(demo)),
        unit: String::new(),
        columns: columns(&[
            ("指标", false, 3),
            ("记录", false, 5),
            ("时间", false, 3),
            ("记载的数", true, 3),
            ("未计入的原因", false, 7),
        ]),
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

/// What a fact's record is called, with its page where it has one.
fn record(sheet: &Sheet, fact: &Fact) -> Inline {
    let book = sheet.book();
    match fact.record {
        RecordAt::Project(at) => {
            let project = &book.projects[at].record;
            let known = !Horizon::of(sheet).contracts((at, project)).is_empty();
            if known {
                Inline::Link { link: link(&project.name, project_path(project)) }
            } else {
                Inline::text(&project.name)
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
