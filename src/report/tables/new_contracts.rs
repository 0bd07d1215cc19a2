//! 新签约项目: the formal contracts of the period itself that count.

use crate::figures::fact::{Fact, Judgement, RecordAt};
use crate::model::dictionary::Level;
use crate::model::indicator::MeasureKind;
use crate::report::page::Inline;
use crate::report::sheet::{Sheet, View};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Make, TableKind};
use crate::report::trace_records::source;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "新签约项目",
    meaning: "当期签订并计入的正式合同，逐个列出",
    level: Level::Public,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let contract = |view: &View| view.indicator().measure == MeasureKind::Contract;
    let view = sheet.views().find(contract)?;
    let days = sheet.figures.period.days();
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    let counted = facts.filter(|(fact, judgement)| {
        matches!(judgement, Judgement::Counts(_))
            && days.contains(fact.when)
            && sheet.sees(fact.level())
    });
    let mut facts: Vec<&Fact> = counted.map(|(fact, _)| fact).collect();
    facts.sort_by_key(|fact| (fact.when, fact.record));
    let rows: Vec<Row> = facts.iter().filter_map(|fact| row(sheet, fact)).collect();
    let demo = facts.iter().any(|fact| fact.demo);
    (!rows.is_empty()).then(|| Table {
        id: "new-contracts".to_owned(),
        title: format!(
            "{}新签约项目{}",
            date::period(&sheet.figures.period),
            if demo { "（演示数据）" } else { "" },
        ),
        unit: String::new(),
        columns: vec![
            Column::words("项目", 32),
            Column::words("责任单位", 22),
            Column::words("领域", 12),
            Column::words("签订日期", 14),
            Column::numbers("合同金额", 13),
        ],
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

fn row(sheet: &Sheet, fact: &Fact) -> Option<Row> {
    let RecordAt::Project(at) = fact.record else { return None };
    let book = sheet.book();
    let project = &book.projects[at].record;
    let unit =
        book.unit(&project.unit).map(|unit| unit.name.as_str()).unwrap_or_default();
    let sector = project.sector.as_ref().and_then(|sector| book.sector(sector));
    Some(Row::body(vec![
        Cell::inline(Inline::Link { link: source(sheet, fact).0 }),
        Cell::text(unit),
        Cell::text(sector.map(|sector| sector.name.as_str()).unwrap_or_default()),
        Cell::text(fact.when_text.clone()),
        Cell::text(fact.recorded.to_string()),
    ]))
}
