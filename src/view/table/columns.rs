//! Which columns of a table stand where not all of them have room or anything to say.

use crate::view::table::{Cell, Column, Row, Table};

/// Columns for which there is room on a phone.
const ON_PHONE: usize = 3;

/// What a cell without a number shows.
const BLANK: &str = "—";

impl Table {
    /// Returns which columns stand where there is room for three: the first of words, which names the
    /// rows, and the two that tell most. They are of one group, whose head is not shown there.
    pub fn telling_columns(&self) -> Vec<bool> {
        let count = self.columns.len();
        let name = self.columns.iter().position(|column| !column.numeric).unwrap_or(0);
        let mut others: Vec<usize> = (0..count).filter(|at| *at != name).collect();
        others.sort_by_key(|at| std::cmp::Reverse(self.telling(*at)));
        let group = others.first().map(|at| &self.columns[*at].group);
        let alike = others.iter().filter(|at| Some(&self.columns[**at].group) == group);
        let kept: Vec<usize> = alike.take(ON_PHONE - 1).copied().chain([name]).collect();
        (0..count).map(|at| count <= ON_PHONE || kept.contains(&at)).collect()
    }

    /// How much a column tells: as declared, else lamps and verdicts before numbers before words.
    fn telling(&self, at: usize) -> u8 {
        let column = &self.columns[at];
        let is_mark =
            |row: &Row| row.cells.get(at).is_some_and(|cell| !cell.mark.id.is_empty());
        match column.telling {
            0 if self.rows.iter().any(is_mark) => Column::STATE,
            0 => u8::from(column.numeric),
            declared => declared,
        }
    }

    /// Returns the table without the columns in which no row has anything, which a note names.
    pub fn without_blank_columns(mut self) -> Table {
        let is_blank = |cell: &Cell| {
            let is_said =
                cell.inlines.iter().any(|one| !matches!(one.plain(), "" | BLANK));
            !is_said && cell.mark.id.is_empty() && cell.spark.is_none()
        };
        let says = |at: usize| {
            self.rows
                .iter()
                .any(|row| row.cells.get(at).is_some_and(|cell| !is_blank(cell)))
        };
        let kept: Vec<bool> = (0..self.columns.len()).map(says).collect();
        let gone = self.columns.iter().zip(&kept).filter(|(_, kept)| !**kept);
        let gone: Vec<&str> = gone.map(|(column, _)| column.head.as_str()).collect();
        if gone.is_empty() || self.rows.is_empty() {
            return self;
        }
        self.notes.push(format!("没有数的栏未列出：{}。", gone.join("、")));
        self.keep_columns(&kept);
        self
    }

    fn keep_columns(&mut self, kept: &[bool]) {
        let mut kept_columns = kept.iter();
        self.columns.retain(|_| kept_columns.next() == Some(&true));
        for row in &mut self.rows {
            let mut kept_cells = kept.iter();
            row.cells.retain(|_| kept_cells.next() == Some(&true));
        }
    }

    /// Returns the table without its columns of small charts, which are for screens only.
    pub fn on_paper(mut self) -> Table {
        let drawn = |at: usize| {
            self.rows
                .iter()
                .any(|row| row.cells.get(at).is_some_and(|cell| cell.spark.is_some()))
        };
        let kept: Vec<bool> = (0..self.columns.len()).map(|at| !drawn(at)).collect();
        self.keep_columns(&kept);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let heads = ["单位", "目标", "完成数", "备注"];
        Table::of_words(
            &heads,
            [["甲", "3", "2", "—"], ["乙", "—", "1", ""]].map(Vec::from),
        )
    }

    #[test]
    fn a_column_in_which_nothing_stands_goes_and_is_named() {
        let table = table().without_blank_columns();
        assert_eq!(table.columns.len(), 3);
        assert!(table.rows.iter().all(|row| row.cells.len() == 3));
        assert_eq!(table.notes, ["没有数的栏未列出：备注。"]);
        assert!(
            table.clone().without_blank_columns().notes.len() == 1,
            "nothing else goes"
        );
    }

    #[test]
    fn a_phone_has_the_names_and_the_two_columns_that_tell_most() {
        let mut table = table();
        assert_eq!(table.telling_columns(), [true, true, true, false]);
        table.columns[3].telling = 90;
        table.columns[2].telling = 50;
        assert_eq!(table.telling_columns(), [true, false, true, true]);
    }
}
