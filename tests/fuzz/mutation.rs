//! A shipped text with a few edits.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use proptest::sample::Index;
use proptest::strategy::Union;

/// Pieces that mean something to one of the readers.
const PIECES: &[&str] = &[
    "\n",
    "\t",
    "  ",
    ": ",
    ":",
    "：",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    "{{",
    "}}",
    "\"",
    "'",
    ",",
    "，",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "|",
    ">",
    "---\n",
    "...\n",
    "<<: ",
    "~",
    "null",
    "no",
    "0x1f",
    "1e309",
    "-0",
    "99999999999999999999999999999",
    "2023-02-30",
    "亿元",
    "万元",
    "%",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\\u0000",
    "\\",
    "<script>",
    "](",
    "![",
    "**",
    "| a |\n|---|\n",
    "表 \"\"",
    "13800000000",
    "😀",
    "\u{301}",
];

/// One edit of a text.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Takes a part out.
    Cut(Index, usize),
    /// Puts a piece in.
    Insert(Index, String),
    /// Writes a part a second time, elsewhere.
    Copy(Index, usize, Index),
    /// Writes a part many times over.
    Repeat(Index, usize, usize),
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        match self {
            Edit::Cut(at, length) => {
                let (start, end) = part(text, at, *length);
                format!("{}{}", &text[..start], &text[end..])
            }
            Edit::Insert(at, piece) => insert(text, at, piece),
            Edit::Copy(at, length, to) => {
                let (start, end) = part(text, at, *length);
                insert(text, to, &text[start..end])
            }
            Edit::Repeat(at, length, times) => {
                let (start, end) = part(text, at, *length);
                insert(text, at, &text[start..end].repeat(*times))
            }
        }
    }
}

/// The last boundary of a character up to a place that an index chooses.
fn boundary(text: &str, at: &Index) -> usize {
    let at = at.index(text.len() + 1);
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn part(text: &str, at: &Index, length: usize) -> (usize, usize) {
    let start = boundary(text, at);
    let end = text[start..].char_indices().nth(length).map(|(end, _)| start + end);
    (start, end.unwrap_or(text.len()))
}

fn insert(text: &str, at: &Index, piece: &str) -> String {
    let at = boundary(text, at);
    format!("{}{piece}{}", &text[..at], &text[at..])
}

fn edit() -> impl Strategy<Value = Edit> {
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        "\\PC{0,6}",
        "[0-9.%\\-]{1,12}",
    ];
    prop_oneof![
        (any::<Index>(), 1usize..40).prop_map(|(at, length)| Edit::Cut(at, length)),
        (any::<Index>(), piece).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        (any::<Index>(), 1usize..200, any::<Index>())
            .prop_map(|(at, length, to)| Edit::Copy(at, length, to)),
        (any::<Index>(), 1usize..4, 2usize..300)
            .prop_map(|(at, length, times)| Edit::Repeat(at, length, times)),
    ]
}

/// One of some texts after one to four edits.
pub(crate) fn mutated(texts: Vec<String>) -> impl Strategy<Value = String> {
    let texts = Union::new(texts.into_iter().map(Just));
    (texts, prop::collection::vec(edit(), 1..5))
        .prop_map(|(text, edits)| edits.iter().fold(text, |text, edit| edit.apply(&text)))
}
