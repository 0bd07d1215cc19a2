//! A table that lists facts of the headline indicators one by one, each with what became of it.

use std::collections::BTreeMap;

use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
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
    let mut lines = Lines::default();
    for view in sheet.headline() {
        for (fact, judgement) in view.judged() {
            if let Some(words) = outcome(&view, fact, judgement) {
                lines.add(fact, words, &view.indicator().name);
            }
        }
    }
    let mut lines = lines.all;
    lines.sort_by_key(|line| (line.fact.when, line.fact.record));
    let title = format!("{title}{}", demo::after_title(sheet.is_demo));
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

/// The lines, with the positions of those of each record.
#[derive(Default)]
struct Lines<'a> {
    all: Vec<Line<'a>>,
    of_record: BTreeMap<RecordAt, Vec<usize>>,
}

impl<'a> Lines<'a> {
    /// Adds one line for a fact of several indicators, where the same became of it.
    fn add(&mut self, fact: &'a Fact<'a>, words: String, name: &'a str) {
        let of_record = self.of_record.entry(fact.record).or_default();
        let same = of_record.iter().find(|at| self.all[**at].is_same(fact, &words));
        match same.filter(|at| !self.all[**at].indicators.contains(&name)) {
            Some(at) => self.all[*at].indicators.push(name),
            None => {
                of_record.push(self.all.len());
                self.all.push(Line { fact, words, indicators: vec![name] });
            }
        }
    }
}

impl Line<'_> {
    fn is_same(&self, fact: &Fact, words: &str) -> bool {
        self.words == words
            && self.fact.recorded == fact.recorded
            && self.fact.when_text() == fact.when_text()
    }
}
