//! An edition as an official document, from the same blocks as its page.

use chrono::{Datelike, NaiveDate};

use crate::model::edition::{EditionCard, Genre};
use crate::report::edition::annexes::annexes;
use crate::report::edition::body;
use crate::report::edition::cards::{cards, point};
use crate::report::edition::front_matter::{card, title};
use crate::report::edition::key_points::key_points;
use crate::report::edition::links::{addressees, disclosure};
use crate::report::edition::notices::{audience_mark, notices};
use crate::report::edition::numbering::Numbering;
use crate::sheet::Sheet;
use crate::view::document::{Annex, Document};
use crate::view::page::{Block, Notice, NoticeKind, Term};
use crate::words::date;

/// The edition as an official document.
pub(crate) fn document(sheet: &Sheet) -> Document {
    let card = card(sheet);
    let book = &sheet.book().card.record;
    let issued = card.and_then(|card| card.issued);
    let day = issued.map(date::day).unwrap_or_default();
    let (addressees, copies) = addressees(sheet);
    let notices = notices(sheet);
    let title = lines(sheet, card);
    let mut numbering = Numbering::default();
    let blocks = head(sheet).into_iter().chain(body(sheet)).collect();
    Document {
        mark: book.mark.clone(),
        running: running(sheet, &notices),
        number: number(sheet, card).unwrap_or_default(),
        signer: signer(sheet, card).unwrap_or_default(),
        disclosure: disclosure(sheet).unwrap_or_default().to_owned(),
        heading: heading(&title.concat(), &notices),
        title,
        addressees,
        notices,
        blocks: numbering.blocks(blocks),
        annexes: numbered(sheet, &mut numbering),
        signature: book.issuer.clone(),
        date: day.clone(),
        copies,
        printer: book.issuer.clone(),
        printed: day,
        stamp: parts(issued.unwrap_or(sheet.last_day())),
        identity: format!("{}/{}", sheet.book().id, sheet.figures.period),
    }
}

/// The title in the lines of the front matter, else in one.
fn lines(sheet: &Sheet, card: Option<&EditionCard>) -> Vec<String> {
    let lines = card.map(|card| card.title_lines.clone()).unwrap_or_default();
    if lines.is_empty() { vec![title(sheet)] } else { lines }
}

fn parts(day: NaiveDate) -> [u16; 3] {
    let small = |number: u32| u16::try_from(number).unwrap_or_default();
    [u16::try_from(day.year()).unwrap_or_default(), small(day.month()), small(day.day())]
}

/// What each page says at its head: for whom it is, and what must not be missed.
fn running(sheet: &Sheet, notices: &[Notice]) -> String {
    let audience = audience_mark(sheet.basis.audience.level).to_owned();
    let mut words = vec![audience, warnings(notices, "")];
    words.retain(|words| !words.is_empty());
    words.join("　")
}

/// A title with what must not be missed and it does not say.
fn heading(title: &str, notices: &[Notice]) -> String {
    match warnings(notices, title).as_str() {
        "" => title.to_owned(),
        warnings => format!("{title}（{warnings}）"),
    }
}

/// Demo data and drafts, unless a title says them.
fn warnings(notices: &[Notice], title: &str) -> String {
    let kinds =
        [(NoticeKind::Draft, "草稿", "草稿"), (NoticeKind::Demo, "演示", "含演示数据")];
    let warnings = kinds.into_iter().filter(|(kind, sign, _)| {
        notices.iter().any(|notice| notice.kind == *kind) && !title.contains(sign)
    });
    warnings.map(|(.., words)| words).collect::<Vec<&str>>().join("、")
}

/// What the page shows at its head: the figures and what a leader asks first.
fn head(sheet: &Sheet) -> Option<Block> {
    let mut rows: Vec<Term> = cards(sheet).into_iter().map(point).collect();
    if let Some(Block::Facts { rows: asked }) = key_points(sheet) {
        rows.extend(asked);
    }
    (!rows.is_empty()).then_some(Block::Facts { rows })
}

/// The annexes, each under its label.
fn numbered(sheet: &Sheet, numbering: &mut Numbering) -> Vec<Annex> {
    let annexes = annexes(sheet);
    let count = annexes.len();
    let numbered = annexes.into_iter().enumerate().map(|(at, annex)| {
        let title = annex.table.title.clone();
        let blocks = vec![Block::Table { table: annex.table }];
        Annex {
            label: if count == 1 {
                "附件".to_owned()
            } else {
                format!("附件{}", at + 1)
            },
            blocks: numbering.blocks(blocks),
            title,
        }
    });
    numbered.collect()
}

/// 发文字号: 巫招办〔2023〕6号.
fn number(sheet: &Sheet, card: Option<&EditionCard>) -> Option<String> {
    let prefix = sheet.book().card.record.number_prefix.as_ref()?;
    let (number, issued) = (card?.number?, card?.issued?);
    Some(format!("{prefix}〔{}〕{}号", issued.year(), number.0))
}

/// 签发人, which only a document to a superior organ names.
fn signer(sheet: &Sheet, card: Option<&EditionCard>) -> Option<String> {
    let card = card?;
    let is_upward = card.genre.is_some_and(Genre::is_upward);
    let signer = card.signer.as_ref().filter(|_| is_upward)?;
    let leader = sheet.book().leader_called(signer.as_str());
    Some(leader.map_or(signer.as_str(), |leader| &leader.name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_demo_and_draft_unless_it_does_so_already() {
        let notice = |kind| Notice { kind, text: String::new() };
        let notices = [
            notice(NoticeKind::Demo),
            notice(NoticeKind::Draft),
            notice(NoticeKind::Revised),
        ];
        assert_eq!(heading("通报", &notices), "通报（草稿、含演示数据）");
        assert_eq!(heading("通报（草稿）", &notices), "通报（草稿）（含演示数据）");
        assert_eq!(heading("通报", &notices[2..]), "通报");
        assert_eq!(warnings(&notices, ""), "草稿、含演示数据");
    }
}
