//! Kinds of parts that exclude each other.

use crate::claims::number::amount::contains;

/// Kinds by words of their names, and whether nothing is left beside them.
const PARTITIONS: &[(&[&[&str]], bool)] = &[
    (&[&["一产", "第一产业"], &["二产", "第二产业"], &["三产", "第三产业"]], true),
    (&[&["新建", "新签", "新开工"], &["续建", "结转"]], true),
    (&[&["省外"], &["市外"], &["市内"]], false),
    (&[&["省外"], &["省内"]], false),
    (&[&["内资"], &["外资"]], true),
    (&[&["农业"], &["工业"], &["服务业"]], false),
];
/// Words for what has come to pass, and for what has not.
const DONE: &[&str] = &["已"];
const OPEN: &[&str] = &["未", "尚未", "没有"];

/// Returns whether parts with these names leave nothing beside them; `None` if they may overlap.
pub(super) fn is_complete(names: &[&str]) -> Option<bool> {
    let names: Vec<String> =
        names.iter().map(|name| name.replace("市外省内", "市外")).collect();
    let has_one =
        |kind: &&[&str]| names.iter().filter(|name| contains(name, kind)).count() == 1;
    let found = PARTITIONS.iter().find(|(kinds, _)| kinds.iter().all(has_one));
    match found {
        Some((_, complete)) => Some(*complete),
        None => splits(&names).then_some(true),
    }
}

/// Returns whether two names are what has come to pass and what has not: 已开工, 未开工.
fn splits(names: &[String]) -> bool {
    let [one, other] = names else { return false };
    let bare = |name: &str, words: &[&str]| {
        let bare =
            words.iter().fold(name.to_owned(), |text, word| text.replace(word, ""));
        bare.chars().filter(|mark| mark.is_alphabetic()).collect::<String>()
    };
    let pair = |done: &str, open: &str| {
        let negated = contains(open, OPEN) && !contains(done, OPEN);
        let words = [DONE, OPEN, &["其中", "的", "有", "还", "尚", "仍"]].concat();
        let rest = bare(done, &words);
        negated && !rest.is_empty() && rest == bare(open, &words)
    };
    pair(one, other) || pair(other, one)
}
