//! A campaign: an action with its own days, counting window and phases.

use crate::model::dictionary::record;
use crate::model::value::clause::Clause;
use crate::model::value::date::Days;
use crate::model::value::word::{Count, Id};

record! {
    /// A campaign of a plan.
    Campaign = "战役" "campaign" "一次有起止日期的攻坚行动；通报的期写 <编号>-<日期>" identity(id, name) {
        id: Id = "编号" "编号" "bairi3" "D14" Public,
        name: String = "名称" "名称" "百日攻坚第三季" "D14" Public,
        days: Days = "行动" "行动的起止日期" "2023-05-25 至 2023-09-05" "D14" Public,
        counting: Days = "计数" "项目计入的起止日期，首尾两天都算" "2023-05-22 至 2023-08-29" "D40" Public,
        length: Option<Count> = "天数" "计数时段应有的天数，首尾两天都算；用来核对" "100" "D40" Public,
        clause: Clause = "依据" "计数时段依据的条款" "附件1 注1" "D40" Public,
        phases: Vec<Phase> = "阶段" "各阶段，前后相接" "[{名称: 动员部署, 起止: 2023-05-25 至 2023-05-31, 依据: 三（一）}]" "D15" Public,
    }
}

record! {
    /// A phase of a campaign.
    Phase = "阶段" "phase" "战役的一个阶段" identity(name) {
        name: String = "名称" "名称" "动员部署" "D15" Public,
        days: Days = "起止" "起止日期" "2023-05-25 至 2023-05-31" "D15" Public,
        clause: Clause = "依据" "依据的条款" "三（一）" "D15" Public,
    }
}
