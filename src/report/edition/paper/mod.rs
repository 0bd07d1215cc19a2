//! An edition on paper: the official document, and the tables and charts that go with none.

mod annexed;
mod body;
mod brief;
mod data;
mod head;
mod numbering;
mod sections;

pub(crate) use crate::report::edition::paper::brief::{brief, message};
pub(crate) use crate::report::edition::paper::data::data;

use std::sync::Arc;

use crate::model::dictionary::Level;
use crate::model::edition::paper::PaperForm;
use crate::model::edition::{Disclosure, Genre};
use crate::report::edition::front_matter::card;
use crate::report::edition::links::addressees;
use crate::report::edition::notices::watermark;
use crate::report::edition::paper::head::{Head, issued, lines, number, signer, stamp};
use crate::report::edition::paper::numbering::Numbering;
use crate::sheet::Sheet;
use crate::sheet::key_points::leading;
use crate::sheet::revised::{MARK, kinds};
use crate::view::document::{Document, Form, Imprint};
use crate::view::site::Part;
use crate::words::date;

/// Characters of 主送 beyond which it would leave no room for the body on the first page.
const LONG: usize = 84;

/// Whether there is a paper of a kind for an edition.
pub(crate) fn has(sheet: &Sheet, part: Part) -> bool {
    let paper = sheet.book().paper(&sheet.figures.period);
    let level = sheet.basis.audience.level;
    let is_about_figures = || leading(sheet).is_some();
    match part {
        Part::Document => true,
        // Programs that read them know of no suppositions.
        Part::Figures => !sheet.book().is_supposed,
        Part::Data => paper.has_data(),
        Part::Tables => paper.has_tables(),
        Part::Issued => issued_document(sheet).is_some(),
        Part::Word => paper.has_word(),
        Part::Brief => paper.has_brief_for(level) && is_about_figures(),
        // Only what everybody gets may go anywhere.
        Part::Message => {
            paper.has_message() && level == Level::Public && is_about_figures()
        }
    }
}

/// The document as it was issued, where it is kept for the audience.
pub(crate) fn issued_document(sheet: &Sheet) -> Option<Arc<[u8]>> {
    let document = sheet.book().issued_document(&sheet.figures.period)?;
    Some(Arc::clone(&document.bytes))
}

/// The edition as an official document, as far as it is.
pub(crate) fn document(sheet: &Sheet) -> Document {
    let state = sheet.state();
    let book = &sheet.book().card.record;
    let paper = sheet.book().paper(&sheet.figures.period);
    let genre = card(sheet).and_then(|card| card.genre).unwrap_or(Genre::Bulletin);
    let form = form(genre, paper.form);
    let issued = issued(sheet, state);
    let head = Head::of(sheet, state);
    let title = lines(sheet, form);
    let mut numbering = Numbering::of_document();
    let (to, copies) = addressees(sheet);
    let in_head = form != Form::Newsletter && to.chars().count() <= LONG;
    let (above, below) = if in_head { (to, String::new()) } else { (String::new(), to) };
    let signature = if form == Form::Newsletter { &book.compiler } else { &None };
    Document {
        form,
        status: head.status(),
        mark: book.mark.clone(),
        number: number(sheet, form, issued).unwrap_or_default(),
        signer: signer(sheet).unwrap_or_default(),
        watermark: watermark(sheet.book()),
        heading: head.heading(&title.concat()),
        title,
        addressees: above,
        blocks: numbering.blocks(body::body(sheet, &paper)),
        annexes: annexed::annexes(sheet, &paper, &mut numbering),
        signature: signature.as_ref().unwrap_or(&book.issuer).clone(),
        sealed: paper.is_sealed(),
        date: issued.map(date::day).unwrap_or_default(),
        remarks: remarks(sheet),
        imprint: issued.map(|day| Imprint {
            addressees: below,
            copies,
            printer: book.issuer.clone(),
            printed: date::day(day),
        }),
        stamp: stamp(issued.unwrap_or(sheet.last_day())),
        identity: format!("{}/{}", sheet.book().id, sheet.figures.period),
    }
}

/// A letter and a newsletter are what they are, whatever the book declares.
fn form(genre: Genre, declared: Option<PaperForm>) -> Form {
    match (genre, declared.unwrap_or(PaperForm::Document)) {
        (Genre::Letter, _) | (_, PaperForm::Letter) => Form::Letter,
        (Genre::Brief, _) | (_, PaperForm::Newsletter) => Form::Newsletter,
        (_, PaperForm::Document) => Form::Official,
    }
}

/// 附注: whether it is given to the public, and what the marks behind changed numbers mean.
fn remarks(sheet: &Sheet) -> Vec<String> {
    let option = card(sheet).and_then(|card| card.disclosure);
    let disclosed = option.map(|option| match option {
        Disclosure::Active => "此件公开发布".to_owned(),
        Disclosure::OnRequest => "此件依申请公开".to_owned(),
        Disclosure::None => "此件不予公开".to_owned(),
    });
    let changes = sheet.book().disclosed(&sheet.figures.period);
    let revised = (!changes.is_empty()).then(|| {
        let kinds = kinds(changes);
        format!(
            "本件印发后有{kinds}，带“{MARK}”的数是改后的，原来的数、原因和日期见数据资料"
        )
    });
    disclosed.into_iter().chain(revised).collect()
}
