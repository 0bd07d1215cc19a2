//! Organisations of a plan: leading groups and other bodies, with their members.

use crate::model::dictionary::record;
use crate::model::value::clause::Clause;
use crate::model::value::reference::{LeaderRef, ScopeRef, UnitRef};
use crate::model::value::word::Id;

record! {
    /// A leading group, a working group or another body that a plan sets up.
    Organisation = "机构" "organisation" "方案设立的领导小组、工作组等，和对成员单位的人员要求" identity(id, name) {
        id: Id = "编号" "编号" "leading-group" "W40" Public,
        name: String = "名称" "名称" "县招商引资工作领导小组" "W40" Public,
        heads: Vec<LeaderRef> = "组长" "组长的代称" "[县领导甲, 县领导乙]" "W40" Internal,
        office: Option<UnitRef> = "办公室" "办公室设在哪个单位" "区招商投资局" "F22" Public,
        members: Vec<ScopeRef> = "成员" "成员单位或分组" "[区级部门, 园区]" "F22" Public,
        roles: Vec<String> = "明确" "每个成员单位须各明确一名的职务类别；在名录的领导里登记" "[分管负责人]" "W41" Public,
        clause: Clause = "依据" "依据的条款" "四（一）" "W40" Public,
    }
}
