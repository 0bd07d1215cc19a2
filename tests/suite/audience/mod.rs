//! Each audience gets what it may see and nothing else, byte for byte.

mod canaries;
mod pdf;

use std::collections::BTreeSet;

use tongbao::model::dictionary::Level;

use crate::audience::canaries::{Canary, Planter, searchable};
use crate::stage::Stage;

/// The text of a canary: no other text of the output has its form.
fn token(seed: char, number: usize) -> String {
    format!("cnry{seed}{number:04}y")
}

/// A book with a canary in every field, and the canaries.
fn planted(seed: char) -> (Stage, Vec<Canary>) {
    let text = |number: usize, _: &str, _: Level| token(seed, number);
    let mut planter = Planter::new(&text, true);
    let stage = planter.stage();
    (stage, planter.canaries)
}

fn build(stage: &Stage, level: Level) -> Vec<(String, Vec<u8>)> {
    stage.run(&["build", "--audience", level.label()]).fine();
    searchable(&stage.out())
}

/// The canaries above a level that are found, with the file.
fn leaks(output: &[(String, Vec<u8>)], canaries: &[Canary], level: Level) -> Vec<String> {
    let above: Vec<&Canary> = canaries.iter().filter(|canary| canary.level > level).collect();
    let mut leaks = Vec::new();
    for (path, bytes) in output {
        let text = String::from_utf8_lossy(bytes);
        for canary in &above {
            if let Some(form) = canary.forms.iter().find(|form| text.contains(form.as_str())) {
                leaks.push(format!("{path}: {form} of {}", canary.place));
            }
        }
    }
    leaks
}

#[test]
fn no_audience_finds_a_canary_above_its_level() {
    let (stage, canaries) = planted('a');
    for level in Level::ALL {
        let output = build(&stage, *level);
        assert_eq!(leaks(&output, &canaries, *level), Vec::<String>::new(), "{level:?}");
    }
}

#[test]
fn the_search_sees_what_each_audience_gets() {
    let (stage, canaries) = planted('a');
    let mut before = 0;
    for level in Level::ALL {
        let output = build(&stage, *level);
        let own: Vec<Canary> =
            canaries.iter().filter(|canary| canary.level == *level).cloned().collect();
        let lower = match level {
            Level::Leader => Level::Internal,
            _ => Level::Public,
        };
        let found: BTreeSet<String> = leaks(&output, &own, lower).into_iter().collect();
        println!("{level:?} {} of {}", found.len(), own.len());
        let _ = before;
        before = found.len();
    }
}
