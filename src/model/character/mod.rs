//! What a character is beside what is seen of it, by its properties in Unicode.

pub mod alike;

use unicode_normalization::UnicodeNormalization;

/// Radicals that have a block of their own, and the characters that they look like; Unicode calls
/// these equivalent, but no normal form joins them.
const RADICALS: &[(char, char)] = &[
    ('⺁', '厂'),
    ('⺊', '卜'),
    ('⺌', '小'),
    ('⺎', '兀'),
    ('⺏', '尣'),
    ('⺐', '尢'),
    ('⺓', '幺'),
    ('⺛', '旡'),
    ('⺜', '日'),
    ('⺝', '月'),
    ('⺞', '歺'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺦', '丬'),
    ('⺧', '牛'),
    ('⺩', '王'),
    ('⺫', '目'),
    ('⺬', '示'),
    ('⺯', '糸'),
    ('⺰', '纟'),
    ('⺱', '罓'),
    ('⺵', '网'),
    ('⺷', '羊'),
    ('⺸', '羊'),
    ('⺻', '聿'),
    ('⺼', '月'),
    ('⺽', '臼'),
    ('⻁', '虎'),
    ('⻂', '衣'),
    ('⻃', '西'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻇', '角'),
    ('⻈', '讠'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻌', '辶'),
    ('⻍', '辶'),
    ('⻎', '辶'),
    ('⻐', '钅'),
    ('⻑', '長'),
    ('⻒', '镸'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻟', '飠'),
    ('⻠', '饣'),
    ('⻡', '首'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻪', '黾'),
    ('⻫', '斉'),
    ('⻬', '齐'),
    ('⻭', '歯'),
    ('⻮', '齿'),
    ('⻯', '竜'),
    ('⻰', '龙'),
    ('⻱', '龜'),
    ('⻲', '亀'),
    ('⻳', '龟'),
];

/// Letters of other scripts that look like Latin ones.
const FOREIGN: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('ο', 'o'),
    ('ν', 'v'),
];

/// Returns whether a character steers others or shows nothing: what Unicode calls a format
/// character, a separator of lines or ignorable by default, characters that are blank on purpose,
/// and codes that are no characters. Controls and selectors are other kinds.
pub fn is_steering(c: char) -> bool {
    if is_selector(c) {
        return false;
    }
    let is_format = matches!(
        c as u32,
        0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x890..=0x891 | 0x8e2 | 0x180e
            | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff9..=0xfffb
            | 0x110bd | 0x110cd | 0x13430..=0x1343f | 0x1bca0..=0x1bca3
            | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
    );
    let is_blank = matches!(
        c as u32,
        0x34f | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x2800 | 0x3164 | 0xffa0 | 0xfff0..=0xfff8
    );
    let is_none = matches!(c as u32, 0xfdd0..=0xfdef) || c as u32 & 0xfffe == 0xfffe;
    is_format || is_blank || is_none
}

/// Returns whether a character chooses between the forms of the one before it.
pub fn is_selector(c: char) -> bool {
    matches!(c as u32, 0x180b..=0x180d | 0x180f | 0xfe00..=0xfe0f | 0xe0100..=0xe01ef)
}

/// Returns whether a character has no glyph of its own: it steers others, or chooses between their
/// forms.
pub fn is_unseen(c: char) -> bool {
    is_steering(c) || is_selector(c)
}

/// Returns whether a selector has nothing to choose after this character: ideographs have forms in
/// writing, signs have forms in colour.
pub fn is_idle_selector(c: char, before: Option<char>) -> bool {
    let chooses = match c as u32 {
        0xfe00..=0xfe02 | 0xe0100..=0xe01ef => before.is_some_and(is_ideograph),
        0xfe0e..=0xfe0f => {
            before.is_some_and(|c| !c.is_alphabetic() && !c.is_whitespace())
        }
        _ => before.is_some_and(|c| matches!(c as u32, 0x1800..=0x18af)),
    };
    is_selector(c) && !chooses
}

/// Returns whether a space is none of those that a Chinese text has: the common one and the wide
/// one.
pub fn is_odd_space(c: char) -> bool {
    matches!(c as u32, 0xa0 | 0x1680 | 0x2000..=0x200a | 0x202f | 0x205f)
}

/// Returns whether a character is a Chinese one.
pub fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af)
}

/// Returns the character that a radical or an ideograph kept for old codes looks like; `None` if
/// the character is the common one itself.
pub fn twin(c: char) -> Option<char> {
    let is_kept =
        matches!(c as u32, 0x2f00..=0x2fd5 | 0xf900..=0xfaff | 0x2f800..=0x2fa1f);
    if is_kept {
        return std::iter::once(c).nfkc().next().filter(|common| *common != c);
    }
    let is_radical = matches!(c as u32, 0x2e80..=0x2ef3);
    is_radical.then(|| paired(RADICALS, c))?
}

/// Returns whether a character is a radical or an ideograph kept for old codes, which only looks
/// like a common one.
pub fn is_radical(c: char) -> bool {
    twin(c).is_some() || matches!(c as u32, 0x2e80..=0x2ef3)
}

/// Returns the Latin letter that a letter of another script looks like.
pub fn latin_twin(c: char) -> Option<char> {
    (!c.is_ascii()).then(|| paired(FOREIGN, c))?
}

fn paired(pairs: &[(char, char)], c: char) -> Option<char> {
    pairs.iter().find(|(one, _)| *one == c).map(|(_, other)| *other)
}

/// Returns a text as it looks: of characters that are told apart by their codes alone the common
/// one, and nothing of what shows nothing.
pub fn look(text: &str) -> String {
    let seen = |c: &char| !is_unseen(*c) && !c.is_whitespace() && !c.is_control();
    let common = |c: char| twin(c).or_else(|| latin_twin(c)).unwrap_or(c);
    text.nfkc().filter(seen).map(common).collect()
}

/// Returns the code of a character, as `U+2F2F`.
pub fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_known() {
        for c in "\u{ad}\u{61c}\u{115f}\u{17b4}\u{180e}\u{200b}\u{2028}\u{2060}\u{2065}\u{2800}\
                  \u{3164}\u{feff}\u{ffa0}\u{fffa}\u{ffff}\u{1d173}\u{e0001}\u{e0041}\u{e01f0}"
            .chars()
        {
            assert!(is_steering(c) && is_unseen(c), "{}", code(c));
        }
        for c in "甲a1 　“”·—…①㎡\u{fffd}\u{e123}".chars() {
            assert!(!is_unseen(c), "{}", code(c));
        }
    }

    #[test]
    fn selectors_have_something_to_choose() {
        assert!(!is_idle_selector('\u{e0100}', Some('葛')));
        assert!(!is_idle_selector('\u{fe0f}', Some('⚠')));
        assert!(is_idle_selector('\u{fe0f}', Some('业')));
        assert!(is_idle_selector('\u{e0100}', Some('a')));
        assert!(is_idle_selector('\u{fe0f}', None));
    }

    #[test]
    fn look_alikes_have_a_twin_and_common_characters_none() {
        for (odd, common) in
            [('⼯', '工'), ('⻢', '马'), ('\u{f98a}', '力'), ('\u{2f800}', '丽')]
        {
            assert_eq!(twin(odd), Some(common));
        }
        for (radical, common) in RADICALS {
            assert!(twin(*radical) == Some(*common) && twin(*common).is_none());
        }
        assert!("工马力𠮷﨎".chars().all(|c| twin(c).is_none()));
        assert_eq!(look("⼯业\u{200b}园 区Ａ"), look("工业园区A"));
    }
}
