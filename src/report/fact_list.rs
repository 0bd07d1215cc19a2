//! A table that lists facts of the headline indicators one by one, each with what became of it.

use crate::figures::fact::{Fact, Judgement};
use crate::report::page::Inline;
use crate::report::sheet::{Sheet, View};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::trace_records::source;

/// What is said of a fact; none where the table has nothing to say of it.
type Told = fn(&View, &Fact, &Judgement) -> Option<String>;

/// The facts of which something is told, under the head of what is told; none where there are none.
pub(super) fn fact_list(
    sheet: &Sheet,
    id: &str,
    title: &str,
    head: &str,
    told: Told,
) -> Option<Table> {
    let rows: Vec<Row> = sheet.headline().flat_map(|view| rows(&view, told)).collect();
    (!rows.is_empty()).then(|| Table {
        id: id.to_owned(),
        title: format!("{title}{}", if sheet.is_demo() { "（演示数据）" } else { "" }),
        unit: String::new(),
        columns: vec![
            Column::words("记录", 30),
            Column::words("指标", 14),
            Column::words("时间", 13),
            Column::numbers("金额", 12),
            Column::words(head, 30),
        ],
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

fn rows(view: &View, told: Told) -> Vec<Row> {
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    facts
        .filter_map(|(fact, judgement)| Some((fact, told(view, fact, judgement)?)))
        .map(|(fact, words)| {
            Row::body(vec![
                Cell::inline(Inline::Link { link: source(view.sheet, fact).0 }),
                Cell::text(view.indicator().name.clone()),
                Cell::text(fact.when_text.clone()),
                Cell::text(fact.recorded.to_string()),
                Cell::text(words),
            ])
        })
        .collect()
}
