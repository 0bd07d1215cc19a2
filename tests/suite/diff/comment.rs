//! A comment on a pull request calls nobody and links nothing, whatever the data says.

use pulldown_cmark::{Event, Options, Parser, Tag};
use tongbao::render::diff::markdown;
use tongbao::view::changes::allowance::Allowance;

use crate::diff::bureau::Bureau;

/// Names of projects that GitHub, or a reader of Markdown, would make something of.
pub(crate) const NAMES: &[&str] = &[
    "@octocat 项目",
    "报@org/team，又@甲",
    "见#1、#22号",
    "GH-7和gh-8",
    "octo/repo#3与octo/repo@11bd719",
    "提交11bd71901bbe5b1630ceea73d27597364c9af683",
    "a.b@c.example.org",
    "https://example.org/a 与 www.example.org",
    "ftp://example.org",
    "1. 第一个",
    "&#64;octocat &commat;octocat &num;1",
    "[甲](https://example.org) <https://example.org>",
    "![甲](x.png) <img src=x> **粗** ~~删~~",
    "GHSA-abcd-efgh-1234 CVE-2024-1234 :tada:",
    "\\@octocat \\#1",
    "fixes #4",
    "# 标题",
    "- 一项",
    "+ 一项",
    "* 一项",
    "2) 第二个",
    "> 引用",
    "| 甲 | 乙 |",
    "---",
    "```甲",
    "~~~",
    "    缩进",
    "$x$ [^1]",
    "<!-- 甲 -->",
];

/// The text that a reader sees, a piece for each run between marks.
fn texts(markdown: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    // No host sets dashes and quotes otherwise than they are typed.
    let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => texts.last_mut().unwrap().push_str(&text),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("{markdown}"),
            // Its own marks: where details are folded, and what says whose comment it is.
            Event::Html(html) | Event::InlineHtml(html) => {
                let ours = [
                    "<details>",
                    "</details>",
                    "<!--",
                    "<del>",
                    "</del>",
                    "<ins>",
                    "</ins>",
                ];
                assert!(ours.iter().any(|mark| html.starts_with(mark)), "{html}");
            }
            Event::Code(_) => {}
            _ => texts.push(String::new()),
        }
    }
    texts
}

/// What GitHub would make a link of in a text: its own patterns, taken widely.
pub(crate) fn linked(text: &str) -> Option<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let follows = |at: usize| text[at..].starts_with(is_word);
    for (at, mark) in text.match_indices(['@', '#']) {
        if follows(at + mark.len()) {
            return Some(text[at..].to_owned());
        }
    }
    let lower = text.to_ascii_lowercase();
    for prefix in ["gh-", "ghsa-", "cve-", "www.", "://", ":tada"] {
        let begins =
            |at: usize| !lower[..at].ends_with(is_word) || prefix.starts_with(':');
        if lower.match_indices(prefix).any(|(at, _)| begins(at)) {
            return Some(prefix.to_owned());
        }
    }
    let mut words = lower.split(|c: char| !is_word(c));
    let is_commit = |word: &&str| {
        word.len() >= 7 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    words.find(is_commit).map(str::to_owned)
}

/// The comment on a change that brings texts in wherever a reviewer gets to read them: names of projects,
/// reasons, a narrative, and who allows a loss why.
pub(crate) fn comment(names: &[&str]) -> String {
    let bureau = Bureau::minimal();
    let path = "demo/projects/2023/xm-1.yaml";
    let record = bureau.read(path);
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    for at in 0..names.len() {
        let gone = record.replace("xm-1", &format!("xm-{}", at + 100));
        let gone = gone.replace("冷链物流项目", &format!("第{}个", at + 100));
        let path = format!("demo/projects/2023/xm-{}.yaml", at + 100);
        bureau.write(&path, gone.as_bytes());
    }
    bureau.commit("start");
    let name = record.lines().find(|line| line.starts_with("名称: ")).unwrap();
    let mut corrected = record.trim_end().to_owned() + "\n变更:\n";
    let mut allowances = Vec::new();
    for (at, text) in names.iter().enumerate() {
        let own = record.replace("xm-1", &format!("xm-{}", at + 10));
        let own = own.replace(name, &format!("名称: {}", quoted(text)));
        bureau.write(&format!("demo/projects/2023/xm-{}.yaml", at + 10), own.as_bytes());
        corrected.push_str(&format!(
            "  - {{报送: 2023-07-{:02}, 领域: 生态工业, 原因: {}}}\n",
            at % 28 + 1,
            quoted(text)
        ));
        bureau.remove(&format!("demo/projects/2023/xm-{}.yaml", at + 100));
        allowances.push(Allowance {
            gate: "lost".to_owned(),
            record: format!("xm-{}", at + 100),
            reason: (*text).to_owned(),
            who: (*text).to_owned(),
        });
    }
    bureau.write(path, corrected.as_bytes());
    bureau.commit("named");
    markdown(&bureau.allowing("start", "named", &allowances), 1 << 20)
}

#[test]
fn nobody_is_called_and_nothing_is_linked() {
    let comment = comment(NAMES);
    let texts = texts(&comment);
    for text in &texts {
        assert_eq!(linked(text), None, "{text}\n{comment}");
    }
    let shown = texts.join("\n").replace('\u{200b}', "");
    for name in NAMES {
        assert!(shown.contains(name.trim()), "{name} is not said as it is:\n{comment}");
    }
}

#[test]
fn the_patterns_of_this_test_know_what_github_links() {
    for text in NAMES.iter().take(9) {
        assert!(linked(text).is_some(), "{text}");
    }
    assert_eq!(linked("到位资金 1200万元→1300万元，ws-2023-001"), None);
}
