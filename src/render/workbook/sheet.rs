//! One sheet of a workbook: title, lines, head, rows, notes, and how it is printed.

use anyhow::Result;
use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use rust_xlsxwriter::{
    DataValidation, Format, Formula, Note, Workbook as File, Worksheet as Page,
};

use crate::render::workbook::looks::Looks;
use crate::render::workbook::names::Names;
use crate::view::workbook::{Content, SheetCell, SheetColumn, SheetNumber, Worksheet};

/// A4.
const PAPER: u8 = 9;
/// Rows below the last one that a list of choices still holds for.
const FURTHER: u32 = 200;
/// Characters of a line of notes, for the height of its row.
const NOTE_LINE: usize = 90;
/// Points that a line of text is high.
const LINE_HEIGHT: f64 = 13.0;
/// The sheet that holds the words to choose from.
const LISTS: &str = "名录";

/// The lists of words to choose from, which lie in a sheet of their own: in a cell there is room
/// for few.
#[derive(Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    /// Returns the range with a list.
    fn range(&mut self, words: &[String]) -> Result<String> {
        let at = self.0.iter().position(|list| list == words).unwrap_or_else(|| {
            self.0.push(words.to_vec());
            self.0.len() - 1
        });
        let column = column_number_to_name(u16::try_from(at)?);
        Ok(format!("={LISTS}!${column}$1:${column}${}", words.len()))
    }

    /// Writes the sheet of lists, if there are any.
    pub(super) fn write(&self, file: &mut File, names: &mut Names) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let page = file.add_worksheet();
        page.set_name(names.free(LISTS))?.set_hidden(true);
        for (column, list) in self.0.iter().enumerate() {
            for (row, word) in list.iter().enumerate() {
                page.write_string(u32::try_from(row)?, u16::try_from(column)?, word)?;
            }
        }
        Ok(())
    }
}

/// Where the parts of a sheet are.
struct Places {
    /// First row of the head.
    head: u32,
    /// First row of the table.
    body: u32,
    /// Row after the table.
    end: u32,
    /// Last column.
    last: u16,
}

/// Writes a sheet.
pub(super) fn write(
    page: &mut Page,
    sheet: &Worksheet,
    looks: &Looks,
    lists: &mut Lists,
) -> Result<()> {
    let head = 1 + u32::try_from(sheet.lines.len())?;
    let is_grouped = sheet.columns.iter().any(|column| !column.group.is_empty());
    let body = head + if is_grouped { 2 } else { 1 };
    let last = u16::try_from(sheet.columns.len().max(1) - 1)?;
    let end = body + u32::try_from(sheet.rows.len())?;
    let places = Places { head, body, end, last };
    across(page, 0, last, &sheet.title, &looks.title)?;
    page.set_row_height(0, 30)?;
    for (row, line) in (1..).zip(&sheet.lines) {
        across(page, row, last, line, &looks.line)?;
    }
    heads(page, &sheet.columns, &places, looks)?;
    for (row, own) in (body..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(&own.cells) {
            let kind = own.kind;
            let words = || looks.words(kind, cell.asked);
            let number = |pattern: &str| looks.number(kind, cell.asked, pattern);
            self::cell(page, (row, column), cell, &words, &number)?;
        }
    }
    for (row, note) in (end..).zip(&sheet.notes) {
        across(page, row, last, note, &looks.note)?;
        let lines = 1 + note.chars().count() / NOTE_LINE;
        page.set_row_height(row, LINE_HEIGHT * lines as f64)?;
    }
    choices(page, &sheet.columns, &places, lists)?;
    print(page, &places, u32::try_from(sheet.notes.len())?)
}

/// Writes a text across all columns.
fn across(
    page: &mut Page,
    row: u32,
    last: u16,
    text: &str,
    format: &Format,
) -> Result<()> {
    if last == 0 {
        page.write_string_with_format(row, 0, text, format)?;
    } else {
        page.merge_range(row, 0, row, last, text, format)?;
    }
    Ok(())
}

