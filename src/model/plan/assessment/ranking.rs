//! Rankings: which number ranks which units, and how ties are treated.

use crate::model::dictionary::{choices, record};
use crate::model::value::clause::Clause;
use crate::model::value::reference::{GroupRef, IndicatorRef};
use crate::model::value::word::{Flag, Id};

choices! {
    /// The number of an indicator by which units are ranked.
    RankBasis = "按" "rank-basis" {
        Completion = "完成率" "completion",
        Lead = "超欠进度" "lead",
        Value = "完成数" "value",
    }
}

choices! {
    /// How units with equal numbers are ranked.
    Ties = "并列" "ties" {
        Competition = "并列后顺延" "competition",
        Dense = "并列不顺延" "dense",
        Order = "按单位顺序" "order",
    }
}

record! {
    /// A ranking of units by an indicator, each group by itself.
    Ranking = "排位" "ranking" "按一个指标给单位排位" identity(id, indicator) {
        id: Id = "编号" "编号" "by-funds" "" Public,
        indicator: IndicatorRef = "指标" "指标" "到位资金" "K41" Public,
        basis: RankBasis = "按" "按哪个数排" "完成率" "K41" Public,
        ties: Option<Ties> = "并列" "相同时怎样排，不写为 并列后顺延（1,2,2,4）" "并列后顺延" "K41" Public,
        printed: Option<Flag> = "按打印值" "是否按打印的小数位比较" "否" "" Public,
        zero: Option<Flag> = "零值不排" "数为零的单位是否不参加排位" "是" "D31" Public,
        groups: Vec<GroupRef> = "分组" "哪些组，各自排位" "[departments]" "W44" Public,
        clause: Clause = "依据" "依据的条款" "附件2 七" "K41" Public,
    }
}
