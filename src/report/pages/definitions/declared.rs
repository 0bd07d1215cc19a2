//! What else a plan declares: stages, grades, lists, credit, rates, campaigns, duties, tasks.

use crate::model::plan::Plan;
use crate::model::plan::assessment::grade::{Grade, GradeRule, ListRule};
use crate::model::plan::campaign::Campaign;
use crate::model::plan::credit::CreditRule;
use crate::model::plan::duty::Duty;
use crate::model::plan::stage::StageRule;
use crate::model::plan::task::Task;
use crate::model::plan::upkeep::{FollowUp, Need};
use crate::model::value::clause::Clause;
use crate::model::value::reference::ScopeRef;
use crate::report::pages::blocks::{cell, clause_inline, columns, row};
use crate::view::page::Block;
use crate::view::table::{Cell, Row, Table};
use crate::words::date::{day, span};
use crate::words::number::{DASH, exact, share};

/// How projects are judged and credited: stages, grades, lists, credit, exchange rates.
pub(super) fn rules(plan: &Plan) -> Vec<Block> {
    let stages = plan.stages.iter().map(|rule| stage(plan, rule));
    let needs = plan.needs.iter().map(|one| need(plan, one));
    let needs = needs.chain(plan.follow_up.iter().map(|one| follow_up(plan, one)));
    let grades = plan.grades.iter().map(|one| grade(plan, one));
    let lists = plan.lists.iter().map(|one| list(plan, one));
    let credits = plan.credits.iter().map(|one| credit(plan, one));
    let rates = plan.rates.iter().map(|rate| {
        let currency = rate.currency.word;
        let words =
            format!("1{currency}按{}元折算，自{}起", exact(rate.yuan.0), day(rate.from));
        rule_row(plan, currency, words, &rate.clause)
    });
    let phrases = plan.phrases.iter().map(|one| {
        let means: Vec<&str> = one.means.iter().map(ScopeRef::as_str).collect();
        rule_row(plan, &one.word, format!("指{}", means.join("、")), &one.clause)
    });
    let tables = [
        ("phrases", "文件里的统称", "写作", phrases.collect::<Vec<_>>()),
        ("stages", "环节认定", "环节", stages.collect()),
        ("needs", "项目记录须有的内容", "环节", needs.collect()),
        ("grades", "项目等级，由高到低，取最高的一级", "等级", grades.collect()),
        ("lists", "企业名单", "名单", lists.collect()),
        ("credits", "归属和折算", "指标", credits.collect()),
        ("rates", "外币折算", "币种", rates.collect()),
    ];
    let tables = tables.into_iter().filter(|(.., rows)| !rows.is_empty());
    let heads = |first| [(first, false, 3), ("规定", false, 9), ("依据", false, 3)];
    tables
        .map(|(id, title, first, rows)| table(plan, id, title, &heads(first), rows))
        .collect()
}

/// Campaigns with their windows and phases.
pub(super) fn campaigns(plan: &Plan) -> Vec<Block> {
    let rows = |campaign: &Campaign| {
        let line = |name: &str, days, clause| {
            row(vec![
                Cell::text(name),
                Cell::text(span(days)),
                Cell::text(format!("{}天", (days.end - days.start).num_days() + 1)),
                cell(vec![clause_inline(plan, clause)]),
            ])
        };
        let mut rows = vec![
            line("行动", &campaign.days, &campaign.clause),
            line("项目计数", &campaign.counting, &campaign.clause),
        ];
        let phases = campaign.phases.iter();
        rows.extend(phases.map(|phase| line(&phase.name, &phase.days, &phase.clause)));
        rows
    };
    let heads =
        [("时段", false, 4), ("起止", false, 7), ("天数", true, 2), ("依据", false, 3)];
    let campaigns = plan.campaigns.iter();
    campaigns
        .map(|one| {
            table(plan, &format!("campaign-{}", one.id), &one.name, &heads, rows(one))
        })
        .collect()
}

/// What units hand in, how often, by when.
pub(super) fn duties(plan: &Plan) -> Vec<Block> {
    let line = |duty: &Duty| {
        let to = duty.to.map_or(String::new(), |to| format!("，至{}", day(to)));
        row(vec![
            Cell::text(&duty.name),
            Cell::text(duty.rhythm.label()),
            Cell::text(duty.due.to_string()),
            Cell::text(format!("自{}{to}", day(duty.from))),
            Cell::text(scopes(&duty.units)),
            cell(vec![clause_inline(plan, &duty.clause)]),
        ])
    };
    let heads = [
        ("报送任务", false, 4),
        ("周期", false, 2),
        ("期限", false, 2),
        ("起止", false, 4),
        ("单位", false, 4),
        ("依据", false, 2),
    ];
    let rows: Vec<Row> = plan.duties.iter().map(line).collect();
    let shown = (!rows.is_empty())
        .then(|| table(plan, "duties", "各单位的报送任务", &heads, rows));
    shown.into_iter().collect()
}

