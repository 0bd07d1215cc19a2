//! The computed numbers of some blocks, each of which opens a trace.

use crate::view::inline::{Inline, Number};
use crate::view::page::Block;

/// Every number in some blocks.
pub fn numbers(blocks: &[Block]) -> Vec<&Number> {
    let mut numbers = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { inlines } => numbers.extend(in_line(inlines)),
            Block::List { items, .. } => {
                numbers.extend(items.iter().flat_map(|item| in_line(item)));
            }
            Block::Table { table } => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                numbers.extend(cells.flat_map(|cell| in_line(&cell.inlines)));
            }
            Block::Cards { cards } => {
                for card in cards {
                    numbers.push(&card.number);
                    numbers.extend(card.lines.iter().flat_map(|line| in_line(line)));
                }
            }
            Block::FirstScreen { screen } => {
                numbers.extend(screen.runs().flat_map(|run| in_line(run)));
                for card in &screen.cards {
                    numbers.push(&card.number);
                    numbers.extend(card.lines.iter().flat_map(|line| in_line(line)));
                }
            }
            Block::Facts { rows } => {
                numbers.extend(rows.iter().flat_map(|row| in_line(&row.inlines)));
            }
            Block::Heading { .. } | Block::Chart { .. } | Block::Links { .. } => {}
        }
    }
    numbers
}

fn in_line(inlines: &[Inline]) -> impl Iterator<Item = &Number> {
    inlines.iter().filter_map(|inline| match inline {
        Inline::Number { number } | Inline::StrongNumber { number } => Some(number),
        _ => None,
    })
}
