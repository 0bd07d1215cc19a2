//! 倍 and 翻番: a value as a multiple of the year before, or of what it came from.

use rust_decimal::Decimal;

use crate::claims::found_claim::{Computed, FoundClaim, likeliest};
use crate::claims::number::amount::{Amount, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;
use crate::claims::verdict::Verdict;
use crate::figures::exact::quotient;
use crate::words::number::fixed;

const MORE: &[&str] = &["增长", "增加", "提高", "上升", "多", "增幅"];
const DOUBLED: &[(&str, i64)] = &[("两番", 4), ("番", 2)];
/// Words that make a doubling a plan or an approximation.
const ABOUT: &[&str] = &[
    "近", "基本", "将", "力争", "确保", "有望", "目标", "计划", "预计", "超", "要",
    "争取",
];

impl<'a> Place<'a> {
    /// 同比增长1.5倍, 是上年同期2.5亿元的2倍.
    pub(in crate::claims::prose) fn multiple(&self) -> Option<FoundClaim> {
        let amount = self.amount();
        if amount.dimension != Dimension::Times || amount.is_approximate() {
            return None;
        }
        let grows = MORE.iter().any(|word| ends_in(amount.phrase(), word));
        let known = if grows { self.rise() } else { self.of_later() };
        if let Some((last, actual)) = known {
            return self.times(actual, last, grows);
        }
        let at = (0..self.at).rev().find(|at| self.amounts[*at].is_last_year())?;
        let last = &self.amounts[at];
        let is_joined = at + 1 == self.at && amount.before.trim() == "的";
        if !is_joined && !(grows && (at + 1 == self.at || amount.follows(&["同比"]))) {
            return None;
        }
        let held = |actual: &Amount| self.times(actual, last, grows);
        let certain = self.certain(at).and_then(held);
        likeliest(certain, self.alike(at).filter_map(held))
    }

    /// Holds it against a value and an earlier one; what grows by as much again has doubled.
    fn times(&self, actual: &Amount, last: &Amount, grows: bool) -> Option<FoundClaim> {
        let words = format!("{}÷{}", actual.text, last.text);
        if grows {
            return self.hold("倍数", "a/b-1", &[actual, last], words + "－1");
        }
        self.hold("倍数", "a/b", &[actual, last], words)
    }

    /// 由15个增加到45个，增长2倍: the two numbers directly before.
    fn rise(&self) -> Option<(&'a Amount, &'a Amount)> {
        let [first, second] = self.amounts[..self.at].last_chunk::<2>()?;
        let from = first.follows(&["由", "从"]) && second.is_joined();
        let to = ["到", "至"].iter().any(|word| second.phrase().ends_with(word));
        let is_next = self.amount().clause.chars().count() <= "同比增长".chars().count();
        let is_same = first.dimension == second.dimension && first.is_quantity();
        (from && to && is_next && is_same).then_some((first, second))
    }

    /// 6.3亿美元，是上年同期的3倍，上年同期为2.1亿美元: the number before, and the one behind.
    fn of_later(&self) -> Option<(&'a Amount, &'a Amount)> {
        let actual = self.amounts[..self.at].last().filter(|one| one.is_actual())?;
        let last = self.amounts.get(self.at + 1).filter(|one| one.is_last_year())?;
        let phrase = self.amount().phrase();
        let is_of = ["上年同期的", "去年同期的"].iter().any(|end| phrase.ends_with(end));
        (is_of && actual.dimension == last.dimension).then_some((last, actual))
    }

    /// 由20亿元增加到40亿元，翻了一番: said of the number that is the last before the word.
    pub(in crate::claims::prose) fn doubling(&self) -> Option<FoundClaim> {
        let actual = self.amount();
        let (said, words) = self.doubled()?;
        let last = &self.amounts[self.at.checked_sub(1)?];
        let from = last.follows(&["由", "从"]) && actual.follows(&["到", "至"]);
        let (last, actual) = match (from, actual.is_last_year()) {
            (true, _) => (last, actual),
            (false, true) => (actual, last),
            (false, false) if last.is_last_year() => (last, actual),
            _ => return None,
        };
        if last.dimension != actual.dimension || !actual.is_quantity() {
            return None;
        }
        let times = quotient(actual.value, last.value)?;
        // What is nearly doubled may be called doubled in one decimal place.
        let wanted = Decimal::from(said) - Decimal::new(5, 2);
        let verdict = if times >= wanted { Verdict::Match } else { Verdict::Mismatch };
        Some(FoundClaim {
            line: self.amount().line,
            what: "翻番".to_owned(),
            printed: words,
            basis: format!("{}÷{}", actual.text, last.text),
            computed: Computed::Words(format!("{}倍", fixed(times, 2))),
            verdict,
            assumed: false,
            spots: vec![actual.spot, last.spot],
        })
    }

    /// Returns how many times the words behind the number say, and the words: 翻了一番.
    fn doubled(&self) -> Option<(i64, String)> {
        let text = self.sentence.text.as_str();
        let own = text.rsplit_once(&self.amount().text)?.1;
        let behind = match self.amounts.get(self.at + 1) {
            Some(next) => next.before.as_str(),
            None => own,
        };
        let at = behind.find('翻')?;
        let clauses = behind[..at].matches(['，', ',', '。']).count();
        let (end, times) = DOUBLED.iter().find_map(|(word, times)| {
            let end = behind[at..].find(word).filter(|end| *end <= "翻了一".len())?;
            Some((at + end + word.len(), *times))
        })?;
        let plain = !contains(&behind[..at], ABOUT) && clauses <= 1;
        plain.then(|| (times, behind[at..end].to_owned()))
    }
}

fn ends_in(phrase: &str, word: &str) -> bool {
    phrase.trim_end_matches(['了', '达', '约']).ends_with(word)
}
