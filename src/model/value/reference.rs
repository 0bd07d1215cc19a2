//! References from one record to another, by name, alias or id.

use crate::model::dictionary::reference;

reference! {
    /// A responsible unit.
    UnitRef = "责任单位" "unit-ref"
}
reference! {
    /// A group of units.
    GroupRef = "单位分组" "group-ref"
}
reference! {
    /// A sector.
    SectorRef = "领域" "sector-ref"
}
reference! {
    /// An industrial chain.
    ChainRef = "产业链" "chain-ref"
}
reference! {
    /// A region that investors come from.
    RegionRef = "来源区域" "region-ref"
}
reference! {
    /// An event at which contracts are signed.
    EventRef = "签约活动" "event-ref"
}
reference! {
    /// A leader, by role.
    LeaderRef = "领导" "leader-ref"
}
reference! {
    /// A plan.
    PlanRef = "方案" "plan-ref"
}
reference! {
    /// An indicator of a plan.
    IndicatorRef = "指标" "indicator-ref"
}
reference! {
    /// A lamp set of a plan.
    LampSetRef = "灯组" "lamp-set-ref"
}
reference! {
    /// A project.
    ProjectRef = "项目" "project-ref"
}
reference! {
    /// A task of a plan.
    TaskRef = "任务" "task-ref"
}
reference! {
    /// A scope: a unit, a sector, a group, a unit within a sector (单位@领域), a leader, a chain, the
    /// whole (全县), or all of a kind (各…).
    ScopeRef = "范围" "scope-ref"
}
