//! Pinyin initials, by which people look names up: 工贸园区 is found by `gmyq`.

use pinyin::ToPinyinMulti;

/// Returns the initials of each letter, digit or character of a name, separated by blanks.
///
/// A character with several readings has several initials, so that both `cq` and `zq` find 重庆.
pub fn initials(text: &str) -> String {
    let (mut all, mut letters) = (String::with_capacity(text.len()), Vec::new());
    for c in text.chars() {
        letters.clear();
        match c.to_pinyin_multi() {
            Some(readings) => letters.extend(
                readings.into_iter().filter_map(|reading| reading.plain().chars().next()),
            ),
            None if c.is_ascii_alphanumeric() => letters.push(c.to_ascii_lowercase()),
            None => {}
        }
        letters.sort_unstable();
        letters.dedup();
        if !all.is_empty() && !letters.is_empty() {
            all.push(' ');
        }
        all.extend(&letters);
    }
    all
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
