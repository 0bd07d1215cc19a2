//! The tags of a page as a browser would find them.

/// A tag with its attributes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Name and attributes without values.
    pub(super) fn shape(&self) -> String {
        let names = self.attributes.iter().map(|(name, _)| name.as_str());
        [self.name.as_str()].into_iter().chain(names).collect::<Vec<_>>().join(" ")
    }

    /// What the page may load and run, where the tag says it.
    pub(super) fn policy(&self) -> Option<&str> {
        let value = |name: &str| {
            let found = self.attributes.iter().find(|(own, _)| own == name);
            found.map(|(_, value)| value.as_str())
        };
        let is_policy = value("http-equiv") == Some("Content-Security-Policy");
        value("content").filter(|_| self.name == "meta" && is_policy)
    }

    /// Whether it brings something with it that the policy is about.
    pub(super) fn loads(&self) -> bool {
        ["link", "script", "style", "img", "a"].contains(&self.name.as_str())
    }

    /// Whether nothing in it can run or lead to a scheme that is not known.
    pub(super) fn is_harmless(&self) -> bool {
        self.attributes.iter().all(|(name, value)| {
            let leads =
                ["href", "src", "action", "data", "xlink:href"].contains(&name.as_str());
            !name.starts_with("on") && (!leads || is_known(value))
        })
    }
}

fn is_known(target: &str) -> bool {
    let web = target.starts_with("https://") || target.starts_with("http://");
    let own = target.split(['/', '?', '#']).next().unwrap_or("");
    // The page says itself that it has no icon.
    let none = target == "data:,";
    web || none || !(own.contains(':') || target.starts_with(['/', '\\']))
}

/// Every tag of a page, in order; what stands in scripts and styles is no tag.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let starts =
            rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        if !starts {
            continue;
        }
        let (tag, after) = tag(rest);
        rest = after;
        if let "script" | "style" = tag.name.as_str() {
            let end = format!("</{}", tag.name);
            rest = rest.find(&end).map_or("", |at| &rest[at..]);
        }
        tags.push(tag);
    }
    tags
}

/// Reads a tag after its `<`, and gives what follows its `>`.
fn tag(text: &str) -> (Tag, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        if rest.is_empty() {
            break;
        }
        let stop = |c: char| c.is_whitespace() || "=>/".contains(c);
        let end = rest.find(stop).unwrap_or(rest.len()).max(1);
        let key = rest.get(..end).unwrap_or(rest).to_ascii_lowercase();
        rest = rest.get(end..).unwrap_or("");
        let (value, after) = value(rest);
        attributes.push((key, value.to_owned()));
        rest = after;
    }
    let name = name.trim_end_matches('/').to_ascii_lowercase();
    (Tag { name, attributes }, rest)
}

fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.strip_prefix('=') else { return ("", text) };
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let text = &text[1..];
            text.split_once(quote).unwrap_or((text, ""))
        }
        _ => {
            text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(0))
        }
    }
}

#[test]
fn tags_are_found_as_a_browser_finds_them() {
    let page =
        "<p class=\"a>b\" id=x>1 < 2<script>if (a<b) {}</script><img src=x onerror=y>";
    let shapes: Vec<String> = tags(page).iter().map(Tag::shape).collect();
    assert_eq!(shapes, ["p class id", "script", "/script", "img src onerror"]);
    assert!(!tags(page)[3].is_harmless());
    assert!(!tags("<a href='javascript:x'>")[0].is_harmless());
    assert!(tags("<a href='../x.html#a:b'>")[0].is_harmless());
}
