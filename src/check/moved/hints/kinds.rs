//! What kind of figure moved, by how much, and how such a change is said honestly, where no record can
//! be told.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::words::{REPORTED, change, change_from, correction};
use crate::figures::basis::Basis;
use crate::figures::series::Series;
use crate::model::book::current::Moved;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Key, field};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::plan::Plan;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::activity::Activity;
use crate::model::record::project::{
    Contract, FundsEntry, Investor, JointShare, Project, StageEntry, Support,
};
use crate::model::record::registry::Unit;
use crate::model::record::reported::Total;
use crate::words::number::exact;

/// The most units that a record moves: a joint project has a few.
const FEW: usize = 3;

/// A value that moved, with its series.
struct Value<'a, 'b> {
    moved: &'b Moved,
    scope: &'b Scope,
    series: &'b Series<'a>,
    by: Option<Decimal>,
}

/// Returns the line for what moved of an edition and is not yet explained: the sums of records, else,
/// without any other line, what follows from rules.
pub(crate) fn line(
    basis: &Basis,
    edition: &ReleasedEdition,
    is_explained: impl Fn(usize, &Scope) -> bool,
    has_line: bool,
) -> Option<String> {
    let values = values(basis, edition);
    let open =
        values.iter().filter(|(series, value)| !is_explained(*series, value.scope));
    let narrowest = open.map(|(_, value)| value).min_by_key(|value| breadth(value.scope));
    match narrowest {
        Some(_) if units(&values) > FEW => Some(many(edition, basis)),
        Some(value) if is_shift(value, &values) => Some(shift(value)),
        Some(value) => {
            Some(attribute(value, &values).unwrap_or_else(|| of_records(value)))
        }
        None if has_line => None,
        None => rule(edition, basis),
    }
}

/// Returns how many units have values that moved.
fn units(values: &[(usize, Value)]) -> usize {
    let units = values.iter().filter(|(_, value)| matches!(value.scope, Scope::Unit(_)));
    units.map(|(_, value)| value.scope).collect::<BTreeSet<_>>().len()
}

/// A rule, since it moved more units than a record does.
fn many(edition: &ReleasedEdition, basis: &Basis) -> String {
    let end = edition.release.record.period.end();
    let mut plans = basis.book.plans.iter();
    let plan = plans.find(|plan| plan.record.span.contains(end));
    format!(
        "许多单位的数一起变了，多半是规则变了：{}的“{}”（范围、计入）“{}”改回原来的；文件以后改了的，写进以后的方案，期间从施行的那天起",
        plan.map_or("plans", |plan| plan.path.as_str()),
        field!(Plan.indicators).key,
        field!(Plan.cutoffs).key
    )
}

/// An attribute of projects, since it moved neither a unit nor the whole.
fn attribute(value: &Value, values: &[(usize, Value)]) -> Option<String> {
    let id = &value.series.indicator.id;
    let is_whole = values
        .iter()
        .any(|(_, other)| other.series.indicator.id == *id && *other.scope == Scope::All);
    let is_of_activities = matches!(
        value.series.indicator.measure,
        MeasureKind::Activities | MeasureKind::Visited
    );
    let key = match value.scope {
        _ if is_whole => return None,
        Scope::Group(_) => {
            let change = change_from(field!(Unit.group).key, "<现在的>");
            let moved = by_how_much(value);
            return Some(format!(
                "{moved}，单位和合计没有变：units.yaml里单位的分组改回原来的，另写 {change}"
            ));
        }
        Scope::Region(_) => field!(Project.investor).key,
        Scope::Chain(_) => field!(Project.chain).key,
        Scope::Leader(_) if is_of_activities => return None,
        Scope::Leader(_) => field!(Project.leader).key,
        Scope::Channel(_) => field!(Project.channel).key,
        Scope::Sector(_) => field!(Project.sector).key,
        _ => return None,
    };
    let now = match value.scope {
        Scope::Region(_) => format!("{{{}: <现在的>}}", field!(Investor.seat).key),
        _ => "<现在的>".to_owned(),
    };
    let (moved, change) = (by_how_much(value), change_from(key, now));
    Some(format!(
        "{moved}，合计没有变：项目的“{key}”改回原来的，另写 {change}（一直如此、首报写错的，不写“自”）"
    ))
}

fn values<'a, 'b>(
    basis: &'b Basis<'a>,
    edition: &'b ReleasedEdition,
) -> Vec<(usize, Value<'a, 'b>)> {
    let period = &edition.release.record.period;
    let value = |moved: &'b Moved| {
        let FigureId::Indicator(id, scope) = &moved.figure.id else { return None };
        let mut all = basis.series.iter().enumerate();
        let (at, series) = all.find(|(_, series)| {
            series.indicator.id == *id && series.plan.span.contains(period.end())
        })?;
        let mut parts = moved.parts.iter();
        let part = parts.find(|part| part.part == FrozenPart::Value)?;
        let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
        let by = number(&part.new).zip(number(&part.old));
        let by = by.and_then(|(new, old)| new.checked_sub(old));
        let is_taken = !series.indicator.measure.is_derived();
        is_taken.then_some((at, Value { moved, scope, series, by }))
    };
    edition.moved.iter().filter_map(value).collect()
}

/// Units first, the whole last: the narrower, the nearer to the record.
fn breadth(scope: &Scope) -> usize {
    match scope {
        Scope::Unit(_) | Scope::UnitInSector(..) | Scope::Other => 0,
        Scope::Leader(_) | Scope::Task(_) | Scope::Chain(_) | Scope::Channel(_) => 1,
        Scope::Sector(_) | Scope::Region(_) | Scope::Group(_) => 2,
        Scope::All => 3,
    }
}

