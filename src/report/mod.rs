//! Figures → view model: pages, tables and charts, typed and already formatted.

pub mod charts;
pub mod desk;
pub mod edition;
pub mod listings;
pub mod open_tables;
pub mod page_maker;
pub mod pages;
mod paging;
pub mod paths;
pub mod search;
pub mod site;
mod sources;
pub mod tables;
pub mod traces;

use crate::check::context::Callable;
use crate::report::charts::CHARTS;
use crate::report::tables::TABLES;

/// Every table and chart that a narrative may call.
pub fn callable() -> Callable {
    Callable {
        tables: TABLES.iter().map(|kind| (kind.name, kind.make.about())).collect(),
        charts: CHARTS.iter().map(|kind| (kind.name, kind.draw.about())).collect(),
    }
}
