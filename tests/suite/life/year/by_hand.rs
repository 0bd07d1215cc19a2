//! December, the settled year and March of 巫山, as worked out by hand in `by_hand.txt`.

use std::collections::BTreeMap;

use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;

use crate::scores::scores as scores_of;
use crate::shipped::{book, figures};
use crate::{scores, worked};

const BY_HAND: &str = include_str!("by_hand.txt");

/// The worked lines by their period, as they stand.
fn lines() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in BY_HAND.lines().filter(|line| !line.starts_with('#')) {
        lines.entry(line.split(' ').next().unwrap()).or_default().push(line);
    }
    lines
}

#[test]
fn the_year_of_wushan_comes_out_as_worked_out_by_hand() {
    let book = book("wushan");
    let (mut wrong, mut looked_at) = (Vec::new(), 0);
    for (period, lines) in lines() {
        let figures = figures(book, period);
        let entries = scores_of(book, &Period::parse(period).unwrap());
        for line in lines {
            let is_score = line.split(' ').nth(1) == Some("units");
            let said = if is_score {
                scores::told(&entries, line)
            } else {
                worked::told(&figures, line)
            };
            looked_at += 1;
            if said != line {
                wrong.push(format!("worked out: {line}\n  program:    {said}"));
            }
        }
    }
    assert!(looked_at > 150, "only {looked_at} lines were found");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