/// Returns whether what a unit has more another has less, and the whole stood.
fn is_shift(value: &Value, values: &[(usize, Value)]) -> bool {
    let id = &value.series.indicator.id;
    let same = values.iter().filter(|(_, other)| other.series.indicator.id == *id);
    let units = same.clone().filter(|(_, other)| matches!(other.scope, Scope::Unit(_)));
    let by: Vec<Decimal> = units.filter_map(|(_, other)| other.by).collect();
    let is_whole = same.clone().any(|(_, other)| *other.scope == Scope::All);
    !is_whole && by.len() > 1 && by.iter().sum::<Decimal>().is_zero()
}

/// By how much a figure moved, in words: `县交通局的到位资金多了0.2亿元`.
fn by_how_much(value: &Value) -> String {
    let title = value.moved.figure.title();
    match value.by {
        Some(by) => {
            let word = if by.is_sign_negative() { "少了" } else { "多了" };
            format!("{title}{word}{}{}", exact(by.abs()), value.moved.figure.unit)
        }
        None => format!("{title}有没有数变了"),
    }
}

fn shift(value: &Value) -> String {
    let (unit, shares) = (field!(Project.unit).key, field!(Project.shares).key);
    let share = field!(JointShare.share).key;
    let from = change_from(unit, "<现在的>");
    format!(
        "{}，别的单位相应增减，合计没有变：项目的“{unit}”“{shares}”{share}改了的改回原来的，另写 {from}（{shares}的连同联合报告写）",
        by_how_much(value)
    )
}

fn of_records(value: &Value) -> String {
    let moved = by_how_much(value);
    let now = "<改后的>";
    let each = |what: &str, key: Key, more: &str| {
        let correction = correction(key, now);
        format!(
            "{moved}：{what}改了的改回原来的，在那一条里写 {correction}（{more}改哪项写哪项）"
        )
    };
    match value.series.indicator.measure {
        MeasureKind::Funds => {
            let money = money(value);
            format!(
                "{moved}：资金改了的改回原来的，另加一条 {money}；补记的写 {REPORTED}"
            )
        }
        MeasureKind::Contract => {
            each("合同", field!(Contract.amount).key, "签订、类型、认定等，")
        }
        MeasureKind::Projects | MeasureKind::StageAmount => {
            let line =
                each("合同、环节、证照", field!(StageEntry.date).key, "金额、认定等，");
            let change = change(field!(Project.investment).key, now);
            format!("{line}；类别、标签、用地等写 {change}")
        }
        MeasureKind::Reported => {
            each("总数（连同报送）", field!(Total.value).key, "累计等，")
        }
        MeasureKind::Activities | MeasureKind::Visited => {
            each("活动", field!(Activity.units).key, "日期、件数、有效等，")
        }
        MeasureKind::SupportDue | MeasureKind::SupportDone => {
            let (done, due) = (field!(Support.done).key, field!(Support.due).key);
            format!(
                "{moved}：保障事项的“{due}”“{done}”改回原来的；以后才知道办结的，写明 {REPORTED}"
            )
        }
        _ => format!(
            "{moved}：报送任务和各条记录的报送改回原来的；补记的照实写 {REPORTED}"
        ),
    }
}

/// The row of money that says a difference.
fn money(value: &Value) -> String {
    let by = value.by.map_or_else(
        || "<增减>".to_owned(),
        |by| format!("{}{}", exact(by), value.moved.figure.unit),
    );
    format!(
        "{{{}: <月份>, {}: {by}, {}: <更正的日期>, {}: <为什么>}}",
        field!(FundsEntry.month).key,
        field!(FundsEntry.amount).key,
        field!(FundsEntry.corrected).key,
        field!(FundsEntry.note).key,
    )
}

/// What moves figures without their values: a rule of the plan, or a group.
fn rule(edition: &ReleasedEdition, basis: &Basis) -> Option<String> {
    let has = |test: fn(&FrozenPart) -> bool| {
        let mut parts = edition.moved.iter().flat_map(|moved| &moved.parts);
        parts.any(|part| test(&part.part))
    };
    let end = edition.release.record.period.end();
    let plan = basis.book.plans.iter().find(|plan| plan.record.span.contains(end))?;
    let of_plan = |key: Key| {
        format!(
            "{}：“{key}”改回原来的；文件以后改了的，写进以后的方案，期间从施行的那天起",
            plan.path
        )
    };
    Some(if has(|part| matches!(part, FrozenPart::Schedule | FrozenPart::Verdict(_))) {
        of_plan(field!(Plan.curves).key)
    } else if has(|part| matches!(part, FrozenPart::Rank)) && !has(is_score) {
        let group = field!(Unit.group).key;
        let change = change_from(group, "<现在的>");
        let rankings = of_plan(field!(Plan.rankings).key);
        format!(
            "数没有变，名次变了：{}里单位的“{group}”改回原来的，另写 {change}；没有改分组的，{rankings}",
            basis.book.registry.path
        )
    } else if has(is_score) || edition.moved.iter().any(is_of_score) {
        of_plan(field!(Plan.assessments).key)
    } else if has(|part| *part == FrozenPart::Lamp) {
        of_plan(field!(Plan.lamps).key)
    } else {
        of_plan(field!(Plan.indicators).key)
    })
}

fn is_score(part: &FrozenPart) -> bool {
    matches!(part, FrozenPart::Item(_) | FrozenPart::Total)
}

fn is_of_score(moved: &Moved) -> bool {
    matches!(moved.figure.id, FigureId::Score(..))
}
