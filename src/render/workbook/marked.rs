//! A workbook that goes back: its cells as they came, those in doubt marked and commented.

use anyhow::{Context, Result};
use rust_xlsxwriter::{Color, Format, Note, Workbook as File, Worksheet as Page};

use crate::render::workbook::looks::Looks;
use crate::render::workbook::names::Names;
use crate::render::workbook::sheet::pattern;
use crate::render::workbook::stamp::stamped;
use crate::view::table::RowKind;
use crate::view::workbook::Content;
use crate::view::workbook::marked::{Doubt, Marked, MarkedSheet, Place};

/// The sheet that lists all that is wrong.
const LIST: &str = "要核对的";
/// Behind a cell that is in doubt.
const DOUBTFUL: u32 = 0x00FF_E066;
/// Width of the columns, in characters.
const WIDTH: u8 = 14;
/// Widths of the columns of the list.
const WIDTHS: [u8; 4] = [30, 8, 60, 60];

/// Writes a workbook that goes back; its list comes last, so that its own sheets stay where they were.
pub fn marked(workbook: &Marked) -> Result<Vec<u8>> {
    write(workbook).context("写不成工作簿")
}

fn write(workbook: &Marked) -> Result<Vec<u8>> {
    let mut file = stamped("")?;
    let (looks, mut names) = (Looks::new(), Names::default());
    for own in &workbook.sheets {
        let page = file.add_worksheet();
        page.set_name(names.free(&own.name))?;
        sheet(page, own, &looks)?;
    }
    list(&mut file, &workbook.doubts, &looks, &mut names)?;
    Ok(file.save_to_buffer()?)
}

fn sheet(page: &mut Page, own: &MarkedSheet, looks: &Looks) -> Result<()> {
    let last = own.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
    for column in 0..=u16::try_from(last)? {
        page.set_column_width(column, WIDTH)?;
    }
    for [first, last] in own.merged.iter().filter(|[first, last]| first != last) {
        let ends = [u16::try_from(first.1)?, u16::try_from(last.1)?];
        page.merge_range(first.0, ends[0], last.0, ends[1], "", &Format::new())?;
    }
    let blank = own.doubts.keys().filter(|at| !own.cells.contains_key(at));
    for at in blank {
        cell(page, *at, &Content::Blank, look(own, *at, looks, None))?;
    }
    for (at, content) in &own.cells {
        let shape = match content {
            Content::Number(number) => Some(pattern(number)),
            _ => None,
        };
        cell(page, *at, content, look(own, *at, looks, shape.as_deref()))?;
    }
    for ((row, column), words) in &own.doubts {
        let note = Note::new(words).add_author_prefix(false).set_width(320);
        page.insert_note(*row, u16::try_from(*column)?, &note)?;
    }
    Ok(())
}

fn look(own: &MarkedSheet, at: Place, looks: &Looks, pattern: Option<&str>) -> Format {
    let format = match pattern {
        Some(pattern) => looks.number(RowKind::Body, false, pattern),
        None => looks.words(RowKind::Body, false),
    };
    if own.doubts.contains_key(&at) {
        format.set_background_color(Color::RGB(DOUBTFUL))
    } else {
        format
    }
}

fn cell(
    page: &mut Page,
    (row, column): Place,
    content: &Content,
    look: Format,
) -> Result<()> {
    let column = u16::try_from(column)?;
    match content {
        Content::Text(text) => page.write_string_with_format(row, column, text, &look)?,
        Content::Number(number) => {
            let value: f64 = number.digits.parse()?;
            page.write_number_with_format(row, column, value, &look)?
        }
        Content::Day(day) => {
            page.write_string_with_format(row, column, day.to_string(), &look)?
        }
        Content::Blank | Content::Sum { .. } => page.write_blank(row, column, &look)?,
    };
    Ok(())
}

fn list(
    file: &mut File,
    doubts: &[Doubt],
    looks: &Looks,
    names: &mut Names,
) -> Result<()> {
    let page = file.add_worksheet();
    page.set_name(names.free(LIST))?.set_freeze_panes(1, 0)?;
    let heads = ["哪一格", "轻重", "问题", "怎么办"];
    for (column, (head, width)) in (0..).zip(heads.iter().zip(WIDTHS)) {
        page.set_column_width(column, width)?;
        page.write_string_with_format(0, column, *head, &looks.head)?;
    }
    let words = looks.words(RowKind::Body, false);
    for (row, doubt) in (1..).zip(doubts) {
        let parts = [&doubt.place, doubt.severity, &doubt.message, &doubt.help];
        for (column, text) in (0..).zip(parts) {
            page.write_string_with_format(row, column, text, &words)?;
        }
    }
    Ok(())
}
