//! The choices by which rows are left out, which a style sheet follows without a script.

use crate::render::html::markup::Markup;
use crate::view::table::{Filter, Table};

/// Most filters of a table that the style sheet knows.
const FILTERS: usize = 2;

/// Most choices of a filter that it knows.
const CHOICES: usize = 16;

/// The filters that are offered: one with more choices than the style sheet knows would hide too much.
fn offered(table: &Table) -> impl Iterator<Item = (usize, &Filter)> {
    let known = |filter: &&Filter| (2..=CHOICES).contains(&filter.choices.len());
    table.filters.iter().filter(known).take(FILTERS).enumerate()
}

/// Writes the choices right before the frame of the table.
pub(super) fn sieve(table: &Table, out: &mut Markup) {
    if offered(table).next().is_none() {
        return;
    }
    out.push("<div class=\"sieve\">");
    for (at, filter) in offered(table) {
        out.push("<fieldset><legend>").text(&filter.name).push("</legend>");
        let texts = filter.choices.iter().map(|choice| choice.text.as_str());
        for (index, text) in std::iter::once("全部").chain(texts).enumerate() {
            out.push("<label><input type=\"radio\"");
            out.attribute("name", &format!("{}-{at}", table.id));
            out.attribute("class", &class(at, index)).push_if(index == 0, " checked");
            out.push("><span>").text(text).push("</span></label>");
        }
        out.push("</fieldset>");
    }
    out.push("</div>\n");
}

/// The choices that a row stays under, as classes; a row that every one keeps has none.
pub(super) fn kept(table: &Table, row: usize) -> String {
    let mut classes: Vec<String> = Vec::new();
    for (at, filter) in offered(table) {
        let choices = (1..).zip(&filter.choices);
        let stays = choices.filter(|(_, choice)| choice.rows.binary_search(&row).is_ok());
        classes.extend(stays.map(|(index, _)| class(at, index)));
    }
    classes.join(" ")
}

/// The class of a choice; it tells the style sheet which filter and which choice it is.
fn class(filter: usize, choice: usize) -> String {
    format!("{}{choice}", ["p", "q"][filter])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::table::Choice;

    fn table(choices: usize) -> Table {
        let choice = |at: usize| Choice { text: at.to_string(), rows: vec![at] };
        let choices = (0..choices).map(choice).collect();
        let filter = Filter { name: "状态".into(), choices };
        Table { id: "units".into(), filters: vec![filter], ..Table::default() }
    }

    #[test]
    fn a_row_bears_the_choices_under_which_it_stays() {
        let mut out = Markup::default();
        sieve(&table(3), &mut out);
        assert_eq!(out.as_str().matches("name=\"units-0\"").count(), 4);
        assert_eq!(kept(&table(3), 1), "p2");
        assert_eq!(kept(&table(3), 7), "");
    }

    #[test]
    fn a_filter_that_the_style_sheet_cannot_follow_is_not_offered() {
        for count in [1, CHOICES + 1] {
            let mut out = Markup::default();
            sieve(&table(count), &mut out);
            assert!(out.is_empty() && kept(&table(count), 0).is_empty(), "{count}");
        }
    }

    #[test]
    fn the_style_sheet_knows_every_choice() {
        let theme = crate::theme::Theme::builtin();
        let mut files = theme.folder("css/");
        let (_, css) = files.find(|(path, _)| *path == "css/sieve.css").unwrap();
        let css = String::from_utf8_lossy(css);
        for filter in 0..FILTERS {
            for choice in 1..=CHOICES {
                let class = class(filter, choice);
                let rule = format!(
                    ".sieve:has(.{class}:checked) + .table tbody tr:not(.{class})"
                );
                assert!(css.contains(&rule), "{rule}");
            }
        }
    }
}
