//! Names in pinyin, for ids and the names of files.

use pinyin::ToPinyin;

/// Returns a name in pinyin without tones, letters and digits as they are, all else left out.
pub fn spelled(text: &str) -> String {
    let mut spelled = String::new();
    for c in text.chars() {
        match c.to_pinyin() {
            Some(reading) => spelled.push_str(&reading.plain().replace('ü', "v")),
            None if c.is_ascii_alphanumeric() => spelled.push(c.to_ascii_lowercase()),
            None => {}
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn a_name_is_spelled_without_tones_and_marks() {
        assert_eq!(spelled("新县"), "xinxian");
        assert_eq!(spelled("吕梁（A1）"), "lvliangA1".to_ascii_lowercase());
    }
}
