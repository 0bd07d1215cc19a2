//! A comment on a pull request as GitHub's own reader of Markdown takes it.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::diff::comment::{NAMES, comment, linked};

/// Prints the tags of a comment in their order, and its text nodes but those of code.
const READER: &str = "
import cmarkgfm, html.parser, json, sys

class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.texts, self.code = [], [], 0
    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.code += tag == 'code'
    def handle_endtag(self, tag):
        self.code -= tag == 'code'
    def handle_data(self, text):
        if not self.code:
            self.texts.append(text)

reader = Reader()
options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
reader.feed(cmarkgfm.github_flavored_markdown_to_html(sys.stdin.read(), options))
print(json.dumps({'tags': reader.tags, 'texts': reader.texts}))
";

/// The tags and the text nodes of a comment.
fn read(comment: &str) -> (Vec<String>, Vec<String>) {
    let mut python = Command::new("python3");
    python.args(["-c", READER]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = python.spawn().unwrap();
    python.stdin.take().unwrap().write_all(comment.as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "cmarkgfm reads the comment");
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    let list = |key: &str| -> Vec<String> {
        let list = read[key].as_array().unwrap().iter();
        list.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    (list("tags"), list("texts"))
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn data_calls_nobody_links_nothing_and_makes_no_heading_or_list() {
    let hostile = comment(NAMES);
    let (tags, texts) = read(&hostile);
    for text in &texts {
        assert_eq!(linked(text), None, "{text}\n{hostile}");
    }
    let shown = texts.concat().replace('\u{200b}', "");
    for name in NAMES {
        let count = shown.matches(name.trim()).count();
        assert!(count >= 2, "{name} is said {count} times:\n{hostile}");
    }
    assert!(!tags.iter().any(|tag| ["a", "img"].contains(&tag.as_str())), "{tags:?}");
    let plain: Vec<String> = (0..NAMES.len()).map(|at| format!("甲乙丙{at}")).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    let (plain, _) = read(&comment(&plain));
    assert_eq!(tags, plain, "no name makes a mark of its own:\n{hostile}");
    assert!(tags.iter().any(|tag| tag == "li"), "the comment has lists of its own");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn names_that_are_not_made_neutral_are_found() {
    let (tags, texts) = read("# @octocat\n\n- 见 #1");
    assert_eq!(tags, ["h1", "ul", "li"]);
    assert!(texts.iter().filter(|text| linked(text).is_some()).count() == 2);
}
