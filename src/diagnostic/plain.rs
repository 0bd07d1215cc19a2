//! Text that shows what it is on a terminal and does nothing else there.

/// A text of some lines without what steers a terminal or turns the direction of writing.
pub fn plain(text: &str) -> String {
    let steers = |c: char| {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || c.is_control() && c != '\n'
    };
    text.chars()
        .map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_shown_as_a_mark() {
        assert_eq!(plain("县\u{1b}[31m\r局\n二\u{202e}三"), "县�[31m�局\n二�三");
    }
}
