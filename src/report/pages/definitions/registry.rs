//! What the book registers and plans rely on: the regions of investors, the departments of chains.

use crate::model::record::registry::{Chain, Region};
use crate::report::listings::register::units;
use crate::report::pages::blocks::{columns, row};
use crate::sheet::Sheet;
use crate::view::page::Block;
use crate::view::table::{Cell, Row, Table};

/// The tables; none where the book registers nothing of the kind.
pub(super) fn blocks(sheet: &Sheet) -> Vec<Block> {
    let registry = &sheet.book().registry.record;
    let regions = registry.regions.iter().map(region).collect();
    let led = registry.chains.iter().any(|chain| chain.lead.is_some());
    let chains = registry.chains.iter().filter(|_| led);
    let chains = chains.map(|chain| self::chain(sheet, chain)).collect();
    let events: Vec<Row> = registry
        .events
        .iter()
        .map(|one| row(vec![Cell::text(&one.name), Cell::text(one.aliases.join("、"))]))
        .collect();
    let tables = [
        ("chains", "产业和牵头部门", ["产业", "牵头部门"], chains),
        ("regions", "来源区域", ["区域", "归入的条件"], regions),
        ("events", "签约活动", ["活动", "其他叫法"], events),
    ];
    let shown = tables.into_iter().filter(|(.., rows)| !rows.is_empty());
    shown.map(|(id, title, heads, rows)| table(id, title, heads, rows)).collect()
}

fn region(region: &Region) -> Row {
    let seats = (!region.seats.is_empty())
        .then(|| format!("投资方注册地在{}", region.seats.join("、")));
    let origins: Vec<&str> = region.origins.iter().map(|one| one.label()).collect();
    let origins =
        (!origins.is_empty()).then(|| format!("投资来源为{}", origins.join("、")));
    let words: Vec<String> = seats.into_iter().chain(origins).collect();
    row(vec![Cell::text(&region.name), Cell::text(words.join("，或"))])
}

fn chain(sheet: &Sheet, chain: &Chain) -> Row {
    let lead = chain.lead.as_ref();
    let lead = lead.map_or_else(
        || "没有明确".to_owned(),
        |unit| units(sheet, std::slice::from_ref(unit)),
    );
    row(vec![Cell::text(&chain.name), Cell::text(lead)])
}

fn table(id: &str, title: &str, heads: [&str; 2], rows: Vec<Row>) -> Block {
    let [first, second] = heads;
    Block::Table {
        table: Table {
            id: format!("registry-{id}"),
            title: title.to_owned(),
            unit: String::new(),
            columns: columns(&[(first, false, 4), (second, false, 10)]),
            rows,
            notes: Vec::new(),
            wide: false,
        },
    }
}
