//! How long lists are cut and continued on further pages, so that no page grows without end.

use crate::report::paths;
use crate::report::paths::HISTORY;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Page, Pager};
use crate::view::table::{Excerpt, Row, Table};

/// Most records that a table of a document lists.
pub(crate) const ON_PAPER: usize = 60;

/// Most records that a table lists on a page that shows other things too.
pub(crate) const BESIDE: usize = 100;

/// Most records that a table lists on a page of its own.
pub(crate) const ALONE: usize = 300;

/// Most records of traces on a page; they take less room than rows.
pub(crate) const TRACED: usize = 1000;

/// Most editions whose changes stand on a page.
pub(crate) const EDITIONS: usize = 24;

/// The page that tells what changed with an edition, by its position among so many: the newest
/// stand on the first page, those before them on pages that keep their names.
pub(crate) fn history(at: usize, count: usize) -> String {
    let (block, newest) = (at / EDITIONS, count.saturating_sub(1) / EDITIONS);
    if block == newest { HISTORY.to_owned() } else { paths::part(HISTORY, &(block + 1)) }
}

/// A page with its long tables cut, and after it the pages that list them whole; `home` leads to
/// the page, or to that of which it is a copy.
pub(crate) fn with_whole_tables(mut page: Page, home: &Link) -> Vec<Page> {
    let blocks = std::mem::take(&mut page.blocks);
    let (mut shown, mut whole) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Table { table }
                if table.excerpt.is_some() || table.lists_more_than(BESIDE) =>
            {
                let long = LongTable::new(table, home);
                shown.extend(long.beginning());
                whole.extend(long.pages(&page, home));
            }
            other => shown.push(other),
        }
    }
    let page = Page { blocks: shown, ..page };
    [page].into_iter().chain(whole).collect()
}

/// A page that is no copy, with its long tables cut; it is the one with the whole of any excerpt.
pub(crate) fn with_own_tables(mut page: Page) -> Vec<Page> {
    for block in &mut page.blocks {
        if let Block::Table { table } = block {
            table.excerpt = None;
        }
    }
    let home = Link::new(&page.title, &page.path);
    with_whole_tables(page, &home)
}

/// A table that has pages of its own.
struct LongTable {
    /// Path of the first of them.
    path: String,
    rows: Vec<Row>,
    /// The table without its rows.
    frame: Table,
}

impl LongTable {
    fn new(mut table: Table, home: &Link) -> LongTable {
        let rows = std::mem::take(&mut table.rows);
        LongTable { path: paths::part(&home.href, &table.id), rows, frame: table }
    }

    /// Its excerpt or its beginning, with the count and the way to the whole.
    fn beginning(&self) -> Vec<Block> {
        let all = self.rows.len();
        let (rows, said) = match &self.frame.excerpt {
            None => (self.rows[..BESIDE].to_vec(), format!("以上是前{BESIDE}条")),
            Some(Excerpt { rows, what }) => {
                let rows: Vec<Row> =
                    rows.iter().map(|at| self.rows[*at].clone()).collect();
                let said = match (rows.len(), *what) {
                    (_, "") => "列在单独的一页".to_owned(),
                    (0, what) => format!("没有{what}"),
                    (count, what) => format!("以上是{what}{count}条"),
                };
                (rows, said)
            }
        };
        let title =
            if self.frame.headed { String::new() } else { self.frame.title.clone() };
        let stands = !rows.is_empty();
        let before = if stands || title.is_empty() {
            String::new()
        } else {
            format!("{title}：")
        };
        let inlines = vec![
            Inline::text(format!("{before}共{all}条，{said}；")),
            Inline::Link { link: Link::new(format!("列出全部{all}条"), &self.path) },
        ];
        let table = Table { rows, excerpt: None, ..self.frame.clone() };
        let table = stands.then(|| Block::Table { table: table.without_blank_columns() });
        table.into_iter().chain([Block::Paragraph { inlines }]).collect()
    }

    /// The pages that list it whole, below the page that cuts it.
    fn pages(self, page: &Page, home: &Link) -> Vec<Page> {
        let all = format!("{}条", self.rows.len());
        let parts: Vec<&[Row]> = self.rows.chunks(ALONE).collect();
        let paths: Vec<String> =
            (0..parts.len()).map(|at| paths::nth(&self.path, at)).collect();
        let title = title(&self.frame, home);
        let frame = Table { headed: true, excerpt: None, ..self.frame };
        let part = |(at, rows): (usize, &&[Row])| Page {
            path: paths[at].clone(),
            title: title.clone(),
            crumbs: page.crumbs.iter().chain([home]).cloned().collect(),
            blocks: vec![Block::Table {
                table: Table { rows: rows.to_vec(), ..frame.clone() },
            }],
            pager: pager(&paths, at, &all),
            traces: Vec::new(),
            ..page.clone()
        };
        parts.iter().enumerate().map(part).collect()
    }
}

