//! What the Markdown of a narrative becomes, against a sanitiser that reads it as a browser does.

use std::collections::HashSet;

use ammonia::Builder;

use crate::audience::hostile::strings;
use crate::case::Case;
use crate::stage::Stage;

const EDITION: &str = "editions/2023-06.md";

/// Heading and paragraph around the narrative, by which it is found on the page.
const AROUND: [&str; 2] = ["正文从这里开始", "正文到这里结束。"];

fn edition(body: &str) -> String {
    let [start, end] = AROUND;
    format!(
        "---\n期: 2023-06\n印发: 2023-07-10\n标题: 通报\n---\n\n# {start}\n\n{body}\n\n{end}\n"
    )
}

/// The strings that a narrative may hold: as a paragraph, strong, in a list, as a link, and with a
/// backslash before every sign, which makes any of them text.
fn accepted() -> Vec<String> {
    let shapes = |text: String| {
        let link = format!("[{text}](https://example.org/{text})");
        let escaped = text.chars().flat_map(|c| {
            let escape = c.is_ascii_punctuation().then_some('\\');
            escape.into_iter().chain([c])
        });
        [escaped.collect(), format!("**{text}**"), format!("- {text}"), link, text]
    };
    let may_stand = |body: &String| {
        // Tables and charts are no Markdown.
        !["{{ 表", "{{ 图"].iter().any(|call| body.contains(call))
            && Case::minimal().with(EDITION, edition(body)).findings().is_empty()
    };
    strings().into_iter().flat_map(shapes).filter(may_stand).collect()
}

/// Two ways of writing the same text: a sanitiser keeps quotes and blanks where it can.
fn alike(html: &str) -> String {
    [("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&nbsp;", "\u{a0}")]
        .iter()
        .fold(html.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The narrative of an edition as it stands on its page.
fn printed(body: &str) -> String {
    let stage = Stage::minimal().with(EDITION, edition(body));
    stage.run(&["build"]).fine();
    let page = std::fs::read_to_string(stage.out().join("demo/2023-06/index.html"));
    let page = page.unwrap();
    let heading = format!("{}</h2>", AROUND[0]);
    let narrative = page.split_once(&heading).unwrap().1;
    let narrative = narrative.split_once(AROUND[1]).unwrap().0;
    // The end stands in a paragraph of its own, or in one that swallowed it.
    match narrative.strip_suffix("<p>") {
        Some(before) => before.to_owned(),
        None => format!("{narrative}</p>"),
    }
}

fn sanitised(html: &str) -> String {
    let known = ["p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "data"];
    let mut sanitiser = Builder::new();
    sanitiser
        .tags(HashSet::from(known))
        .generic_attributes(HashSet::from(["id"]))
        .add_tag_attributes("a", ["rel", "class"])
        .add_tag_attributes("data", ["data-figure", "data-part", "value"])
        .url_schemes(HashSet::from(["http", "https"]))
        .link_rel(None);
    sanitiser.clean(html).to_string()
}

#[test]
fn a_sanitiser_finds_nothing_to_take_out_of_a_narrative() {
    let accepted = accepted();
    assert!(accepted.len() > 400, "{} of 920 may stand", accepted.len());
    // What Markdown takes as the start of a comment or a declaration swallows all that follows.
    let swallows = |text: &String| text.contains("<!") || text.contains("<?");
    let (alone, together): (Vec<String>, Vec<String>) =
        accepted.into_iter().partition(swallows);
    for body in alone.into_iter().chain([together.join("\n\n隔开。\n\n")]) {
        let printed = printed(&body);
        let (ours, left) = (alike(&printed), alike(&sanitised(&printed)));
        let same = ours.chars().zip(left.chars()).take_while(|(a, b)| a == b).count();
        let near = |text: &str| -> String {
            text.chars().skip(same.saturating_sub(40)).take(160).collect()
        };
        assert!(ours == left, "{}\n--- left of it:\n{}", near(&ours), near(&left));
    }
}
