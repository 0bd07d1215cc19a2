//! What is wrong with a text beside what its reader finds.

use crate::load::text::characters::odd_spaces;
use crate::load::text::conflict::left_in;
use crate::load::text::decoded::Decoded;
use crate::load::text::phone::phone_numbers;
use crate::model::dictionary::Fault;

/// Adds what is wrong with a text, as typed and as read, to the faults that its reader found; those
/// at a line that a merge has left follow from it.
pub(crate) fn add_further(
    text: &str,
    decoded: &[Decoded],
    is_yaml: bool,
    faults: &mut Vec<Fault>,
) {
    let left = left_in(text).lines;
    let follows = |fault: &Fault| {
        let place = fault.span;
        left.iter()
            .any(|left| left.span.start <= place.start && place.end <= left.span.end)
    };
    faults.retain(|fault| !follows(fault));
    faults.extend(left);
    faults.extend(phone_numbers(text));
    faults.extend(odd_spaces(text, is_yaml));
    faults.extend(decoded.iter().flat_map(|decoded| decoded.faults(is_yaml)));
}
