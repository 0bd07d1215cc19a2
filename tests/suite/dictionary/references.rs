//! An unknown reference is found in whatever field of whatever kind it stands.

use serde_yaml::Value;
use tongbao::check::run::check;
use tongbao::load::load;
use tongbao::load::slots;
use tongbao::report::callable;

use crate::case::Case;
use crate::dictionary::filled::{Filler, Spot, example, path, written};

#[test]
fn an_unknown_reference_is_found_in_every_field() {
    let mut seen = 0;
    for kind in slots::kinds() {
        let mut planted: Vec<(String, String)> = Vec::new();
        let mut word = |spot: &Spot| {
            if !spot.shape.id.ends_with("-ref") {
                return example(spot.field);
            }
            let word = format!("无此名{}", planted.len());
            planted
                .push((word.clone(), format!("{} {}", spot.kind.name, spot.field.key)));
            Value::from(word)
        };
        let record = Filler::new(1, &mut word).record(kind);
        let case = Case::minimal().with(&path(kind), written(kind, &record));
        let loaded = load(&case);
        assert_eq!(
            loaded.books[0].failed,
            Vec::<String>::new(),
            "{:?}",
            loaded.diagnostics
        );
        let findings = check(&loaded.books, &callable()).reported;
        for (word, place) in &planted {
            let quoted = format!("“{word}”");
            let found = findings.iter().any(|finding| finding.message.contains(&quoted));
            assert!(found, "{place} of {}", kind.name);
        }
        seen += planted.len();
    }
    assert!(seen > 60, "{seen}");
}
