//! Released files, which people may have edited against the rules.

use proptest::{prop_assert, proptest};

use crate::case::Case;
use crate::mutation::mutated;
use crate::seeds::shipped;

/// The beginnings of the shipped released files: an edit far down in a long one changes nothing new.
fn beginnings() -> Vec<String> {
    let texts = shipped(".json").into_iter().filter(|text| text.contains("\"sha256\""));
    let short = |text: String| {
        let mut lines: Vec<&str> = text.lines().take(12).collect();
        if let Some(last) = lines.last_mut() {
            *last = last.trim_end_matches(',');
        }
        format!("{}\n],\"scores\":[\n]}}\n", lines.join("\n"))
    };
    texts.map(short).collect()
}

proptest! {
    #[test]
    fn a_mutated_release_is_read_or_refused_with_a_place(text in mutated(beginnings())) {
        let case = Case::minimal().with("released/2023-06.json", text);
        let findings = case.findings();
        prop_assert!(findings.iter().all(|finding| !finding.places.is_empty()));
    }
}
