//! The numbers of headings, 一、 （一） 1., and levels without a gap.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A heading as printed.
pub(super) struct Heading {
    /// Level in the outline, where no level may be skipped.
    pub(super) level: u8,
    /// How it looks: 1 黑体, 2 楷体, 3 仿宋.
    pub(super) style: u8,
    /// Number and words.
    pub(super) text: String,
}

/// Counts the headings of a document or an annex.
pub(super) struct Numbering {
    below: u8,
    last: u8,
    counts: [usize; 3],
}

impl Numbering {
    /// Starts below a heading of some level; 0 for none.
    pub(super) fn below(below: u8) -> Numbering {
        Numbering { below, last: 0, counts: [0; 3] }
    }

    /// The next heading; one that carries its number already keeps it.
    pub(super) fn next(&mut self, level: u8, text: &str) -> Heading {
        let style = level.clamp(1, 3).min(self.last + 1);
        self.last = style;
        let at = usize::from(style) - 1;
        self.counts[at] += 1;
        self.counts[at + 1..].fill(0);
        let number = match style {
            1 => format!("{}、", chinese(self.counts[at])),
            2 => format!("（{}）", chinese(self.counts[at])),
            _ => format!("{}．", self.counts[at]),
        };
        let text =
            if is_numbered(text) { text.to_owned() } else { format!("{number}{text}") };
        Heading { level: self.below + style, style, text }
    }
}

fn is_numbered(text: &str) -> bool {
    let body = text.trim_start_matches(['（', '(']);
    let rest = body.trim_start_matches(|character: char| {
        character.is_ascii_digit() || "一二三四五六七八九十百".contains(character)
    });
    rest.len() < body.len() && rest.starts_with(['、', '）', ')', '.', '．'])
}

/// A count up to ninety-nine in Chinese numerals; beyond that in digits.
fn chinese(count: usize) -> String {
    match (count / 10, count % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(headings: &[(u8, &str)]) -> Vec<(u8, String)> {
        let mut numbering = Numbering::below(0);
        headings
            .iter()
            .map(|(level, text)| {
                let heading = numbering.next(*level, text);
                (heading.level, heading.text)
            })
            .collect()
    }

    #[test]
    fn headings_are_counted_by_level() {
        let found =
            texts(&[(1, "总体"), (2, "到位"), (3, "资金"), (2, "签约"), (1, "下一步")]);
        let expected = [
            (1, "一、总体"),
            (2, "（一）到位"),
            (3, "1．资金"),
            (2, "（二）签约"),
            (1, "二、下一步"),
        ];
        assert_eq!(found, expected.map(|(level, text)| (level, text.to_owned())));
    }

    #[test]
    fn a_number_of_its_own_is_kept_and_no_level_is_skipped() {
        let found = texts(&[(3, "（一）已有编号"), (3, "2023年1—6月情况")]);
        assert_eq!(found[0], (1, "（一）已有编号".to_owned()));
        assert_eq!(found[1], (2, "（一）2023年1—6月情况".to_owned()));
    }

    #[test]
    fn counts_beyond_ten_read_naturally() {
        assert_eq!(
            [10, 11, 20, 35, 100].map(chinese),
            ["十", "十一", "二十", "三十五", "100"]
        );
    }
}
