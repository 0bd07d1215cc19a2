//! References in a narrative: `{{ … }}`.

use proptest::{prop_assert, proptest};

use crate::case::Case;
use crate::mutation::mutated;
use crate::seeds::shipped;

/// The lines of the shipped narratives that refer to something.
fn calls() -> Vec<String> {
    let texts = shipped(".md");
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.filter(|line| line.contains("{{")).map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn a_mutated_reference_is_resolved_or_refused(line in mutated(calls())) {
        let front = "---\n期: 2023-06\n印发: 2023-07-10\n标题: 关于招商工作情况的通报\n---\n\n";
        let edition = format!("{front}{line}\n");
        let findings = Case::minimal().with("editions/2023-06.md", edition).findings();
        prop_assert!(findings.iter().all(|finding| !finding.places.is_empty()));
    }
}
