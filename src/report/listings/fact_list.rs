//! A table that lists facts of the headline indicators one by one, each with what became of it.

use crate::figures::facts::fact::{Fact, Judgement};
use crate::report::listings::columns::Columns;
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;
use crate::words::demo;

/// Returns what became of a fact; `None` where the table leaves it out.
type Outcome = fn(&IndicatorView, &Fact, &Judgement) -> Option<String>;

/// The facts that have an outcome, which stands under a head; `None` where there are none.
pub(crate) fn fact_list(
    sheet: &Sheet,
    id: &str,
    title: &str,
    head: &str,
    outcome: Outcome,
) -> Option<Table> {
    let mut lines: Vec<Line> = Vec::new();
    for view in sheet.headline() {
        for (fact, judgement) in view.series.facts.iter().zip(&view.at.judgements) {
            if let Some(words) = outcome(&view, fact, judgement) {
                add(&mut lines, fact, words, &view.indicator().name);
            }
        }
    }
    lines.sort_by_key(|line| (line.fact.when, line.fact.record));
    let title = format!("{title}{}", demo::after_title(sheet.is_demo()));
    Columns::<&Line>::new()
        .words("记录", 30, |line| source(sheet, line.fact).0)
        .words("指标", 14, |line| line.indicators.join("、"))
        .words("时间", 13, |line| line.fact.when_text())
        .numbers("金额", 12, |line| line.fact.recorded.to_string())
        .words(head, 30, |line| &line.words)
        .records(id, title, &lines)
        .filled()
}

/// A fact with what became of it, and the indicators for which that is so.
struct Line<'a> {
    fact: &'a Fact<'a>,
    words: String,
    indicators: Vec<&'a str>,
}

/// Adds one line for a fact of several indicators, where the same became of it.
fn add<'a>(lines: &mut Vec<Line<'a>>, fact: &'a Fact<'a>, words: String, name: &'a str) {
    let same = lines.iter_mut().find(|line| line.is_same(fact, &words));
    match same.filter(|line| !line.indicators.contains(&name)) {
        Some(line) => line.indicators.push(name),
        None => lines.push(Line { fact, words, indicators: vec![name] }),
    }
}

impl Line<'_> {
    fn is_same(&self, fact: &Fact, words: &str) -> bool {
        self.words == words
            && self.fact.record == fact.record
            && self.fact.recorded == fact.recorded
            && self.fact.when_text() == fact.when_text()
    }
}
