//! A score item in words: how a number becomes its score, its bounds, what an unknown does.

use crate::figures::scores::gate::asked;
use crate::model::score_item::{
    Against, AverageKind, AverageOf, Band, Cap, JointBonus, ScoreItem, ScorePart,
    ScoreShape, Seen, Steps, UnknownRule,
};
use crate::words::number::{exact, share};

/// How the score comes about.
pub(super) fn how(item: &ScoreItem) -> String {
    let mut text = match item.shape {
        ScoreShape::Ratio => ratio(item),
        ScoreShape::Bands => {
            let bands: Vec<String> = item.bands.iter().map(band).collect();
            format!("看{}：{}", looked(item), bands.join("；"))
        }
        ScoreShape::Steps => item.steps.as_ref().map_or_else(String::new, |steps| {
            format!("看{}：{}", looked(item), step(steps))
        }),
        ScoreShape::Coefficient => {
            let base =
                item.range.as_ref().map_or(String::new(), |range| exact(range.base.0));
            format!("看{}：{base}＋（数－最小）÷（最大－最小）×其余的分", looked(item))
        }
        ScoreShape::Deduction => deduction(item),
        ScoreShape::Tally => item.parts.iter().map(each).collect::<Vec<_>>().join("；"),
        ScoreShape::Bonus => bonus(item),
        ScoreShape::Judged => judged(item),
        ScoreShape::Imported => "照录评定的分".to_owned(),
    };
    for gate in &item.gates {
        text.push_str(&format!("；{}，不满足的不予计分", asked(gate)));
    }
    for rule in &item.overrides {
        let gate = asked(&rule.condition);
        text.push_str(&format!("；{gate}的，直接得{}分", exact(rule.points.0)));
    }
    text
}

fn ratio(item: &ScoreItem) -> String {
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    if !item.parts.is_empty() {
        let part = |part: &ScorePart| {
            let weight =
                part.share.map_or_else(String::new, |one| format!("×{}", share(one.0)));
            format!("{}完成率{weight}", part.indicator.as_str())
        };
        let parts: Vec<String> = item.parts.iter().map(part).collect();
        return format!("（{}）×{points}", parts.join("＋"));
    }
    let against = item.against.unwrap_or(Against::Year);
    let annual = item.annual.filter(|annual| *annual != against);
    let annual = annual
        .map(|annual| format!("；年度考核对照{}", annual.label()))
        .unwrap_or_default();
    let own = name(item);
    match against {
        Against::Itself => format!("{own}×{points}{annual}"),
        Against::Average => format!("{own}÷{}×{points}{annual}", average(item)),
        other => format!("{own}÷{}×{points}{annual}", other.label()),
    }
}

/// What is divided or multiplied: an indicator, or the ratio of two.
fn name(item: &ScoreItem) -> String {
    let own = item.indicator.as_ref().map_or("", |indicator| indicator.as_str());
    match &item.over {
        Some(over) => format!("（{own}÷{}）", over.as_str()),
        None => own.to_owned(),
    }
}

fn average(item: &ScoreItem) -> String {
    let of = match item.average_of {
        Some(AverageOf::Group) => "同组单位",
        _ => "全部被考核单位",
    };
    match item.average {
        Some(AverageKind::Pooled) => format!("{of}的合计之比"),
        _ => format!("{of}各自之率的平均"),
    }
}

fn looked(item: &ScoreItem) -> String {
    format!("{}的{}", name(item), item.seen.unwrap_or(Seen::Completion).label())
}

fn band(band: &Band) -> String {
    let gates: Vec<String> = band.gates.iter().map(asked).collect();
    let gates = if gates.is_empty() {
        String::new()
    } else {
        format!("且{}", gates.join("、"))
    };
    format!("{}{gates}得{}", band.condition, exact(band.points.0))
}

fn step(steps: &Steps) -> String {
    let (base, from, size) =
        (exact(steps.base.0), exact(steps.from.0), exact(steps.size.0));
    let loss = steps
        .loss
        .map(|loss| format!("，每欠{size}减{}", exact(loss.0)))
        .unwrap_or_default();
    let gain = match steps.by_target.is_empty() {
        true => exact(steps.gain.0),
        false => {
            let sizes = steps.by_target.iter();
            let sizes = sizes
                .map(|one| format!("{}（目标{}以上）", exact(one.gain.0), one.at_least));
            sizes.collect::<Vec<_>>().join("、")
        }
    };
    format!("到{from}得{base}，每超{size}加{gain}{loss}")
}

fn deduction(item: &ScoreItem) -> String {
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    let each = item.each.map(|each| match &item.indicator {
        Some(_) => format!("{}每一个扣{}", looked(item), exact(each.0)),
        None => format!("每缺一项扣{}", exact(each.0)),
    });
    let parts = item.parts.iter().map(self::each);
    let all: Vec<String> = each.into_iter().chain(parts).collect();
    format!("{points}分起，{}", all.join("，"))
}

fn each(part: &ScorePart) -> String {
    let seen = match part.seen {
        Some(Seen::Shortfall) => "每差一个",
        _ => "每一个",
    };
    let points = part.each.map_or_else(String::new, |each| exact(each.0));
    format!("{}{seen}{points}分", part.indicator.as_str())
}

fn bonus(item: &ScoreItem) -> String {
    let tiers: Vec<String> = item
        .tiers
        .iter()
        .map(|tier| format!("{}以上{}分", tier.at_least, exact(tier.points.0)))
        .collect();
    let once = match item.exclusive {
        Some(_) => "，与其他加分项不重复",
        None => "",
    };
    let joint = match item.joint {
        Some(JointBonus::Lead) => "，联合项目计入牵头单位",
        _ => "，联合项目按比例",
    };
    format!("{}逐个项目：{}；只取最高一档{once}{joint}", name(item), tiers.join("、"))
}

fn judged(item: &ScoreItem) -> String {
    let judges: Vec<String> = item
        .judges
        .iter()
        .map(|judge| format!("{}{}", judge.name, share(judge.share.0)))
        .collect();
    match judges.is_empty() {
        true => "各份评分的平均".to_owned(),
        false => format!("各方评分平均后按权相加：{}", judges.join("、")),
    }
}

/// The bounds of the score.
pub(super) fn bounds(item: &ScoreItem) -> String {
    let cap = match item.cap {
        Some(Cap::At(cap)) => format!("封顶{}", exact(cap)),
        Some(Cap::Open) => "不封顶".to_owned(),
        None => {
            item.points.map_or(String::new(), |points| format!("封顶{}", exact(points.0)))
        }
    };
    match item.floor {
        Some(floor) => format!("{cap}，保底{}", exact(floor.0)),
        None => cap,
    }
}

/// What an unknown number does.
pub(super) fn unknowns(item: &ScoreItem) -> String {
    let rule = |rule: &UnknownRule| match rule.cause {
        Some(cause) => format!("{}：{}", cause.label(), rule.treatment.label()),
        None if item.unknown.len() > 1 => format!("其他：{}", rule.treatment.label()),
        None => rule.treatment.label().to_owned(),
    };
    item.unknown.iter().map(rule).collect::<Vec<_>>().join("；")
}