fn heads(
    page: &mut Page,
    columns: &[SheetColumn],
    places: &Places,
    looks: &Looks,
) -> Result<()> {
    let (top, low) = (places.head, places.body - 1);
    let mut from = 0;
    for (at, column) in columns.iter().enumerate() {
        let own = u16::try_from(at)?;
        page.set_column_width(own, column.width)?;
        if !column.note.is_empty() {
            let note = Note::new(&column.note).add_author_prefix(false).set_width(260);
            page.insert_note(low, own, &note)?;
        }
        if top == low || !column.group.is_empty() {
            page.write_string_with_format(low, own, &column.head, &looks.head)?;
        } else {
            page.merge_range(top, own, low, own, &column.head, &looks.head)?;
        }
        let ends = columns.get(at + 1).is_none_or(|next| next.group != column.group);
        if ends && !column.group.is_empty() {
            let (first, group) = (u16::try_from(from)?, &column.group);
            if first == own {
                page.write_string_with_format(top, own, group, &looks.head)?;
            } else {
                page.merge_range(top, first, top, own, group, &looks.head)?;
            }
        }
        if ends {
            from = at + 1;
        }
    }
    Ok(())
}

fn cell(
    page: &mut Page,
    (row, column): (u32, u16),
    cell: &SheetCell,
    words: &dyn Fn() -> Format,
    number: &dyn Fn(&str) -> Format,
) -> Result<()> {
    match &cell.content {
        Content::Blank => page.write_blank(row, column, &words())?,
        Content::Text(text) => {
            page.write_string_with_format(row, column, text, &words())?
        }
        Content::Number(own) => {
            let value: f64 = own.digits.parse()?;
            page.write_number_with_format(row, column, value, &number(&pattern(own)))?
        }
        Content::Day(day) => {
            page.write_string_with_format(row, column, day.to_string(), &words())?
        }
        Content::Sum { parts, whole } => {
            let at = |column: usize| -> Result<String> {
                Ok(row_col_to_cell(row, u16::try_from(column)?))
            };
            let [first, second, whole] = [at(parts[0])?, at(parts[1])?, at(*whole)?];
            let sum = format!("ROUND(N({first})+N({second})-N({whole}),6)");
            let formula =
                format!("=IF({whole}=\"\",\"—\",IF({sum}=0,\"相符\",\"不符\"))");
            let formula = Formula::new(formula).set_result("—");
            page.write_formula_with_format(row, column, formula, &number("General"))?
        }
    };
    Ok(())
}

/// The pattern by which a number is shown with its places and what follows it.
pub(super) fn pattern(number: &SheetNumber) -> String {
    let places = "0".repeat(number.places());
    let point = if places.is_empty() { "" } else { "." };
    match number.suffix.as_str() {
        "" => format!("0{point}{places}"),
        suffix => format!("0{point}{places}\"{suffix}\""),
    }
}

/// Offers the words that a column may hold.
fn choices(
    page: &mut Page,
    columns: &[SheetColumn],
    places: &Places,
    lists: &mut Lists,
) -> Result<()> {
    for (at, column) in (0..).zip(columns) {
        if column.choices.is_empty() {
            continue;
        }
        let range = Formula::new(lists.range(&column.choices)?);
        let list = DataValidation::new()
            .allow_list_formula(range)
            .set_error_title("不在名录里")?
            .set_error_message("从下拉的名录里选；确实没有的，问汇总单位")?;
        let last = places.end.saturating_sub(1).max(places.body) + FURTHER;
        page.add_data_validation(places.body, at, last, at, &list)?;
    }
    Ok(())
}

/// Sets how the sheet is printed, and what stays in sight.
fn print(page: &mut Page, places: &Places, notes: u32) -> Result<()> {
    let low = places.body - 1;
    page.set_freeze_panes(places.body, 1)?
        .set_landscape()
        .set_paper_size(PAPER)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(places.head, low)?
        .set_print_area(0, 0, (places.end + notes).saturating_sub(1), places.last)?
        .set_footer("&C第 &P 页，共 &N 页");
    Ok(())
}
