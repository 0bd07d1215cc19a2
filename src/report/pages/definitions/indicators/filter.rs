//! The filter of an indicator in words.

use crate::model::plan::indicator::filter::Filter;

/// Which records count, as one line.
pub(super) fn words(filter: &Filter) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(filter.stage.map(|stage| format!("按{}的日期", stage.label())));
    parts.extend(filter.permit.map(|kind| format!("按办成{}的日期", kind.label())));
    parts.extend(filter.without.map(|stage| format!("到期末还没有{}", stage.label())));
    parts.extend(
        filter.signed_within.map(|span| format!("首份正式合同在{}签订", span.label())),
    );
    let lists = [
        ("来源地", joined(filter.origins.iter().map(|word| word.label()))),
        ("来源区域", joined(filter.regions.iter().map(|word| word.as_str()))),
        ("渠道", joined(filter.channels.iter().map(|word| word.label()))),
        ("领域", joined(filter.sectors.iter().map(|word| word.as_str()))),
        ("产业链", joined(filter.chains.iter().map(|word| word.as_str()))),
        ("合同类型", joined(filter.contracts.iter().map(|word| word.label()))),
        ("等级", filter.grades.join("、")),
        ("行业", joined(filter.industries.iter().map(|word| word.label()))),
        ("投资方在名单", filter.listings.join("、")),
        ("投资方类别", filter.classes.join("、")),
        ("标签", filter.tags.join("、")),
        ("签约活动", joined(filter.events.iter().map(|word| word.as_str()))),
        ("活动", joined(filter.activities.iter().map(|word| word.label()))),
        ("保障事项", joined(filter.supports.iter().map(|word| word.label()))),
        ("对象类别", filter.partners.join("、")),
        ("带队领导", filter.roles.join("、")),
    ];
    for (name, words) in lists {
        if !words.is_empty() {
            parts.push(format!("{name}为{words}"));
        }
    }
    let registered = joined(filter.registered.iter().map(|field| field.label()));
    parts.extend((!registered.is_empty()).then(|| format!("登记了{registered}")));
    let proved: Vec<&str> = (filter.valid.iter())
        .map(|valid| if valid.0 { "核实为有效" } else { "核实为无效" })
        .collect();
    parts.extend((!proved.is_empty()).then(|| proved.join("或")));
    parts.extend(filter.at_least.map(|size| format!("合同额{size}以上（含本数）")));
    parts.extend(filter.above.map(|size| format!("合同额超过{size}（不含本数）")));
    parts.join("；")
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("、")
}
