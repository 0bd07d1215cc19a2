//! Bulletins of others, whose printed numbers are computed again.

use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::Index;
use proptest::{prop_assert, proptest};
use tongbao::claims::reading::{Reading, reading};
use tongbao::load::printed_text::{printed_text, printed_text_of};

use crate::mutation::mutated;
use crate::seeds::shipped;

const PAGE: &str = include_str!("../suite/verify/bulletin.html");

proptest! {
    #[test]
    fn a_mutated_bulletin_gives_claims_at_its_own_lines(text in mutated(shipped(".md"))) {
        let printed = printed_text(&text);
        let last = text.lines().count();
        let Reading { claims, left, .. } = reading(&printed);
        prop_assert!(claims.iter().all(|claim| (1..=last).contains(&claim.line)));
        prop_assert!(left.iter().all(|left| (1..=last).contains(&left.line)));
    }

    #[test]
    fn a_mutated_page_is_read_or_refused(text in mutated(vec![PAGE.to_owned()])) {
        let last = text.lines().count().max(1);
        for name in ["bulletin.html", "bulletin.txt"] {
            let Ok(printed) = printed_text_of(Path::new(name), text.clone().into_bytes())
            else { continue };
            let claims = reading(&printed).claims;
            prop_assert!(claims.iter().all(|claim| (1..=last).contains(&claim.line)));
        }
    }

    #[test]
    fn a_mutated_archive_is_read_or_refused(
        edits in vec((any::<Index>(), any::<u8>()), 0..8),
        length in any::<Index>(),
    ) {
        let mut bytes = include_bytes!("../suite/verify/bulletin.docx").to_vec();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(length.index(bytes.len()).max(4));
        let _ = printed_text_of(Path::new("bulletin.docx"), bytes);
    }
}
