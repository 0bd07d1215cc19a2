//! The traces of scores: each item's formula, the sum, the rank, and the records behind them.

use crate::figures::scores::context::lamp_set;
use crate::figures::scores::item::ItemScore;
use crate::figures::scores::unit::UnitScore;
use crate::figures::scores::work::SourceRecord;
use crate::model::value::quantity::Denomination;
use crate::report::paths;
use crate::report::traces::clauses::cited;
use crate::report::traces::depth::Depth;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::revised::changes_in_words;
use crate::sheet::score_text;
use crate::view::inline::{Link, TraceLink, trace_id};
use crate::view::trace::{RecordPlace, TraceRecord, TraceView};
use crate::words::date;
use crate::words::number::{exact, share};
use rust_decimal::Decimal;

/// How a unit's scores came about.
pub fn score_trace(view: &AssessmentView, unit: &UnitScore, depth: Depth) -> TraceView {
    let (mut counted, mut left_out) =
        (records(view, unit, true), records(view, unit, false));
    let all = counted.len() + left_out.len();
    counted.truncate(depth.most(counted.len()));
    left_out.truncate(depth.most(left_out.len()));
    let more = all - counted.len() - left_out.len();
    let figure = view.id(unit);
    let full = TraceLink::here(&figure).on(paths::score_page(view));
    let assessment = view.assessment;
    let anchor = paths::assessment_anchor(view.sheet.book(), view.plan, assessment);
    TraceView {
        id: trace_id(&figure),
        title: format!("{} · {}", assessment.name, view.name(unit)),
        figure: figure.to_string(),
        text: match &unit.total {
            Ok(_) => format!("{}分", score_text::total(assessment, unit)),
            Err(reason) => format!("—（{}）", reason.label()),
        },
        demo: unit.demo,
        definition: "各项得分先按小数位舍入，再相加。".to_owned(),
        clause: cited(view.sheet, view.plan, &assessment.clause, &anchor),
        period: date::period(&view.sheet.figures.period),
        steps: steps(view, unit),
        rows: Vec::new(),
        records: counted,
        left_out,
        quiet: false,
        more,
        full: if more > 0 { full } else { TraceLink::default() },
    }
}

/// The records behind the items that count, or those that are left out.
fn records(view: &AssessmentView, unit: &UnitScore, counted: bool) -> Vec<TraceRecord> {
    let sources = unit
        .items
        .iter()
        .flat_map(|item| item.sources.records.iter().map(move |source| (item, source)));
    sources
        .filter(|(_, source)| source.counted == counted)
        .map(|(item, source)| record(view, item, source))
        .collect()
}

fn steps(view: &AssessmentView, unit: &UnitScore) -> Vec<String> {
    let assessment = view.assessment;
    let step = |score: &ItemScore| {
        let item = &assessment.items[score.item];
        let worked = score_text::worked(assessment, score);
        format!("{}（依据{}）：{worked}", item.name, item.clause.cited())
    };
    let mut steps: Vec<String> = unit.items.iter().map(step).collect();
    steps.push(format!("合计：{}", score_text::sum(assessment, unit)));
    steps.extend(
        score_text::scaling(assessment, unit).map(|text| format!("折算：{text}")),
    );
    steps.extend(consequences(view, unit));
    let (book, period) = (view.sheet.book(), &view.sheet.figures.period);
    steps.extend(changes_in_words(book, period, &view.id(unit), ""));
    steps
}

/// What follows from the total: lamp, rank, grade, and what takes them away.
fn consequences(view: &AssessmentView, unit: &UnitScore) -> Vec<String> {
    let lit = unit.lamp.as_ref().zip(lamp_set(view.plan, view.assessment));
    let lamp = lit.map(|(lamp, set)| {
        let (basis, condition) = (set.basis.label(), &lamp.condition);
        format!("灯：{basis}{condition}，{}（{}）", lamp.name, lamp.word)
    });
    let rank = unit
        .rank
        .map(|rank| format!("名次：{}个参加排位的单位中列第{rank}位", unit.rank_of));
    let grade = unit.grade.as_ref().map(|grade| match grade.promoted {
        Some(_) => format!("等次：{}（直接定等）", grade.name),
        None => format!("等次：{}", grade.name),
    });
    let lowered = unit.lowered.as_ref().map(|lowered| {
        let names =
            lowered.failed.iter().map(|at| view.assessment.items[*at].name.as_str());
        let names: Vec<&str> = names.collect();
        let clause = &view.assessment.lowered[lowered.rule].clause;
        let from = &lowered.from;
        let names = names.join("、");
        format!("降等：{names}不合格，由{from}降低（依据{}）", clause.cited())
    });
    let listed = view.assessment.listed.iter().find(|listed| {
        let own = view.sheet.book().unit(&listed.unit);
        own.is_some_and(|own| own.id.as_str() == unit.unit)
    });
    let listed = listed
        .map(|listed| format!("不参加评比，只列出得分（依据{}）", listed.clause.cited()));
    let veto = unit.veto.as_ref().map(|veto| {
        format!("取消考评资格：{}（依据{}）", veto.reason, veto.clause.cited())
    });
    [lamp, rank, grade, lowered, listed, veto].into_iter().flatten().collect()
}

fn record(view: &AssessmentView, item: &ItemScore, source: &SourceRecord) -> TraceRecord {
    let name = &view.assessment.items[item.item].name;
    let projects = &view.sheet.book().projects;
    let href = source.project.map(|at| paths::project(&projects[at].record));
    let route = source.at.map(|(list, at)| format!("{list} 第{}项", at + 1));
    let note = if source.note.is_empty() {
        source.evidence.join("、")
    } else {
        source.note.clone()
    };
    TraceRecord {
        record: Link::new(&source.name, href.unwrap_or_default()),
        place: RecordPlace {
            file: source.file.clone(),
            route: route.unwrap_or_default(),
        },
        when: source.when.clone(),
        amount: source.amount.map(amount).unwrap_or_default(),
        share: if source.share == Decimal::ONE {
            String::new()
        } else {
            share(source.share)
        },
        counted: if source.counted {
            format!("{}分", exact(source.points))
        } else {
            String::new()
        },
        note: if note.is_empty() { name.clone() } else { format!("{name}；{note}") },
    }
}

/// An amount of money in 亿元.
fn amount(amount: Decimal) -> String {
    let unit = Denomination::of("亿元");
    let number = unit.and_then(|unit| unit.of_base(amount)).unwrap_or(amount);
    format!("{}亿元", exact(number))
}
