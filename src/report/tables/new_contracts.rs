//! 新签约项目: the formal contracts of the period itself that count; of a campaign, those of its window so far.

use crate::figures::facts::fact::{Fact, Judgement};
use crate::model::dictionary::Level;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::Project;
use crate::model::value::date::Days;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::report::listings::links::referred_unit;
use crate::report::tables::{Make, TableKind};
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "新签约项目",
    meaning: "当期签订并计入的正式合同，逐个列出；战役列时段开始以来的",
    level: Level::Public,
    make: Make::Sheet(make),
};

/// The fact that a contract was signed, with the project.
type Signing<'a> = (&'a Fact<'a>, &'a Project);

fn make(sheet: &Sheet) -> Option<Table> {
    let signings = signings(sheet)?;
    let is_demo = signings.iter().any(|(fact, _)| fact.demo);
    let title = format!(
        "{}新签约项目{}",
        date::period(&sheet.figures.period),
        demo::after_title(is_demo),
    );
    Columns::<Signing>::new()
        .words("项目", 32, |(fact, _)| source(sheet, fact).0)
        .words("责任单位", 22, |(_, project)| referred_unit(sheet, &project.unit))
        .branches(12, sheet, &signings, |(_, project)| project)
        .words("签订日期", 14, |(fact, _)| fact.when_text())
        .numbers("合同金额", 13, |(fact, _)| fact.recorded.to_string())
        .records("new-contracts", title, signings.iter().copied())
        .filled()
}

/// The contracts that count, by their days; `None` where no indicator counts contracts.
fn signings<'a>(sheet: &'a Sheet<'a>) -> Option<Vec<Signing<'a>>> {
    let view =
        sheet.views().find(|view| view.indicator().measure == MeasureKind::Contract)?;
    let days = days(&view);
    let mut signings: Vec<Signing> = view
        .judged()
        .filter(|(fact, judgement)| {
            matches!(judgement, Judgement::Counts(_))
                && days.contains(fact.when)
                && sheet.sees(fact.level())
        })
        .filter_map(|(fact, _)| Some((fact, view.project(fact)?)))
        .collect();
    signings.sort_by_key(|(fact, _)| (fact.when, fact.record));
    Some(signings)
}

/// The days of the period; those of a campaign begin with its window.
fn days(view: &IndicatorView) -> Days {
    match &view.sheet.figures.period {
        Period::Campaign(..) => view.at.moment.days,
        period => period.days(),
    }
}
