//! 总体情况: every indicator that has a target for the whole, one row each.

use crate::model::dictionary::Level;
use crate::report::page::Inline;
use crate::report::part::Part;
use crate::report::sheet::{Sheet, View};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Dashes, Make, TableKind, cell};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "总体情况",
    meaning: "有全域目标的各指标：目标、完成数、完成率、序时、超欠、剩余、月均需完成、预计",
    level: Level::Public,
    make: Make::Sheet(make),
};

const PARTS: [Part; 8] = [
    Part::Target,
    Part::Value,
    Part::Completion,
    Part::Schedule,
    Part::Lead,
    Part::Remaining,
    Part::Needed,
    Part::Projection,
];

fn make(sheet: &Sheet) -> Option<Table> {
    let views: Vec<View> = sheet.headline().collect();
    let mut dashes = Dashes::default();
    let rows: Vec<Row> = views.iter().map(|view| row(view, &mut dashes)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut notes = vec!["预计为按目前月均进度推算，不是实际完成数。".to_owned()];
    notes.extend(dashes.notes());
    let demo = views.iter().any(|view| view.whole().demo);
    Some(Table {
        id: "overview".to_owned(),
        title: format!(
            "{}{}总体情况{}",
            date::period(&sheet.figures.period),
            sheet.book().card.record.whole,
            if demo { "（演示数据）" } else { "" },
        ),
        unit: String::new(),
        columns: columns(),
        rows,
        notes,
        wide: true,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::words("指标", 15),
        Column::words("单位", 6),
        Column::numbers("目标", 9),
        Column::numbers("完成数", 9),
        Column::numbers("完成率", 9),
        Column::numbers("序时进度", 9),
        Column::numbers("超欠进度", 14),
        Column::numbers("剩余", 9),
        Column::numbers("月均需完成", 9),
        Column::numbers("期末预计", 9),
    ]
}

fn row(view: &View, dashes: &mut Dashes) -> Row {
    let figure = view.whole();
    // The whole has one name in every row, so a reason names the indicator instead.
    dashes.see_as(figure, &PARTS, &view.indicator().name);
    let words = [
        Cell::inline(Inline::text(&view.indicator().name)),
        Cell::inline(Inline::text(view.unit())),
    ];
    let numbers = PARTS.iter().map(|part| cell(view, figure, *part));
    Row::body(words.into_iter().chain(numbers).collect())
}
