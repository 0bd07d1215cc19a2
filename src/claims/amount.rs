//! Numbers in a bulletin's text, each with its unit and the words before it.

use rust_decimal::Decimal;

use crate::model::printed::claim::GivenNumber;
use crate::model::value::number::is_plain;

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Money in a currency.
    Money(&'static str),
    /// Things that are counted.
    Count(&'static str),
    /// `%`.
    Percent,
    /// `个百分点`.
    Points,
}

/// Units with what they measure, and the power of ten by which they are smaller than the largest.
const UNITS: &[(&str, Dimension, u32)] = &[
    ("个百分点", Dimension::Points, 0),
    ("百分点", Dimension::Points, 0),
    ("%", Dimension::Percent, 0),
    ("％", Dimension::Percent, 0),
    ("亿美元", Dimension::Money("美元"), 0),
    ("万美元", Dimension::Money("美元"), 4),
    ("亿元", Dimension::Money("元"), 0),
    ("万元", Dimension::Money("元"), 4),
    ("个", Dimension::Count("个"), 0),
    ("家", Dimension::Count("家"), 0),
    ("次", Dimension::Count("次"), 0),
    ("项", Dimension::Count("项"), 0),
    ("人", Dimension::Count("人"), 0),
];

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number in the largest unit of its kind, with the places that it was printed with.
    pub value: Decimal,
    /// What it measures.
    pub dimension: Dimension,
    /// As printed, with its unit.
    pub text: String,
    /// The words between the number before it and itself.
    pub before: String,
    /// The text since the last comma before it, including numbers.
    pub clause: String,
    /// The words between it and the next comma or number.
    pub after: String,
}

impl Amount {
    /// Returns the words directly before it, since the last comma or number.
    pub fn phrase(&self) -> &str {
        last_clause(&self.before)
    }

    /// Returns whether one of some words is directly before it.
    pub fn follows(&self, words: &[&str]) -> bool {
        contains(self.phrase(), words)
    }

    /// Returns whether no comma separates it from the number before it.
    pub fn is_joined(&self) -> bool {
        self.phrase().len() == self.before.len()
    }

    /// Returns whether it continues a list: 甲40个、乙14个.
    pub fn continues_list(&self) -> bool {
        let mut words = self.before.trim_start_matches([' ', '）', ')']).chars();
        words
            .next()
            .is_some_and(|mark| matches!(mark, '、' | '，' | ',' | '和' | '及' | '与'))
            && !contains(
                words.as_str(),
                &["，", ",", "；", "：", "其中", "共", "合计", "总计"],
            )
    }

    /// Returns the number for calculation; counts and targets are exact, others rounded.
    pub fn given(&self) -> GivenNumber {
        let exact = matches!(self.dimension, Dimension::Count(_)) || self.is_target();
        GivenNumber { value: self.value, rounded: !exact }
    }

    /// Returns whether it is money or a count.
    pub fn is_quantity(&self) -> bool {
        matches!(self.dimension, Dimension::Money(_) | Dimension::Count(_))
    }

    /// Returns whether it is a target: 全年目标80亿元, 完成80亿元目标.
    pub fn is_target(&self) -> bool {
        let behind = !contains(&self.after, &["完成", "占", "为", "超", "达"])
            && contains(&self.after, TARGET);
        let ahead = self.follows(TARGET) && !self.follows(&["计划总投资"]);
        self.is_quantity() && (ahead || behind)
    }

    /// Returns whether it is the value of the year before: 上年同期28个.
    pub fn is_last_year(&self) -> bool {
        let phrase = self.phrase().trim_end_matches(['为', '的', '是']);
        let named = contains(phrase, &["上年", "去年"]) || phrase.ends_with("同期");
        let other = contains(phrase, &["结转", "以来", "年底", "年末", "今年"]);
        self.is_quantity() && named && !other && !self.is_increase()
    }

    /// Returns whether it is an increase or a decrease: 增加5亿元, 比去年多5亿元.
    pub fn is_increase(&self) -> bool {
        const COMPARED: &[&str] = &["增长", "新增", "多", "提高", "下降", "少"];
        let phrase = self.phrase().trim_end_matches('了');
        let ends = |words: &[&str]| words.iter().any(|word| phrase.ends_with(word));
        let compared = contains(phrase, &["比", "较"]) && ends(COMPARED);
        self.is_quantity() && (compared || ends(&["增加", "净增", "减少"]))
    }

    /// Returns whether it is a decrease.
    pub fn is_decrease(&self) -> bool {
        self.is_increase() && self.follows(&["减少", "下降", "少"])
    }

    /// Returns whether it is an actual value: no target, earlier value, change or threshold.
    pub fn is_actual(&self) -> bool {
        let other = self.is_target() || self.is_last_year() || self.is_increase();
        let missing = self.follows(&["差", "缺口", "总投资", "投资总额"]);
        self.is_quantity() && !other && !missing && !self.is_approximate()
    }

