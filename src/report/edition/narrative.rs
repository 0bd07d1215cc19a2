//! The narrative of an edition as blocks, with its references resolved to figures.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::edition::made::UnitList;
use crate::model::edition::{Address, Insert, Passage, Phrase, Reference};
use crate::report::charts::{Draw, chart_called};
use crate::report::edition::first_screen::run as run_of;
use crate::report::tables::{Make, TableKind, table_called};
use crate::sheet::listed::Listing;
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::chart::Chart;
use crate::view::inline::{Inline, Link};
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::number::DASH;

/// The blocks of a narrative.
pub fn blocks(sheet: &Sheet, narrative: &[Passage]) -> Vec<Block> {
    let top = top(narrative);
    narrative
        .iter()
        .enumerate()
        .flat_map(|(at, passage)| passed(sheet, top, at, passage))
        .collect()
}

/// The level of the highest headings: they begin with `##`, as the title of the page is the first
/// heading, unless the narrative has some with `#`.
fn top(narrative: &[Passage]) -> u8 {
    let is_first = |passage: &Passage| matches!(passage, Passage::Heading(1, _));
    if narrative.iter().any(is_first) { 1 } else { 2 }
}

fn passed(sheet: &Sheet, top: u8, at: usize, passage: &Passage) -> Vec<Block> {
    let block = match passage {
        Passage::Heading(level, phrases) => Block::Heading {
            level: level - top + 1,
            id: format!("s-{at}"),
            text: phrases
                .iter()
                .map(|phrase| Inline::words(&inlines(sheet, phrase)))
                .collect(),
        },
        Passage::Paragraph(phrases) => Block::Paragraph { inlines: run(sheet, phrases) },
        Passage::List(first, items) => Block::List {
            first: *first,
            items: items.iter().map(|item| run(sheet, item)).collect(),
        },
        Passage::Table(insert) => return called(sheet, insert),
        Passage::Chart(insert) => return drawn(sheet, insert),
    };
    vec![block]
}

/// The tables that a passage calls, or that there is nothing to list; nothing at all where the
/// audience may not see them.
fn called(sheet: &Sheet, insert: &Insert) -> Vec<Block> {
    let kind = table_called(&insert.name).filter(|kind| sheet.sees(kind.level));
    let Some(kind) = kind else { return Vec::new() };
    let blocks = insert_tables(sheet, kind, insert.indicator.as_deref());
    if blocks.is_empty() { nothing(sheet, &insert.name) } else { blocks }
}

/// The tables of a kind without blank columns; those of a form have all that it has. Without an
/// indicator, they are of the first of the headline ones that has any.
pub fn insert_tables(
    sheet: &Sheet,
    kind: &TableKind,
    indicator: Option<&str>,
) -> Vec<Block> {
    if !sheet.sees(kind.level) {
        return Vec::new();
    }
    let is_form = matches!(kind.make, Make::Form(_));
    let block = |table: Table| Block::Table {
        table: if is_form { table } else { table.without_blank_columns() },
    };
    let table = match (&kind.make, indicator) {
        (Make::Sheet(make), _) => make(sheet),
        (Make::Several(make), _) => {
            return make(sheet).into_iter().map(block).collect();
        }
        (Make::Indicator(make), Some(word)) => {
            sheet.view(word).and_then(|view| make(&view))
        }
        (Make::Assessment(make), word) => {
            sheet.assessment_view(word).and_then(|assessment_view| make(&assessment_view))
        }
        (Make::Form(make), word) => sheet.form(word).and_then(|form| make(sheet, form)),
        (Make::Indicator(make), None) => sheet.headline().find_map(|view| make(&view)),
    };
    table.into_iter().map(block).collect()
}

/// The chart that a passage calls, as `called` does with tables.
fn drawn(sheet: &Sheet, insert: &Insert) -> Vec<Block> {
    if !chart_called(&insert.name).is_some_and(|kind| sheet.sees(kind.level)) {
        return Vec::new();
    }
    match chart(sheet, &insert.name, insert.indicator.as_deref()) {
        Some((_, chart)) => vec![Block::Chart { chart }],
        None => nothing(sheet, &insert.name),
    }
}

