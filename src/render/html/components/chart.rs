//! A chart: its drawing with the numbers as a table below, or a table of marks alone.

use std::collections::BTreeMap;

use crate::render::html::components::lamp::{is_set, lamp, sign};
use crate::render::html::components::text::pieces::words;
use crate::render::html::components::text::title::title;
use crate::render::html::markup::Markup;
use crate::render::svg::Svg;
use crate::view::chart::{Chart, OnScreen};
use crate::view::inline::Mark;
use crate::view::table::{Cell, Table};

/// Writes a chart with the drawing made for its id.
pub(crate) fn chart(chart: &Chart, drawings: &BTreeMap<String, Svg>, out: &mut Markup) {
    out.push("<figure class=\"figure\"").attribute_if_any("id", &chart.id);
    out.push(">\n<figcaption><b>");
    title(&chart.title, out);
    out.push("</b>");
    if !chart.subtitle.is_empty() {
        out.push("<span>").text(&chart.subtitle).push("</span>");
    }
    out.push("</figcaption>");
    match &chart.on_screen {
        OnScreen::Table { legend } => {
            marks(chart, legend, out);
            description(chart, out);
        }
        OnScreen::Drawing => {
            drawing(drawings.get(&chart.id), out);
            description(chart, out);
            numbers(&chart.numbers, out);
        }
    }
    out.push("</figure>");
}

fn drawing(svg: Option<&Svg>, out: &mut Markup) {
    if let Some(svg) = svg.filter(|svg| !svg.is_empty()) {
        out.push("<div class=\"drawing both\">").drawing(svg).push("</div>");
    }
}

fn description(chart: &Chart, out: &mut Markup) {
    if !chart.description.is_empty() {
        out.push("<p class=\"hidden\">").text(&chart.description).push("</p>");
    }
}

/// The numbers of a drawing, folded up.
fn numbers(numbers: &Table, out: &mut Markup) {
    if numbers.rows.is_empty() {
        return;
    }
    out.push(
        "<details><summary>数据表</summary><div class=\"table fits\"><table><thead><tr>",
    );
    for column in &numbers.columns {
        out.push("<th scope=\"col\">").text(&column.head);
    }
    out.push("</thead><tbody>");
    for row in &numbers.rows {
        out.push("<tr>");
        for (index, cell) in row.cells.iter().take(numbers.columns.len()).enumerate() {
            out.push(if index == 0 { "<th scope=\"row\">" } else { "<td>" });
            words(&cell.inlines, out);
        }
    }
    out.push("</tbody></table></div></details>");
}

/// The marks that are shown instead of a drawing, below their legend.
fn marks(chart: &Chart, legend: &[Mark], out: &mut Markup) {
    out.push("<p class=\"legend\">");
    for mark in legend {
        lamp(mark, out);
        out.push(" ");
    }
    out.push("</p>\n<div class=\"table fits\" role=\"region\"");
    out.attribute("aria-label", &chart.title);
    out.push(" tabindex=\"0\"><table class=\"lamps\"><thead><tr>");
    for (index, column) in chart.numbers.columns.iter().enumerate() {
        out.push("<th scope=\"col\"").push(class(index, column.numeric)).push(">");
        out.text(&column.head);
    }
    out.push("</thead><tbody>");
    for row in &chart.numbers.rows {
        out.push("\n<tr>");
        for (index, (cell, column)) in
            row.cells.iter().zip(&chart.numbers.columns).enumerate()
        {
            out.push(if index == 0 { "<th scope=\"row\"" } else { "<td" });
            out.push(class(index, column.numeric)).push(">");
            mark_or_words(cell, out);
        }
    }
    out.push("</tbody></table></div>");
}

fn class(index: usize, is_numeric: bool) -> &'static str {
    match (index, is_numeric) {
        (0, _) => " class=\"h\"",
        (_, true) => " class=\"n\"",
        (_, false) => "",
    }
}

fn mark_or_words(cell: &Cell, out: &mut Markup) {
    if is_set(&cell.mark) {
        sign(&cell.mark, out);
    } else {
        words(&cell.inlines, out);
    }
}
