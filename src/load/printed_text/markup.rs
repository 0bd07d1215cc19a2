//! Pages and Word documents as tags and text, without any meaning.

/// A tag, or text between two tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// An opening tag with its name in small letters, and its attributes as written.
    Open(String, &'a str),
    /// A closing tag.
    Close(String),
    /// A tag that opens and closes.
    Empty(String, &'a str),
    /// Text with its entities decoded, and the line of the file where it begins.
    Text(String, usize),
}

/// Characters by the names of their entities.
const ENTITIES: &[(&str, &str)] = &[
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", "　"),
    ("thinsp", ""),
    ("lt", "<"),
    ("gt", ">"),
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("minus", "−"),
    ("middot", "·"),
    ("permil", "‰"),
    ("times", "×"),
];
/// Elements whose content is no text.
const SILENT: [&str; 3] = ["script", "style", "noscript"];
/// Longest name of an entity.
const LONGEST: usize = 10;

/// Returns the tags and texts of a document.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut reader = Reader { text, at: 0, line: 1, tokens: Vec::new() };
    while reader.at < text.len() {
        reader.read();
    }
    reader.tokens
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Reader<'a> {
    /// Takes the text up to where `end` ends, or everything.
    fn take_until(&mut self, end: &str) -> &'a str {
        let rest = &self.text[self.at..];
        let length = rest.find(end).map_or(rest.len(), |at| at + end.len());
        self.at += length;
        self.line += rest[..length].matches('\n').count();
        &rest[..length]
    }

    fn read(&mut self) {
        let rest = &self.text[self.at..];
        if rest.starts_with("<!--") {
            self.take_until("-->");
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            self.take_until(">");
        } else if rest.strip_prefix('<').is_some_and(|tag| tag.starts_with(begins_tag)) {
            self.read_tag();
        } else {
            let line = self.line;
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let length = rest[first..].find('<').map_or(rest.len(), |at| at + first);
            self.at += length;
            self.line += rest[..length].matches('\n').count();
            self.tokens.push(Token::Text(decoded(&rest[..length]), line));
        }
    }

    fn read_tag(&mut self) {
        let tag = self.take_until(">").trim_start_matches('<').trim_end_matches('>');
        let is_closing = tag.starts_with('/');
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_matches('/');
        let end = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
        let name = tag[..end].to_ascii_lowercase();
        if is_closing {
            self.tokens.push(Token::Close(name));
        } else if is_empty {
            self.tokens.push(Token::Empty(name, &tag[end..]));
        } else if SILENT.contains(&name.as_str()) {
            self.skip(&name);
        } else {
            self.tokens.push(Token::Open(name, &tag[end..]));
        }
    }

    /// Skips the content of an element that is no text.
    fn skip(&mut self, name: &str) {
        while self.at < self.text.len() {
            self.take_until("</");
            let rest = &self.text.as_bytes()[self.at..];
            let here = rest.get(..name.len()).unwrap_or_default();
            if here.eq_ignore_ascii_case(name.as_bytes()) {
                self.take_until(">");
                return;
            }
        }
    }
}

fn begins_tag(mark: char) -> bool {
    mark.is_ascii_alphabetic() || mark == '/'
}

/// Returns the value of an attribute.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let behind = attributes.match_indices(name).find_map(|(at, name)| {
        let spaced = attributes[..at].ends_with(char::is_whitespace);
        attributes[at + name.len()..].trim_start().strip_prefix('=').filter(|_| spaced)
    })?;
    let value = behind.trim_start();
    let quote = value.chars().next().filter(|mark| matches!(mark, '"' | '\''));
    match quote {
        Some(quote) => value[1..].split(quote).next(),
        None => value.split(char::is_whitespace).next(),
    }
}

/// Returns a text with its entities decoded; what is none stays as it is.
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, character)) => {
                decoded.push_str(&character);
                rest = &rest[end + 1..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded + rest
}

fn entity(name: &str) -> Option<String> {
    let number =
        name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        });
    if let Some(number) = number {
        return char::from_u32(number.ok()?).map(String::from);
    }
    let named = ENTITIES.iter().find(|(known, _)| *known == name);
    named.map(|(_, character)| (*character).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_text_are_told_apart() {
        let text =
            "<P class=\"a\">到位&nbsp;50&#20159;元<br/>\n&lt;二&gt;</P><!-- <p> -->1 < 2";
        let expected = [
            Token::Open("p".into(), " class=\"a\""),
            Token::Text("到位 50亿元".into(), 1),
            Token::Empty("br".into(), ""),
            Token::Text("\n<二>".into(), 1),
            Token::Close("p".into()),
            Token::Text("1 ".into(), 2),
            Token::Text("< 2".into(), 2),
        ];
        assert_eq!(tokens(text), expected);
    }

    #[test]
    fn scripts_are_no_text_and_nothing_ends_early() {
        assert_eq!(tokens("<script>if (a<b) x('</p>')</SCRIPT>到").len(), 1);
        for text in
            ["<", "<p", "</", "<!--", "<script>", "&", "&#x;", "&#99999999;", "<é"]
        {
            tokens(text);
        }
        assert_eq!(decoded("AT&T &unknown; &#x4ebf;"), "AT&T &unknown; 亿");
    }

    #[test]
    fn attributes_have_values_in_any_quotes() {
        assert_eq!(attribute(" colspan=2 x=1", "colspan"), Some("2"));
        assert_eq!(attribute(" a='1' rowspan = '3'", "rowspan"), Some("3"));
        assert_eq!(attribute(" w:val=\"2\"", "w:val"), Some("2"));
        assert_eq!(attribute(" datacolspan=2", "colspan"), None);
    }
}
