//! The blocks of a document, with the numbers of its headings, tables and charts in their words.

use crate::report::paging::ON_PAPER;
use crate::view::chart::Chart;
use crate::view::document::PaperBlock;
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::demo;
use crate::words::number::chinese;

/// Counts the tables and charts through a whole paper.
pub(super) struct Numbering {
    /// Whether they are many, so that they bear numbers and say themselves what is invented.
    numbered: bool,
    tables: usize,
    charts: usize,
}

impl Numbering {
    /// Of a document, which has one table at most and says at its head what is invented.
    pub(super) fn of_document() -> Numbering {
        Numbering { numbered: false, tables: 0, charts: 0 }
    }

    /// Of a paper of tables and charts.
    pub(super) fn of_data() -> Numbering {
        Numbering { numbered: true, tables: 0, charts: 0 }
    }

    /// The blocks of the body or of an annex; a table whose title stands above it goes without it.
    pub(super) fn blocks(&mut self, blocks: Vec<Block>) -> Vec<PaperBlock> {
        let mut headings = Headings::default();
        let numbered = blocks.into_iter().filter_map(|block| match block {
            Block::Heading { level, text, .. } => Some(headings.next(level, text)),
            Block::Paragraph { inlines } => Some(PaperBlock::Paragraph { inlines }),
            Block::List { first, items } => Some(PaperBlock::List { first, items }),
            Block::Table { table } => Some(self.table(cut(table.on_paper()))),
            Block::Chart { chart } => Some(self.chart(chart)),
            // What leads elsewhere, and what stands at the head of a page, is not for paper.
            Block::Links { .. }
            | Block::Cards { .. }
            | Block::FirstScreen { .. }
            | Block::Facts { .. } => None,
        });
        numbered.collect()
    }

    fn table(&mut self, mut table: Table) -> PaperBlock {
        if !self.numbered {
            table.title = demo::unmarked(&table.title).to_owned();
        }
        let is_captioned = !table.title.is_empty() && !table.headed;
        self.tables += usize::from(is_captioned);
        let number = self.number("表", self.tables);
        let caption = |number: &str, mark: &str| {
            format!("{number}{}{mark}{}", table.title, unit(&table))
        };
        let again = if is_captioned { number.as_str() } else { "" };
        PaperBlock::Table {
            caption: if is_captioned { caption(&number, "") } else { String::new() },
            continued: if table.title.is_empty() {
                String::new()
            } else {
                caption(again, "（续）")
            },
            table,
        }
    }

    fn chart(&mut self, chart: Chart) -> PaperBlock {
        self.charts += 1;
        let words = if chart.caption.is_empty() { &chart.title } else { &chart.caption };
        let caption = format!("{}{words}", self.number("图", self.charts));
        PaperBlock::Chart { caption, chart }
    }

    fn number(&self, what: &str, count: usize) -> String {
        if self.numbered { format!("{what}{count} ") } else { String::new() }
    }
}

/// The table with as many of its records as a document lists, and a note on where the others are.
fn cut(mut table: Table) -> Table {
    if table.lists_more_than(ON_PAPER) {
        let all = table.rows.len();
        table.rows.truncate(ON_PAPER);
        let others = all - ON_PAPER;
        table.notes.push(format!(
            "共{all}条，此处列出前{ON_PAPER}条，另有{others}条见本期通报的网页。"
        ));
    }
    table
}

/// `（单位：亿元）`, or nothing where columns name their own units.
fn unit(table: &Table) -> String {
    match table.unit.as_str() {
        "" => String::new(),
        unit => format!("（单位：{unit}）"),
    }
}

/// Counts the headings of the body or of an annex.
#[derive(Default)]
struct Headings {
    /// Level of the last one.
    last: u8,
    /// Headings of each level under the last one of the level above.
    counts: [usize; 3],
}

