//! A number in a sentence, and what the words round it say that it is.

use rust_decimal::Decimal;

use crate::claims::found_claim::{Calculation, FoundClaim, Spot, held};
use crate::claims::number::unit::Dimension;
use crate::model::printed::claim::GivenNumber;

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
    /// Line of the file, from 1.
    pub line: usize,
    /// Where the text has it.
    pub spot: Spot,
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

    /// Compares it with a calculation over other numbers, by the keys a, b and so on.
    pub fn held(
        &self,
        what: &str,
        expression: &str,
        numbers: &[&Amount],
        words: String,
    ) -> Option<FoundClaim> {
        let others = numbers.iter().map(|number| number.spot);
        let calculation = Calculation {
            expression: expression.to_owned(),
            numbers: numbers.iter().map(|number| number.given()).collect(),
            words,
            spots: std::iter::once(self.spot).chain(others).collect(),
        };
        held(self.line, what, (self.value, &self.text), calculation)
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
        let left = self.is_shortfall() || self.is_surplus() || self.is_pace();
        self.is_quantity() && !left && (ahead || behind)
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

    /// Returns whether it is what has not come to pass: 未开工17个, 17个尚未开工, 还差2亿元.
    pub fn is_missing(&self) -> bool {
        const NOT: &[&str] = &["未", "没有", "没能", "缺口", "还差", "尚差"];
        let negated = |words: &str| contains(&words.replace("未来", ""), NOT);
        negated(self.phrase()) || negated(&self.after) || self.is_shortfall()
    }

    /// Returns whether it is what is left to do: 还差30亿元, 距目标尚缺2个.
    pub fn is_shortfall(&self) -> bool {
        const SHORT: &[&str] = &["差", "缺", "差距", "缺口", "还欠", "尚欠", "仍欠"];
        let phrase = self.phrase().trim_end_matches(['为', '有', '了', '约']);
        SHORT.iter().any(|word| phrase.ends_with(word))
    }

    /// Returns whether it is what was done beyond a target: 超目标任务4.81亿元; not 超额完成目标80亿元, or
    /// 超目标80亿元的5%.
    pub fn is_surplus(&self) -> bool {
        let ahead = self.phrase().rsplit_once('超').map(|(_, behind)| behind);
        let named = ahead.is_some_and(|words| {
            contains(words, TARGET) && !contains(words, &["完成", "以上", "进度"])
        });
        named && !self.after.starts_with('的')
    }

    /// Returns whether it is how far something is ahead of a schedule or behind it.
    pub fn is_pace(&self) -> bool {
        self.follows(&["进度", "序时"])
            && self.follows(&["超", "欠", "高于", "低于", "快于", "慢于", "落后", "滞后"])
    }

    /// Returns whether it is a part of something: no target, earlier value, change or threshold.
    pub fn is_part(&self) -> bool {
        let other = self.is_target() || self.is_last_year() || self.is_increase();
        let whole = self.follows(&["总投资", "投资总额"]);
        let other = other || self.is_surplus() || self.is_pace();
        self.is_quantity() && !other && !whole && !self.is_approximate()
    }

    /// Returns whether it is an actual value: a part that has come to pass.
    pub fn is_actual(&self) -> bool {
        self.is_part() && !self.is_missing()
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
pub(super) fn last_clause(text: &str) -> &str {
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