/// Tasks with who leads and who helps.
pub(super) fn tasks(plan: &Plan) -> Vec<Block> {
    let line = |task: &Task| {
        row(vec![
            Cell::text(task.block.as_deref().unwrap_or(DASH)),
            Cell::text(&task.name),
            Cell::text(scopes(&task.lead)),
            Cell::text(scopes(&task.help)),
            Cell::text(if task.deliverables.is_empty() {
                DASH.to_owned()
            } else {
                task.deliverables.join("、")
            }),
            cell(vec![clause_inline(plan, &task.clause)]),
        ])
    };
    let heads = [
        ("板块", false, 2),
        ("任务", false, 5),
        ("牵头", false, 4),
        ("配合", false, 6),
        ("成果", false, 4),
        ("依据", false, 2),
    ];
    let rows: Vec<Row> = plan.tasks.iter().map(line).collect();
    let shown =
        (!rows.is_empty()).then(|| table(plan, "tasks", "任务清单", &heads, rows));
    shown.into_iter().collect()
}

fn scopes(scopes: &[ScopeRef]) -> String {
    if scopes.is_empty() {
        return DASH.to_owned();
    }
    scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join("、")
}

fn stage(plan: &Plan, rule: &StageRule) -> Row {
    let proofs: Vec<&str> = rule.any_of.iter().map(|kind| kind.label()).collect();
    let words = if proofs.is_empty() {
        "以项目记录里该环节的日期为准".to_owned()
    } else {
        format!("有{}之一即为到达，以最早的日期为准", proofs.join("、"))
    };
    let version =
        rule.version.as_ref().map(|text| format!("；定义见：{text}")).unwrap_or_default();
    rule_row(plan, rule.stage.label(), words + &version, &rule.clause)
}

fn need(plan: &Plan, need: &Need) -> Row {
    let from = need.from.map(|from| format!("{}起，", day(from))).unwrap_or_default();
    let needed: Vec<&str> = need.needed.iter().map(|one| one.label()).collect();
    let large = need.at_least.map(|money| format!("投资{}以上的项目，", money.0));
    let large = large.unwrap_or_default();
    let words = format!("{from}{large}记录里须有{}", needed.join("、"));
    rule_row(plan, need.stage.label(), words, &need.clause)
}

fn follow_up(plan: &Plan, rule: &FollowUp) -> Row {
    let kinds: Vec<&str> = rule.activities.iter().map(|kind| kind.label()).collect();
    let words = format!("没有办结的须写明承办单位，{}天内须有更新", rule.days.0);
    rule_row(plan, &kinds.join("、"), words, &rule.clause)
}

fn grade(plan: &Plan, grade: &Grade) -> Row {
    let one = |rule: &GradeRule| {
        let industries: Vec<&str> =
            rule.industries.iter().map(|one| one.label()).collect();
        let industries = (!industries.is_empty()).then(|| industries.join("、"));
        let investment = rule.investment.map(|money| format!("投资{}以上", money.0));
        let output = rule.output.map(|money| format!("产值{}以上", money.0));
        let fixed = rule.fixed_assets;
        let fixed = fixed.map(|least| format!("固定资产占{}以上", share(least.0)));
        let parts = industries.into_iter().chain(investment).chain(output).chain(fixed);
        parts.collect::<Vec<_>>().join("，")
    };
    let words: Vec<String> = grade.any_of.iter().map(one).collect();
    rule_row(
        plan,
        &grade.name,
        format!("{}（均含本数）", words.join("；或")),
        &grade.clause,
    )
}

fn list(plan: &Plan, list: &ListRule) -> Row {
    let publisher = list.publisher.as_ref().map(|by| format!("由{by}发布"));
    let years = match list.years.map(|count| count.0) {
        Some(0) => "上榜年份须为签约当年".to_owned(),
        Some(count) => format!("上榜年份须为签约当年或前{count}年内"),
        None => "签约之日须在名单有效期内".to_owned(),
    };
    let relations: Vec<&str> = list.relations.iter().map(|one| one.label()).collect();
    let relations =
        (!relations.is_empty()).then(|| format!("投资方须为{}", relations.join("或")));
    let seats = (!list.seats.is_empty())
        .then(|| format!("注册地在{}的不算", list.seats.join("、")));
    let parts = publisher.into_iter().chain([years]).chain(relations).chain(seats);
    rule_row(plan, &list.name, parts.collect::<Vec<_>>().join("；"), &list.clause)
}

fn credit(plan: &Plan, rule: &CreditRule) -> Row {
    let origins = rule
        .origins
        .iter()
        .map(|one| format!("{}项目按{}计入", one.origin.label(), share(one.weight.0)));
    let lead = rule.lead.map(|lead| {
        format!("联合项目没有约定比例时，牵头单位计{}，其余由配合单位平分", share(lead.0))
    });
    let words: Vec<String> = origins.chain(lead).collect();
    let names: Vec<&str> = rule.indicators.iter().map(|one| one.as_str()).collect();
    let names =
        if names.is_empty() { "全部指标".to_owned() } else { names.join("、") };
    rule_row(plan, &names, words.join("；"), &rule.clause)
}

fn rule_row(plan: &Plan, name: &str, words: String, clause: &Clause) -> Row {
    row(vec![
        Cell::text(name),
        Cell::text(words),
        cell(vec![clause_inline(plan, clause)]),
    ])
}

fn table(
    plan: &Plan,
    id: &str,
    title: &str,
    heads: &[(&str, bool, u8)],
    rows: Vec<Row>,
) -> Block {
    Block::Table {
        table: Table {
            id: format!("list-{id}-{}", plan.id),
            title: title.to_owned(),
            unit: String::new(),
            columns: columns(heads),
            rows,
            notes: Vec::new(),
            wide: false,
        },
    }
}
