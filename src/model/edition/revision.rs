//! Revisions: disclosed changes to figures of released editions.

use chrono::NaiveDate;

use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::record;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::{FrozenValue, turned};

record! {
    /// `revisions/<period>.yaml`: the disclosed changes to an edition, oldest first.
    RevisionFile = "修订" "revision" "已发布的一期里改过的数：文件 revisions/<期>.yaml，由 tongbao revise 写，不要手改" {
        revisions: Vec<Revision> = "修订" "改过的数，按先后" "[{数: funds/all, 名称: 到位资金 · 全县, 项: 完成数, 原: '3.2', 现: '3.5', 原因: 补录漏报资金, 日期: 2023-10-08}]" "" Public,
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
