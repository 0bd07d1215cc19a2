//! What the book registers and plans rely on: the regions of investors, the departments of chains.

use crate::model::record::registry::{Chain, Region, SigningEvent};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::unit_name;
use crate::sheet::Sheet;
use crate::view::page::Block;

/// The tables; each only where the book registers something of the kind.
pub(super) fn blocks(sheet: &Sheet) -> Vec<Block> {
    let registry = &sheet.book().registry.record;
    let is_led = registry.chains.iter().any(|chain| chain.lead.is_some());
    let chains = Columns::<&Chain>::new()
        .words("产业", 4, |chain| &chain.name)
        .words("牵头部门", 10, |chain| match &chain.lead {
            Some(lead) => unit_name(sheet, lead),
            None => "没有明确".to_owned(),
        })
        .listing("registry-chains", "产业和牵头部门", &registry.chains)
        .filled()
        .filter(|_| is_led);
    let regions = Columns::<&Region>::new()
        .words("区域", 4, |region| &region.name)
        .words("归入的条件", 10, conditions)
        .listing("registry-regions", "来源区域", &registry.regions)
        .filled();
    let events = Columns::<&SigningEvent>::new()
        .words("活动", 4, |event| &event.name)
        .words("其他叫法", 10, |event| event.aliases.join("、"))
        .listing("registry-events", "签约活动", &registry.events)
        .filled();
    let tables = [chains, regions, events].into_iter().flatten();
    tables.map(|table| Block::Table { table }).collect()
}

fn conditions(region: &Region) -> String {
    let seats = (!region.seats.is_empty())
        .then(|| format!("投资方注册地在{}", region.seats.join("、")));
    let labels: Vec<&str> = region.origins.iter().map(|origin| origin.label()).collect();
    let origins =
        (!labels.is_empty()).then(|| format!("投资来源为{}", labels.join("、")));
    seats.into_iter().chain(origins).collect::<Vec<_>>().join("，或")
}
