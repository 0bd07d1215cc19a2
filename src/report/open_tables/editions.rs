//! `editions`: every edition, with how far it has come.

use crate::report::edition::title;
use crate::report::open_tables::columns::{At, Columns, maybe};
use crate::sheet::Sheet;
use crate::view::open_table::OpenTable;

pub(super) fn editions<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<()>>::of_editions("editions", "各期通报")
        .key(&["book", "period"])
        .text("title", "标题", |at| title(at.sheet))
        .text("place", "地方", |at| at.sheet.book().card.record.name.clone())
        .text("issuer", "发文机关", |at| at.sheet.book().card.record.issuer.clone())
        .day("until", "数到哪一天", |at| at.sheet.figures.period.end().to_string())
        .day("cutoff", "最后一个截止日", |at| maybe(&at.sheet.last_cutoff))
        .day("issued", "印发日期", |at| {
            let edition = at.sheet.edition.map(|edition| &edition.record.card);
            maybe(&edition.and_then(|card| card.issued))
        })
        .flag("released", "是否已发布", |at| {
            at.sheet.book().release(&at.sheet.figures.period).is_some().to_string()
        })
        .flag("draft", "是否草稿，没有通报文件", |at| {
            at.sheet.edition.is_none().to_string()
        })
        .flag("demo", "是否含演示数据", |at| at.sheet.is_demo.to_string())
        .of_sheets(sheets, |_| [()])
}
