//! What makes an edition an official document: head, addressees, annexes, imprint.

use serde::Serialize;

use crate::view::page::{Block, Notice};

/// An edition as the official document that the PDF prints.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// 发文机关标志, the red head, such as 巫山县招商引资工作通报.
    pub mark: String,
    /// For whom it is, printed on each page; empty for the public.
    pub audience: String,
    /// 发文字号, such as 巫招办〔2023〕6号; empty where none was given.
    pub number: String,
    /// Title of the document, in the lines it is broken into by meaning.
    pub title: Vec<String>,
    /// 主送, without the colon.
    pub addressees: String,
    /// Marks that the reader must not miss, such as 演示数据.
    pub notices: Vec<Notice>,
    /// The body.
    pub blocks: Vec<Block>,
    /// The annexes, each on a new page.
    pub annexes: Vec<Annex>,
    /// 发文机关署名.
    pub signature: String,
    /// 成文日期, such as 2023年7月10日; empty for a draft.
    pub date: String,
    /// 抄送, without the full stop; empty for none.
    pub copies: String,
    /// 印发机关.
    pub printer: String,
    /// 印发日期, such as 2023年7月10日; empty for a draft.
    pub printed: String,
    /// Date of the document's metadata as year, month, day: 印发 or the last cut-off.
    pub stamp: [u16; 3],
    /// Stable identity of the document, such as wushan/2023-06.
    pub identity: String,
}

/// An annex of the document.
#[derive(Clone, Debug, Serialize)]
pub struct Annex {
    /// Title, without 附件 and its number.
    pub title: String,
    /// The content.
    pub blocks: Vec<Block>,
}
