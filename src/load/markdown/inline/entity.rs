//! Character references, such as `&lt;` and `&#169;`: the character that they stand for.

use pulldown_cmark::{Event, Parser};

/// Longest name of a character, in bytes.
const LONGEST: usize = 40;

/// Returns the character that a text begins to name, and the length of its name.
pub(super) fn decoded(text: &str) -> Option<(usize, String)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let name = text.get(..end)?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"&#;".contains(&byte);
    if !name.bytes().all(is_name) {
        return None;
    }
    let words = Parser::new(name).filter_map(|event| match event {
        Event::Text(text) => Some(text.to_string()),
        _ => None,
    });
    let text: String = words.collect();
    (text != name).then_some((end, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_characters_are_decoded() {
        assert_eq!(decoded("&lt;b"), Some((4, "<".to_owned())));
        assert_eq!(decoded("&#x202E;"), Some((8, "\u{202e}".to_owned())));
        for text in ["&", "&b;", "& lt;", "&lt", "&甲;", "A&B;"] {
            assert_eq!(decoded(text), None, "{text}");
        }
    }
}
