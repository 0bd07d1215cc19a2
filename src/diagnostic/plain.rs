//! Text for terminals, without characters that nobody sees.

use std::borrow::Cow;

use crate::model::character::is_steering;

/// Returns a text of some lines in which whatever steers a terminal or turns the direction of writing is
/// written out, as `\u{1b}`.
pub fn plain(text: &str) -> Cow<'_, str> {
    shown(text, |c| steers(c) && c != '\n')
}

/// Returns the same for what is one line, such as a path: nothing in it can begin another.
pub fn plain_line(text: &str) -> Cow<'_, str> {
    shown(text, steers)
}

/// Returns the same JSON, in which no character steers a terminal: JSON itself leaves some of them.
pub fn plain_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // A line end is between values: in a text it is written out already.
        if steers(c) && c != '\n' {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            units.iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// Returns whether a character does something else than to be seen.
fn steers(c: char) -> bool {
    is_steering(c) || c.is_control()
}

fn shown(text: &str, hidden: fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_written_out() {
        let shown = "县\\u{1b}[31m\\u{d}局\n二\\u{202e}三\\u{9b}";
        assert_eq!(plain("县\u{1b}[31m\r局\n二\u{202e}三\u{9b}"), shown);
        let shown = "县\\u{ad}局\\u{61c}\\u{2060}\\u{e0041}";
        assert_eq!(plain("县\u{ad}局\u{61c}\u{2060}\u{e0041}"), shown);
        assert_eq!(plain_line("甲\n错误: 乙"), "甲\\u{a}错误: 乙");
        assert_eq!(plain_line("data/demo/a b.yaml"), "data/demo/a b.yaml");
    }

    #[test]
    fn the_form_of_a_character_may_be_chosen() {
        for name in ["葛\u{e0100}", "⚠\u{fe0f}"] {
            assert_eq!(plain(name), name);
        }
    }
}
