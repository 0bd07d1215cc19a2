//! 新签约项目: the formal contracts of the period itself that count; of a campaign, those of its window so far.

use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::model::dictionary::Level;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::Project;
use crate::model::value::date::Days;
use crate::model::value::period::Period;
use crate::report::listings::branches::Branches;
use crate::report::pages::projects::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "新签约项目",
    meaning: "当期签订并计入的正式合同，逐个列出；战役列时段开始以来的",
    level: Level::Public,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let contract =
        |view: &IndicatorView| view.indicator().measure == MeasureKind::Contract;
    let view = sheet.views().find(contract)?;
    let days = days(&view);
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    let counted = facts.filter(|(fact, judgement)| {
        matches!(judgement, Judgement::Counts(_))
            && days.contains(fact.when)
            && sheet.sees(fact.level())
    });
    let mut facts: Vec<(&Fact, &Project)> =
        counted.filter_map(|(fact, _)| Some((fact, project(sheet, fact)?))).collect();
    facts.sort_by_key(|(fact, _)| (fact.when, fact.record));
    let branches = Branches::of(sheet, facts.iter().map(|(_, project)| *project));
    let row = |(fact, project): &(&Fact, &Project)| {
        let mut cells = vec![
            Cell::inline(Inline::Link { link: source(sheet, fact).0 }),
            Cell::inline(unit_inline(sheet, &project.unit)),
        ];
        cells.extend(branches.cells(sheet, project));
        cells.push(Cell::text(fact.when_text.clone()));
        cells.push(Cell::text(fact.recorded.to_string()));
        Row::body(cells)
    };
    let rows: Vec<Row> = facts.iter().map(row).collect();
    let mut columns = vec![Column::words("项目", 32), Column::words("责任单位", 22)];
    columns.extend(branches.columns(12));
    columns.extend([Column::words("签订日期", 14), Column::numbers("合同金额", 13)]);
    let demo = facts.iter().any(|(fact, _)| fact.demo);
    (!rows.is_empty()).then(|| Table {
        id: "new-contracts".to_owned(),
        title: format!(
            "{}新签约项目{}",
            date::period(&sheet.figures.period),
            demo::after_title(demo),
        ),
        unit: String::new(),
        columns,
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

/// The days of the period; those of a campaign begin with its window.
fn days(view: &IndicatorView) -> Days {
    match &view.sheet.figures.period {
        Period::Campaign(..) => view.at.moment.days,
        period => period.days(),
    }
}

fn project<'a>(sheet: &Sheet<'a>, fact: &Fact) -> Option<&'a Project> {
    let RecordAt::Project(at) = fact.record else { return None };
    Some(&sheet.book().projects[at].record)
}
