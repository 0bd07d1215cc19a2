//! A bulletin's file → its sentences and tables.

mod document;
pub(super) mod encoding;
mod language;
mod markdown;
mod markup;
mod paragraph;
mod spaced;
mod spans;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::load::archive;
use crate::load::printed_text::document::printed;
use crate::load::printed_text::encoding::decoded;
use crate::load::printed_text::language::{HTML, WORD};
pub use crate::load::printed_text::markdown::printed_text;
use crate::load::source::files::LARGEST;
use crate::model::printed::text::PrintedText;

/// What files of some kinds begin with.
const PDF: &[u8] = b"%PDF";
const ZIP: &[u8] = b"PK\x03\x04";
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0";
/// The main part of a Word document.
const MAIN: &str = "word/document.xml";

/// Reads a file of plain text or Markdown, a page, or a Word document.
pub fn read_printed_text(path: &Path) -> Result<PrintedText> {
    let bytes =
        std::fs::read(path).with_context(|| format!("读不出“{}”", path.display()))?;
    printed_text_of(path, bytes)
}

/// Reads the content of a file; what it holds is told by how it begins, or by its name.
pub fn printed_text_of(path: &Path, bytes: Vec<u8>) -> Result<PrintedText> {
    let name = path.display();
    if bytes.len() as u64 > LARGEST {
        bail!("“{name}”超过 16 MB");
    }
    if bytes.starts_with(PDF) {
        bail!(
            "“{name}”是 PDF，要先取出文字：在阅读器里另存为文本，或运行 pdftotext -layout 原文.pdf 原文.txt，再核对得到的文本文件"
        );
    }
    if bytes.starts_with(OLD_OFFICE) {
        bail!("“{name}”是旧格式的 Word 或 WPS 文件；另存为 .docx 再试");
    }
    if bytes.starts_with(ZIP) {
        let main =
            archive::file(&bytes, MAIN).and_then(|main| String::from_utf8(main).ok());
        let main = main.with_context(|| {
            format!("“{name}”是压缩文件，里面没有 Word 正文；写一个 .docx、.html、.txt 或 .md 文件")
        })?;
        return Ok(printed(&main, &WORD));
    }
    let text = decoded(&bytes).with_context(|| {
        format!("“{name}”里的文字读不出：不是 UTF-8、UTF-16（带标记）或 GB18030；另存为 UTF-8 再试")
    })?;
    Ok(if is_page(path, &text) { printed(&text, &HTML) } else { printed_text(&text) })
}

/// Returns whether a file is a page, by its name or by how it begins.
fn is_page(path: &Path, text: &str) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let begins = |start: &str| {
        let head = text.trim_start().as_bytes().get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
    };
    extension
        .is_some_and(|name| matches!(name.to_ascii_lowercase().as_str(), "html" | "htm"))
        || begins("<!doctype html")
        || begins("<html")
}
