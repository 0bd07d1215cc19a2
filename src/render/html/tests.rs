//! What the pages promise: nothing hostile runs, nothing is fetched, every number explains itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::html::Pages;
use crate::render::html::fixture;
use crate::report::page::Page;
use crate::theme::Theme;

const SPARK: &str = "<svg width=\"88\" height=\"24\" viewBox=\"0 0 88 24\" role=\"img\" \
    aria-label=\"走势\"><polyline points=\"2,22 20,16 40,12 60,9 84,3\" fill=\"none\" \
    stroke=\"#1d4e89\" stroke-width=\"1.6\"/></svg>";

fn pages() -> Pages {
    Pages::new(&Theme::builtin(), |_| SPARK.to_owned()).unwrap()
}

fn drawings() -> BTreeMap<String, String> {
    let bars: String = (0..10)
        .map(|index| {
            let (y, width) = (index * 30 + 8, 700 - index * 50);
            format!("<rect x=\"120\" y=\"{y}\" width=\"{width}\" height=\"18\" fill=\"#2f6cb5\"/>")
        })
        .collect();
    let svg = format!(
        "<svg viewBox=\"0 0 900 310\" role=\"img\" aria-label=\"完成率\">{bars}</svg>"
    );
    BTreeMap::from([("progress".to_owned(), svg)])
}

fn html(page: &Page) -> String {
    String::from_utf8(pages().page(page, &drawings()).unwrap()).unwrap()
}

fn portal() -> String {
    String::from_utf8(pages().portal(&fixture::portal()).unwrap()).unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let parts = html.split(start.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

fn all() -> Vec<String> {
    let pages = [fixture::edition(), fixture::projects(), fixture::definitions()];
    let mut all: Vec<String> = pages.iter().map(html).collect();
    all.push(portal());
    all
}

/// Writes the sample pages where `TONGBAO_SAMPLES` says, to be looked at in a browser.
#[test]
fn samples_are_written_to_be_looked_at() {
    let Some(folder) = std::env::var_os("TONGBAO_SAMPLES") else { return };
    for (html, name) in all().iter().zip(["edition", "projects", "definitions", "portal"])
    {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), html)
            .unwrap();
    }
}

#[test]
fn a_number_carries_its_figure_and_opens_its_trace() {
    let html = html(&fixture::edition());
    assert!(
        html.contains(
            "<a class=\"f\" href=\"#t-funds&#x2F;unit:u1\" id=\"n-t-funds&#x2F;unit:u1\">"
        ) || html.contains(
            "<a class=\"f\" href=\"#t-funds/unit:u1\" id=\"n-t-funds/unit:u1\">"
        )
    );
    assert!(html.contains("data-part=\"lead\" value=\"14.00\">+14.00</data></a>"));
    assert!(html.contains("value=\"\">—</data></a>"));
}

#[test]
fn every_way_within_a_page_ends_somewhere() {
    for html in all() {
        let ids = values(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "an id stands twice");
        for href in values(&html, "href") {
            if let Some(id) = href.strip_prefix('#') {
                assert!(known.contains(id), "{href} leads nowhere");
            }
        }
    }
}

#[test]
fn nothing_is_fetched_and_links_stay_relative() {
    for html in all() {
        assert!(!html.contains(" src="));
        assert!(!html.contains("url("));
        assert!(!html.contains("@import"));
        for href in values(&html, "href") {
            assert!(!href.contains("://") && !href.starts_with('/'), "{href}");
        }
    }
}

#[test]
fn links_are_taken_from_the_folder_of_the_book() {
    let html = html(&fixture::edition());
    let hrefs = values(&html, "href");
    assert!(hrefs.contains(&"../2023-06/bulletin.pdf"));
    assert!(hrefs.contains(&"../../index.html"));
    let portal = portal();
    let hrefs = values(&portal, "href");
    assert!(hrefs.contains(&"wushan/2023-06/index.html"));
    assert!(hrefs.contains(&"wushan/2023-06/index.html#t-funds/all"));
}

#[test]
fn the_policy_names_the_hash_of_all_that_the_page_carries() {
    for html in all() {
        let hashes = html.matches("'sha256-").count();
        let carried = html.matches("<style>").count() + html.matches("<script>").count();
        assert_eq!(hashes, carried);
        assert!(!html.contains(" style=\""));
        assert!(!html.contains(" onclick"));
    }
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    assert_eq!(all(), all());
}

#[test]
fn a_large_edition_stays_under_600_kilobytes() {
    let mut page = fixture::edition();
    let block = page
        .blocks
        .iter()
        .find(|block| matches!(block, crate::report::page::Block::Table { .. }));
    let table = block.unwrap().clone();
    page.blocks.extend([table.clone(), table]);
    for index in 0..150 {
        page.traces.push(fixture::trace(&format!("more/unit:u{index}"), 3, 0));
    }
    let html = html(&page);
    assert!(html.matches("<data ").count() > 600);
    assert!(html.len() < 600_000, "{} bytes", html.len());
}

/// Puts a hostile text into every string of a page, by way of its JSON form.
mod hostile {
    use super::{drawings, pages};
    use crate::render::html::fixture;
    use crate::report::chart::{Bars, Drawing};
    use crate::report::page::{Block, Inline, Page};

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
                Inline::Link { link } => {
                    spoil(&mut link.text);
                    spoil(&mut link.href);
                }
                Inline::Number { number } => {
                    let number = [
                        &mut number.figure,
                        &mut number.part,
                        &mut number.value,
                        &mut number.text,
                        &mut number.trace,
                    ];
                    number.into_iter().for_each(spoil);
                }
            }
        }
    }

    fn spoil_block(block: &mut Block) {
        match block {
            Block::Heading { id, text, .. } => [id, text].into_iter().for_each(spoil),
            Block::Paragraph { inlines } => spoil_inlines(inlines),
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| spoil_inlines(item));
            }
            Block::Table { table } => {
                [&mut table.id, &mut table.title, &mut table.unit]
                    .into_iter()
                    .for_each(spoil);
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
            Block::Chart { chart } => {
                let texts =
                    [&mut chart.title, &mut chart.subtitle, &mut chart.description];
                texts.into_iter().for_each(spoil);
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
                    spoil(&mut card.number.text);
                    spoil(&mut card.number.figure);
                    card.lines.iter_mut().for_each(|line| spoil_inlines(line));
                }
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
            trace.steps.iter_mut().for_each(spoil);
            for record in &mut trace.records {
                let record = [
                    &mut record.record.text,
                    &mut record.record.href,
                    &mut record.place,
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
        for mut page in [fixture::edition(), fixture::projects(), fixture::definitions()]
        {
            let tame = pages().page(&page, &drawings()).unwrap();
            let tame = String::from_utf8(tame).unwrap();
            spoil_page(&mut page);
            let html = pages().page(&page, &drawings()).unwrap();
            let html = String::from_utf8(html).unwrap();
            assert_eq!(
                html.matches("<script>").count(),
                tame.matches("<script>").count()
            );
            assert!(!html.contains("<!--"));
            assert!(html.contains("{{ title }}"), "data is never a template");
            assert!(!html.contains("alert(1)</script>"));
            assert!(!html.contains("=\"\"'"), "a quote broke out of an attribute");
        }
    }
}