    /// Returns whether it is a threshold or an approximation: 1亿元以上, 近5亿元, 超60%.
    pub fn is_approximate(&self) -> bool {
        const AHEAD: &[&str] = &["约", "近", "逾", "超", "超过", "突破", "不足", "不到"];
        const BEHIND: &[&str] =
            &["以上", "以下", "以内", "及以上", "左右", "余", "多", "的项目", "级", "至"];
        let phrase =
            self.phrase().trim_end().trim_end_matches("签约").trim_end_matches("履约");
        AHEAD.iter().any(|word| phrase.ends_with(word))
            || BEHIND.iter().any(|word| self.after.starts_with(word))
    }
}

/// Words before a target.
pub const TARGET: &[&str] = &["目标", "任务", "计划"];

/// Returns whether a text contains one of some words.
pub fn contains(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Returns a text without some words, punctuation and spaces.
pub fn without(text: &str, words: &[&str]) -> String {
    let bare = words.iter().fold(text.to_owned(), |text, word| text.replace(word, ""));
    bare.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Returns the text after the last comma, apart from commas between thousands.
fn last_clause(text: &str) -> &str {
    let marks = ['，', ',', '；', '：', ':', '。'];
    let digit =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let last = text.char_indices().rev().find(|(at, mark)| {
        let after = &text[at + mark.len_utf8()..];
        let between =
            digit(text[..*at].chars().next_back()) && digit(after.chars().next());
        marks.contains(mark) && !(*mark == ',' && between)
    });
    last.map_or(text, |(at, mark)| &text[at + mark.len_utf8()..])
}

/// Returns the numbers with a unit in a text.
pub fn amounts(text: &str) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    let (mut at, mut start) = (0, 0);
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let first = at + offset;
        let length = text[first..]
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
            .unwrap_or(text.len() - first);
        let digits = text[first..first + length].trim_end_matches(['.', ',']);
        let end = first + digits.len();
        at = first + length;
        let Some(read) = number(digits) else { continue };
        let after = text[end..].trim_start();
        let Some((unit, dimension, smaller)) =
            UNITS.iter().find(|(unit, ..)| after.starts_with(unit))
        else {
            continue;
        };
        let stop = text.len() - after.len() + unit.len();
        let before = &text[start..first];
        let negative = before.ends_with(['-', '−', '－'])
            && !before
                .trim_end_matches(['-', '−', '－'])
                .ends_with(|c: char| c.is_ascii_digit());
        let value = read * Decimal::new(1, *smaller);
        if let Some(last) = amounts.last_mut() {
            last.after = first_clause(before);
        }
        amounts.push(Amount {
            value: if negative { -value } else { value },
            dimension: *dimension,
            text: format!("{}{}", if negative { "-" } else { "" }, &text[first..stop]),
            before: before.to_owned(),
            clause: last_clause(&text[..first]).to_owned(),
            after: first_clause(&text[stop..]),
        });
        (at, start) = (stop, stop);
    }
    amounts
}

fn first_clause(text: &str) -> String {
    let end = text.find(['，', ',', '；', '：', '、', '。']).unwrap_or(text.len());
    text[..end].to_owned()
}

/// Reads a number with or without commas between thousands; `None` if it has too many digits.
pub fn number(text: &str) -> Option<Decimal> {
    text.replace(',', "").parse().ok().filter(|number| is_plain(*number))
}

/// Returns the numbers in a text that have too many digits.
pub fn too_long(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| !word.is_empty() && word.matches('.').count() <= 1)
        .filter(|word| number(word).is_none())
}

/// Returns the last month that a text covers: `1—6月`, `截至6月底`, `前6个月`, `上半年`, `一季度`.
pub fn months(text: &str) -> Option<u32> {
    const WORDS: &[(&str, u32)] = &[("一季度", 3), ("上半年", 6), ("前三季度", 9)];
    for (at, _) in text.match_indices('月') {
        let before = text[..at].trim_end_matches('个');
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let month = before[start.len()..].parse::<u32>().ok();
        const STARTS: &[&str] = &[
            "1-", "1—", "1－", "1至", "1～", "1~", "1月-", "1月—", "1月－", "1月至",
            "截至", "截止", "前",
        ];
        let ranged = STARTS.iter().any(|word| start.ends_with(word));
        if let Some(month) = month.filter(|month| ranged && (1..=12).contains(month)) {
            return Some(month);
        }
    }
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_unit_and_words_before_it() {
        let amounts =
            amounts("到位1,005,136万元，完成目标80亿元的125.64%，2023年增长-8.92%");
        let texts: Vec<&str> =
            amounts.iter().map(|amount| amount.text.as_str()).collect();
        assert_eq!(texts, ["1,005,136万元", "80亿元", "125.64%", "-8.92%"]);
        assert_eq!(amounts[0].value, "100.5136".parse().unwrap());
        assert!(amounts[1].follows(TARGET) && !amounts[2].follows(TARGET));
        assert_eq!(amounts[3].before, "，2023年增长-");
    }

    #[test]
    fn months_are_written_in_several_ways() {
        assert_eq!(months("2006年1-10月"), Some(10));
        assert_eq!(months("2023年1—6月"), Some(6));
        assert_eq!(months("上半年"), Some(6));
        assert_eq!(months("截至9月底"), Some(9));
        assert_eq!(months("今年前11个月"), Some(11));
        assert_eq!(months("6月底"), None);
    }
}
