//! Revisions: disclosed changes to figures of released editions, and what is taken back of them.

use chrono::NaiveDate;

use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::record;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::{FrozenValue, turned};
use crate::model::value::reference::IndicatorRef;

record! {
    /// `revisions/<period>.yaml`: what is disclosed of an edition afterwards, oldest first.
    RevisionFile = "修订" "revision" "已发布的一期里改过的数：文件 revisions/<期>.yaml，“修订”由 tongbao revise 写，不要手改；“撤回”照实写" {
        revisions: Vec<Revision> = "修订" "改过的数，按先后" "[{数: funds/all, 名称: 到位资金 · 全县, 项: 完成数, 原: '3.2', 现: '3.5', 原因: 补录漏报资金, 日期: 2023-10-08}]" "" Public,
        withdrawals: Vec<Withdrawal> = "撤回" "公开版不该有而收回的数" "[{指标: [招大引强项目合同额], 数: [contract/region:prd], 原因: 由不公开的注册地归类, 日期: 2023-10-08}]" "" Public,
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

record! {
    /// A disclosed change to one part of a figure.
    Revision = "修订项" "revised-figure" "一个数的一项改动" identity(date, name, part) {
        figure: FigureId = "数" "数的编号" "funds/unit:jiaotong" "" Public,
        name: String = "名称" "指标和范围" "到位资金 · 县交通局" "" Public,
        part: FrozenPart = "项" "改的是哪一项" "完成数" "" Public,
        old: Option<String> = "原" "改以前的，精确值；空着是原来没有" "'3.2'" "" Public,
        new: Option<String> = "现" "改以后的，精确值；空着是现在没有" "'3.5'" "" Public,
        reason: String = "原因" "为什么改" "补录漏报资金" "" Public,
        date: NaiveDate = "日期" "修订日期" "2023-10-08" "" Public,
    }
}

impl Revision {
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
