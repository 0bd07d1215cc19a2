//! 未计入情况: what a rule leaves out of the indicators with targets, and why.

use crate::figures::fact::{Fact, Judgement, LeftOut};
use crate::model::dictionary::Level;
use crate::report::page::Inline;
use crate::report::sheet::{Sheet, View};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Make, TableKind};
use crate::report::trace_records::source;

pub(super) const TABLE: TableKind = TableKind {
    name: "未计入情况",
    meaning: "有记录而按规定没有计入的合同和资金，逐笔列出原因（迟报的另列）",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let views: Vec<View> = sheet.headline().collect();
    let rows: Vec<Row> = views.iter().flat_map(|view| rows(sheet, view)).collect();
    (!rows.is_empty()).then(|| Table {
        id: "left-out".to_owned(),
        title: format!("未计入情况{}", if sheet.is_demo() { "（演示数据）" } else { "" }),
        unit: String::new(),
        columns: columns(),
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::words("记录", 30),
        Column::words("指标", 14),
        Column::words("时间", 13),
        Column::numbers("金额", 12),
        Column::words("没有计入的原因", 30),
    ]
}

fn rows<'a>(sheet: &'a Sheet, view: &View<'a>) -> impl Iterator<Item = Row> {
    let (name, sheet) = (view.indicator().name.clone(), *sheet);
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    facts.filter_map(move |(fact, judgement)| match judgement {
        Judgement::LeftOut(LeftOut::Late(..)) => None,
        Judgement::LeftOut(reason) => Some(row(&sheet, &name, fact, reason)),
        _ => None,
    })
}

fn row(sheet: &Sheet, indicator: &str, fact: &Fact, reason: &LeftOut) -> Row {
    Row::body(vec![
        Cell::inline(Inline::Link { link: source(sheet, fact).0 }),
        Cell::text(indicator),
        Cell::text(fact.when_text.clone()),
        Cell::text(fact.recorded.to_string()),
        Cell::text(reason.label()),
    ])
}
