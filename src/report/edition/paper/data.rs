//! 数据资料: every table and chart of an edition, which go with no document.

use crate::model::edition::Passage;
use crate::report::edition::annexes::annexes;
use crate::report::edition::front_matter::{narrative, title};
use crate::report::edition::notices::watermark;
use crate::report::edition::paper::head::{Head, stamp};
use crate::report::edition::paper::numbering::Numbering;
use crate::report::edition::paper::sections::printed;
use crate::report::edition::{body, label};
use crate::sheet::Sheet;
use crate::view::document::{Annex, Document, Form};
use crate::view::page::Block;

/// The tables and charts of an edition as a paper of their own.
pub(crate) fn data(sheet: &Sheet) -> Document {
    let head = Head::of(sheet, sheet.state());
    let title = title(sheet);
    let mut numbering = Numbering::of_data();
    let blocks = match narrative(sheet) {
        [] => body(sheet),
        narrative => printed(sheet, narrative, |passage| {
            matches!(passage, Passage::Table(_) | Passage::Chart(_))
        }),
    };
    let blocks = numbering.blocks(blocks);
    let further = annexes(sheet).into_iter().enumerate().map(|(at, annex)| Annex {
        label: label(at, &annex),
        title: annex.table.title.clone(),
        blocks: numbering.blocks(vec![Block::Table { table: annex.table }]),
    });
    Document {
        form: Form::Data,
        status: head.status(),
        mark: "数据资料（不随文印发）".to_owned(),
        number: String::new(),
        signer: String::new(),
        watermark: watermark(sheet.book()),
        heading: head.heading(&format!("{title}：数据资料")),
        title: vec![title],
        addressees: String::new(),
        annexes: further.collect(),
        blocks,
        signature: sheet.book().card.record.issuer.clone(),
        sealed: false,
        date: String::new(),
        remarks: Vec::new(),
        imprint: None,
        stamp: stamp(sheet.last_day()),
        identity: format!("{}/{}/data", sheet.book().id, sheet.figures.period),
    }
}
