//! What follows an edition on its page: to whom it goes, and what the reader can open next.

use crate::report::edition::first_screen::file_link;
use crate::report::listings::links::{
    all_units_link, history_link, projects_link, promises_link, release_links,
};
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::page::Block;
use crate::view::site::FileLink;
use crate::words::date;

/// To whom the bulletin goes.
fn sent(sheet: &Sheet) -> Block {
    let (main, copies) = addressees(sheet);
    let copies = (!copies.is_empty()).then(|| format!("抄送：{copies}。"));
    let disclosed = disclosure(sheet).map(|option| format!("信息公开选项：{option}。"));
    let more = copies.into_iter().chain(disclosed).collect::<String>();
    let text = format!("主送：{main}。{more}");
    Block::Paragraph { inlines: vec![Inline::text(text)] }
}

/// 主送 and 抄送; an edition may have other addressees than its book.
pub(super) fn addressees(sheet: &Sheet) -> (String, String) {
    let book = &sheet.book().card.record;
    let card = sheet.edition.map(|edition| &edition.record.card);
    let main = card.and_then(|card| card.addressees.as_ref()).unwrap_or(&book.addressees);
    (main.clone(), book.copies.clone().unwrap_or_default())
}

/// 信息公开选项, where the edition gives one.
pub(super) fn disclosure(sheet: &Sheet) -> Option<&'static str> {
    Some(sheet.edition?.record.card.disclosure?.label())
}

/// What the reader can open next: the files of the edition, other pages, other editions.
pub(super) fn further_links(
    sheet: &Sheet,
    editions: &[Sheet],
    files: &[FileLink],
) -> Vec<Block> {
    let link = |text: &str, href: String| Link { text: text.to_owned(), href };
    let heading = |id: &str, text: &str| Block::Heading {
        level: 1,
        id: id.to_owned(),
        text: text.to_owned(),
    };
    let mut links: Vec<Link> = files.iter().map(|file| file_link(sheet, file)).collect();
    links.extend(all_units_link(sheet));
    links.extend(projects_link(sheet));
    links.extend(promises_link(sheet));
    links.push(link("口径说明", "definitions.html".to_owned()));
    links.extend((editions.len() > 1).then(|| history_link(sheet)));
    links.extend(release_links(sheet));
    let others = editions.iter().rev().map(|other| {
        let period = &other.figures.period;
        link(&date::period(period), format!("{period}/index.html"))
    });
    vec![
        heading("files", "本期文件"),
        sent(sheet),
        Block::Links { links },
        heading("editions", "各期通报"),
        Block::Links { links: others.collect() },
    ]
}
