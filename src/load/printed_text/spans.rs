//! Cells that span rows and columns → the plain rows of a table with its heads.

use crate::model::printed::text::{PrintedRow, PrintedTable};

/// A cell with the columns and rows that it spans.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// A row with its line in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
}

/// Most columns that a cell or a row may take.
const MOST: usize = 40;

/// Returns the table of some rows; `None` for what only sets out a page.
pub(super) fn table(rows: &[Row]) -> Option<PrintedTable> {
    let mut plain = plain(rows);
    let width = plain.iter().map(|row| row.cells.len()).max()?;
    // A title across the whole table stands above the heads.
    let titles = rows.iter().take_while(|row| row.cells.len() == 1).count();
    plain.drain(..titles.min(plain.len()));
    let spanned =
        |row: &Row| row.cells.iter().any(|cell| cell.columns > 1 || cell.rows > 1);
    let is_deep = rows.get(titles).is_some_and(spanned);
    let first = if plain.is_empty() { return None } else { plain.remove(0) };
    let mut heads = first.cells;
    heads.resize(width, String::new());
    while is_deep
        && plain.first().is_some_and(|row| !row.cells.iter().any(|cell| has_digit(cell)))
    {
        let below = plain.remove(0).cells;
        for (head, below) in heads.iter_mut().zip(below) {
            if *head != below {
                head.push_str(&below);
            }
        }
    }
    (width > 1 && !plain.is_empty()).then_some(PrintedTable { heads, rows: plain })
}

fn has_digit(text: &str) -> bool {
    text.contains(|mark: char| mark.is_numeric())
}

/// Returns the rows with a cell for each column: what spans columns is said in each of them where it
/// holds no number, else in the first one.
fn plain(rows: &[Row]) -> Vec<PrintedRow> {
    // For each column, how many of the next rows a cell above takes.
    let mut taken: Vec<usize> = Vec::new();
    let mut plain = Vec::new();
    for row in rows {
        let mut cells: Vec<String> = Vec::new();
        for cell in row.cells.iter().take(MOST) {
            fill(&mut cells, &mut taken);
            for at in 0..cell.columns.clamp(1, MOST) {
                let is_said = at == 0 || !has_digit(&cell.text);
                let column = cells.len();
                cells.push(if is_said { cell.text.clone() } else { String::new() });
                taken.resize(taken.len().max(column + 1), 0);
                taken[column] = cell.rows.clamp(1, MOST) - 1;
            }
        }
        fill(&mut cells, &mut taken);
        plain.push(PrintedRow { line: row.line, cells });
    }
    plain
}

/// Adds empty cells where one above takes the next columns.
fn fill(cells: &mut Vec<String>, taken: &mut [usize]) {
    while let Some(left) = taken.get_mut(cells.len()).filter(|left| **left > 0) {
        *left -= 1;
        cells.push(String::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(&str, usize, usize)]) -> Row {
        let cells = cells.iter().map(|(text, columns, rows)| Cell {
            text: (*text).to_owned(),
            columns: *columns,
            rows: *rows,
        });
        Row { line: 1, cells: cells.collect() }
    }

    #[test]
    fn heads_of_two_rows_are_joined_and_a_title_is_left_out() {
        let rows = [
            row(&[("到位资金", 4, 1)]),
            row(&[("单位", 1, 2), ("到位资金", 3, 1)]),
            row(&[("目标", 1, 1), ("完成", 1, 1), ("完成率", 1, 1)]),
            row(&[("甲", 1, 1), ("80", 1, 1), ("50", 1, 1), ("62.5%", 1, 1)]),
        ];
        let table = table(&rows).unwrap();
        assert_eq!(
            table.heads,
            ["单位", "到位资金目标", "到位资金完成", "到位资金完成率"]
        );
        assert_eq!(table.rows[0].cells, ["甲", "80", "50", "62.5%"]);
    }

    #[test]
    fn a_cell_that_spans_rows_keeps_the_others_in_their_columns() {
        let rows = [
            row(&[("组", 1, 1), ("单位", 1, 1), ("完成", 1, 1)]),
            row(&[("一组", 1, 2), ("甲", 1, 1), ("1", 1, 1)]),
            row(&[("乙", 1, 1), ("2", 1, 1)]),
        ];
        assert_eq!(table(&rows).unwrap().rows[1].cells, ["", "乙", "2"]);
        assert!(table(&[row(&[("整页", 1, 1)])]).is_none());
    }
}
