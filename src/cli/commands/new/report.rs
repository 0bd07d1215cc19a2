//! The totals of a month that units hand in: a line for each unit and indicator, without a value.

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail};

use crate::cli::commands::new::draft::{Asked, Draft, schema_line};
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Record, Word};
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::{Indicator, SourceKind};
use crate::model::record::registry::Unit;
use crate::model::record::reported::{ReportedFile, TotalKind};
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// Makes the file of a month; of the last one if none is asked for.
pub(super) fn report(asked: &Asked) -> Result<Draft> {
    let month = match asked.words {
        [] => Month::of(asked.today).plus(-1),
        [word] => match Period::parse(word) {
            Ok(Period::Month(month)) => month,
            _ => bail!("“{word}”不是一个月，写成 2026-03"),
        },
        _ => bail!("只写一个月，如 2026-03"),
    };
    let plans = asked.book.plans.iter().map(|filed| filed.record.as_ref());
    let mut plans = plans.filter(|plan: &&Plan| plan.span.contains(month.end()));
    let plan = plans.next().ok_or_else(|| anyhow!("没有哪份方案管 {month}"))?;
    let lines = lines(asked, plan, month);
    if lines.is_empty() {
        bail!("方案“{}”没有由单位上报的指标，不用写上报数", plan.name);
    }
    let path = format!("reported/{month}.yaml");
    let head = schema_line(&path, ReportedFile::KIND.id);
    let told = format!("{}行，填上“值”和“报送”；没有报来的，删去那一行", lines.len());
    let text = format!("{head}总数:\n{}", lines.concat());
    Ok(Draft {
        path,
        text,
        told: vec![told],
        left_open: &["missing-key", "too-many-faults"],
    })
}

fn lines(asked: &Asked, plan: &Plan, month: Month) -> Vec<String> {
    let reported = |indicator: &&Indicator| indicator.source == SourceKind::Reported;
    let mut lines = Vec::new();
    for indicator in plan.indicators.iter().filter(reported) {
        for unit in units(asked, plan, indicator, month) {
            let (name, unit) = (&indicator.name, &unit.name);
            lines.push(format!(
                "  - {{指标: {name}, 范围: {unit}, 期: {month}, 值: , 性质: 上报, 报送: }}\n"
            ));
        }
    }
    lines
}

/// The units that have reported an indicator before; all units if none has.
fn reporting<'a>(
    asked: &Asked<'a>,
    indicator: &Indicator,
    units: &'a [Unit],
) -> Vec<&'a Unit> {
    let totals = asked.book.reported.iter().flat_map(|filed| &filed.record.totals);
    let own = totals.filter(|total| {
        total.kind == TotalKind::Reported && indicator.is_called(total.indicator.as_str())
    });
    let scopes: BTreeSet<Option<Scope>> =
        own.map(|total| asked.book.scope_called(total.scope.as_str())).collect();
    let has = |unit: &&Unit| {
        scopes.is_empty() || scopes.contains(&Some(Scope::Unit(unit.id.to_string())))
    };
    units.iter().filter(has).collect()
}

/// The units that the duties ask for an indicator; without a duty, those that report it.
fn units<'a>(
    asked: &Asked<'a>,
    plan: &Plan,
    indicator: &Indicator,
    month: Month,
) -> Vec<&'a Unit> {
    let register = asked.book.registered(month.end(), asked.today);
    let brings = |duty: &&Duty| {
        duty.facts.contains(&FactKind::Report)
            || duty.indicators.iter().any(|one| indicator.is_called(one.as_str()))
    };
    let mut duties = plan.duties.iter().filter(brings).peekable();
    if duties.peek().is_none() {
        return reporting(asked, indicator, register.units());
    }
    let mut units: Vec<&Unit> = Vec::new();
    for unit in duties.flat_map(|duty| register.units_in(&duty.units)) {
        if !units.iter().any(|known| known.id == unit.id) {
            units.push(unit);
        }
    }
    units
}
