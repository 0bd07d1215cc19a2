//! A place in a plan, as the document writes it and as part of an id.

use std::fmt::{Display, Formatter};

use crate::model::dictionary::{Leaf, Word, WordError, WordShape, digits, word_value};

/// A place in a plan, such as 附件2 三（二）.
///
/// It is printed as it was written, and cited by an id that does not depend on how.
///
/// ```
/// use tongbao::model::dictionary::Word;
/// use tongbao::model::value::clause::Clause;
///
/// # fn main() -> Result<(), tongbao::model::dictionary::WordError> {
/// let clause = Clause::parse("附件2 三（二）")?;
/// assert_eq!(clause.to_string(), "附件2 三（二）");
/// assert_eq!(clause.id, "a2.3.2");
/// assert_eq!(clause.id, Clause::parse("附件2三（2）")?.id);
/// assert_eq!(Clause::parse("第几页").unwrap_err().code, "bad-clause");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// As written.
    pub text: String,
    /// Normalised: `a2.3.2`.
    pub id: String,
}

impl Clause {
    /// Returns the clause that stands for the whole document.
    pub fn whole() -> Clause {
        Clause { text: "全文".to_owned(), id: "0".to_owned() }
    }

    /// Returns whether the clause is another one or a part of it.
    pub fn is_within(&self, outer: &Clause) -> bool {
        let rest = self.id.strip_prefix(outer.id.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// Returns the text for a bulletin, which has annexes of its own: 方案附件2 三（二）.
    pub fn cited(&self) -> String {
        let whose = if self.text.starts_with("附件") { "方案" } else { "" };
        format!("{whose}{}", self.text)
    }
}

impl Display for Clause {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(&self.text)
    }
}

impl Word for Clause {
    const SHAPE: &'static WordShape = &WordShape {
        id: "clause",
        name: "依据",
        form: "照文件的层次写，如 二、三（三）3、附件2 三（二）、附件1 注2、全文",
        pattern: "^[^\\s].*$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Clause, WordError> {
        normalise(text).map(|id| Clause { text: text.to_owned(), id }).ok_or_else(|| {
            let help =
                "照文件的层次写，如 三（三）3、附件2 三（二）、附件1 注2；指全文写“全文”";
            WordError::whole(
                "bad-clause",
                text,
                format!("“{text}”不像文件里的位置"),
                help,
            )
        })
    }

    fn leaf(&self) -> Leaf<'_> {
        Leaf::Reference(Self::SHAPE, &self.text)
    }
}

word_value!(Clause);

/// Normalises a place: 附件2 三（二） becomes `a2.3.2`; `None` if the text is not a place.
fn normalise(text: &str) -> Option<String> {
    if text == "全文" {
        return Some("0".to_owned());
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (part, used) = match first {
            '附' => prefixed(rest, "附件", "a")?,
            '注' => prefixed(rest, "注", "n")?,
            '备' => prefixed(rest, "备注", "n")?,
            '（' => (
                read_number(&rest[3..rest.find('）')?])?.to_string(),
                rest.find('）')? + 3,
            ),
            ' ' | '、' | '.' | '．' => (String::new(), first.len_utf8()),
            _ => number_prefix(rest).or_else(|| named(rest))?,
        };
        if !part.is_empty() {
            parts.push(part);
        }
        rest = &rest[used..];
    }
    (!parts.is_empty()).then(|| parts.join("."))
}

/// Reads a word with the number after it, such as 附件2.
fn prefixed(text: &str, word: &str, letter: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix(word)?;
    match number_prefix(rest) {
        Some((number, used)) => Some((format!("{letter}{number}"), word.len() + used)),
        None => Some((letter.to_owned(), word.len())),
    }
}

/// Reads a part of a document that has a name instead of a number.
fn named(text: &str) -> Option<(String, usize)> {
    const NAMES: &[(&str, &str)] = &[
        ("题名", "title"),
        ("文头", "head"),
        ("主送", "addressees"),
        ("序言", "preface"),
        ("表", "table"),
        ("文尾", "end"),
        ("版记", "imprint"),
    ];
    let (word, id) = NAMES.iter().find(|(word, _)| text.starts_with(word))?;
    Some(((*id).to_owned(), word.len()))
}

fn number_prefix(text: &str) -> Option<(String, usize)> {
    let digit = |c: char| c.is_ascii_digit();
    let han = |c: char| "一二三四五六七八九十".contains(c);
    let first = text.chars().next()?;
    let length = match () {
        () if digit(first) => text.find(|c: char| !digit(c)).unwrap_or(text.len()),
        () if han(first) => text.find(|c: char| !han(c)).unwrap_or(text.len()),
        () => return None,
    };
    Some((read_number(&text[..length])?.to_string(), length))
}

/// Reads a number in Arabic or Chinese digits, up to 99.
fn read_number(text: &str) -> Option<u32> {
    if let Some(number) = digits(text, 9) {
        return Some(number);
    }
    let digit = |c: char| {
        "一二三四五六七八九".chars().position(|d| d == c).map(|at| at as u32 + 1)
    };
    let characters: Vec<char> = text.chars().collect();
    match characters.as_slice() {
        ['十'] => Some(10),
        [ones] => digit(*ones),
        ['十', ones] => Some(10 + digit(*ones)?),
        [tens, '十'] => Some(digit(*tens)? * 10),
        [tens, '十', ones] => Some(digit(*tens)? * 10 + digit(*ones)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annex_of_a_plan_is_not_cited_as_one_of_the_bulletin() {
        let cited = |text: &str| Clause::parse(text).map(|clause| clause.cited()).ok();
        assert_eq!(cited("附件2 三（二）").as_deref(), Some("方案附件2 三（二）"));
        assert_eq!(cited("三（三）3").as_deref(), Some("三（三）3"));
    }

    #[test]
    fn places_as_written_become_ids() {
        let id = |text: &str| Clause::parse(text).map(|clause| clause.id).ok();
        assert_eq!(id("三（三）3").as_deref(), Some("3.3.3"));
        assert_eq!(id("附件2 三（二）").as_deref(), Some("a2.3.2"));
        assert_eq!(id("附件1").as_deref(), Some("a1"));
        assert_eq!(id("附件1 注2").as_deref(), Some("a1.n2"));
        assert_eq!(id("二").as_deref(), Some("2"));
        assert_eq!(id("三（十五）").as_deref(), Some("3.15"));
        assert_eq!(id("随便"), None);
    }
}
