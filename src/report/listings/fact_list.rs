//! A table that lists facts of the headline indicators one by one, each with what became of it.

use std::collections::BTreeMap;

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::report::listings::columns::Columns;
use crate::report::traces::records::source;
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::demo;

/// The facts that a table lists, in any order.
#[derive(Default)]
pub(crate) struct FactList<'a> {
    lines: Vec<Line<'a>>,
    /// The positions of the lines of each record.
    of_record: BTreeMap<RecordAt, Vec<usize>>,
}

impl<'a> FactList<'a> {
    /// Adds a fact of an indicator with what became of it; a fact of several indicators has one
    /// line, where the same became of it.
    pub(crate) fn add(&mut self, fact: &'a Fact<'a>, words: String, indicator: &'a str) {
        let of_record = self.of_record.entry(fact.record).or_default();
        let same = of_record.iter().find(|at| self.lines[**at].is_same(fact, &words));
        match same.filter(|at| !self.lines[**at].indicators.contains(&indicator)) {
            Some(at) => self.lines[*at].indicators.push(indicator),
            None => {
                of_record.push(self.lines.len());
                self.lines.push(Line { fact, words, indicators: vec![indicator] });
            }
        }
    }

    /// The table, in which what became of the facts stands under a head; `None` where there are
    /// none.
    pub(crate) fn table(
        mut self,
        sheet: &Sheet,
        id: &str,
        title: &str,
        head: &str,
    ) -> Option<Table> {
        self.lines.sort_by_key(|line| (line.fact.when, line.fact.record));
        let title = format!("{title}{}", demo::after_title(sheet.is_demo));
        Columns::<&Line>::new()
            .words("记录", 30, |line| source(sheet, line.fact).0)
            .words("指标", 14, |line| line.indicators.join("、"))
            .words("时间", 13, |line| line.fact.when_text())
            .numbers("金额", 12, |line| line.fact.recorded.to_string())
            .words(head, 30, |line| &line.words)
            .records(id, title, &self.lines)
            .filled()
    }
}

/// A fact with what became of it, and the indicators for which that is so.
struct Line<'a> {
    fact: &'a Fact<'a>,
    words: String,
    indicators: Vec<&'a str>,
}

impl Line<'_> {
    fn is_same(&self, fact: &Fact, words: &str) -> bool {
        self.words == words
            && self.fact.recorded == fact.recorded
            && self.fact.when_text() == fact.when_text()
    }
}
