//! What is disclosed of a released edition: changes to its figures and sentences, and what is taken
//! back of it.

use chrono::NaiveDate;

use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::{Level, choices, record};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::{FrozenValue, turned};
use crate::model::value::reference::IndicatorRef;

choices! {
    /// What a disclosed change is.
    DisclosedKind = "改动的类别" "disclosed-kind" {
        Correction = "更正" "correction",
        Revision = "修订" "revision",
    }
}

record! {
    /// `revisions/<period>.yaml`: what is disclosed of an edition afterwards, oldest first.
    RevisionFile = "公布的改动" "revision" "已发布的一期后来公布的改动：文件 revisions/<期>.yaml，“改动”由 tongbao revise 写，不要手改；“撤回”照实写" {
        changes: Vec<DisclosedChange> = "改动" "更正和修订，按先后" "[{类别: 更正, 日期: 2023-10-08, 原因: 补录漏报资金, 数: [{编号: funds/all, 名称: 到位资金 · 全县, 项: 完成数, 原: '3.2', 现: '3.5'}]}]" "" Public,
        withdrawals: Vec<Withdrawal> = "撤回" "公开版不该有而收回的数" "[{指标: [招大引强项目合同额], 数: [contract/region:prd], 原因: 由不公开的注册地归类, 日期: 2023-10-08}]" "" Public,
    }
}

record! {
    /// Figures and sentences of a released edition that were changed for one reason.
    DisclosedChange = "改动项" "disclosed-change" "为同一个原因公布的改动" identity(date, kind, reason) {
        kind: DisclosedKind = "类别" "更正：公布时就错了，现在改对；修订：公布时没有错，以后知道了新的情况" "更正" "" Public,
        date: NaiveDate = "日期" "公布改动的日期" "2023-10-08" "" Public,
        reason: String = "原因" "为什么改" "补录漏报资金" "" Public,
        figures: Vec<DisclosedFigure> = "数" "改了的数，一项一条" "[{编号: funds/all, 名称: 到位资金 · 全县, 项: 完成数, 原: '3.2', 现: '3.5'}]" "" Public,
        sentences: Vec<DisclosedSentence> = "句子" "改了的话" "[{原文: 6家单位未开工, 现文: 5家单位未开工}]" "" Public,
    }
}

record! {
    /// A disclosed change to one part of a figure.
    DisclosedFigure = "改了的数" "disclosed-figure" "一个数的一项改动" identity(figure, part) {
        figure: FigureId = "编号" "数的编号" "funds/unit:jiaotong" "" Public,
        name: String = "名称" "指标和范围" "到位资金 · 县交通局" "" Public,
        part: FrozenPart = "项" "改的是哪一项" "完成数" "" Public,
        old: Option<String> = "原" "改以前的，精确值；空着是原来没有" "'3.2'" "" Public,
        new: Option<String> = "现" "改以后的，精确值；空着是现在没有" "'3.5'" "" Public,
    }
}

record! {
    /// A sentence of a released edition that was false.
    DisclosedSentence = "改了的话" "disclosed-sentence" "发布时说错了的一句话，和应该怎么说" identity(said) {
        said: String = "原文" "发布时是怎么说的" "6家单位未开工" "" Public,
        now: String = "现文" "应该怎么说" "5家单位未开工" "" Public,
        level: Option<Level> = "受众" "给谁看；不写与这一期的叙述文字相同" "公开" "" Public,
        digest: Option<String> = "摘要" "程序写的：改后这条记录在这一期里计入什么的摘要，以后再有改动才看得出来" "3f2a9c1be07d4c55" "" Public,
    }
}

record! {
    /// Figures that the public had been given and should not have been.
    Withdrawal = "撤回项" "withdrawal" "公开版收回的一些数：网页和公开的存档里不再有，并注明已撤回；内部版照旧" identity(date, indicators, figures) {
        indicators: Vec<IndicatorRef> = "指标" "整个收回的指标" "[招大引强项目合同额]" "" Public,
        figures: Vec<FigureId> = "数" "逐个收回的数的编号" "[contract/region:prd, contract/region:yrd]" "" Public,
        reason: String = "原因" "为什么收回" "由不公开的注册地归类" "" Public,
        date: NaiveDate = "日期" "撤回日期" "2023-10-08" "" Public,
    }
}

impl RevisionFile {
    /// Keeps the figures and sentences that tests hold for, and the changes that have some left.
    pub fn retain(
        &mut self,
        figure: impl Fn(&DisclosedFigure) -> bool,
        sentence: impl Fn(&DisclosedSentence) -> bool,
    ) {
        for change in &mut self.changes {
            change.figures.retain(&figure);
            change.sentences.retain(&sentence);
        }
        self.changes.retain(|change| !change.is_empty());
    }
}

impl DisclosedChange {
    /// Returns whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.sentences.is_empty()
    }
}

impl DisclosedFigure {
    /// The value before; `None` if there was none.
    pub fn before(&self) -> Option<FrozenValue> {
        self.part.read(self.old.as_deref()?)
    }

    /// The value after; `None` if there is none any more.
    pub fn after(&self) -> Option<FrozenValue> {
        self.part.read(self.new.as_deref()?)
    }

    /// Returns whether a verdict stayed the same and only the number behind it changed.
    pub fn keeps_verdict(&self) -> bool {
        matches!(self.part, FrozenPart::Verdict(_))
            && !turned(self.before().as_ref(), self.after().as_ref())
    }
}

impl Withdrawal {
    /// Whether a figure is taken back, given its indicator's name.
    pub fn takes(&self, figure: &FigureId, name: &str) -> bool {
        let called = |word: &IndicatorRef| match figure {
            FigureId::Indicator(id, _) => [id.as_str(), name].contains(&word.as_str()),
            FigureId::Score(..) => false,
        };
        self.figures.contains(figure) || self.indicators.iter().any(called)
    }
}
