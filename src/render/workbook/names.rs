//! Names of tabs and files, as programs and systems take them.

use std::collections::BTreeSet;

/// Characters that a tab can hold.
const LONGEST: usize = 31;
/// What neither a tab nor a file can have in its name.
const FORBIDDEN: &[char] =
    &['[', ']', ':', '*', '?', '/', '\\', '<', '>', '|', '"', '\''];

/// The names of tabs that are taken.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Returns a name for a tab that no other has.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        let wanted = plain(wanted);
        let numbered = |number: usize| {
            let end = if number == 1 { String::new() } else { format!("（{number}）") };
            let room = LONGEST - end.chars().count();
            let start: String = wanted.chars().take(room).collect();
            format!("{start}{end}")
        };
        let mut number = 1;
        while !self.0.insert(numbered(number).to_lowercase()) {
            number += 1;
        }
        numbered(number)
    }
}

/// Returns a title as the name of a file, without what a system does not take.
pub fn file_stem(title: &str) -> String {
    plain(title).chars().take(LONGEST).collect()
}

fn plain(title: &str) -> String {
    let plain = title.replace(|c: char| c.is_control() || FORBIDDEN.contains(&c), " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.is_empty() { "表".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_is_short_unlike_others_and_without_what_it_cannot_hold() {
        let mut names = Names::default();
        let long = "甲".repeat(40);
        assert_eq!(names.free("到位/资金"), "到位 资金");
        assert_eq!(names.free("到位 资金"), "到位 资金（2）");
        assert_eq!(names.free(&long).chars().count(), 31);
        assert!(names.free(&long).ends_with("（2）"));
        assert_eq!(names.free("[]"), "表");
    }
}
