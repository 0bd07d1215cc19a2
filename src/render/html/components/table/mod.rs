//! A table: its frame, caption, head, rows and notes.

mod head;
mod row;
mod sieve;

use crate::render::html::components::surroundings::Surroundings;
use crate::render::html::components::table::head::head;
use crate::render::html::components::table::row::row;
use crate::render::html::components::table::sieve::{kept, sieve};
use crate::render::html::components::text::title::title;
use crate::render::html::markup::Markup;
use crate::view::table::Table;

/// Most columns that surely fit a desk screen without a scrolled box.
const FITTING_COLUMNS: usize = 9;

/// Most columns of a table that is no wider than its words ask for.
const FEW_COLUMNS: usize = 5;

/// Most rows that a table shows without a box that scrolls upwards too.
const SHOWN_ROWS: usize = 40;

/// Writes a table with its head merged and its small charts drawn.
pub(super) fn table(table: &Table, around: &mut Surroundings, out: &mut Markup) {
    let name = table.columns.iter().position(|column| !column.numeric).unwrap_or(0);
    let telling = table.telling_columns();
    sieve(table, out);
    frame(table, out);
    if telling.contains(&false) {
        more(table.columns.len(), out);
    }
    out.push("<table>");
    caption(table, out);
    head(&table.columns, name, &telling, out);
    out.push("<tbody>");
    for (at, one) in table.rows.iter().enumerate() {
        row((one, &kept(table, at)), &table.columns, (name, &telling), around, out);
    }
    out.push("</tbody></table></div>");
    notes(&table.notes, out);
}

/// The box around the table, with what a style sheet and a script need to know of it.
fn frame(table: &Table, out: &mut Markup) {
    let fits = !table.wide && table.columns.len() <= FITTING_COLUMNS;
    out.push("<div class=\"table").push_if(fits, " fits");
    out.push_if(table.columns.len() <= FEW_COLUMNS, " few");
    if table.rows.len() > SHOWN_ROWS {
        out.push(" tall\" data-rows=\"").number(table.rows.len());
    }
    out.push("\"").attribute_if_any("id", &table.id);
    if !table.title.is_empty() {
        out.push(" role=\"region\"").attribute("aria-label", &table.title);
    }
    out.push(" tabindex=\"0\">");
}

/// The way to all columns of a table, of which a phone shows three at first.
fn more(columns: usize, out: &mut Markup) {
    out.push("<label class=\"more\"><input type=\"checkbox\"> 显示全部").number(columns);
    out.push("列</label>");
}

fn caption(table: &Table, out: &mut Markup) {
    if table.title.is_empty() && table.unit.is_empty() {
        return;
    }
    const HIDDEN: &str = " class=\"hidden\"";
    out.push("<caption").push_if(table.headed && table.unit.is_empty(), HIDDEN);
    out.push("><span><b").push_if(table.headed, HIDDEN).push(">");
    title(&table.title, out);
    out.push("</b>");
    if !table.unit.is_empty() {
        out.push(" <i>单位：").text(&table.unit).push("</i>");
    }
    out.push("</span></caption>");
}

fn notes(notes: &[String], out: &mut Markup) {
    if notes.is_empty() {
        return;
    }
    out.push("<div class=\"notes\">");
    for note in notes {
        out.push("<p>").text(note).push("</p>");
    }
    out.push("</div>");
}
