//! Elements, whose texts and attributes are escaped as they are written.

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::words::is_unseen;

/// The names of the elements of texts.
pub(crate) const WORDS: &str =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The names of what links the parts of a document.
pub(crate) const LINKS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An element.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

#[derive(Clone, Debug)]
enum Content {
    Element(Element),
    Text(String),
}

impl Element {
    /// An empty element.
    pub(crate) fn new(name: &'static str) -> Element {
        Element { name, attributes: Vec::new(), content: Vec::new() }
    }

    /// An element that says one value, as those of the properties of texts do.
    pub(crate) fn value(name: &'static str, value: impl ToString) -> Element {
        Element::new(name).with("w:val", value)
    }

    /// The element with an attribute.
    pub(crate) fn with(mut self, key: &'static str, value: impl ToString) -> Element {
        self.attributes.push((key, clean(&value.to_string())));
        self
    }

    /// The element with one more inside.
    pub(crate) fn child(mut self, child: Element) -> Element {
        self.content.push(Content::Element(child));
        self
    }

    /// The element with some more inside.
    pub(crate) fn children(
        mut self,
        children: impl IntoIterator<Item = Element>,
    ) -> Element {
        self.content.extend(children.into_iter().map(Content::Element));
        self
    }

    /// The element with a text inside.
    pub(crate) fn text(mut self, text: &str) -> Element {
        self.content.push(Content::Text(clean(text)));
        self
    }

    /// The bytes of a file whose outermost element it is.
    pub(crate) fn file(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        let declared = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        writer.write_event(Event::Decl(declared))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> Result<()> {
        let mut start = BytesStart::new(self.name);
        for (key, value) in &self.attributes {
            start.push_attribute((*key, value.as_str()));
        }
        if self.content.is_empty() {
            return Ok(writer.write_event(Event::Empty(start))?);
        }
        writer.write_event(Event::Start(start))?;
        for part in &self.content {
            match part {
                Content::Element(element) => element.write(writer)?,
                Content::Text(text) => {
                    writer.write_event(Event::Text(BytesText::new(text)))?;
                }
            }
        }
        Ok(writer.write_event(Event::End(BytesEnd::new(self.name)))?)
    }
}

/// A text in one line, without what no file of this kind may hold or no reader sees.
fn clean(text: &str) -> String {
    let is_kept =
        |one: &char| !is_unseen(*one) && !matches!(one, '\u{fffe}' | '\u{ffff}');
    let shown = |one: char| if one.is_control() { ' ' } else { one };
    text.chars().filter(is_kept).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_file_is_escaped() {
        let element = Element::value("w:t", "\"<&>").text("</w:t>&\u{0}\u{202e}甲");
        let file = String::from_utf8(element.file().unwrap()).unwrap();
        let (_, own) = file.split_once("?>").unwrap();
        let expected = "<w:t w:val=\"&quot;&lt;&amp;&gt;\">&lt;/w:t&gt;&amp; 甲</w:t>";
        assert_eq!(own, expected);
    }
}
