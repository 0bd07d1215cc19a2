//! Whole editions: front matter and narrative.

use proptest::{prop_assert, proptest};

use crate::case::Case;
use crate::mutation::mutated;
use crate::seeds::shipped;

proptest! {
    #[test]
    fn a_mutated_edition_is_read_or_refused_with_a_place(text in mutated(shipped(".md"))) {
        let findings = Case::minimal().with("editions/2023-06.md", text).findings();
        prop_assert!(findings.iter().all(|finding| !finding.places.is_empty()));
    }
}
