//! 迟报和更正: what came too late for this period, what came late from earlier ones, what was corrected.

use chrono::NaiveDate;

use crate::figures::fact::{Fact, Judgement, LeftOut};
use crate::figures::moment::cutoffs;
use crate::model::dictionary::Level;
use crate::report::page::Inline;
use crate::report::sheet::{Sheet, View};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Make, TableKind};
use crate::report::trace_records::source;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "迟报和更正",
    meaning: "本期迟报未计入的、以前各期迟报而本期补计的、本期更正的",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let views: Vec<View> = sheet.headline().collect();
    let rows: Vec<Row> = views.iter().flat_map(|view| rows(sheet, view)).collect();
    (!rows.is_empty()).then(|| Table {
        id: "corrections".to_owned(),
        title: format!("迟报和更正{}", if sheet.is_demo() { "（演示数据）" } else { "" }),
        unit: String::new(),
        columns: vec![
            Column::words("记录", 32),
            Column::words("指标", 14),
            Column::words("时间", 12),
            Column::numbers("金额", 13),
            Column::words("处理", 30),
        ],
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

fn rows(sheet: &Sheet, view: &View) -> Vec<Row> {
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    let told = facts.filter_map(|(fact, judgement)| {
        Some((fact, treatment(sheet, view, fact, judgement)?))
    });
    told.map(|(fact, treatment)| {
        Row::body(vec![
            Cell::inline(Inline::Link { link: source(sheet, fact).0 }),
            Cell::text(view.indicator().name.clone()),
            Cell::text(fact.when_text.clone()),
            Cell::text(fact.recorded.to_string()),
            Cell::text(treatment),
        ])
    })
    .collect()
}

fn treatment(
    sheet: &Sheet,
    view: &View,
    fact: &Fact,
    judgement: &Judgement,
) -> Option<String> {
    match judgement {
        Judgement::LeftOut(reason @ LeftOut::Late(..)) => Some(reason.label()),
        Judgement::Counts(_) => {
            let known = fact.known?;
            let earlier = cutoff_before(sheet, view, fact);
            let new = earlier.is_some_and(|cutoff| known > cutoff);
            let own = own_cutoff(sheet, view, fact).is_some_and(|cutoff| known > cutoff);
            match (new, fact.correction) {
                (true, true) => Some(format!("{}更正，本期计入", date::day(known))),
                (true, false) if own => {
                    Some(format!("{}补报，本期计入", date::day(known)))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The cut-off of the period before this one.
fn cutoff_before(sheet: &Sheet, view: &View, fact: &Fact) -> Option<NaiveDate> {
    let previous = sheet.figures.period.previous()?;
    cutoffs(sheet.book(), view.series.plan, previous.end()).get(&fact.kind).copied()
}

/// The cut-off of the month that the fact itself falls into.
fn own_cutoff(sheet: &Sheet, view: &View, fact: &Fact) -> Option<NaiveDate> {
    let end = crate::model::date::Month::of(fact.when).end();
    cutoffs(sheet.book(), view.series.plan, end).get(&fact.kind).copied()
}
