//! The YAML reader: findings inside the text, or the same values as another reader sees; plain text
//! is read as by the whole parser.

use proptest::{prop_assert, proptest};
use serde_yaml::Value;
use tongbao::load::read_yaml;

use crate::mutation::mutated;
use crate::oracle::{is_read_alike, same};
use crate::seeds::shipped;

proptest! {
    #[test]
    fn a_mutated_file_is_refused_or_read_as_others_read_it(text in mutated(shipped(".yaml"))) {
        let (ours, faults) = read_yaml(&text);
        for fault in &faults {
            prop_assert!(fault.span.start <= fault.span.end && fault.span.end as usize <= text.len());
        }
        // Each reader has limits of its own, such as the length of a key, and the other one takes
        // a question mark in braces for YAML 1.1's sign of a key; else none may read otherwise.
        let theirs = serde_yaml::from_str::<Value>(&text);
        if let (Some(ours), Ok(theirs), true) = (ours, theirs, faults.is_empty())
            && !text.contains('?')
        {
            prop_assert!(same(&ours, &theirs).is_ok(), "{:?}", same(&ours, &theirs));
        }
    }

    #[test]
    fn a_mutated_file_is_not_plain_or_read_as_by_the_whole_parser(text in mutated(shipped(".yaml"))) {
        is_read_alike(&text, &text);
        is_read_alike(&text.replace('\n', "\r\n"), &text);
    }
}
