//! The filter of an indicator in words.

use crate::model::plan::indicator::filter::Filter;
use crate::model::value::word::Flag;

/// Which records count, as one line.
pub(super) fn words(filter: &Filter) -> String {
    let labels = |words: Vec<&str>| words.join("、");
    let own = |words: &[String]| words.join("、");
    let mut parts: Vec<String> = Vec::new();
    parts.extend(filter.stage.map(|stage| format!("按{}的日期", stage.label())));
    parts.extend(filter.permit.map(|kind| format!("按办成{}的日期", kind.label())));
    parts.extend(filter.without.map(|stage| format!("到期末还没有{}", stage.label())));
    parts.extend(
        filter.signed_within.map(|span| format!("首份正式合同在{}签订", span.label())),
    );
    let lists = [
        ("来源地", labels(filter.origins.iter().map(|one| one.label()).collect())),
        ("来源区域", labels(filter.regions.iter().map(|one| one.as_str()).collect())),
        ("渠道", labels(filter.channels.iter().map(|one| one.label()).collect())),
        ("领域", labels(filter.sectors.iter().map(|one| one.as_str()).collect())),
        ("产业链", labels(filter.chains.iter().map(|one| one.as_str()).collect())),
        ("合同类型", labels(filter.contracts.iter().map(|one| one.label()).collect())),
        ("等级", own(&filter.grades)),
        ("行业", labels(filter.industries.iter().map(|one| one.label()).collect())),
        ("投资方在名单", own(&filter.listings)),
        ("投资方类别", own(&filter.classes)),
        ("标签", own(&filter.tags)),
        ("签约活动", labels(filter.events.iter().map(|one| one.as_str()).collect())),
        ("活动", labels(filter.activities.iter().map(|one| one.label()).collect())),
        ("保障事项", labels(filter.supports.iter().map(|one| one.label()).collect())),
        ("对象类别", own(&filter.partners)),
        ("带队领导", own(&filter.roles)),
    ];
    let registered: Vec<&str> = filter.registered.iter().map(|one| one.label()).collect();
    let lists = lists.into_iter().filter(|(_, words)| !words.is_empty());
    parts.extend(lists.map(|(name, words)| format!("{name}为{words}")));
    parts.extend(
        (!registered.is_empty()).then(|| format!("登记了{}", registered.join("、"))),
    );
    let proved =
        |valid: &Flag| if valid.0 { "核实为有效" } else { "核实为无效" };
    let proved: Vec<&str> = filter.valid.iter().map(proved).collect();
    parts.extend((!proved.is_empty()).then(|| proved.join("或")));
    parts.extend(filter.at_least.map(|size| format!("合同额{size}以上（含本数）")));
    parts.extend(filter.above.map(|size| format!("合同额超过{size}（不含本数）")));
    parts.join("；")
}
