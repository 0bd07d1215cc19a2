//! Names that are like a word: which one is meant, and what tells the two apart.

use crate::model::character::{code, is_unseen, look};

/// Returns the choice that is most similar to a word; `None` if none is similar.
pub fn nearest<'a>(
    text: &str,
    choices: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    choices
        .map(|choice| (likeness(text, choice), choice))
        .filter(|(likeness, _)| *likeness >= 40)
        .max_by(|left, right| left.0.cmp(&right.0).then(right.1.cmp(left.1)))
        .map(|(_, choice)| choice)
}

/// Returns the similarity of two words in hundredths: edits over the longer length.
fn likeness(left: &str, right: &str) -> usize {
    if look(left) == look(right) {
        return 100;
    }
    let longer = left.chars().count().max(right.chars().count()).max(1);
    100 - strsim::damerau_levenshtein(left, right).min(longer) * 100 / longer
}

/// Returns the question whether a similar name is meant; where the two look the same, also the
/// codes of the characters in which they differ.
pub fn is_it(word: &str, near: &str) -> String {
    let question = format!("是否应为“{near}”？");
    if look(word) != look(near) {
        return question;
    }
    format!("{question}两个看着一样，{}", differences(word, near).join("，"))
}

/// Returns in what two names that look the same differ.
fn differences(word: &str, near: &str) -> Vec<String> {
    let is_blank = |c: &char| is_unseen(*c) || c.is_whitespace() || c.is_control();
    let blanks = |text: &str| text.chars().filter(is_blank).map(code).collect::<Vec<_>>();
    let (typed, meant) = (blanks(word), blanks(near));
    let mut told = Vec::new();
    if typed != meant && !typed.is_empty() {
        told.push(format!("写的里面有看不见的 {}", typed.join("、")));
    }
    if typed != meant && !meant.is_empty() {
        told.push(format!("登记的里面有看不见的 {}", meant.join("、")));
    }
    let seen = |text: &str| text.chars().filter(|c| !is_blank(c)).collect::<Vec<_>>();
    let pairs =
        seen(word).into_iter().zip(seen(near)).filter(|(one, other)| one != other);
    told.extend(pairs.take(3).map(|(one, other)| {
        format!("“{one}”（{}）不是“{other}”（{}）", code(one), code(other))
    }));
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_told_apart_by_codes() {
        assert_eq!(is_it("县商委", "县商务委"), "是否应为“县商务委”？");
        assert!(
            is_it("县商务委\u{a0}", "县商务委").ends_with("写的里面有看不见的 U+00A0")
        );
        assert!(is_it("⼯业园", "工业园").ends_with("“⼯”（U+2F2F）不是“工”（U+5DE5）"));
        assert!(is_it("Ａ区", "A区").ends_with("“Ａ”（U+FF21）不是“A”（U+0041）"));
    }
}
