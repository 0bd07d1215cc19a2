//! `history.html`: what changed from each edition of a book to the next.

mod changes;
mod pair;
mod results;

use crate::model::dictionary::Level;
use crate::report::edition::narrative::insert_tables;
use crate::report::edition::notices::newest_notices;
use crate::report::listings::revisions::table as revised;
use crate::report::pages::blocks::{heading, paragraph};
use crate::report::pages::history::changes::changes;
use crate::report::pages::history::pair::Pair;
use crate::report::pages::history::results::results;
use crate::report::pages::revisions::changed_counts;
use crate::report::paging;
use crate::report::paging::{EDITIONS, pager};
use crate::report::paths;
use crate::report::paths::{HISTORY, INDEX, REVISIONS};
use crate::report::tables::table_called;
use crate::sheet::Sheet;
use crate::sheet::revised::kinds;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, NoticeKind, Page};
use crate::view::table::Table;
use crate::words::date;

/// The page, and those with earlier editions where there are many; none before the second edition.
pub fn history(sheets: &[Sheet]) -> Vec<Page> {
    if sheets.len() < 2 {
        return Vec::new();
    }
    let count = sheets.len();
    let positions: Vec<usize> = (0..count).collect();
    let newest_first: Vec<&[usize]> = positions.chunks(EDITIONS).rev().collect();
    let path = |block: &&[usize]| paging::history(block[0], count);
    let paths: Vec<String> = newest_first.iter().map(path).collect();
    let page = |(at, block): (usize, &&[usize])| {
        let steps = block.iter().rev().flat_map(|of| step(sheets, *of));
        Page {
            path: paths[at].clone(),
            pager: pager(&paths, at, &format!("{count}期")),
            ..page(sheets, steps.collect())
        }
    };
    newest_first.iter().enumerate().map(page).collect()
}

/// The page with these steps.
fn page(sheets: &[Sheet], steps: Vec<Block>) -> Page {
    let newest = &sheets[sheets.len() - 1];
    let records = if newest.sees(Level::Internal) {
        "，以及新计入、补报、更正的记录"
    } else {
        ""
    };
    let opening = paragraph(format!(
        "从最新一期往前，逐期列出与上一期相比的变化：主要结果、目标和节点、亮灯、名次{records}。各期的数都按该期的报送截止日计算。",
    ));
    let mut notices = newest_notices(newest);
    notices.retain(|notice| notice.kind != NoticeKind::Newest);
    let last = date::period(&newest.figures.period);
    Page {
        path: HISTORY.to_owned(),
        root: String::new(),
        title: "各期变化".to_owned(),
        subtitle: format!("共{}期，最新一期：{last}", sheets.len()),
        crumbs: vec![Link::new(&newest.book().card.record.name, INDEX)],
        notices,
        blocks: [opening].into_iter().chain(steps).collect(),
        ..Page::default()
    }
}

/// An edition beside the one before it in its series.
fn step(sheets: &[Sheet], at: usize) -> Vec<Block> {
    let sheet = &sheets[at];
    let period = &sheet.figures.period;
    let mut earlier = sheets[..at].iter().rev();
    let before = earlier.find(|other| other.figures.period.same_series(period));
    let title = heading(1, paths::period_anchor(period), date::period(period));
    let mut blocks = vec![title, state(sheet)];
    match before {
        Some(before) => {
            let pair = Pair { before, after: sheet };
            blocks.extend(results(&pair).map(|table| Block::Table { table }));
            let rows = changes(&pair);
            blocks.extend((!rows.is_empty()).then_some(Block::Facts { rows }));
        }
        None => blocks.push(paragraph("本系列的第一期，没有上期可比。")),
    }
    let revised = revised(sheet.book(), period, sheet.is_demo);
    let tables = corrections(sheet).into_iter().chain(revised);
    blocks.extend(tables.map(|table| Block::Table { table }));
    blocks
}

/// Whether the edition was released and what was changed since, with links to both.
fn state(sheet: &Sheet) -> Block {
    let (book, period) = (sheet.book(), &sheet.figures.period);
    let edition =
        Link::new(format!("{}通报", date::period(period)), paths::edition(period));
    let mut inlines = vec![Inline::Link { link: edition }];
    let Some(release) = book.release(period) else {
        inlines
            .push(Inline::text(format!("　{}，数随数据更正而变", sheet.state().word())));
        return Block::Paragraph { inlines };
    };
    let kinds = kinds(book.disclosed(period));
    let revised = match changed_counts(book, period) {
        (0, 0) => "，以后没有改过".to_owned(),
        (figures, 0) => format!("，以后{kinds}{figures}个数"),
        (0, sentences) => format!("，以后{kinds}{sentences}处文字"),
        (figures, sentences) => {
            format!("，以后{kinds}{figures}个数、{sentences}处文字")
        }
    };
    let issued = date::day(release.record.issued);
    inlines.push(Inline::text(format!("　{issued}发布{revised}　")));
    inlines.push(Inline::Link { link: Link::new("发布、更正和修订", REVISIONS) });
    Block::Paragraph { inlines }
}

/// What came late and what was corrected, where the audience gets it.
fn corrections(sheet: &Sheet) -> Option<Table> {
    let period = &sheet.figures.period;
    match insert_tables(sheet, table_called("迟报和更正")?, None).pop()? {
        Block::Table { table } => Some(Table {
            id: format!("{}-{period}", table.id),
            title: format!("{}{}", date::period(period), table.title),
            ..table
        }),
        _ => None,
    }
}
