//! One or two rows of heads; equal neighbouring groups become one cell.

use crate::render::html::markup::Markup;
use crate::view::table::Column;

/// Most characters of a part of a head that is not broken.
const KEPT_HEAD: usize = 6;

/// Writes the head of a table whose column `name` names the rows.
pub(super) fn head(columns: &[Column], name: usize, kept: &[bool], out: &mut Markup) {
    let is_grouped = columns.iter().any(|column| !column.group.is_empty());
    out.push("<thead><tr>");
    if is_grouped {
        upper(columns, name, kept, out);
        out.push("<tr>");
    }
    for (index, column) in columns.iter().enumerate() {
        if !is_grouped || !column.group.is_empty() {
            leaf(index, column, (index == name, kept[index]), false, out);
        }
    }
    out.push("</thead>");
}

/// The heads of groups, and those of columns without one, which reach down.
fn upper(columns: &[Column], name: usize, kept: &[bool], out: &mut Markup) {
    let mut index = 0;
    while let Some(column) = columns.get(index) {
        if column.group.is_empty() {
            leaf(index, column, (index == name, kept[index]), true, out);
            index += 1;
            continue;
        }
        let alike = columns[index..].iter().take_while(|next| next.group == column.group);
        let width = alike.count();
        group(&column.group, width, out);
        index += width;
    }
}

fn group(text: &str, width: usize, out: &mut Markup) {
    if width > 1 {
        out.push("<th scope=\"colgroup\" colspan=\"").number(width).push("\"");
    } else {
        out.push("<th scope=\"col\"");
    }
    out.push(" class=\"g\">").text(text);
}

/// The head of one column, which scripts know by its place.
fn leaf(
    index: usize,
    column: &Column,
    (is_name, is_telling): (bool, bool),
    reaches: bool,
    out: &mut Markup,
) {
    out.push("<th scope=\"col\"").push_if(reaches, " rowspan=\"2\"");
    out.push(" data-column=\"").number(index).push("\"");
    let classes = [
        ("h", is_name),
        ("n", column.numeric && !is_name),
        ("k", is_kept(&column.head)),
        ("x", !is_telling),
    ];
    out.classes(&classes);
    out.push(">").text(&column.head);
}

/// Returns whether its words, or what stands in brackets after them, stay on a line each.
fn is_kept(head: &str) -> bool {
    head.split('（').all(|part| part.chars().count() <= KEPT_HEAD)
}
