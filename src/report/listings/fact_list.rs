//! A table that lists facts of the headline indicators one by one, each with what became of it.

use crate::figures::facts::fact::{Fact, Judgement};
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::demo;

/// What is said of a fact; none where the table has nothing to say of it.
type Told = fn(&IndicatorView, &Fact, &Judgement) -> Option<String>;

/// The facts of which something is told, under the head of what is told; none where there are none.
pub(crate) fn fact_list(
    sheet: &Sheet,
    id: &str,
    title: &str,
    head: &str,
    told: Told,
) -> Option<Table> {
    let mut lines: Vec<Line> = Vec::new();
    for view in sheet.headline() {
        for (fact, judgement) in view.series.facts.iter().zip(&view.at.judgements) {
            if let Some(words) = told(&view, fact, judgement) {
                add(&mut lines, fact, words, &view.indicator().name);
            }
        }
    }
    lines.sort_by_key(|line| (line.fact.when, line.fact.record));
    let rows: Vec<Row> = lines.into_iter().map(|line| line.row(sheet)).collect();
    (!rows.is_empty()).then(|| Table {
        id: id.to_owned(),
        title: format!("{title}{}", demo::after_title(sheet.is_demo())),
        unit: String::new(),
        columns: vec![
            Column::words("记录", 30),
            Column::words("指标", 14),
            Column::words("时间", 13),
            Column::numbers("金额", 12),
            Column::words(head, 30),
        ],
        rows,
        notes: Vec::new(),
        wide: false,
    })
}

/// A fact with what is said of it, and the indicators of which that is said.
struct Line<'a> {
    fact: &'a Fact,
    words: String,
    indicators: Vec<&'a str>,
}

/// One line for a fact of several indicators, where the same is said of it.
fn add<'a>(lines: &mut Vec<Line<'a>>, fact: &'a Fact, words: String, name: &'a str) {
    let same = |line: &&mut Line| {
        let (own, other) = (line.fact, fact);
        (own.record, &own.when_text, &own.recorded, &line.words)
            == (other.record, &other.when_text, &other.recorded, &words)
    };
    match lines.iter_mut().find(same) {
        Some(line) if line.indicators.contains(&name) => {
            lines.push(Line { fact, words, indicators: vec![name] });
        }
        Some(line) => line.indicators.push(name),
        None => lines.push(Line { fact, words, indicators: vec![name] }),
    }
}

impl Line<'_> {
    fn row(self, sheet: &Sheet) -> Row {
        Row::body(vec![
            Cell::inline(Inline::Link { link: source(sheet, self.fact).0 }),
            Cell::text(self.indicators.join("、")),
            Cell::text(self.fact.when_text.clone()),
            Cell::text(self.fact.recorded.to_string()),
            Cell::text(self.words),
        ])
    }
}
