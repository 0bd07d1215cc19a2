//! Credit: which part of a project counts, and for which units.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::record::project::Origin;
use crate::model::value::clause::Clause;
use crate::model::value::quantity::Denomination;
use crate::model::value::reference::IndicatorRef;
use crate::model::value::share::{LeadShare, Positive, Share};
use crate::model::value::word::Id;

choices! {
    /// The unit of a project to which a target table refers.
    CreditBy = "归属" "credit-by" {
        Unit = "责任单位" "unit",
        Site = "落地单位" "site",
    }
}

choices! {
    /// What becomes of the goals of a unit that goes on in another.
    MergedGoals = "并入目标" "merged-goals" {
        Added = "相加" "added",
        Anew = "另行下达" "anew",
    }
}

record! {
    /// How projects are credited for some indicators.
    CreditRule = "归属规则" "credit-rule" "项目的数怎样折算、怎样分给各单位" identity(id) {
        id: Id = "编号" "编号" "contract-credit" "F42" Public,
        indicators: Vec<IndicatorRef> = "指标" "管哪些指标，不写为全部" "[协议资金]" "F42" Public,
        origins: Vec<OriginWeight> = "来源地权重" "按来源地折算；没有写到的来源地按 100%" "[{来源地: 区外市内, 权重: 20%}]" "F42" Public,
        lead: Option<LeadShare> = "牵头占比" "联合项目没有约定比例时牵头单位所占比例，其余由配合单位平分；写 均分 则各单位一样多；不写则全部计入牵头单位" "80%" "F43" Public,
        clause: Clause = "依据" "依据的条款" "附件2 备注2" "F42" Public,
    }
}

record! {
    /// The weight of an origin.
    OriginWeight = "来源地权重" "origin-weight" "一种来源地的项目按多少计入" identity(origin) {
        origin: Origin = "来源地" "来源地" "区外市内" "F42" Public,
        weight: Share = "权重" "计入的比例" "20%" "F42" Public,
    }
}

record! {
    /// An exchange rate for counting a currency.
    ExchangeRate = "汇率" "exchange-rate" "外币折算为人民币的规定汇率" identity(currency, from) {
        currency: Denomination = "币种" "外币的单位" "美元" "G11" Public,
        yuan: Positive = "汇率" "一个单位外币合多少元" "6.6" "G11" Public,
        from: NaiveDate = "起用" "从哪天起用；取数时取事项当天有效的" "2016-01-01" "G11" Public,
        clause: Clause = "依据" "依据的条款" "一（二）" "G11" Public,
    }
}
