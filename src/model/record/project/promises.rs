//! What was promised on both sides of a project: policies to it, and what its investor brings.

use chrono::{Datelike, NaiveDate};

use crate::model::dictionary::record;
use crate::model::record::project::words::{FulfilmentItem, PromiseKind};
use crate::model::value::amount::Money;
use crate::model::value::quantity::Quantity;
use crate::model::value::word::Count;

/// The day from which 公平竞争审查条例 holds: a policy for one project is reviewed before it is
/// promised.
const REVIEWED_SINCE: (i32, u32, u32) = (2024, 8, 1);

record! {
    /// A policy that was promised to a project, on what basis, and when it was kept.
    Promise = "政策承诺" "promise" "答应项目的一项优惠政策" identity(kind, what) day(date) fact {
        kind: PromiseKind = "类别" "哪一种" "财政奖补" "" Internal,
        what: String = "内容" "承诺的内容" "标准厂房前三年租金减半" "" Internal,
        basis: String = "依据" "凭哪份文件、合同的哪一条承诺" "投资协议第6条" "" Internal,
        date: NaiveDate = "日期" "作出承诺的日期；2024-08-01 起的须先经公平竞争审查" "2024-09-02" "" Internal,
        amount: Option<Money> = "金额" "承诺的金额" "300万元" "" Internal,
        review: Option<FairReview> = "公平竞争审查" "由哪个机关、在哪天审查" "{机关: 县市场监管局, 日期: 2024-08-20}" "" Internal,
        due: Option<NaiveDate> = "应兑现" "应兑现的日期" "2025-03-31" "" Internal,
        done: Option<NaiveDate> = "兑现" "全部兑现的日期" "2025-03-20" "" Internal,
        submitted: Option<NaiveDate> = "报送" "兑现的报送日期；不写视为及时" "2025-03-25" "" Internal,
    }
}

record! {
    /// That a policy was reviewed for fair competition.
    FairReview = "公平竞争审查" "fair-review" "对一项政策的公平竞争审查" fact {
        organ: String = "机关" "审查的机关" "县市场监管局" "" Internal,
        date: NaiveDate = "日期" "审查的日期" "2024-08-20" "" Internal,
    }
}

record! {
    /// What an investor promised and what was found, which is never scored.
    Fulfilment = "履约" "fulfilment" "投资方约定的一项和核实的数，只对照列出，不计分" identity(item, year) fact {
        item: FulfilmentItem = "事项" "哪一项" "年税收" "" Internal,
        year: Option<Count> = "年份" "按年约定的，写哪一年" "2025" "" Internal,
        promised: Quantity = "约定" "约定的数；容积率写成百分数" "900万元" "" Internal,
        real: Option<Quantity> = "实际" "核实的数；没有核实的不写" "760万元" "" Internal,
        verified: Option<NaiveDate> = "核实" "核实的日期" "2026-01-15" "" Internal,
        note: Option<String> = "说明" "没有达到的原因等" "二期推迟投产" "" Internal,
    }
}

impl Promise {
    /// Returns whether it was made when a policy for one project had to be reviewed first.
    pub fn needs_review(&self) -> bool {
        let day = self.date;
        (day.year(), day.month(), day.day()) >= REVIEWED_SINCE
    }

    /// Returns the review that was done by a day.
    pub fn review_by(&self, day: NaiveDate) -> Option<&FairReview> {
        self.review.as_ref().filter(|review| review.date <= day)
    }

    /// Returns the day on which it was kept, if that was by the end of a period and known by a day.
    pub fn kept(&self, end: NaiveDate, known: NaiveDate) -> Option<NaiveDate> {
        let is_known = self.submitted.is_none_or(|day| day <= known);
        self.done.filter(|done| is_known && *done <= end)
    }

    /// Returns the day on which it was due, if that has passed and it is not kept.
    pub fn overdue(&self, end: NaiveDate, known: NaiveDate) -> Option<NaiveDate> {
        let is_open = self.kept(end, known).is_none();
        self.due.filter(|due| is_open && *due < end)
    }
}

impl Fulfilment {
    /// Returns the number that was found by a day.
    pub fn found(&self, end: NaiveDate) -> Option<Quantity> {
        self.real.filter(|_| self.verified.is_none_or(|day| day <= end))
    }
}
