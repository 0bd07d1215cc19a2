//! What kind of figure moved, by how much, and how such a change is said honestly, where no record can
//! be told.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::words::{
    REPORTED, change, change_from, corrected_money, correction, rule,
};
use crate::figures::basis::Basis;
use crate::figures::series::Series;
use crate::model::book::current::Moved;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Key, field};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::plan::Plan;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::record::activity::Activity;
use crate::model::record::project::{Contract, Project, StageEntry, Support};
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
    let units = values.iter().filter(|(_, value)| matches!(value.scope, Scope::Unit(_)));
    let units: BTreeSet<&Scope> = units.map(|(_, value)| value.scope).collect();
    match narrowest {
        Some(_) if units.len() > FEW => Some(many(edition, basis)),
        Some(value) => {
            let said = match attribute(value, &values) {
                Some(key) => attributed(key),
                None => recorded(value),
            };
            let is_alone = values.iter().all(|(_, other)| other.is_of(value));
            let rule = edition.plan(basis.book).filter(|_| is_alone);
            let rule = rule.map(|plan| value.rule(&plan.path)).unwrap_or_default();
            Some(format!("{}：{said}{rule}", value.by_how_much()))
        }
        None if has_line => None,
        None => by_rule(edition, basis),
    }
}

fn values<'a, 'b>(
    basis: &'b Basis<'a>,
    edition: &'b ReleasedEdition,
) -> Vec<(usize, Value<'a, 'b>)> {
    let end = edition.release.record.period.end();
    let value = |moved: &'b Moved| {
        let FigureId::Indicator(id, scope) = &moved.figure.id else { return None };
        let mut all = basis.series.iter().enumerate();
        let (at, series) = all.find(|(_, series)| {
            series.indicator.id == *id && series.plan.span.contains(end)
        })?;
        let part = moved.parts.iter().find(|part| part.part == FrozenPart::Value)?;
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

impl Value<'_, '_> {
    /// Returns whether it is of the same indicator as another.
    fn is_of(&self, other: &Value) -> bool {
        self.series.indicator.id == other.series.indicator.id
    }

    /// What chooses the facts of its indicator, where no other moved.
    fn rule(&self, path: &str) -> String {
        let (filter, conditions) =
            (field!(Indicator.filter).key, field!(Indicator.conditions).key);
        let name = &self.series.indicator.name;
        let rule = rule(path, format!("指标“{name}”的“{filter}”“{conditions}”"));
        format!("；别的指标都没有变，没有改记录的，{rule}")
    }

    /// By how much it moved, in words: `到位资金 · 县交通局多了0.2亿元`.
    fn by_how_much(&self) -> String {
        let title = self.moved.figure.title();
        let Some(by) = self.by else { return format!("{title}有没有数变了") };
        let word = if by.is_sign_negative() { "少了" } else { "多了" };
        format!("{title}{word}{}{}", exact(by.abs()), self.moved.figure.unit)
    }
}

/// Returns the attribute by which records are credited otherwise, since the whole stood.
fn attribute(value: &Value, values: &[(usize, Value)]) -> Option<Key> {
    let id = &value.series.indicator.id;
    let same = || values.iter().filter(|(_, other)| other.series.indicator.id == *id);
    let is_of_activities = matches!(
        value.series.indicator.measure,
        MeasureKind::Activities | MeasureKind::Visited
    );
    match value.scope {
        _ if same().any(|(_, other)| *other.scope == Scope::All) => None,
        Scope::Unit(_) => {
            let units = same().filter(|(_, other)| matches!(other.scope, Scope::Unit(_)));
            let by: Vec<Decimal> = units.filter_map(|(_, other)| other.by).collect();
            let is_shift = by.len() > 1 && by.iter().sum::<Decimal>().is_zero();
            is_shift.then_some(field!(Project.unit).key)
        }
        Scope::Group(_) => Some(field!(Unit.group).key),
        _ if is_of_activities => None,
        Scope::Region(_) => Some(field!(Project.investor).key),
        Scope::Chain(_) => Some(field!(Project.chain).key),
        Scope::Leader(_) => Some(field!(Project.leader).key),
        Scope::Channel(_) => Some(field!(Project.channel).key),
        Scope::Sector(_) => Some(field!(Project.sector).key),
        _ => None,
    }
}

fn attributed(key: Key) -> String {
    let change = change_from(key, "<现在的>");
    let (shares, group) = (field!(Project.shares).key, field!(Unit.group).key);
    let what = if key == group { "units.yaml里单位" } else { "项目" };
    let joint = if key == field!(Project.unit).key {
        format!("“{shares}”的占比也一样，连同联合报告写；")
    } else {
        String::new()
    };
    format!(
        "合计没有变，{what}的“{key}”改回原来的、“变更”删了的恢复，另写 {change}（{joint}一直如此、首报写错的，不写“自”）"
    )
}

/// How records are put right that a measure adds up.
fn recorded(value: &Value) -> String {
    let each = |what: &str, key: Key, more: &str| {
        let correction = correction(key, "<改后的>");
        format!("{what}改了的改回原来的，在那一条里写 {correction}（{more}改哪项写哪项）")
    };
    let change = change(field!(Project.tags).key, "[<改后的>]");
    let classed = format!(
        "类别、标签、用地等改了、去掉了的改回原来的，另写 {change}（改哪项写哪项）"
    );
    match value.series.indicator.measure {
        MeasureKind::Funds => {
            let by = value.by.map_or_else(
                || "<增减>".to_owned(),
                |by| format!("{}{}", exact(by), value.moved.figure.unit),
            );
            let row = corrected_money("<月份>", by);
            format!("资金改了的改回原来的，另加一条 {row}；补记的写 {REPORTED}")
        }
        MeasureKind::Contract => format!(
            "{}；{classed}",
            each("合同", field!(Contract.amount).key, "签订、类型、认定等，")
        ),
        MeasureKind::Projects | MeasureKind::StageAmount => format!(
            "{}；{classed}",
            each("合同、环节、证照", field!(StageEntry.date).key, "金额、认定等，")
        ),
        MeasureKind::Reported => {
            each("总数（连同报送）", field!(Total.value).key, "累计等，")
        }
        MeasureKind::Activities | MeasureKind::Visited => {
            each("活动", field!(Activity.units).key, "日期、件数、有效等，")
        }
        MeasureKind::SupportDue | MeasureKind::SupportDone => format!(
            "保障事项的“{}”“{}”改回原来的；以后才知道办结的，写明 {REPORTED}",
            field!(Support.due).key,
            field!(Support.done).key
        ),
        _ => format!("报送任务和各条记录的报送改回原来的；补记的照实写 {REPORTED}"),
    }
}

/// A rule, since it moved more units than a record does.
fn many(edition: &ReleasedEdition, basis: &Basis) -> String {
    let path = edition.plan(basis.book).map_or("plans", |plan| plan.path.as_str());
    let (indicators, cutoffs) = (field!(Plan.indicators).key, field!(Plan.cutoffs).key);
    let rule = rule(path, format!("“{indicators}”（范围、计入）“{cutoffs}”"));
    format!("许多单位的数一起变了，多半是规则变了，{rule}")
}

/// What moves figures without their values: a rule of the plan, or a group.
fn by_rule(edition: &ReleasedEdition, basis: &Basis) -> Option<String> {
    let plan = edition.plan(basis.book)?;
    let has = |test: fn(&FrozenPart) -> bool| {
        edition.parts().any(|(_, moved)| test(&moved.part))
    };
    let mut ids = edition.moved.iter().map(|moved| &moved.figure.id);
    let is_scored = ids.any(|id| matches!(id, FigureId::Score(..)));
    let key = if has(|part| matches!(part, FrozenPart::Schedule | FrozenPart::Verdict(_)))
    {
        field!(Plan.curves).key
    } else if is_scored {
        field!(Plan.assessments).key
    } else if has(|part| *part == FrozenPart::Rank) {
        let group = field!(Unit.group).key;
        let change = change_from(group, "<现在的>");
        let rankings = rule(&plan.path, format!("“{}”", field!(Plan.rankings).key));
        return Some(format!(
            "数没有变，名次变了：{}里单位的“{group}”改回原来的，另写 {change}；没有改分组的，{rankings}",
            basis.book.registry.path
        ));
    } else if has(|part| *part == FrozenPart::Lamp) {
        field!(Plan.lamps).key
    } else {
        field!(Plan.indicators).key
    };
    Some(rule(&plan.path, format!("“{key}”")))
}
