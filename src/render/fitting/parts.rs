//! A table that no type size fits into the width of a page, as several below one another.

use crate::render::fitting::columns::{Room, fits};
use crate::view::table::{Column, Row, Table};

/// The table itself where it fits, else parts of it, each with the first column; what stands
/// under one head stays together while a page holds it.
pub(crate) fn parts(table: &Table, room: Room) -> Vec<Table> {
    if fits(table, room) || table.columns.len() < 3 {
        return vec![table.clone()];
    }
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for group in together(table, room) {
        let joined = |part: &Vec<usize>| [part.as_slice(), &group].concat();
        match parts.last_mut() {
            Some(part) if fits(&part_of(table, &joined(part)), room) => {
                part.extend(group);
            }
            _ => parts.push(group),
        }
    }
    let last = parts.len() - 1;
    let part = |(at, columns): (usize, &Vec<usize>)| {
        let mut part = part_of(table, columns);
        if at < last {
            part.notes.clear();
        }
        part
    };
    parts.iter().enumerate().map(part).collect()
}

/// The columns after the first by their heads; one by one where a head's do not fit together.
fn together(table: &Table, room: Room) -> Vec<Vec<usize>> {
    let others: Vec<usize> = (1..table.columns.len()).collect();
    let group = |at: &usize| table.columns[*at].group.as_str();
    let same = |left: &usize, right: &usize| {
        !group(left).is_empty() && group(left) == group(right)
    };
    let split = |columns: &[usize]| {
        if fits(&part_of(table, columns), room) {
            vec![columns.to_vec()]
        } else {
            columns.iter().map(|at| vec![*at]).collect()
        }
    };
    others.chunk_by(same).flat_map(split).collect()
}

/// A table of the first column and some others.
fn part_of(table: &Table, others: &[usize]) -> Table {
    let columns = || std::iter::once(&0).chain(others);
    let row = |row: &Row| Row {
        kind: row.kind,
        cells: columns()
            .map(|at| row.cells.get(*at).cloned().unwrap_or_default())
            .collect(),
    };
    let rows = table.rows.iter().map(row).collect();
    let columns: Vec<Column> = columns().map(|at| table.columns[*at].clone()).collect();
    Table { columns, rows, ..table.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fitting::UPRIGHT;

    const PAGE: Room = Room { width: UPRIGHT, least: 7.0 };
    use crate::view::table::Cell;

    /// A table of units with three columns of numbers under each of some heads.
    fn targets(heads: usize) -> Table {
        let columns = (0..heads).flat_map(|at| {
            ["目标", "完成数", "完成率"]
                .map(|head| Column::numbers(head, 8).under(&format!("指标{at}")))
        });
        let columns: Vec<Column> =
            std::iter::once(Column::words("责任单位", 24)).chain(columns).collect();
        let cells =
            columns.iter().enumerate().map(|(at, _)| Cell::text(format!("{at}.1234")));
        Table {
            id: "targets".to_owned(),
            title: "任务分解表".to_owned(),
            headed: false,
            unit: String::new(),
            rows: vec![Row::body(cells.collect())],
            columns,
            notes: vec!["“—”：未下达。".to_owned()],
            wide: true,
            records: false,
            excerpt: None,
            filters: Vec::new(),
        }
    }

    #[test]
    fn a_table_that_fits_stays_whole() {
        let parts = parts(&targets(2), PAGE);
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0].columns.len(), 7);
    }

    #[test]
    fn a_table_wider_than_a_page_is_printed_in_parts_that_lose_nothing() {
        let whole = targets(6);
        assert!(!fits(&whole, PAGE));
        let parts = parts(&whole, PAGE);
        let mut columns = Vec::new();
        for part in &parts {
            assert!(fits(part, PAGE));
            assert_eq!(part.columns[0].head, "责任单位");
            assert_eq!(part.columns.len() % 3, 1, "a head is torn apart");
            columns.extend(part.columns[1..].iter().map(|column| column.group.clone()));
        }
        let expected: Vec<_> =
            whole.columns[1..].iter().map(|column| column.group.clone()).collect();
        assert_eq!(columns, expected);
        let noted: Vec<_> = parts.iter().map(|part| part.notes.len()).collect();
        assert_eq!(noted.iter().sum::<usize>(), 1);
        assert_eq!(noted.last(), Some(&1));
    }
}