impl Headings {
    /// The next heading, at most one level below the last; one that carries its number already
    /// keeps it.
    fn next(&mut self, level: u8, text: String) -> PaperBlock {
        let level = level.clamp(1, 3).min(self.last + 1);
        self.last = level;
        let at = usize::from(level) - 1;
        self.counts[at] += 1;
        self.counts[at + 1..].fill(0);
        let count = self.counts[at];
        let number = match level {
            _ if is_numbered(&text) => String::new(),
            1 => format!("{}、", chinese(count)),
            2 => format!("（{}）", chinese(count)),
            _ => format!("{count}．"),
        };
        PaperBlock::Heading { level, text: format!("{number}{text}") }
    }
}

/// Whether a heading begins with a number of its own.
fn is_numbered(text: &str) -> bool {
    without_number(text).len() < text.len()
}

/// A heading without the number that it begins with.
pub(super) fn without_number(text: &str) -> &str {
    let body = text.trim_start_matches(['（', '(']);
    let rest = body.trim_start_matches(|character: char| {
        character.is_ascii_digit() || "一二三四五六七八九十百".contains(character)
    });
    let mut signs = rest.chars();
    let ends = signs.next().is_some_and(|sign| "、）).．".contains(sign));
    if rest.len() < body.len() && ends { signs.as_str() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::table::{Cell, Row};

    fn headings(headings: &[(u8, &str)]) -> Vec<(u8, String)> {
        let mut numbering = Headings::default();
        headings
            .iter()
            .map(|(level, text)| match numbering.next(*level, (*text).to_owned()) {
                PaperBlock::Heading { level, text } => (level, text),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    fn titled(title: &str, unit: &str) -> Block {
        let table = Table { title: title.into(), unit: unit.into(), ..Table::default() };
        Block::Table { table }
    }

    fn captions(blocks: Vec<PaperBlock>) -> Vec<[String; 2]> {
        let caption = |block| match block {
            PaperBlock::Table { caption, continued, .. } => [caption, continued],
            other => panic!("{other:?}"),
        };
        blocks.into_iter().map(caption).collect()
    }

    #[test]
    fn headings_are_counted_by_level() {
        let numbered = headings(&[
            (1, "总体"),
            (2, "到位"),
            (3, "资金"),
            (2, "签约"),
            (1, "下一步"),
        ]);
        let expected = [
            (1, "一、总体"),
            (2, "（一）到位"),
            (3, "1．资金"),
            (2, "（二）签约"),
            (1, "二、下一步"),
        ];
        assert_eq!(numbered, expected.map(|(level, text)| (level, text.to_owned())));
    }

    #[test]
    fn a_number_of_its_own_is_kept_and_no_level_is_skipped() {
        let numbered = headings(&[(3, "（一）已有编号"), (3, "2023年1—6月情况")]);
        assert_eq!(numbered[0], (1, "（一）已有编号".to_owned()));
        assert_eq!(numbered[1], (2, "（一）2023年1—6月情况".to_owned()));
    }

    #[test]
    fn a_table_of_more_records_than_a_document_lists_says_how_many_and_where_they_are() {
        let rows = |count| vec![Row::body(vec![Cell::text("甲")]); count];
        let table =
            Table { records: true, rows: rows(ON_PAPER + 40), ..Table::default() };
        let blocks = Numbering::of_data().blocks(vec![Block::Table { table }]);
        let PaperBlock::Table { table, .. } = &blocks[0] else { panic!("no table") };
        assert_eq!(table.rows.len(), ON_PAPER);
        assert_eq!(table.notes, ["共100条，此处列出前60条，另有40条见本期通报的网页。"]);
        let units = Table { rows: rows(ON_PAPER + 40), ..Table::default() };
        assert_eq!(cut(units).rows.len(), ON_PAPER + 40);
    }

    #[test]
    fn tables_are_counted_through_the_body_and_the_annexes() {
        let mut numbering = Numbering::of_data();
        let body = numbering.blocks(vec![titled("甲", "亿元"), titled("", "分")]);
        assert_eq!(
            captions(body),
            [["表1 甲（单位：亿元）", "表1 甲（续）（单位：亿元）"], ["", ""]]
        );
        let headed = Table { headed: true, title: "乙".into(), ..Table::default() };
        let annex =
            numbering.blocks(vec![Block::Table { table: headed }, titled("丙", "")]);
        assert_eq!(captions(annex), [["", "乙（续）"], ["表2 丙", "表2 丙（续）"]]);
    }
}
