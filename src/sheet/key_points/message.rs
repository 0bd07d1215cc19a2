//! The message to the work group: what everybody may know, in at most 300 characters.

use std::collections::BTreeMap;

use crate::figures::facts::moment::Cutoffs;
use crate::figures::outcome::Known;
use crate::model::dictionary::Level;
use crate::model::plan::fact_kind::FactKind;
use crate::sheet::Sheet;
use crate::sheet::key_points::course::added;
use crate::sheet::key_points::extremes::finished;
use crate::sheet::key_points::focus::{Focus, Mark};
use crate::sheet::key_points::headline::{completed, standing as distance};
use crate::sheet::key_points::pace::{needed, standing};
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::so_far;
use crate::sheet::part::FigurePart;
use crate::words::date;

/// Characters that a message may have.
pub const LENGTH: usize = 300;

/// The message; only of what the public gets, so that it can go anywhere.
pub(super) fn message(focus: &Focus) -> Option<String> {
    let sheet = focus.view.sheet;
    let title = format!("【{}招商引资进度】", so_far(&focus.view));
    let last = if sheet.is_demo {
        "数据以印发的通报为准（含演示数据）。"
    } else {
        "数据以印发的通报为准。"
    };
    let second = focus.second();
    let sentences = [
        Some(whole(focus)),
        second.as_ref().and_then(beside),
        units(focus),
        remaining(focus),
        next(sheet),
    ];
    let mut text = title;
    for sentence in sentences.into_iter().flatten() {
        let sentence = format!("{}。", sentence.words());
        // A message is cut at a sentence, never within one.
        if length(&text) + length(&sentence) + length(last) <= LENGTH {
            text.push_str(&sentence);
        }
    }
    text.push_str(last);
    (sheet.basis.audience.level == Level::Public).then_some(text)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// 截至9月底，全县到位资金54.08亿元，完成全年目标70亿元的77.25%，距三季度节点差1.92亿元；9月比8月底增加5.91亿元.
pub(super) fn whole(focus: &Focus) -> Phrase {
    let view = &focus.view;
    let whole = view.whole();
    let until = date::until(view.sheet.figures.period.end(), false);
    let name = view.name(&whole.scope);
    let opening = Phrase::of(format!("截至{until}，{name}{}", focus.thing()))
        .number(view.number(whole, FigurePart::Value, true))
        .text(focus.lack());
    let standing = match focus.mark {
        Mark::None => None,
        _ if view.is_rate() => {
            Some(Phrase::default().number(view.number(whole, FigurePart::Gap, true)))
        }
        _ => completed(focus).map(|done| match focus.mark {
            Mark::Schedule => done.and("，", distance(focus)),
            _ => done,
        }),
    };
    opening.and("，", standing).and("；", added(focus))
}

/// 正式合同额220.83亿元，完成73.61%.
pub(super) fn beside(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let whole = view.whole();
    whole.value.known()?;
    let opening =
        Phrase::of(focus.thing()).number(view.number(whole, FigurePart::Value, true));
    let done = whole.completion.known().map(|_| {
        Phrase::of("完成").number(view.number(whole, FigurePart::Completion, true))
    });
    Some(opening.and("，", done.filter(|_| !view.is_rate())))
}

/// 26个单位中12个达到序时进度，县农业农村委等已完成全年目标.
fn units(focus: &Focus) -> Option<Phrase> {
    let phrase = Phrase::default().and("", standing(focus)).and("，", finished(focus));
    (!phrase.is_empty()).then_some(phrase)
}

/// 四季度还需15.92亿元、月均5.31亿元，请未达到序时进度的单位逐个项目排出计划.
fn remaining(focus: &Focus) -> Option<Phrase> {
    let needed = needed(focus)?;
    let is_met =
        focus.view.whole().targets.first().is_some_and(|one| one.met == Some(true));
    let is_behind = focus.is_reached(focus.view.whole()) == Some(false);
    let request = (focus.mark == Mark::Schedule && is_behind)
        .then(|| Phrase::of("请未达到序时进度的单位逐个项目排出计划"));
    (!is_met).then(|| needed.and("，", request))
}

/// 10月报送：10月23日前合同、开工，11月7日前资金；没有变化的报“无变化”.
fn next(sheet: &Sheet) -> Option<Phrase> {
    let next = sheet.figures.period.next()?;
    let end = next.end();
    let plan =
        sheet.views().find(|view| view.series.plan.span.contains(end))?.series.plan;
    let mut days: BTreeMap<_, Vec<FactKind>> = BTreeMap::new();
    for (kind, day) in Cutoffs::of(sheet.book(), plan, &next).declared {
        days.entry(day).or_default().push(kind);
    }
    let each: Vec<String> = days
        .into_iter()
        .map(|(day, kinds)| {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
            format!("{}前{}", date::until(day, false), kinds.join("、"))
        })
        .collect();
    let text =
        format!("{}报送：{}；没有变化的报“无变化”", date::node(&next), each.join("，"));
    (!each.is_empty()).then(|| Phrase::of(text))
}
