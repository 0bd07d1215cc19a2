//! How a plan judges and credits projects: phrases, stages, needs, grades, lists, credit, exchange rates.

use crate::model::plan::Plan;
use crate::model::plan::assessment::grade::{Grade, GradeRule, ListRule};
use crate::model::plan::credit::CreditRule;
use crate::model::plan::stage::StageRule;
use crate::model::plan::upkeep::{FollowUp, Need};
use crate::model::value::clause::Clause;
use crate::model::value::reference::ScopeRef;
use crate::model::value::share::LeadShare;
use crate::report::listings::columns::Columns;
use crate::report::pages::blocks::clause_inline;
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::date::day;
use crate::words::number::{exact, share};

/// A rule: what it is about, what it says, and where.
struct Rule<'a> {
    name: String,
    words: String,
    clause: &'a Clause,
}

/// A table for each kind of rule that the plan has.
pub(super) fn blocks(plan: &Plan) -> Vec<Block> {
    let needs = plan.needs.iter().map(need).chain(plan.follow_up.iter().map(follow_up));
    let tables = [
        ("phrases", "文件里的统称", "写作", phrases(plan)),
        ("stages", "环节认定", "环节", plan.stages.iter().map(stage).collect()),
        ("needs", "项目记录须有的内容", "环节", needs.collect()),
        (
            "grades",
            "项目等级，由高到低，取最高的一级",
            "等级",
            plan.grades.iter().map(grade).collect(),
        ),
        ("lists", "企业名单", "名单", plan.lists.iter().map(list).collect()),
        ("credits", "归属和折算", "指标", plan.credits.iter().map(credit).collect()),
        ("rates", "外币折算", "币种", rates(plan)),
    ];
    tables
        .into_iter()
        .filter_map(|(id, title, first, rules)| table(plan, id, title, first, &rules))
        .map(|table| Block::Table { table })
        .collect()
}

fn table(
    plan: &Plan,
    id: &str,
    title: &str,
    first: &str,
    rules: &[Rule],
) -> Option<Table> {
    Columns::<&Rule>::new()
        .words(first, 3, |rule| &rule.name)
        .words("规定", 9, |rule| &rule.words)
        .words("依据", 3, |rule| clause_inline(plan, rule.clause))
        .listing(format!("list-{id}-{}", plan.id), title, rules)
        .filled()
}

fn phrases(plan: &Plan) -> Vec<Rule<'_>> {
    let phrases = plan.phrases.iter();
    phrases
        .map(|phrase| {
            let means: Vec<&str> = phrase.means.iter().map(ScopeRef::as_str).collect();
            let words = format!("指{}", means.join("、"));
            Rule { name: phrase.word.clone(), words, clause: &phrase.clause }
        })
        .collect()
}

fn rates(plan: &Plan) -> Vec<Rule<'_>> {
    let rates = plan.rates.iter();
    rates
        .map(|rate| {
            let currency = rate.currency.word;
            let (yuan, from) = (exact(rate.yuan.0), day(rate.from));
            let words = format!("1{currency}按{yuan}元折算，自{from}起");
            Rule { name: currency.to_owned(), words, clause: &rate.clause }
        })
        .collect()
}

fn stage(rule: &StageRule) -> Rule<'_> {
    let proofs: Vec<&str> = rule.any_of.iter().map(|kind| kind.label()).collect();
    let words = if proofs.is_empty() {
        "以项目记录里该环节的日期为准".to_owned()
    } else {
        format!("有{}之一即为到达，以最早的日期为准", proofs.join("、"))
    };
    let version = rule.version.as_ref().map(|text| format!("；定义见：{text}"));
    Rule {
        name: rule.stage.label().to_owned(),
        words: words + &version.unwrap_or_default(),
        clause: &rule.clause,
    }
}

fn need(need: &Need) -> Rule<'_> {
    let from = need.from.map(|from| format!("{}起，", day(from))).unwrap_or_default();
    let large = (need.at_least)
        .map(|money| format!("投资{}以上的项目，", money.0))
        .unwrap_or_default();
    let needed: Vec<&str> = need.needed.iter().map(|field| field.label()).collect();
    Rule {
        name: need.stage.label().to_owned(),
        words: format!("{from}{large}记录里须有{}", needed.join("、")),
        clause: &need.clause,
    }
}

fn follow_up(rule: &FollowUp) -> Rule<'_> {
    let kinds: Vec<&str> = rule.activities.iter().map(|kind| kind.label()).collect();
    Rule {
        name: kinds.join("、"),
        words: format!("没有办结的须写明承办单位，{}天内须有更新", rule.days.0),
        clause: &rule.clause,
    }
}

fn grade(grade: &Grade) -> Rule<'_> {
    let ways: Vec<String> = grade.any_of.iter().map(grade_way).collect();
    Rule {
        name: grade.name.clone(),
        words: format!("{}（均含本数）", ways.join("；或")),
        clause: &grade.clause,
    }
}

/// One of the ways to reach a grade.
fn grade_way(rule: &GradeRule) -> String {
    let industries: Vec<&str> =
        rule.industries.iter().map(|industry| industry.label()).collect();
    let parts = [
        (!industries.is_empty()).then(|| industries.join("、")),
        rule.investment.map(|money| format!("投资{}以上", money.0)),
        rule.output.map(|money| format!("产值{}以上", money.0)),
        rule.fixed_assets.map(|least| format!("固定资产占{}以上", share(least.0))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("，")
}

fn list(list: &ListRule) -> Rule<'_> {
    let years = match list.years.map(|count| count.0) {
        Some(0) => "上榜年份须为签约当年".to_owned(),
        Some(count) => format!("上榜年份须为签约当年或前{count}年内"),
        None => "签约之日须在名单有效期内".to_owned(),
    };
    let relations: Vec<&str> =
        list.relations.iter().map(|relation| relation.label()).collect();
    let parts = [
        list.publisher.as_ref().map(|by| format!("由{by}发布")),
        Some(years),
        (!relations.is_empty()).then(|| format!("投资方须为{}", relations.join("或"))),
        (!list.seats.is_empty())
            .then(|| format!("注册地在{}的不算", list.seats.join("、"))),
    ];
    Rule {
        name: list.name.clone(),
        words: parts.into_iter().flatten().collect::<Vec<_>>().join("；"),
        clause: &list.clause,
    }
}

fn credit(rule: &CreditRule) -> Rule<'_> {
    let origins = rule.origins.iter().map(|weighted| {
        format!("{}项目按{}计入", weighted.origin.label(), share(weighted.weight.0))
    });
    let lead = rule.lead.map(|lead| match lead {
        LeadShare::Equal => "联合项目没有约定比例时，各单位平均分配".to_owned(),
        LeadShare::Of(lead) => format!(
            "联合项目没有约定比例时，牵头单位计{}，其余由配合单位平分",
            share(lead.0)
        ),
    });
    let names: Vec<&str> =
        rule.indicators.iter().map(|indicator| indicator.as_str()).collect();
    Rule {
        name: if names.is_empty() {
            "全部指标".to_owned()
        } else {
            names.join("、")
        },
        words: origins.chain(lead).collect::<Vec<_>>().join("；"),
        clause: &rule.clause,
    }
}
