//! What makes an edition an official document: head, addressees, annexes, imprint.

use serde::Serialize;

use crate::view::chart::Chart;
use crate::view::inline::Inline;
use crate::view::page::{Notice, Term};
use crate::view::table::Table;

/// An edition as the official document that is printed.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// 发文机关标志, the red head, such as 巫山县招商引资工作通报.
    pub mark: String,
    /// Header of each page, such as the audience, 草稿 or 含演示数据; may be empty.
    pub running: String,
    /// 发文字号, such as 巫招办〔2023〕6号; empty if none was given.
    pub number: String,
    /// 签发人 of a document that goes to a superior organ; empty for the others.
    pub signer: String,
    /// Title of the document, in the lines it is broken into by meaning.
    pub title: Vec<String>,
    /// Title of the file, which says 草稿 and 含演示数据 itself.
    pub heading: String,
    /// 主送, without the colon.
    pub addressees: String,
    /// Marks that the reader must not miss, such as 演示数据.
    pub notices: Vec<Notice>,
    /// The body.
    pub blocks: Vec<PaperBlock>,
    /// The annexes, each on a new page.
    pub annexes: Vec<Annex>,
    /// 发文机关署名.
    pub signature: String,
    /// 成文日期, such as 2023年7月10日; empty for a draft.
    pub date: String,
    /// 信息公开选项, such as 主动公开; empty if none was given.
    pub disclosure: String,
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
    /// 附件 with its number where there are several.
    pub label: String,
    /// Title.
    pub title: String,
    /// The content.
    pub blocks: Vec<PaperBlock>,
}

/// A piece of a document; its number is part of its text.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "there are a few dozen of them")]
pub enum PaperBlock {
    /// A heading; level 1 is 一、, level 2 is （一）, level 3 is 1．, and no level is skipped.
    Heading {
        /// Level, from 1.
        level: u8,
        /// Number and words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Content.
        inlines: Vec<Inline>,
    },
    /// A list of items, each a run of inlines.
    List {
        /// Number of the first item; none if they are not numbered.
        first: Option<u64>,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// What matters most, in a box.
    Points {
        /// Title of the box.
        title: String,
        /// Terms and their meanings.
        rows: Vec<Term>,
    },
    /// A table.
    Table {
        /// The table.
        table: Table,
        /// Caption above it, such as 表1 各单位完成情况（单位：亿元）; empty if a heading with its title comes
        /// directly before.
        caption: String,
        /// Caption above its further parts if it is too wide for a page.
        continued: String,
    },
    /// A chart.
    Chart {
        /// The chart.
        chart: Chart,
        /// Caption below it, such as 图1 全县到位资金走势.
        caption: String,
    },
}

impl Document {
    /// Returns every chart of the body and of the annexes.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        let annexed = self.annexes.iter().flat_map(|annex| &annex.blocks);
        self.blocks.iter().chain(annexed).filter_map(|block| match block {
            PaperBlock::Chart { chart, .. } => Some(chart),
            _ => None,
        })
    }
}
