//! No honest later fact moves a released figure; a dishonest edit does.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tongbao::check::run::check_figures;
use tongbao::model::book::figure_id::FigureId;
use tongbao::model::edition::frozen::FrozenParts;

use super::county::{Frozen, county};
use super::dishonest::released;
use super::later::later;

/// The edition that is released, and those that come after it.
const PERIODS: [&str; 3] = ["2023-06", "2023-09", "2023-12"];

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

/// The figures of an edition that come out otherwise, or are gone.
fn moved<'a>(before: &'a Frozen, after: &Frozen) -> Vec<&'a FigureId> {
    let differs = |(id, parts): &(&FigureId, &FrozenParts)| after.get(id) != Some(parts);
    before.iter().filter(differs).map(|(id, _)| id).collect()
}

#[test]
fn honest_later_facts_move_no_released_figure() {
    let (all, effective) = (Cell::new(0), Cell::new(0));
    let facts = proptest::collection::vec(later(), 1..4);
    runner(crate::cases(100))
        .run(&(county(), facts), |(before, facts)| {
            let mut after = before.clone();
            facts.iter().for_each(|fact| fact.put_into(&mut after));
            let names: Vec<&str> = facts.iter().map(|fact| fact.name()).collect();
            let (old, new) = (before.frozen(PERIODS), after.frozen(PERIODS));
            let moved = moved(&old[0], &new[0]);
            prop_assert!(moved.is_empty(), "{names:?} moved {moved:?}");
            all.set(all.get() + 1);
            let has_effect = old[1..] != new[1..];
            effective.set(effective.get() + usize::from(has_effect));
            Ok(())
        })
        .unwrap();
    let (all, effective) = (all.get(), effective.get());
    assert!(effective * 100 >= all * 60, "{effective} of {all} had an effect later");
}

#[test]
fn honest_later_facts_change_no_word_of_a_released_edition() {
    let facts = proptest::collection::vec(later(), 1..4);
    runner(crate::cases(40))
        .run(&(county(), facts), |(before, facts)| {
            let mut after = released(before);
            facts.iter().for_each(|fact| fact.put_into(&mut after));
            let names: Vec<&str> = facts.iter().map(|fact| fact.name()).collect();
            let found = check_figures(&after.book()).into_iter();
            let retold: Vec<String> = found
                .filter(|one| one.code == "released-words-moved")
                .map(|one| one.message)
                .collect();
            prop_assert!(retold.is_empty(), "{names:?}: {retold:?}");
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_edit_of_what_was_counted_moves_a_released_figure() {
    runner(100)
        .run(&(county(), 0..9usize), |(before, which)| {
            let at = which % before.projects.len();
            let edited = |from: &str, to: &str| {
                let mut after = before.clone();
                let contracts = after.projects[at].lists.get_mut("合同").unwrap();
                contracts.iter_mut().for_each(|one| *one = one.replace(from, to));
                let ([old], [new]) =
                    (before.frozen(["2023-06"]), after.frozen(["2023-06"]));
                !moved(&old, &new).is_empty()
            };
            // A project counts if its figures are others once its contracts are none.
            let is_counted = edited("类型: 正式合同", "类型: 框架协议");
            let is_found = edited("金额: ", "金额: 1");
            prop_assert!(is_found || !is_counted, "edited contracts moved nothing");
            Ok(())
        })
        .unwrap();
}
