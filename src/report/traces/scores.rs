//! The traces of scores: each item's formula, the sum, the rank, and the records behind them.

use crate::figures::scores::UnitScore;
use crate::figures::scores::context::lamp_set;
use crate::figures::scores::item::ItemScore;
use crate::figures::scores::work::SourceRecord;
use crate::model::value::quantity::Denomination;
use crate::report::traces::depth::Depth;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::score_text;
use crate::view::inline::Link;
use crate::view::inline::trace_id;
use crate::view::trace::{TraceRecord, TraceView};
use crate::words::date;
use crate::words::number::{exact, share};

/// How a unit's scores came about.
pub fn score_trace(
    assessment_view: &AssessmentView,
    unit: &UnitScore,
    depth: Depth,
) -> TraceView {
    let records = |counted: bool| {
        let items = unit.items.iter();
        items.flat_map(move |item| {
            let records = item.sources.records.iter();
            records
                .filter(move |record| record.counted == counted)
                .map(move |record| trace_record(assessment_view, item, record))
        })
    };
    let (counted, left_out) = (records(true).count(), records(false).count());
    let most = (depth.most(counted), depth.most(left_out));
    let more = counted + left_out - most.0 - most.1;
    let figure = assessment_view.id(&unit.unit);
    let full = format!("{}#{}", assessment_view.trace_page(), trace_id(&figure));
    TraceView {
        id: trace_id(&figure),
        title: format!(
            "{} · {}",
            assessment_view.assessment.name,
            assessment_view.name(unit)
        ),
        figure,
        text: match &unit.total {
            Ok(_) => format!("{}分", score_text::total(assessment_view.assessment, unit)),
            Err(reason) => format!("—（{}）", reason.words),
        },
        demo: unit.demo,
        definition: "各项得分先按小数位舍入，再相加。".to_owned(),
        clause: assessment_view.clause(),
        period: date::period(&assessment_view.sheet.figures.period),
        steps: steps(assessment_view, unit),
        rows: Vec::new(),
        records: records(true).take(most.0).collect(),
        left_out: records(false).take(most.1).collect(),
        quiet: false,
        more,
        full: if more > 0 { full } else { String::new() },
    }
}

fn steps(assessment_view: &AssessmentView, unit: &UnitScore) -> Vec<String> {
    let assessment = assessment_view.assessment;
    let item = |score: &ItemScore| {
        let item = &assessment.items[score.item];
        let worked = score_text::worked(assessment, score);
        format!("{}（依据{}）：{worked}", item.name, item.clause.cited())
    };
    let mut steps: Vec<String> = unit.items.iter().map(item).collect();
    steps.push(format!("合计：{}", score_text::sum(assessment, unit)));
    steps.extend(
        score_text::scaling(assessment, unit).map(|text| format!("折算：{text}")),
    );
    let lamp = unit.lamp.as_ref().zip(lamp_set(assessment_view.plan, assessment));
    steps.extend(lamp.map(|(lamp, set)| {
        let (basis, condition) = (set.basis.label(), &lamp.condition);
        format!("灯：{basis}{condition}，{}（{}）", lamp.name, lamp.word)
    }));
    steps.extend(
        unit.rank
            .map(|rank| format!("名次：{}个参加排位的单位中列第{rank}位", unit.rank_of)),
    );
    steps.extend(unit.grade.as_ref().map(|grade| match grade.promoted {
        Some(_) => format!("等次：{}（直接定等）", grade.name),
        None => format!("等次：{}", grade.name),
    }));
    steps.extend(unit.veto.as_ref().map(|veto| {
        format!("取消考评资格：{}（依据{}）", veto.reason, veto.clause.cited())
    }));
    steps
}

fn trace_record(
    assessment_view: &AssessmentView,
    item: &ItemScore,
    source: &SourceRecord,
) -> TraceRecord {
    let name = &assessment_view.assessment.items[item.item].name;
    let projects = &assessment_view.sheet.book().projects;
    let href = source
        .project
        .map(|at| format!("projects/{}.html", projects[at].record.id))
        .unwrap_or_default();
    let note = if source.note.is_empty() {
        source.evidence.join("、")
    } else {
        source.note.clone()
    };
    TraceRecord {
        record: Link { text: source.name.clone(), href },
        place: source.place.clone(),
        when: source.when.clone(),
        amount: source.amount.map(amount).unwrap_or_default(),
        share: if source.share == rust_decimal::Decimal::ONE {
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
fn amount(amount: rust_decimal::Decimal) -> String {
    let unit = Denomination::of("亿元");
    let number = unit.and_then(|unit| unit.of_base(amount)).unwrap_or(amount);
    format!("{}亿元", exact(number))
}
