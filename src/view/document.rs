//! What makes an edition a paper: its head, its blocks, its annexes and what closes it.

use serde::Serialize;

use crate::view::chart::Chart;
use crate::view::inline::Inline;
use crate::view::table::Table;

/// What kind of paper it is, and so what stands at its head and its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// 文件: red head with a number, signature, imprint.
    Official,
    /// 信函: the issuer's name between two double lines.
    Letter,
    /// 简报: a name with the number of its issue, without signature.
    Newsletter,
    /// 数据资料: tables and charts that go with no document.
    Data,
    /// 领导参阅: one page for leaders.
    Brief,
}

/// An edition as a paper that is printed.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// What kind of paper it is.
    pub form: Form,
    /// One line at the head: the audience, 送审稿, 含演示数据; may be empty.
    pub status: String,
    /// 发文机关标志, the red head, such as 巫山县招商引资工作通报.
    pub mark: String,
    /// 发文字号, such as 巫招办〔2023〕6号, or of a newsletter 第6期; empty if none was given.
    pub number: String,
    /// 签发人 of a document that goes to a superior organ; empty for the others.
    pub signer: String,
    /// Title of the document, in the lines it is broken into by meaning.
    pub title: Vec<String>,
    /// A word across each page, such as 推演; empty for none.
    pub watermark: &'static str,
    /// Title of the file, which says 送审稿 and 含演示数据 itself.
    pub heading: String,
    /// 主送, without the colon; empty where it stands in the imprint.
    pub addressees: String,
    /// The body.
    pub blocks: Vec<PaperBlock>,
    /// The annexes, each on a new page.
    pub annexes: Vec<Annex>,
    /// 发文机关署名; of a newsletter who compiles it.
    pub signature: String,
    /// Whether room is left for a seal.
    pub sealed: bool,
    /// 成文日期, such as 2023年7月10日; empty unless it is released.
    pub date: String,
    /// 附注, each without its brackets, such as 此件公开发布.
    pub remarks: Vec<String>,
    /// 版记; none unless it is released.
    pub imprint: Option<Imprint>,
    /// Date of the document's metadata as year, month, day: 印发 or the last cut-off.
    pub stamp: [u16; 3],
    /// Stable identity of the document, such as wushan/2023-06.
    pub identity: String,
}

/// 版记: to whom a document goes and who printed it when.
#[derive(Clone, Debug, Serialize)]
pub struct Imprint {
    /// 主送 that is too long for the head, without the full stop; empty for none.
    pub addressees: String,
    /// 抄送, without the full stop; empty for none.
    pub copies: String,
    /// 印发机关.
    pub printer: String,
    /// 印发日期, such as 2023年7月10日.
    pub printed: String,
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
        /// Caption below it, such as 图1 全县到位资金走势; empty for none.
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
