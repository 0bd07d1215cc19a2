//! Pinyin initials, by which people look names up: 工贸园区 is found by `gmyq`.

use pinyin::ToPinyinMulti;

/// For each letter, digit or character of a name, the initials that it may have, with blanks between.
///
/// A character that is read in several ways has several initials, so that 重庆 is found
/// by `cq` as well as by `zq`.
pub fn initials(text: &str) -> String {
    let of = |c: char| match c.to_pinyin_multi() {
        Some(readings) => {
            let mut found: Vec<char> = readings
                .into_iter()
                .filter_map(|one| one.plain().chars().next())
                .collect();
            found.sort_unstable();
            found.dedup();
            found.into_iter().collect::<String>()
        }
        None if c.is_ascii_alphanumeric() => c.to_ascii_lowercase().to_string(),
        None => String::new(),
    };
    let all = text.chars().map(of).filter(|found| !found.is_empty());
    all.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn every_reading_of_a_character_gives_an_initial() {
        assert_eq!(initials("工贸园"), "g m wy");
        assert_eq!(initials("重庆"), "ctz q");
    }

    #[test]
    fn letters_and_digits_stand_for_themselves_and_marks_for_nothing() {
        assert_eq!(initials("A1（三）"), "a 1 s");
    }
}
