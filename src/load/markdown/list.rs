//! The items of a list: one paragraph each, and numbers that follow each other as they are typed.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// The events of a block with their places.
pub(super) type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// An item of a list.
pub(super) struct Item {
    /// The number typed before it; `None` if there is none.
    pub number: Option<u64>,
    /// Where its words are.
    pub words: Range<usize>,
    /// Where it is, with its sign.
    range: Range<usize>,
    /// Whether a bracket follows its number.
    has_bracket: bool,
    /// Whether it holds one paragraph and nothing else.
    is_plain: bool,
    /// Whether it begins with a box for a tick.
    is_task: bool,
}

/// Why an item is refused: where, what it is, and what to do.
pub(super) type Refusal = (Range<usize>, String, String);

/// Returns the items of a list, given the events inside it.
pub(super) fn items(text: &str, inside: &Events) -> Vec<Item> {
    let mut items = Vec::new();
    let mut depth = 0;
    let mut paragraphs = 0;
    for (event, range) in inside {
        match event {
            Event::Start(Tag::Item) if depth == 0 => {
                (depth, paragraphs) = (1, 0);
                items.push(item(text, range.clone()));
            }
            Event::Start(tag) => {
                depth += 1;
                paragraphs += usize::from(*tag == Tag::Paragraph);
                let is_plain = is_inline(tag) || *tag == Tag::Paragraph && paragraphs < 2;
                items.last_mut().into_iter().for_each(|item| item.is_plain &= is_plain);
            }
            Event::End(_) => depth -= 1,
            Event::Rule => {
                items.last_mut().into_iter().for_each(|item| item.is_plain = false);
            }
            _ => {}
        }
    }
    items
}

fn is_inline(tag: &Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
}

fn item(text: &str, range: Range<usize>) -> Item {
    let whole = text[range.clone()].trim_end();
    let typed = whole.trim_start();
    let digits =
        typed.len() - typed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = typed.get(digits + 1..).unwrap_or("");
    let words = after.trim_start();
    let end = range.start + whole.len();
    let start = end - words.len();
    let is_task = ["[ ]", "[x]", "[X]"].iter().any(|sign| words.starts_with(sign));
    Item {
        number: typed[..digits].parse().ok(),
        words: start..end,
        range: end - typed.len()..end,
        has_bracket: typed[digits..].starts_with(')'),
        is_plain: true,
        is_task,
    }
}

impl Item {
    /// Returns why the item is refused, where its number should be another one; `None` if all is
    /// well.
    pub(super) fn refused(&self, is_numbered: bool, expected: u64) -> Option<Refusal> {
        let refusal = |what: &str, help: &str| {
            Some((self.range.clone(), what.to_owned(), help.to_owned()))
        };
        if self.words.is_empty() {
            return refusal("空的列表项", "补上内容，或删去这一行");
        }
        if !self.is_plain {
            return refusal(
                "列表里的列表、段落和标题",
                "列表只用一层，一项一段，其余另起段落",
            );
        }
        if self.is_task {
            return refusal("待办的方框", "删去方框；办没办写成文字");
        }
        let number = self.number.filter(|_| is_numbered)?;
        if self.has_bracket {
            let help = format!("写成“{number}. ”；确要印括号的，写成“{number}\\)”");
            return Some((self.range.clone(), "带半边括号的序号".to_owned(), help));
        }
        (number != expected).then(|| {
            let help = format!(
                "上面的序号排下来应是“{expected}.”；不是列表的，写成“{number}\\.”，前面空一行"
            );
            (self.range.clone(), format!("不连续的序号“{number}.”"), help)
        })
    }
}
