//! Bulletins of others, whose printed numbers are computed again.

use proptest::{prop_assert, proptest};
use tongbao::claims::{prose, table};
use tongbao::load::printed_text::printed_text;

use crate::mutation::mutated;
use crate::seeds::shipped;

proptest! {
    #[test]
    fn a_mutated_bulletin_gives_claims_at_its_own_lines(text in mutated(shipped(".md"))) {
        let printed = printed_text(&text);
        let mut claims = prose::claims(&printed);
        claims.extend(printed.tables.iter().flat_map(|printed| table::claims(printed, None)));
        let last = text.lines().count();
        prop_assert!(claims.iter().all(|claim| (1..=last).contains(&claim.line)));
    }
}