/// The chart of a name for the audience, with the name of what it is about; without a word for that, about
/// the first of the headline indicators that has it.
pub(crate) fn chart(
    sheet: &Sheet,
    name: &str,
    word: Option<&str>,
) -> Option<(String, Chart)> {
    let kind = chart_called(name).filter(|kind| sheet.sees(kind.level))?;
    match (&kind.draw, word) {
        (Draw::Indicator(draw), Some(word)) => {
            let view = sheet.view(word)?;
            Some((view.indicator().name.clone(), draw(&view)?))
        }
        (Draw::Indicator(draw), None) => {
            let name = |view: &IndicatorView| view.indicator().name.clone();
            sheet.headline().find_map(|view| Some((name(&view), draw(&view)?)))
        }
        (Draw::Assessment(draw), word) => {
            let view = sheet.assessment_view(word)?;
            Some((view.assessment.name.clone(), draw(&view)?))
        }
    }
}

/// That there is nothing to list, for those who read the text around it.
fn nothing(sheet: &Sheet, name: &str) -> Vec<Block> {
    let level = sheet.edition.and_then(|edition| edition.record.card.level);
    if !sheet.sees(level.unwrap_or(Level::Internal)) {
        return Vec::new();
    }
    let text = match name {
        "未计入情况" => "本期没有未计入的记录。".to_owned(),
        "新签约项目" | "迟报和更正" => format!("本期没有{name}。"),
        _ => format!("本期没有可列入“{name}”的内容。"),
    };
    vec![Block::Paragraph { inlines: vec![Inline::text(text)] }]
}

fn run(sheet: &Sheet, phrases: &[Phrase]) -> Vec<Inline> {
    phrases.iter().flat_map(|phrase| inlines(sheet, phrase)).collect()
}

fn inlines(sheet: &Sheet, phrase: &Phrase) -> Vec<Inline> {
    match phrase {
        Phrase::Text(text, _) => vec![Inline::text(text)],
        Phrase::Strong(text, _) => vec![Inline::Strong { text: text.clone() }],
        Phrase::Emphasis(text, _) => vec![Inline::Emphasis { text: text.clone() }],
        Phrase::Link(link) => {
            let Address { text, address, is_strong, .. } = link;
            let link = Link { text: text.clone(), href: address.clone() };
            let strong = *is_strong;
            vec![if strong { Inline::StrongLink { link } } else { Inline::Link { link } }]
        }
        Phrase::Units(list) => {
            units(sheet, list).unwrap_or_else(|| vec![Inline::text(DASH)])
        }
        Phrase::KeyPoint(point) => match sheet.key_points() {
            Some(points) => run_of(&points.called(&point.name)),
            None => vec![Inline::text(DASH)],
        },
        Phrase::Reference(reference) => {
            resolve(sheet, reference).unwrap_or_else(|| vec![Inline::text(DASH)])
        }
    }
}

/// The units for which a condition holds.
fn units(sheet: &Sheet, list: &UnitList) -> Option<Vec<Inline>> {
    let view = sheet.view(&list.indicator)?;
    let listing = Listing::called(&list.condition, &list.options)?;
    Some(run_of(&listing.phrase(&view)))
}

fn resolve(sheet: &Sheet, reference: &Reference) -> Option<Vec<Inline>> {
    let view: IndicatorView = sheet.view(&reference.indicator)?;
    let scope = match &reference.scope {
        Some(word) => sheet.book().scope_called(word)?,
        None => Scope::All,
    };
    let part = match &reference.part {
        Some(word) => FigurePart::called(word)?,
        None => FigurePart::Value,
    };
    let figure = view.figure(&scope)?;
    let number = view.number(figure, part, true);
    let mut inlines = vec![if reference.is_strong {
        Inline::StrongNumber { number }
    } else {
        inline(number)
    }];
    if let Some(missing) = view.outcome(figure, part).err() {
        inlines.push(Inline::text(format!("（{}）", missing.label())));
    } else if let Some(without) =
        view.without(figure).filter(|_| part == FigurePart::Value)
    {
        inlines.push(Inline::text(format!("（{without}）")));
    }
    Some(inlines)
}
