//! Totals that were reported, or published elsewhere and quoted.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::dictionary::{Level, choices, record};
use crate::model::value::clause::Clause;
use crate::model::value::period::Period;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{IndicatorRef, ScopeRef};
use crate::model::value::share::Percent;
use crate::model::value::word::{Address, Count, Flag};

choices! {
    /// Where a total comes from.
    TotalKind = "性质" "total-kind" {
        Reported = "上报" "reported",
        Quoted = "引用" "quoted",
        Recognised = "核定" "recognised",
        Below = "下级" "below",
    }
}

record! {
    /// `reported/<month>.yaml`: totals of a month.
    ReportedFile = "上报引用" "reported" "上报或引用的总数：文件 reported/<月份>.yaml" list order = 2 {
        totals: Vec<Total> = "总数" "各个总数" "[{指标: 市外到位资金, 范围: 苍溪县, 期: 2023-06, 值: 12.5亿元, 性质: 上报}]" "G09" Public,
    }
}

record! {
    /// A total of an indicator for a scope and a period.
    Total = "总数" "total" "一个指标在一个范围、一期的总数" key(indicator, scope, period, kind) title(scope, indicator, period) day(period) evidence(wording) fact {
        indicator: IndicatorRef = "指标" "指标；不是方案指标时写名称" "市外到位资金" "G08" Public,
        scope: ScopeRef = "范围" "对谁" "苍溪县" "G14" Public,
        period: Period = "期" "哪一期的数；累计数写累计到的那一期" "2023-06" "G08" Public,
        value: Quantity = "值" "数值" "12.5亿元" "G08" Public changes,
        kind: TotalKind = "性质" "单位上报，引用已公布的，还是上级核定的；引用、核定的只作对照；下级的由程序从下级的存档取，不要手写" "上报" "" Public,
        level: Option<Level> = "受众" "给谁看，不写为公开；不公开的数，含它的合计也不公开" "内部" "" Public,
        cumulative: Option<Flag> = "累计" "是到期末的本年累计，不是当期数；下一年从头累计" "是" "" Public changes,
        with_merged: Option<Flag> = "含并入" "累计数里，有没有并入本单位的单位在并入以前的数" "是" "" Public changes,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Public,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-07-05" "K36" Internal,
        wording: Option<String> = "原文" "引用时照原文写" "上半年新签约项目212个" "" Public,
        address: Option<Address> = "网址" "引用的出处" "https://example.gov.cn/1.html" "" Public,
        published: Option<NaiveDate> = "公布" "公布日期；引用的数从这天起知道" "2022-09-07" "" Public,
        organ: Option<String> = "核定机关" "核定的，是哪个机关核定" "市招商投资局" "" Public,
        recognised: Option<NaiveDate> = "认定" "核定的日期；没有写报送的，从这天起知道" "2024-02-26" "" Public,
        paper: Option<String> = "文件" "核定所凭的文件" "关于核定2023年招商引资实绩的通知" "" Public,
        cause: Option<String> = "核减原因" "核定的比本账少（或多）的原因" "3笔到位资金凭证不齐" "" Internal,
        growth: Option<Percent> = "同比" "引用时原文印的同比增长" "16.07%" "A05" Public changes,
        rank: Option<Count> = "位次" "引用时原文印的位次" "6" "A06" Public,
        rank_in: Option<String> = "位次范围" "在哪里的位次" "全省" "A06" Public,
        numerator: Option<Quantity> = "分子" "率的分子，原文印了才写" "120个" "A21" Public,
        denominator: Option<Quantity> = "分母" "率的分母，原文印了才写" "127个" "A21" Public,
        note: Option<String> = "说明" "原文没有交代的，如实写明" "原文未列分子分母" "A21" Public,
        clause: Option<Clause> = "依据" "引自方案时的条款" "一" "A05" Public,
    }
    corrected by TotalCorrection "total-correction" "对一个总数的更正" "[{报送: 2023-08-05, 值: 11.5亿元, 原因: 重复统计}]"
}

impl Total {
    /// Returns the day from which the total is known; `None` counts as in time. What is quoted is
    /// known once it is published, what a superior organ recognised once it did.
    pub fn known(&self) -> Option<NaiveDate> {
        match self.kind {
            TotalKind::Reported | TotalKind::Below => self.submitted,
            TotalKind::Quoted => self.submitted.or(self.published),
            TotalKind::Recognised => self.submitted.or(self.recognised),
        }
    }

    /// Returns who may see it.
    pub fn level(&self) -> Level {
        self.level.unwrap_or(Level::Public)
    }

    /// Takes out what somebody may not see who may know that there is a total.
    pub fn blank_value(&mut self) {
        self.value = Quantity::of_base(Decimal::ZERO, self.value.unit);
        self.corrections.clear();
    }

    /// Returns whether it is the sum from the start of the year.
    pub fn is_cumulative(&self) -> bool {
        self.cumulative.is_some_and(|flag| flag.0)
    }
}
