//! An edition: one period's bulletin, its narrative as blocks with references to figures.

pub mod frozen;
pub mod made;
pub mod paper;
pub mod release;
pub mod revision;
pub mod state;
pub mod table_call;

use chrono::NaiveDate;

use crate::model::dictionary::written::Span;
use crate::model::dictionary::{Level, Value, choices, record};
use crate::model::edition::made::{KeyPoint, UnitList};
use crate::model::edition::paper::Paper;
use crate::model::edition::table_call::TableCall;
use crate::model::plan::fact_kind::FactKind;
use crate::model::value::period::Period;
use crate::model::value::reference::{LeaderRef, UnitRef};
use crate::model::value::word::Count;

choices! {
    /// Kinds of official documents that an edition may be.
    Genre = "文种" "genre" {
        Bulletin = "通报" "bulletin",
        Brief = "简报" "brief",
        Letter = "函" "letter",
        Report = "报告" "report",
        Request = "请示" "request",
    }
}

choices! {
    /// Whether a document is given to the public.
    Disclosure = "信息公开选项" "disclosure" {
        Active = "主动公开" "active",
        OnRequest = "依申请公开" "on-request",
        None = "不予公开" "none",
    }
}

impl Genre {
    /// Returns whether it goes to a superior organ, so that its head names who signed it off.
    pub fn is_upward(self) -> bool {
        matches!(self, Genre::Report | Genre::Request)
    }
}

record! {
    /// The front matter of `editions/<period>.md`.
    EditionCard = "通报" "edition" "一期通报的开头：文件 editions/<期>.md 里两行 --- 之间" key(period) title(title) rule order = 8 {
        period: Period = "期" "期，与文件名相同" "2023-06" "W42" Public,
        number: Option<Count> = "期号" "发文字号里的顺序号" "6" "G01" Public,
        issued: Option<NaiveDate> = "印发" "印发日期，发布前必填" "2023-07-10" "G62" Public,
        genre: Option<Genre> = "文种" "公文的种类，不写为通报" "报告" "A41" Public,
        signer: Option<LeaderRef> = "签发人" "签发人的代称；报告、请示才写，印在发文字号旁边" "县领导甲" "A02" Internal,
        disclosure: Option<Disclosure> = "信息公开选项" "印作附注，如“（此件公开发布）”；不写则不印" "主动公开" "D56" Public,
        title: String = "标题" "标题" "关于2023年1—6月全县招商引资工作情况的通报" "" Public,
        title_lines: Vec<String> = "标题分行" "标题按词意分行；不写则自动分" "[关于2023年1—6月, 全县招商引资工作情况的通报]" "" Public,
        addressees: Option<String> = "主送" "与账本不同时写" "各招商责任单位" "" Public,
        cutoffs: Vec<CutoffOverride> = "截止" "与方案不同的截止日期" "[{事项: 资金, 日期: 2023-07-09}]" "K36" Public,
        level: Option<Level> = "受众" "叙述文字给谁看；不写为内部，公开版只有表和图" "公开" "" Public,
        comments: Vec<Comment> = "点评" "季度点评：对单位的意见，列入季度点评表" "[{单位: 县交通局, 意见: 到位资金领先，要保持}]" "K39" Internal,
        paper: Option<Paper> = "公文" "这一期与账本不同的公文排法" "{附件: [单位完成情况 到位资金]}" "" Public,
        tables: Vec<TableCall> = "附表" "网页后面和数据资料里另列的表，按先后；不写则为正文没有引用的各表" "[目标任务完成情况]" "" Public,
    }
}

record! {
    /// A cut-off that differs from the plan's.
    CutoffOverride = "截止" "cutoff-override" "一期里与方案不同的截止日期" identity(date, kind) {
        kind: FactKind = "事项" "事项的类别" "资金" "K36" Public,
        date: NaiveDate = "日期" "截止日期" "2023-07-09" "K36" Public,
    }
}

record! {
    /// The comment on a unit in the quarterly bulletin.
    Comment = "点评" "comment" "季度点评中对一个单位的意见" identity(unit) {
        unit: UnitRef = "单位" "责任单位" "县交通局" "K39" Internal,
        text: String = "意见" "点评意见" "到位资金领先，要保持" "K39" Internal,
    }
}

/// An edition: front matter and narrative.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Front matter.
    pub card: EditionCard,
    /// Narrative.
    pub narrative: Vec<Passage>,
    /// The lines of the narrative as they are written, without those that are blank.
    pub written: String,
}

impl Edition {
    /// Returns the lowest level that may read the narrative: internal unless the card says otherwise.
    pub fn read_by(&self) -> Level {
        self.card.level.unwrap_or(Level::Internal)
    }

    /// Returns the edition as a level may see it. A level that may not read the narrative still gets
    /// its tables and charts, in their order.
    pub fn redacted_for(&self, level: Level) -> Option<Edition> {
        let is_shown = |passage: &&Passage| {
            self.read_by() <= level
                || matches!(passage, Passage::Table(_) | Passage::Chart(_))
        };
        let narrative = self.narrative.iter().filter(is_shown).cloned().collect();
        let may_read = self.read_by() <= level;
        let written = if may_read { self.written.clone() } else { String::new() };
        Some(Edition { card: self.card.redacted_for(level)?, narrative, written })
    }
}

/// A block of a narrative.
#[derive(Clone, Debug, PartialEq)]
pub enum Passage {
    /// A heading with its level, from 1.
    Heading(u8, Vec<Phrase>),
    /// A paragraph.
    Paragraph(Vec<Phrase>),
    /// A list, with the number of its first item if it is a numbered one.
    List(Option<u64>, Vec<Vec<Phrase>>),
    /// A table, called by `{{ 表 "…" }}`.
    Table(Insert),
    /// A chart, called by `{{ 图 "…" }}`.
    Chart(Insert),
}

/// A table or a chart called by name: `{{ 表 "单位完成情况" 到位资金 }}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    /// Name of the table or chart.
    pub name: String,
    /// Name or id of the indicator, if one is given.
    pub indicator: Option<String>,
    /// Place of the whole call.
    pub span: Span,
}

/// A piece of a narrative's running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// Plain text with its place.
    Text(String, Span),
    /// Strong text.
    Strong(String, Span),
    /// Emphasised text.
    Emphasis(String, Span),
    /// A link.
    Link(Address),
    /// A reference to a figure.
    Reference(Reference),
    /// A list of units, called by `{{ 名单 … }}`.
    Units(UnitList),
    /// A key point, called by `{{ 要点 … }}`.
    KeyPoint(KeyPoint),
}

/// A web address with the text of its link.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// Text of the link.
    pub text: String,
    /// The address.
    pub address: String,
    /// Whether it stands in strong text.
    pub is_strong: bool,
    /// Place of the whole link.
    pub span: Span,
}

/// A reference to a figure: `{{ 到位资金@县交通局.完成率 }}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Name or id of the indicator.
    pub indicator: String,
    /// Name of the scope; the whole if none is given.
    pub scope: Option<String>,
    /// Name of the part, such as 完成率; the value if none is given.
    pub part: Option<String>,
    /// Whether it stands in strong text.
    pub is_strong: bool,
    /// Place of the whole reference.
    pub span: Span,
}

/// What a table or chart is about, given after its name in a narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The whole edition; nothing is given.
    Edition,
    /// An indicator.
    Indicator,
    /// An assessment.
    Assessment,
    /// A form of a plan.
    Form,
}
