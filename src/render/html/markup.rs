//! Markup that is ready to be printed: the one place where text is escaped.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use crate::render::svg::Svg;

/// Markup that may stand in a page as it is.
///
/// Nothing gets in but markup that is written in this program, drawings that it made, numbers, and
/// text and data that are escaped on their way. So what a component prints cannot break out of its
/// place, whoever wrote the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Markup {
    text: String,
}

impl Markup {
    /// Makes room for what is to come.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Adds markup of our own.
    pub(super) fn push(&mut self, ours: &'static str) -> &mut Markup {
        self.text.push_str(ours);
        self
    }

    /// Adds text, which stays text between tags and within the quotes of an attribute.
    pub(super) fn text(&mut self, text: &str) -> &mut Markup {
        if is_plain(text) {
            self.text.push_str(text);
            return self;
        }
        let mut written = 0;
        for (at, byte) in text.bytes().enumerate() {
            if let Some(escape) = escape(byte) {
                self.text.push_str(&text[written..at]);
                self.text.push_str(escape);
                written = at + 1;
            }
        }
        self.text.push_str(&text[written..]);
        self
    }

    /// Adds an attribute with its quotes.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Markup {
        self.push(" ").push(name).push("=\"").text(value).push("\"")
    }

    /// Adds an attribute that stands only where it has a value.
    pub(super) fn attribute_if_any(
        &mut self,
        name: &'static str,
        value: &str,
    ) -> &mut Markup {
        if value.is_empty() { self } else { self.attribute(name, value) }
    }

    /// Adds a class attribute with those that hold; none where none does.
    pub(super) fn classes(&mut self, classes: &[(&'static str, bool)]) -> &mut Markup {
        let mut start = " class=\"";
        for (class, _) in classes.iter().filter(|(_, holds)| *holds) {
            self.push(start).push(class);
            start = " ";
        }
        self.push_if(start == " ", "\"")
    }

    /// Adds our own markup where something holds.
    pub(super) fn push_if(&mut self, holds: bool, ours: &'static str) -> &mut Markup {
        if holds { self.push(ours) } else { self }
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: usize) -> &mut Markup {
        // Writing to a text cannot fail.
        let _ = write!(self.text, "{number}");
        self
    }

    /// Adds a drawing of this program.
    pub(super) fn drawing(&mut self, svg: &Svg) -> &mut Markup {
        self.text.push_str(svg);
        self
    }

    /// Adds markup that is ready.
    pub(super) fn markup(&mut self, markup: &Markup) -> &mut Markup {
        self.text.push_str(&markup.text);
        self
    }

    /// Adds data for a script as JSON; nothing in it can end the script element.
    pub(super) fn data(&mut self, data: &Value) -> &mut Markup {
        let data = data.to_string();
        let ends = |c| matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
        let mut written = 0;
        for (at, ended) in data.match_indices(ends) {
            self.text.push_str(&data[written..at]);
            for c in ended.chars() {
                // Writing to a text cannot fail.
                let _ = write!(self.text, "\\u{:04x}", u32::from(c));
            }
            written = at + ended.len();
        }
        self.text.push_str(&data[written..]);
        self
    }

    /// Returns whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns it as text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }
}

/// Returns whether nothing in a text would be read as markup.
///
/// It looks at all bytes, many at a time, since there is hardly ever anything to find.
fn is_plain(text: &str) -> bool {
    !text.bytes().fold(false, |found, byte| {
        found | matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
    })
}

/// What stands for a character that would be read as markup.
fn escape(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#x27;"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn text_can_neither_open_a_tag_nor_leave_an_attribute() {
        let mut markup = Markup::default();
        markup.push("<i").attribute("title", "\"'><b>&").push(">").text("甲<b>'\"&乙");
        assert_eq!(
            markup.as_str(),
            "<i title=\"&quot;&#x27;&gt;&lt;b&gt;&amp;\">甲&lt;b&gt;&#x27;&quot;&amp;乙"
        );
    }

    #[test]
    fn no_data_can_end_the_script_element() {
        let mut markup = Markup::default();
        markup.data(&serde_json::json!(["</script><!--", "a&b\u{2028}"]));
        let expected = r#"["\u003c/script\u003e\u003c!--","a\u0026b\u2028"]"#;
        assert_eq!(markup.as_str(), expected);
    }

    #[test]
    fn an_attribute_without_a_value_does_not_stand() {
        let mut markup = Markup::default();
        markup.push("<i").attribute_if_any("id", "").attribute_if_any("id", "a");
        assert_eq!(markup.push_if(false, " hidden").as_str(), "<i id=\"a\"");
    }
}
