//! A document as the files that the templates read.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::render::fitting::columns::Room;
use crate::render::fitting::{TURNED, UPRIGHT};
use crate::render::pdf::PdfRenderer;
use crate::render::pdf::blocks::Blocks;
use crate::render::pdf::words::clean_drawing;
use crate::view::document::{Annex, Document, Form, PaperBlock};

/// Title of a document that has none: a PDF without one is not accessible.
const NAMELESS: &str = "通报";
const ROLES: [&str; 5] = ["body", "heading", "subheading", "table", "title"];
const COLORS: [&str; 2] = ["muted", "red"];

impl PdfRenderer {
    /// The files of a document: its data, its drawings, and what is attached to it.
    pub(super) fn files(
        &self,
        document: &Document,
        drawings: &BTreeMap<String, String>,
        figures: Option<&[u8]>,
    ) -> Vec<(String, Vec<u8>)> {
        let mut paths = BTreeMap::new();
        let attached =
            figures.map(|figures| ("figures.json".to_owned(), figures.to_vec()));
        let mut files: Vec<(String, Vec<u8>)> = attached.into_iter().collect();
        for (at, (id, source)) in drawings.iter().enumerate() {
            let path = format!("charts/{at}.svg");
            files.push((path.clone(), clean_drawing(source, &self.fonts).into_bytes()));
            paths.insert(id.as_str(), format!("/{path}"));
        }
        let widths = self.resources.widths();
        let blocks = Blocks { fonts: &self.fonts, widths, drawings: &paths };
        let mut data = self.data(document, &blocks);
        data["attached"] = Value::Bool(figures.is_some());
        files.push(("data.json".to_owned(), data.to_string().into_bytes()));
        files
    }

    fn data(&self, document: &Document, blocks: &Blocks) -> Value {
        let text = |text: &str| blocks.text(text);
        let least = Least::of(document.form);
        let annexes = document.annexes.iter();
        let annexes: Vec<Value> =
            annexes.map(|annex| data_of(annex, blocks, least.annex)).collect();
        let lines: Vec<String> = document.title.iter().map(|line| text(line)).collect();
        let mark = blocks.text_or(&document.mark, NAMELESS);
        let remarks: Vec<String> =
            document.remarks.iter().map(|remark| text(remark)).collect();
        let body = Room { width: UPRIGHT, least: least.body };
        json!({
            "fonts": self.families(), "colors": self.colors(),
            "form": document.form, "watermark": document.watermark, "status": text(&document.status),
            "mark": text(&document.mark), "number": text(&document.number),
            "title": lines, "heading": blocks.text_or(&document.heading, &mark),
            "author": text(&document.signature),
            "description": text(&format!("{} {}", document.mark, document.number)),
            "addressees": text(&document.addressees),
            "blocks": blocks.list(&document.blocks, 0, body), "annexes": annexes,
            "signature": text(&document.signature), "sealed": document.sealed,
            "date": text(&document.date), "signer": text(&document.signer),
            "remarks": remarks, "imprint": document.imprint.as_ref().map(|imprint| json!({
                "addressees": text(&imprint.addressees), "copies": text(&imprint.copies),
                "printer": text(&imprint.printer), "printed": text(&imprint.printed),
            })),
        })
    }

    /// The families of each role that are really there; all faces are the last resort.
    fn families(&self) -> Value {
        let there = |role: &str| {
            let mut families = self.theme.families(role);
            families.retain(|family| self.resources.has_family(family));
            json!(families)
        };
        Value::Object(
            ROLES.iter().map(|role| ((*role).to_owned(), there(role))).collect(),
        )
    }

    fn colors(&self) -> Value {
        let color = |name: &&str| ((*name).to_owned(), json!(self.theme.color(name)));
        Value::Object(COLORS.iter().map(color).collect::<Map<String, Value>>())
    }
}

/// The smallest types of tables, in points.
struct Least {
    body: f64,
    annex: f64,
}

impl Least {
    /// Nobody reads a document with a glass; a paper of data may be denser.
    fn of(form: Form) -> Least {
        match form {
            Form::Data => Least { body: 7.0, annex: 7.0 },
            _ => Least { body: 10.5, annex: 9.0 },
        }
    }
}

fn data_of(annex: &Annex, blocks: &Blocks, least: f64) -> Value {
    let turned = annex
        .blocks
        .iter()
        .any(|block| matches!(block, PaperBlock::Table { table, .. } if table.wide));
    let room = Room { width: if turned { TURNED } else { UPRIGHT }, least };
    let label = blocks.text(&annex.label);
    json!({
        "title": blocks.open(&blocks.text_or(&annex.title, &label)), "label": label, "turned": turned,
        "blocks": blocks.list(&annex.blocks, 1, room),
    })
}
