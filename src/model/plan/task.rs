//! Tasks of a plan: what the document asks for, who leads and who helps.

use crate::model::dictionary::record;
use crate::model::value::clause::Clause;
use crate::model::value::reference::ScopeRef;
use crate::model::value::word::{Flag, Id};

record! {
    /// A task of a plan.
    Task = "任务" "task" "方案里的一项任务，进展记在 activities 里" identity(id, name) {
        id: Id = "编号" "编号" "invite-1" "G04" Public,
        name: String = "名称" "任务" "深化产业链招商" "G04" Public,
        block: Option<String> = "板块" "所在的板块" "拼招引" "G04" Public,
        support: Option<Flag> = "保障" "是否是保障措施" "否" "G04" Public,
        lead: Vec<ScopeRef> = "牵头" "牵头的单位或分组" "[市经济合作和外事局]" "G15" Public,
        help: Vec<ScopeRef> = "配合" "配合的单位或分组" "[各县区政府]" "G15" Public,
        listed: Option<String> = "名单原文" "文件里责任单位名单的原文，照录；与牵头、配合核对" "（责任单位：市经济合作和外事局；市财政局、市金融工作局，各县区政府）" "G15" Public,
        deliverables: Vec<String> = "成果" "要交付的成果" "[产业链全景图, 产业发展路径图, 重点企业目录]" "G12" Public,
        clause: Clause = "依据" "依据的条款" "二（一）1" "G04" Public,
    }
}

record! {
    /// A word of the document for several units or groups.
    Phrase = "称呼" "phrase" "文件里对几个单位、分组的统称" identity(word) {
        word: String = "写作" "文件里的写法" "各县区政府" "G14" Public,
        means: Vec<ScopeRef> = "指" "所指的单位、分组" "[县区, 园区]" "G14" Public,
        clause: Clause = "依据" "依据的条款" "二（一）1" "G14" Public,
    }
}
