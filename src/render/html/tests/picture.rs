//! Charts on a page: the numbers below a drawing, or a table of marks instead of one.

use crate::render::html::tests::{fixture, pages};
use crate::view::chart::{Chart, OnScreen};
use crate::view::inline::Mark;
use crate::view::page::{Block, Page};
use crate::view::table::{Cell, Column, Row, Table};

/// The page of an edition with its chart alone, changed in some way.
fn page_with(change: impl FnOnce(&mut Chart)) -> Page {
    let mut page = fixture::edition();
    page.blocks.retain(|block| matches!(block, Block::Chart { .. }));
    if let [Block::Chart { chart }] = page.blocks.as_mut_slice() {
        change(chart);
    }
    page
}

fn html(page: &Page) -> String {
    String::from_utf8(pages().page(page, &Default::default()).unwrap()).unwrap()
}

#[test]
fn the_numbers_of_a_drawing_are_a_table_below_it() {
    let html = html(&page_with(|_| {}));
    let numbers = html.split("<details>").nth(1).unwrap();
    assert!(numbers.contains("<th scope=\"col\">完成率<th scope=\"col\">等次</thead>"));
    assert!(numbers.contains("<th scope=\"row\">责任单位0<td>112.00%<td>完成"));
}

#[test]
fn a_table_of_marks_has_a_sign_and_a_word_in_each_cell() {
    let columns = ["单位", "4月", "5月", "6月"].map(|head| Column::words(head, 1));
    let marks = [Mark::default(), fixture::lamp(4), fixture::lamp(1)];
    let cells = marks
        .map(|mark| if mark.id.is_empty() { Cell::text("—") } else { Cell::mark(mark) });
    let row = [&[Cell::text("甲")], cells.as_slice(), &[Cell::text("90.00")]].concat();
    let page = page_with(|chart| {
        let columns = columns.into_iter().chain([Column::numbers("得分", 1)]);
        chart.numbers = Table::bare(columns.collect(), vec![Row::body(row)]);
        chart.on_screen = OnScreen::Table { legend: vec![fixture::lamp(1)] };
    });
    let html = html(&page);
    let row = html.split("<th scope=\"row\" class=\"h\">甲").nth(1).unwrap();
    let cells: Vec<&str> = row.split("</tbody>").next().unwrap().split("<td").collect();
    assert_eq!(cells[1], ">—");
    assert!(cells[2].contains("#l-red") && cells[2].ends_with("滞后"), "{}", cells[2]);
    assert!(cells[3].contains("#l-blue") && cells[3].ends_with("较快"));
    assert_eq!(cells[4], " class=\"n\">90.00");
    assert!(!html.contains("<details>"), "no second table");
}
