//! A document as the files that the templates read.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::render::pdf::PdfRenderer;
use crate::render::pdf::blocks::{Blocks, TURNED, UPRIGHT};
use crate::render::pdf::words::clean_drawing;
use crate::view::document::{Annex, Document, PaperBlock};

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
        figures: &[u8],
    ) -> Vec<(String, Vec<u8>)> {
        let mut paths = BTreeMap::new();
        let mut files = vec![("figures.json".to_owned(), figures.to_vec())];
        for (at, (id, source)) in drawings.iter().enumerate() {
            let path = format!("charts/{at}.svg");
            files.push((path.clone(), clean_drawing(source, &self.fonts).into_bytes()));
            paths.insert(id.as_str(), format!("/{path}"));
        }
        let widths = self.resources.widths();
        let blocks = Blocks { fonts: &self.fonts, widths, drawings: &paths };
        let data = self.data(document, &blocks);
        files.push(("data.json".to_owned(), data.to_string().into_bytes()));
        files
    }

    fn data(&self, document: &Document, blocks: &Blocks) -> Value {
        let text = |text: &str| blocks.text(text);
        let annexes: Vec<Value> =
            document.annexes.iter().map(|annex| data_of(annex, blocks)).collect();
        let notices: Vec<Value> = document
            .notices
            .iter()
            .map(|notice| json!({"kind": notice.kind, "text": blocks.open(&notice.text)}))
            .collect();
        let lines: Vec<String> = document.title.iter().map(|line| text(line)).collect();
        let mark = blocks.text_or(&document.mark, NAMELESS);
        json!({
            "fonts": self.families(), "colors": self.colors(),
            "mark": text(&document.mark), "number": text(&document.number),
            "title": lines, "heading": blocks.text_or(&document.heading, &mark),
            "running": text(&document.running), "author": text(&document.signature),
            "description": text(&format!("{} {}", document.mark, document.number)),
            "addressees": text(&document.addressees), "notices": notices,
            "blocks": blocks.list(&document.blocks, 0, UPRIGHT), "annexes": annexes,
            "signature": text(&document.signature), "date": text(&document.date),
            "signer": text(&document.signer), "disclosure": text(&document.disclosure),
            "copies": text(&document.copies), "printer": text(&document.printer),
            "printed": text(&document.printed),
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

fn data_of(annex: &Annex, blocks: &Blocks) -> Value {
    let turned = annex
        .blocks
        .iter()
        .any(|block| matches!(block, PaperBlock::Table { table, .. } if table.wide));
    let width = if turned { TURNED } else { UPRIGHT };
    let label = blocks.text(&annex.label);
    json!({
        "title": blocks.open(&blocks.text_or(&annex.title, &label)), "label": label, "turned": turned,
        "blocks": blocks.list(&annex.blocks, 1, width),
    })
}
