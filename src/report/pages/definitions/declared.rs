//! What else a plan declares as lists: campaigns with their phases, duties, tasks.

use crate::model::plan::Plan;
use crate::model::plan::campaign::Campaign;
use crate::model::plan::duty::Duty;
use crate::model::plan::task::Task;
use crate::model::value::clause::Clause;
use crate::model::value::date::Days;
use crate::model::value::reference::{IndicatorRef, ScopeRef};
use crate::report::listings::columns::Columns;
use crate::report::pages::blocks::clause_inline;
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::date::{day, span};
use crate::words::number::DASH;

/// Some days of a campaign with their name and clause.
type Stretch<'a> = (&'a str, &'a Days, &'a Clause);

/// Campaigns with their windows and phases.
pub(super) fn campaigns(plan: &Plan) -> Vec<Block> {
    let tables = plan.campaigns.iter().map(|campaign| campaign_table(plan, campaign));
    tables.map(|table| Block::Table { table }).collect()
}

fn campaign_table(plan: &Plan, campaign: &Campaign) -> Table {
    let whole = [
        ("行动", &campaign.days, &campaign.clause),
        ("项目计数", &campaign.counting, &campaign.clause),
    ];
    let phases = campaign
        .phases
        .iter()
        .map(|phase| (phase.name.as_str(), &phase.days, &phase.clause));
    Columns::<Stretch>::new()
        .words("时段", 4, |(name, ..)| name)
        .words("起止", 7, |(_, days, _)| span(days))
        .numbers("天数", 2, |(_, days, _)| {
            format!("{}天", (days.end - days.start).num_days() + 1)
        })
        .words("依据", 3, |(.., clause)| clause_inline(plan, clause))
        .listing(
            format!("list-campaign-{}-{}", campaign.id, plan.id),
            &campaign.name,
            whole.into_iter().chain(phases),
        )
}

/// What units hand in, how often, by when.
pub(super) fn duties(plan: &Plan) -> Vec<Block> {
    let table = Columns::<&Duty>::new()
        .words("报送任务", 4, |duty| &duty.name)
        .words("周期", 2, |duty| duty.rhythm.label())
        .words("期限", 2, |duty| duty.due.to_string())
        .words("起止", 4, |duty| {
            let to = duty.to.map_or(String::new(), |to| format!("，至{}", day(to)));
            format!("自{}{to}", day(duty.from))
        })
        .words("单位", 4, |duty| scopes(&duty.units))
        .words("报什么", 4, brought)
        .when(plan.duties.iter().any(Duty::brings_records))
        .words("依据", 2, |duty| clause_inline(plan, &duty.clause))
        .listing(format!("list-duties-{}", plan.id), "各单位的报送任务", &plan.duties);
    table.filled().map(|table| Block::Table { table }).into_iter().collect()
}

/// The kinds of records and the indicators that a duty brings.
fn brought(duty: &Duty) -> String {
    let kinds = duty.facts.iter().map(|kind| kind.label());
    let indicators = duty.indicators.iter().map(IndicatorRef::as_str);
    let named: Vec<&str> = kinds.chain(indicators).collect();
    if named.is_empty() { DASH.to_owned() } else { named.join("、") }
}

/// Tasks with who leads and who helps.
pub(super) fn tasks(plan: &Plan) -> Vec<Block> {
    let table = Columns::<&Task>::new()
        .words("板块", 2, |task| task.block.as_deref().unwrap_or(DASH))
        .words("任务", 5, |task| &task.name)
        .words("牵头", 4, |task| scopes(&task.lead))
        .words("配合", 6, |task| scopes(&task.help))
        .words("成果", 4, |task| {
            if task.deliverables.is_empty() {
                DASH.to_owned()
            } else {
                task.deliverables.join("、")
            }
        })
        .words("依据", 2, |task| clause_inline(plan, &task.clause))
        .listing(format!("list-tasks-{}", plan.id), "任务清单", &plan.tasks);
    table.filled().map(|table| Block::Table { table }).into_iter().collect()
}

fn scopes(scopes: &[ScopeRef]) -> String {
    if scopes.is_empty() {
        return DASH.to_owned();
    }
    scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join("、")
}
