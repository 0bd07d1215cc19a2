//! A document as the files that the templates read.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::render::pdf::PdfRenderer;
use crate::render::pdf::blocks::{Blocks, TURNED, UPRIGHT};
use crate::render::pdf::words::{clean, clean_drawing};
use crate::view::document::{Annex, Document};
use crate::view::page::{Block, Notice};

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
        let data = self.data(document, Blocks::new(&self.fonts, &paths));
        files.push(("data.json".to_owned(), data.to_string().into_bytes()));
        files
    }

    fn data(&self, document: &Document, mut blocks: Blocks) -> Value {
        let text = |text: &str| clean(text, &self.fonts);
        let body = blocks.list(&document.blocks, 0, UPRIGHT, "");
        let annexes: Vec<Value> = document
            .annexes
            .iter()
            .enumerate()
            .map(|(at, annex)| self.annex(annex, at, document.annexes.len(), &mut blocks))
            .collect();
        let head = [text(&document.audience), running(&document.notices, "")];
        let head: Vec<String> = head.into_iter().filter(|one| !one.is_empty()).collect();
        let mark = self.said(&document.mark, NAMELESS);
        let title = self.said(&document.title.concat(), &mark);
        let unsaid = running(&document.notices, &title);
        let heading =
            if unsaid.is_empty() { title } else { format!("{title}（{unsaid}）") };
        let notices: Vec<Value> = document
            .notices
            .iter()
            .map(|notice| json!({"kind": notice.kind, "text": text(&notice.text)}))
            .collect();
        let lines: Vec<String> = document.title.iter().map(|line| text(line)).collect();
        json!({
            "fonts": self.families(), "colors": self.colors(),
            "mark": text(&document.mark), "number": text(&document.number),
            "title": lines, "heading": heading, "running": head.join("　"),
            "author": text(&document.signature),
            "description": text(&format!("{} {}", document.mark, document.number)),
            "attachment": "本期全部数字，可由程序读取",
            "addressees": text(&document.addressees), "notices": notices,
            "blocks": body, "annexes": annexes,
            "signature": text(&document.signature), "date": text(&document.date),
            "copies": text(&document.copies), "printer": text(&document.printer),
            "printed": text(&document.printed),
        })
    }

    fn annex(
        &self,
        annex: &Annex,
        at: usize,
        count: usize,
        blocks: &mut Blocks,
    ) -> Value {
        let turned = annex
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Table { table } if table.wide));
        let width = if turned { TURNED } else { UPRIGHT };
        let label =
            if count == 1 { "附件".to_owned() } else { format!("附件{}", at + 1) };
        json!({
            "label": label, "title": self.said(&annex.title, &label), "turned": turned,
            "blocks": blocks.list(&annex.blocks, 1, width, &annex.title),
        })
    }

    /// A cleaned text, or other words where nothing of it can be seen.
    fn said(&self, text: &str, otherwise: &str) -> String {
        let text = clean(text, &self.fonts);
        if text.trim().is_empty() { otherwise.to_owned() } else { text }
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

/// Demo data and drafts must be known on every page and from the title, where it does not say so.
fn running(notices: &[Notice], title: &str) -> String {
    let words: Vec<&str> = [("draft", "草稿", "草稿"), ("demo", "演示", "含演示数据")]
        .into_iter()
        .filter(|(kind, ..)| notices.iter().any(|notice| notice.kind == *kind))
        .filter(|(_, said, _)| !title.contains(said))
        .map(|(.., word)| word)
        .collect();
    words.join("、")
}