/// What a page with a whole table is called: the table's title, after what it is about.
fn title(table: &Table, home: &Link) -> String {
    if table.title.starts_with(&home.text) {
        table.title.clone()
    } else {
        format!("{}：{}", home.text, table.title)
    }
}

/// The place of a page among those with these paths, which hold so much in all; `None` for one
/// on its own.
pub(crate) fn pager(paths: &[String], at: usize, all: &str) -> Option<Pager> {
    let last = paths.len().checked_sub(1).filter(|last| *last > 0)?;
    let ways = [
        ("第一页", (at > 1).then_some(0)),
        ("上一页", at.checked_sub(1)),
        ("下一页", (at < last).then_some(at + 1)),
        ("最后一页", (at + 1 < last).then_some(last)),
    ];
    let links =
        ways.into_iter().filter_map(|(text, to)| Some(Link::new(text, &paths[to?])));
    Some(Pager {
        place: format!("第{}页，共{}页，全部{all}", at + 1, paths.len()),
        links: links.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::table::Cell;

    fn page(rows: usize, records: bool) -> Page {
        let row = |at: usize| Row::body(vec![Cell::text(at.to_string())]);
        let table = Table {
            id: "left-out".into(),
            title: "未计入情况".into(),
            records,
            rows: (0..rows).map(row).collect(),
            ..Table::default()
        };
        Page {
            path: "index.html".into(),
            root: String::new(),
            title: "通报".into(),
            subtitle: String::new(),
            crumbs: vec![Link::new("某县", "index.html")],
            notices: Vec::new(),
            blocks: vec![Block::Table { table }],
            ..Page::default()
        }
    }

    fn pages(rows: usize, records: bool) -> Vec<Page> {
        let home = Link::new("2023年6月", "2023-06/index.html");
        with_whole_tables(page(rows, records), &home)
    }

    /// The numbers in the rows of a page.
    fn listed(page: &Page) -> Vec<String> {
        let tables = page.blocks.iter().filter_map(|block| match block {
            Block::Table { table } => Some(table),
            _ => None,
        });
        let cells = tables.flat_map(|table| &table.rows).map(|row| &row.cells[0].inlines);
        cells.map(|inlines| Inline::words(inlines)).collect()
    }

    #[test]
    fn a_long_table_is_cut_with_its_count_and_listed_whole_on_its_own_pages() {
        let pages = pages(2 * ALONE + 1, true);
        let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        let whole = ["2023-06/index.left-out.html", "2023-06/index.left-out.2.html"];
        assert_eq!(paths[..3], ["index.html", whole[0], whole[1]]);
        assert_eq!(listed(&pages[0]).len(), BESIDE);
        let Block::Paragraph { inlines } = &pages[0].blocks[1] else {
            panic!("no count")
        };
        assert_eq!(Inline::words(inlines), "共601条，以上是前100条；列出全部601条");
        assert!(matches!(&inlines[1], Inline::Link { link } if link.href == whole[0]));
        let all: Vec<String> = pages[1..].iter().flat_map(listed).collect();
        assert_eq!(all, (0..601).map(|at| at.to_string()).collect::<Vec<_>>());
        assert_eq!(pages[1].title, "2023年6月：未计入情况");
    }

    #[test]
    fn what_is_short_or_lists_no_records_stays_as_it_is() {
        for (rows, records) in [(BESIDE, true), (2 * ALONE, false)] {
            let pages = pages(rows, records);
            assert_eq!(pages.len(), 1);
            assert_eq!((pages[0].blocks.len(), listed(&pages[0]).len()), (1, rows));
        }
    }

    #[test]
    fn old_editions_stay_on_the_page_where_they_once_stood() {
        assert_eq!(history(0, EDITIONS), "history.html");
        assert_eq!(history(0, EDITIONS + 1), "history.1.html");
        assert_eq!(history(EDITIONS, EDITIONS + 1), "history.html");
        assert_eq!(history(EDITIONS, 3 * EDITIONS), "history.2.html");
    }

    #[test]
    fn a_pager_says_where_the_page_stands_and_leads_to_its_neighbours_and_the_ends() {
        let paths: Vec<String> = (0..4).map(|at| paths::nth("x.html", at)).collect();
        let words = |at| {
            let pager = pager(&paths, at, "5条").unwrap();
            let links =
                pager.links.iter().map(|link| format!("{} {}", link.text, link.href));
            [pager.place.clone()].into_iter().chain(links).collect::<Vec<_>>().join("｜")
        };
        assert_eq!(words(0), "第1页，共4页，全部5条｜下一页 x.2.html｜最后一页 x.4.html");
        assert_eq!(
            words(2),
            "第3页，共4页，全部5条｜第一页 x.html｜上一页 x.2.html｜下一页 x.4.html"
        );
        assert!(pager(&paths[..1], 0, "5条").is_none());
    }
}
