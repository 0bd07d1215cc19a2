//! Charts as the templates print them: the drawing and its numbers as a table, or lamps in a table.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::html::inline::{Lamp, Title};
use crate::view::chart::{Bars, Chart, Drawing, LampRow, Lamps, Pairs, Trajectory};

/// A chart with its drawing and its numbers.
#[derive(Serialize)]
pub(super) struct Picture<'a> {
    id: &'a str,
    title: &'a str,
    caption: Title<'a>,
    subtitle: &'a str,
    description: &'a str,
    /// Inline SVG made by this program; empty where there is none.
    svg: &'a str,
    /// Whether there are two drawings, one of them for telephones.
    both: bool,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Lamps by period, which are a table themselves.
    lamps: Option<LampTable<'a>>,
}

/// The lamps of the units by period.
#[derive(Serialize)]
struct LampTable<'a> {
    legend: Vec<Option<Lamp<'a>>>,
    periods: &'a [String],
    /// Head of the notes.
    head: &'a str,
    rows: Vec<LampLine<'a>>,
}

/// The lamps of a unit.
#[derive(Serialize)]
struct LampLine<'a> {
    label: &'a str,
    marks: Vec<Option<Lamp<'a>>>,
    note: &'a str,
}

impl<'a> LampTable<'a> {
    fn of(chart: &'a Lamps) -> LampTable<'a> {
        let line = |row: &'a LampRow| LampLine {
            label: &row.label,
            marks: row.marks.iter().map(Lamp::new).collect(),
            note: &row.note,
        };
        LampTable {
            legend: chart.legend.iter().map(Lamp::new).collect(),
            periods: &chart.periods,
            head: &chart.head,
            rows: chart.rows.iter().map(line).collect(),
        }
    }
}

impl<'a> Picture<'a> {
    /// The chart with the drawing made for its id.
    pub(super) fn new(
        chart: &'a Chart,
        drawings: &'a BTreeMap<String, String>,
    ) -> Picture<'a> {
        let (heads, rows) = match &chart.drawing {
            Drawing::Trajectory(trajectory) => of_trajectory(trajectory),
            Drawing::Bars(bars) => of_bars(bars),
            Drawing::Pairs(pairs) => of_pairs(pairs),
            Drawing::Lamps(_) => Numbers::default(),
        };
        let lamps = match &chart.drawing {
            Drawing::Lamps(lamps) => Some(LampTable::of(lamps)),
            _ => None,
        };
        let svg = drawings.get(&chart.id).map_or("", String::as_str);
        Picture {
            id: &chart.id,
            title: &chart.title,
            caption: Title::new(&chart.title),
            subtitle: &chart.subtitle,
            description: &chart.description,
            svg,
            both: svg.contains("chart-phone") && svg.contains("chart-web"),
            heads,
            rows,
            lamps,
        }
    }
}

type Numbers = (Vec<String>, Vec<Vec<String>>);

/// One row a month that holds a value, a milestone, the projection or the target.
fn of_trajectory(chart: &Trajectory) -> Numbers {
    let mut rows: BTreeMap<u32, [String; 3]> = BTreeMap::new();
    for point in &chart.actual {
        rows.entry(point.at).or_default()[0] = joined(&[&point.text, &point.note]);
    }
    for milestone in &chart.milestones {
        let amount = milestone.value.normalize().to_string();
        let texts = [amount.as_str(), milestone.text.as_str(), milestone.word.as_str()];
        rows.entry(milestone.at).or_default()[1] = joined(&texts);
    }
    for point in [&chart.projection, &chart.target].into_iter().flatten() {
        let cell = &mut rows.entry(point.at).or_default()[2];
        let text = joined(&[&point.note, &point.text]);
        *cell = if cell.is_empty() { text } else { format!("{cell}；{text}") };
    }
    let rows = rows.into_iter().map(|(at, cells)| {
        let tick = chart.ticks.iter().find(|tick| tick.at == at && !tick.text.is_empty());
        let month = tick.map_or_else(|| format!("第{at}个月"), |tick| tick.text.clone());
        std::iter::once(month).chain(cells).collect()
    });
    (words(&["时间", "累计完成", "节点目标", "预计与期末目标"]), rows.collect())
}

fn of_bars(chart: &Bars) -> Numbers {
    let rows = chart
        .rows
        .iter()
        .map(|row| vec![row.label.clone(), row.text.clone(), row.mark.word.clone()]);
    let schedule = chart.schedule.iter().map(|schedule| {
        vec!["序时进度".to_owned(), schedule.text.clone(), schedule.note.clone()]
    });
    (words(&["名称", "完成率", "等次"]), rows.chain(schedule).collect())
}

fn of_pairs(chart: &Pairs) -> Numbers {
    if chart.target.is_empty() {
        let rows = chart.rows.iter().map(|row| words(&[&row.label, &row.actual_text]));
        return (words(&["名称", &chart.actual]), rows.collect());
    }
    let rows = chart.rows.iter().map(|row| {
        let texts = [&row.label, &row.actual_text, &row.target_text, &row.note];
        texts.into_iter().cloned().collect()
    });
    (words(&["名称", &chart.actual, &chart.target, "说明"]), rows.collect())
}

fn words(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn joined(texts: &[&str]) -> String {
    let texts: Vec<&str> =
        texts.iter().copied().filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::render::html::tests::fixture;
    use crate::render::html::tests::pages;
    use crate::view::chart::{Chart, Drawing, LampRow, Lamps};
    use crate::view::inline::Mark;
    use crate::view::page::Block;

    #[test]
    fn lamps_are_a_table_with_a_sign_and_a_word_for_each_period() {
        let row = LampRow {
            label: "甲".to_owned(),
            marks: vec![Mark::default(), fixture::lamp(4), fixture::lamp(1)],
            note: "90.00".to_owned(),
        };
        let lamps = Lamps {
            periods: ["4月", "5月", "6月"].map(str::to_owned).to_vec(),
            rows: vec![row],
            legend: vec![fixture::lamp(1)],
            head: "得分".to_owned(),
        };
        let mut page = fixture::definitions();
        let chart = Chart {
            id: "lamps".to_owned(),
            title: "五色图".to_owned(),
            subtitle: String::new(),
            caption: String::new(),
            description: String::new(),
            drawing: Drawing::Lamps(lamps),
        };
        page.blocks = vec![Block::Chart { chart }];
        let html = pages().page(&page, &Default::default()).unwrap();
        let html = String::from_utf8(html).unwrap();
        let row = html.split("<th scope=\"row\" class=\"h\">甲").nth(1).unwrap();
        let cells: Vec<&str> =
            row.split("</tbody>").next().unwrap().split("<td").collect();
        assert_eq!(cells[1], ">—");
        assert!(
            cells[2].contains("#l-red") && cells[2].ends_with("滞后"),
            "{}",
            cells[2]
        );
        assert!(cells[3].contains("#l-blue") && cells[3].ends_with("较快"));
        assert_eq!(cells[4], " class=\"n\">90.00");
        assert!(!html.contains("<details>"), "no second table");
    }
}
