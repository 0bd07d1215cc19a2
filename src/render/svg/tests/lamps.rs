//! The drawn lamps: each by its word, near its sign.

use crate::render::svg::chart;
use crate::render::svg::tests::samples;
use crate::render::svg::tests::samples::LAMPS;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::chart::{Drawing, LampRow, Lamps};
use crate::view::inline::Mark;
use crate::words::number::DASH;

/// Units whose lamps change from period to period; one has none in the first period.
fn sample(periods: usize) -> Lamps {
    let mark = |at: usize| {
        let (id, word, color) = LAMPS[at % LAMPS.len()];
        Mark { id: id.to_owned(), word: word.to_owned(), color: color.to_owned() }
    };
    let row = |at: usize| LampRow {
        label: format!("第{at}个责任单位"),
        marks: (0..periods).map(|period| mark(at + period)).collect(),
        note: format!("{at}0.50"),
    };
    let mut rows: Vec<LampRow> = (1..=4).map(row).collect();
    rows[0].marks[0] = Mark::default();
    Lamps {
        periods: (1..=periods).map(|month| format!("{month}月")).collect(),
        rows,
        legend: (0..LAMPS.len()).map(mark).collect(),
        head: "得分".to_owned(),
    }
}

fn drawn(view: Lamps) -> String {
    let framed = samples::chart("lamps", Drawing::Lamps(view));
    chart(&framed, Variant::Print, &Theme::builtin()).into()
}

fn times(svg: &str, words: &str) -> usize {
    svg.matches(&format!(">{words}</text>")).count()
}

/// The heights at which some words stand, from the top.
fn heights(svg: &str, words: &str) -> Vec<f64> {
    let end = format!(">{words}</text>");
    let before = svg.split(&end).map(|part| part.rsplit(" y=\"").next().unwrap());
    let heights = before.map(|part| part.split('"').next().unwrap().parse());
    heights.filter_map(Result::ok).collect()
}

#[test]
fn each_period_of_a_unit_has_the_word_of_its_lamp_or_a_dash() {
    let svg = drawn(sample(3));
    let words: usize = LAMPS.iter().map(|(_, word, _)| times(&svg, word)).sum();
    assert_eq!(words, 4 * 3 - 1 + LAMPS.len(), "the legend names each once more");
    assert_eq!(times(&svg, DASH), 1);
    for words in ["1月", "3月", "第4个责任单位", "40.50", "得分"] {
        assert_eq!(times(&svg, words), 1, "{words}");
    }
}

#[test]
fn words_stand_below_their_signs_where_the_periods_are_many() {
    let apart = |periods: usize| {
        let svg = drawn(sample(periods));
        let (name, word) = ("第2个责任单位", LAMPS[2].1);
        let row = heights(&svg, name)[0];
        let near = |at: &f64| (at - row).abs();
        let words = heights(&svg, word);
        words.iter().map(near).fold(f64::MAX, f64::min)
    };
    assert!(apart(2) < 1.0 && apart(12) > 3.0, "{} {}", apart(2), apart(12));
}

#[test]
fn without_units_it_says_so() {
    let none = Lamps { rows: Vec::new(), ..sample(2) };
    assert_eq!(times(&drawn(none), "暂无数据"), 1);
}
