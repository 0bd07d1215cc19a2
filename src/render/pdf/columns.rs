//! How wide the columns of a table are, and how large its type.

use crate::report::page::Inline;
use crate::report::table::{Cell, Table};

/// Type sizes of tables in points, the largest that fits is taken.
const SIZES: [f64; 5] = [10.5, 10.0, 9.0, 8.0, 7.0];
const INSET: f64 = 3.0;
/// A column of text may be as narrow as this many characters, and need not be wider than that.
const NARROWEST: f64 = 4.0;
const WIDEST: f64 = 16.0;

/// The measures of a table in points.
#[derive(Debug)]
pub(super) struct Measures {
    pub(super) size: f64,
    pub(super) inset: f64,
    pub(super) widths: Vec<f64>,
}

/// What a column must have and would like, in characters.
struct Demand {
    need: f64,
    want: f64,
    weight: f64,
}

/// Fits a table into a width: no number is ever broken while one of the sizes holds it.
pub(super) fn measure(table: &Table, width: f64) -> Measures {
    let demands: Vec<Demand> =
        (0..table.columns.len()).map(|at| demand(table, at)).collect();
    let need = demands.iter().map(|demand| demand.need).sum::<f64>().max(1.0);
    let room = (width - 2.0 * INSET * demands.len() as f64).max(width / 4.0);
    let size = SIZES.into_iter().find(|size| need * size <= room).unwrap_or(7.0);
    let widths = share(&demands, room / size);
    let sum: f64 = widths.iter().sum::<f64>().max(1.0);
    let widths =
        widths.iter().map(|own| own / sum * room + (width - room) / demands.len() as f64);
    Measures { size, inset: INSET, widths: widths.collect() }
}

fn share(demands: &[Demand], room: f64) -> Vec<f64> {
    let need: f64 = demands.iter().map(|demand| demand.need).sum();
    let want: f64 = demands.iter().map(|demand| demand.want).sum();
    let weight: f64 = demands.iter().map(|demand| demand.weight).sum();
    let grow =
        if want > need { ((room - need) / (want - need)).clamp(0.0, 1.0) } else { 0.0 };
    let spare = (room - want).max(0.0);
    demands
        .iter()
        .map(|own| own.need + grow * (own.want - own.need) + spare * own.weight / weight)
        .collect()
}

fn demand(table: &Table, at: usize) -> Demand {
    let column = &table.columns[at];
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let longest = cells.map(cell_width).fold(0.0, f64::max);
    let head = text_width(&column.head);
    // A head may break into two or three lines.
    let head_need = if head <= 2.0 { head } else { (head / 3.0).max(2.0) };
    let head_want = if head <= 4.0 { head } else { (head / 2.0).max(4.0) };
    let need =
        if column.numeric { longest } else { longest.min(NARROWEST) }.max(head_need);
    let want = if column.numeric { longest } else { longest.min(WIDEST) }.max(head_want);
    Demand { need, want: want.max(need), weight: f64::from(column.weight.max(1)) }
}

fn cell_width(cell: &Cell) -> f64 {
    let words: f64 = cell.inlines.iter().map(|inline| text_width(plain(inline))).sum();
    let mark =
        if cell.mark.id.is_empty() { 0.0 } else { 1.0 + text_width(&cell.mark.word) };
    words + mark + if mark > 0.0 && words > 0.0 { 0.6 } else { 0.0 }
}

/// The words of an inline, whatever its style.
pub(super) fn plain(inline: &Inline) -> &str {
    match inline {
        Inline::Text { text } | Inline::Strong { text } | Inline::Emphasis { text } => {
            text
        }
        Inline::Number { number } => &number.text,
        Inline::Link { link } => &link.text,
    }
}

fn text_width(text: &str) -> f64 {
    text.chars().map(|character| if character.is_ascii() { 0.6 } else { 1.0 }).sum()
}
