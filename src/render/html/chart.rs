//! Charts as the templates print them: the drawing with its numbers as a table, or the table alone.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::html::inline::{Lamp, Title};
use crate::view::chart::{Chart, OnScreen};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row};

/// A chart with its drawing and its numbers.
#[derive(Serialize)]
pub(super) struct Picture<'a> {
    id: &'a str,
    title: &'a str,
    caption: Title<'a>,
    subtitle: &'a str,
    description: &'a str,
    /// Inline SVG made by this program; empty where there is none.
    svg: &'a str,
    /// The marks of the table that is shown instead of a drawing; none where there is a drawing.
    legend: Option<Vec<Option<Lamp<'a>>>>,
    columns: &'a [Column],
    rows: Vec<Vec<Number<'a>>>,
}

/// A cell of the numbers.
#[derive(Serialize)]
struct Number<'a> {
    mark: Option<Lamp<'a>>,
    text: String,
    numeric: bool,
}

impl<'a> Picture<'a> {
    /// The chart with the drawing made for its id.
    pub(super) fn new(
        chart: &'a Chart,
        drawings: &'a BTreeMap<String, String>,
    ) -> Picture<'a> {
        let svg = drawings.get(&chart.id).map_or("", String::as_str);
        let columns = chart.numbers.columns.as_slice();
        Picture {
            id: &chart.id,
            title: &chart.title,
            caption: Title::new(&chart.title),
            subtitle: &chart.subtitle,
            description: &chart.description,
            svg,
            legend: match &chart.on_screen {
                OnScreen::Drawing => None,
                OnScreen::Table { legend } => {
                    Some(legend.iter().map(Lamp::new).collect())
                }
            },
            columns,
            rows: chart.numbers.rows.iter().map(|row| numbers(row, columns)).collect(),
        }
    }
}

fn numbers<'a>(row: &'a Row, columns: &[Column]) -> Vec<Number<'a>> {
    let number = |(cell, column): (&'a Cell, &Column)| Number {
        mark: Lamp::new(&cell.mark),
        text: Inline::words(&cell.inlines),
        numeric: column.numeric,
    };
    row.cells.iter().zip(columns).map(number).collect()
}
