//! A hostile text in every field of a page stays text.

use crate::render::html::tests::fixture;
use crate::render::html::tests::{drawings, pages};
use crate::view::chart::{Bars, Drawing};
use crate::view::inline::{Inline, NumberText};
use crate::view::page::{Block, Page};
use crate::view::table::Table;

const TEXT: &str = "\"'><script>alert(1)</script>{{ title }}{% raw %}<!--&";

fn spoil(text: &mut String) {
    TEXT.clone_into(text);
}

fn spoil_inlines(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text }
            | Inline::Strong { text }
            | Inline::Emphasis { text } => {
                spoil(text);
            }
            Inline::Link { link } | Inline::StrongLink { link } => {
                spoil(&mut link.text);
                spoil(&mut link.href);
            }
            Inline::Number { number } | Inline::StrongNumber { number } => {
                let texts = [
                    &mut number.figure,
                    &mut number.part,
                    &mut number.value,
                    &mut number.trace.anchor,
                ];
                texts.into_iter().for_each(spoil);
                number.text = NumberText::new(TEXT.to_owned(), TEXT);
            }
        }
    }
}

fn spoil_table(table: &mut Table) {
    [&mut table.id, &mut table.title, &mut table.unit].into_iter().for_each(spoil);
    table.notes.iter_mut().for_each(spoil);
    for column in &mut table.columns {
        spoil(&mut column.group);
        spoil(&mut column.head);
    }
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        spoil_inlines(&mut cell.inlines);
        spoil(&mut cell.mark.id);
        spoil(&mut cell.mark.word);
        spoil(&mut cell.mark.color);
    }
}

fn spoil_block(block: &mut Block) {
    match block {
        Block::Heading { id, text, .. } => [id, text].into_iter().for_each(spoil),
        Block::Paragraph { inlines } => spoil_inlines(inlines),
        Block::List { items, .. } => {
            items.iter_mut().for_each(|item| spoil_inlines(item));
        }
        Block::Table { table } => spoil_table(table),
        Block::Chart { chart } => {
            let texts = [&mut chart.title, &mut chart.subtitle, &mut chart.description];
            texts.into_iter().for_each(spoil);
            spoil_table(&mut chart.numbers);
            if let Drawing::Bars(Bars { rows, .. }) = &mut chart.drawing {
                for row in rows {
                    spoil(&mut row.label);
                    spoil(&mut row.text);
                    spoil(&mut row.mark.word);
                }
            }
        }
        Block::Cards { cards } => {
            for card in cards {
                spoil(&mut card.label);
                card.number.text = NumberText::new(TEXT.to_owned(), TEXT);
                spoil(&mut card.number.figure);
                card.lines.iter_mut().for_each(|line| spoil_inlines(line));
            }
        }
        Block::FirstScreen { screen } => {
            screen.sentences.iter_mut().for_each(|line| spoil_inlines(line));
            screen.attention.iter_mut().for_each(|line| spoil_inlines(line));
            spoil_inlines(&mut screen.headline);
        }
        Block::Facts { rows } => {
            for row in rows {
                spoil(&mut row.term);
                spoil_inlines(&mut row.inlines);
            }
        }
        Block::Links { links } => {
            for link in links {
                spoil(&mut link.text);
                spoil(&mut link.href);
            }
        }
    }
}

fn spoil_page(page: &mut Page) {
    spoil(&mut page.title);
    spoil(&mut page.subtitle);
    page.crumbs.iter_mut().for_each(|link| spoil(&mut link.text));
    page.notices.iter_mut().for_each(|notice| spoil(&mut notice.text));
    page.blocks.iter_mut().for_each(spoil_block);
    for trace in &mut page.traces {
        spoil(&mut trace.title);
        spoil(&mut trace.text);
        spoil(&mut trace.definition);
        spoil(&mut trace.clause.text);
        spoil(&mut trace.clause.href);
        spoil(&mut trace.period);
        spoil(&mut trace.figure);
        spoil(&mut trace.id);
        spoil(&mut trace.full.page);
        spoil(&mut trace.full.anchor);
        trace.steps.iter_mut().for_each(spoil);
        for record in &mut trace.records {
            let record = [
                &mut record.record.text,
                &mut record.record.href,
                &mut record.place.file,
                &mut record.place.route,
                &mut record.when,
                &mut record.amount,
                &mut record.share,
                &mut record.counted,
                &mut record.note,
            ];
            record.into_iter().for_each(spoil);
        }
    }
}

#[test]
fn hostile_text_stays_text_in_every_field() {
    for mut page in [fixture::edition(), fixture::projects(), fixture::definitions()] {
        let tame = pages().page(&page, &drawings()).unwrap();
        let tame = String::from_utf8(tame).unwrap();
        spoil_page(&mut page);
        let html = pages().page(&page, &drawings()).unwrap();
        let html = String::from_utf8(html).unwrap();
        assert_eq!(html.matches("<script>").count(), tame.matches("<script>").count());
        assert!(!html.contains("<!--"));
        assert!(html.contains("{{ title }}"), "data is never a template");
        assert!(!html.contains("alert(1)</script>"));
        assert!(!html.contains("=\"\"'"), "a quote broke out of an attribute");
    }
}
