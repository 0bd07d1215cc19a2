//! The bytes of a workbook, whoever made it → grids of cells, or a sentence why not.
//!
//! Nothing in a workbook is worked out or followed: formulas give what they gave when the file was
//! saved, macros and links to elsewhere are left alone. What a file may hold is bounded before a
//! library reads it.

mod bounds;
mod cell;
mod data;
mod lines;
mod old;
mod open_document;
mod sheets;
mod tags;

use crate::load::archive;
use crate::load::source::files::LARGEST;
use crate::load::workbook::bounds::MOST_SHEETS;

pub use crate::load::workbook::bounds::Refusal;
pub use crate::load::workbook::cell::{Cell, Grid, Value, place};

/// What files of some kinds begin with.
const ZIP: &[u8] = b"PK\x03\x04";
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0";
/// Bytes that all parts of a workbook may have together.
const LARGEST_WHOLE: u64 = 8 * LARGEST;
/// What was read of a workbook.
#[derive(Debug, Default)]
pub struct Grids {
    /// The sheets, in their order.
    pub sheets: Vec<Grid>,
    /// What was passed over, in sentences.
    pub passed_over: Vec<&'static str>,
}

/// Reads a workbook; what it is is told by its content.
pub fn read(bytes: &[u8]) -> Result<Grids, Refusal> {
    if bytes.len() as u64 > LARGEST {
        return Err(Refusal::new("文件超过 16 MB", "只留要报的表，另存一份再试"));
    }
    let mut grids = if bytes.starts_with(ZIP) {
        packed(bytes)?
    } else if bytes.starts_with(OLD_OFFICE) {
        let passed_over = vec!["旧格式的文件看不出哪些行、列是隐藏的，没有找"];
        Grids { sheets: old::read(bytes)?, passed_over }
    } else {
        Grids { sheets: vec![lines::read(bytes)?], ..Grids::default() }
    };
    if grids.sheets.len() > MOST_SHEETS {
        return Err(Refusal::new(
            format!("有{}个工作表，最多{MOST_SHEETS}个", grids.sheets.len()),
            "只留要报的表，另存一份再试",
        ));
    }
    grids.sheets.retain(|sheet| !sheet.cells.is_empty());
    Ok(grids)
}

/// Reads a workbook that is an archive.
fn packed(bytes: &[u8]) -> Result<Grids, Refusal> {
    let parts = archive::files(bytes, LARGEST_WHOLE).ok_or_else(|| {
        Refusal::new(
            "压缩的内容坏了，或者展开来太大",
            "在 Excel 或 WPS 里打开，另存为 .xlsx 再试",
        )
    })?;
    let part = |name: &str| parts.iter().find(|(own, _)| own == name);
    let has = |start: &str| parts.iter().any(|(own, _)| own.starts_with(start));
    if part("xl/workbook.xml").is_some() {
        let mut passed_over = Vec::new();
        if has("xl/vbaProject") {
            passed_over.push("文件带有宏；宏没有读，也没有运行");
        }
        if has("xl/externalLinks/") {
            passed_over.push("文件引用了别的工作簿；没有去读，用的是保存时的值");
        }
        return Ok(Grids { sheets: sheets::read(bytes, &parts)?, passed_over });
    }
    match part("content.xml") {
        Some((_, content)) => {
            let sheets = open_document::read(bytes, content)?;
            Ok(Grids { sheets, passed_over: Vec::new() })
        }
        None => Err(Refusal::new(
            "这不是工作簿",
            "要 .xlsx、.xls、.ods 或 .csv；WPS 的文件在 WPS 里另存为 .xlsx",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_workbook_is_a_sentence() {
        for bytes in [
            &b"PK\x03\x04broken"[..],
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"<html><table><tr><td>1</td></tr></table>",
            b"%PDF-1.7",
            b"\x00\x01\x02",
            b"",
        ] {
            let refusal = read(bytes).err();
            let sentence = refusal.map(|refusal| refusal.problem + &refusal.help);
            let sentence = sentence.unwrap_or_else(|| panic!("{bytes:?} is read"));
            let is_foreign =
                |word: &str| word.bytes().filter(u8::is_ascii_alphabetic).count() > 8;
            assert!(!sentence.split(['，', '、', ' ']).any(is_foreign), "{sentence}");
        }
    }
}
