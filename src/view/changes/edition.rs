//! Editions: what a new one says, and which sentences read otherwise.

use serde::Serialize;

/// An edition that is new.
#[derive(Clone, Debug, Serialize)]
pub struct NewEdition {
    /// Period in words.
    pub period: String,
    /// What the whole is called.
    #[serde(skip)]
    pub whole: String,
    /// The edition before, in words; `None` if it is the first.
    pub against: Option<String>,
    /// What it says of the whole and of lamps, beside the edition before.
    pub lines: Vec<String>,
    /// The months of which it has no record.
    pub silent: Vec<String>,
    /// Sentences without a reference that the edition before has word for word.
    pub copied: Vec<String>,
}

/// A sentence of a narrative that reads otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct SentenceChange {
    /// Period in words.
    pub period: String,
    /// Whether words were typed otherwise; else a number moved that it refers to.
    pub is_typed: bool,
    /// Its words, in order.
    pub pieces: Vec<Piece>,
}

/// Some words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Who has them.
    pub side: Side,
    /// The words.
    pub text: String,
}

/// Who has some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Both sides.
    Both,
    /// The side before alone.
    Gone,
    /// The side after alone.
    New,
}

/// Letters that are kept of words that both sides have, on each side of what differs.
const AROUND: usize = 16;

impl SentenceChange {
    /// Returns the sentence with marks around what is gone and what is new; `plain` makes its words fit
    /// to stand beside them.
    pub fn marked(
        &self,
        gone: [&str; 2],
        new: [&str; 2],
        plain: &dyn Fn(&str) -> String,
    ) -> String {
        let told = self.told().into_iter();
        let told = told.map(|Piece { side, text }| match side {
            Side::Both => plain(&text),
            Side::Gone => format!("{}{}{}", gone[0], plain(&text), gone[1]),
            Side::New => format!("{}{}{}", new[0], plain(&text), new[1]),
        });
        told.collect()
    }

    /// Returns its pieces, with what is long and the same on both sides cut short.
    pub fn told(&self) -> Vec<Piece> {
        let last = self.pieces.len().saturating_sub(1);
        let pieces = self.pieces.iter().enumerate();
        let told = pieces.map(|(at, piece)| match piece.side {
            Side::Both => {
                let text = around(&piece.text, at > 0, at < last);
                Piece { side: Side::Both, text }
            }
            _ => piece.clone(),
        });
        told.collect()
    }
}

/// Returns a text without what is far from the ends that are kept.
fn around(text: &str, start: bool, end: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let kept = AROUND * (usize::from(start) + usize::from(end));
    if letters.len() <= kept + 2 {
        return text.to_owned();
    }
    let head: String = letters.iter().take(if start { AROUND } else { 0 }).collect();
    let tail = letters.len() - if end { AROUND } else { 0 };
    let tail: String = letters[tail..].iter().collect();
    format!("{head}…{tail}")
}

impl NewEdition {
    /// Returns its title: `2023年10月通报（与2023年9月比）`.
    pub fn title(&self) -> String {
        let against = self.against.as_ref();
        let against = against.map(|against| format!("（与{against}比）"));
        format!("{}通报{}", self.period, against.unwrap_or_default())
    }

    /// Returns what a reviewer reads of it, in lines.
    pub fn told(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.lines.clone();
        lines.extend(self.silent.iter().cloned());
        if let Some(first) = self.copied.first() {
            let count = self.copied.len();
            lines.push(format!(
                "正文有{count}句没有引用数、与上一期一字不差，如“{first}”"
            ));
        }
        lines
    }
}
