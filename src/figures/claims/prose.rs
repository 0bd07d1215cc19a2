//! The claims of a bulletin's sentences: 完成率, 同比, 超欠进度, 占比, sums.

use rust_decimal::Decimal;

use crate::figures::claims::amount::{Amount, Dimension, TARGET, amounts, months};
use crate::figures::claims::found::{Calculation, FoundClaim, held};
use crate::figures::claims::verdict::Verdict;
use crate::model::printed_text::{PrintedText, Sentence};
use crate::words::number::exact;

const LAST_YEAR: &[&str] = &["上年", "去年", "同期"];
const INCREASE: &[&str] = &["增加", "净增", "减少"];
const DOWN: &[&str] = &["下降", "减少", "下滑", "回落"];
const BEHIND: &[&str] = &["欠", "低于", "落后", "慢于"];
const AHEAD: &[&str] = &["超", "快于", "高于"];
const WHOLE: &[&str] = &["共", "总", "合计", "全市", "全县", "全区", "全省"];
const SUM: &[&str] = &["合计", "共计", "总计"];

/// Every claim that can be recomputed from the numbers of its sentence or paragraph.
pub fn claims(text: &PrintedText) -> Vec<FoundClaim> {
    let mut found = Vec::new();
    let mut paragraph: Vec<Amount> = Vec::new();
    let (mut number, mut month) = (0, None);
    for sentence in &text.sentences {
        if sentence.paragraph != number {
            paragraph.clear();
            number = sentence.paragraph;
        }
        month = months(&sentence.text).or(month);
        let own = amounts(&sentence.text);
        for at in 0..own.len() {
            let claim = Place { sentence, own: &own, at, earlier: &paragraph, month };
            found.extend(claim.wording());
            found.extend(claim.claim());
        }
        paragraph.extend(own);
    }
    found
}

/// A number of a sentence that may be a claim.
struct Place<'a> {
    sentence: &'a Sentence,
    own: &'a [Amount],
    at: usize,
    earlier: &'a [Amount],
    month: Option<u32>,
}

impl Place<'_> {
    fn claim(&self) -> Option<FoundClaim> {
        let one = &self.own[self.at];
        match one.dimension {
            Dimension::Percent | Dimension::Points if self.is_lead() => self.lead(),
            Dimension::Percent if self.is_growth() => self.growth(),
            Dimension::Percent if self.is_completion() => self.completion(),
            Dimension::Percent if one.follows(&["占", "比重"]) => self.share(),
            _ if one.is_quantity() && one.follows(SUM) => self.sum(),
            _ => None,
        }
    }

    fn is_lead(&self) -> bool {
        let one = &self.own[self.at];
        one.follows(&["进度", "序时"]) && (one.follows(AHEAD) || one.follows(BEHIND))
    }

    fn is_growth(&self) -> bool {
        let one = &self.own[self.at];
        let after_last_year = self.at > 0
            && self.own[self.at - 1].follows(LAST_YEAR)
            && (one.follows(&["增长"]) || one.follows(DOWN));
        after_last_year || one.follows(&["同比", "上年", "去年"])
    }

    fn is_completion(&self) -> bool {
        let one = &self.own[self.at];
        let after_target = self.at > 0
            && self.own[self.at - 1].follows(TARGET)
            && one.before.trim() == "的";
        let told = one.follows(&["完成率"])
            || (one.follows(TARGET) && one.follows(&["完成", "占"]));
        told || after_target
    }

    /// The numbers before this one, nearest first.
    fn before(&self) -> impl Iterator<Item = &Amount> {
        self.own[..self.at].iter().rev()
    }

    fn is_actual(one: &Amount) -> bool {
        let other =
            one.follows(TARGET) || one.follows(LAST_YEAR) || one.follows(INCREASE);
        one.is_quantity() && !other
    }

    fn hold(
        &self,
        what: &str,
        expression: &str,
        numbers: &[&Amount],
        words: String,
    ) -> Option<FoundClaim> {
        let one = &self.own[self.at];
        let falls = one.follows(DOWN) || (self.is_lead() && one.follows(BEHIND));
        let value = if falls { -one.value } else { one.value };
        let numbers = numbers.iter().map(|number| number.given()).collect();
        let calculation =
            Calculation { expression: expression.to_owned(), numbers, words };
        held(self.sentence.line, what, (value, &one.text), calculation)
    }

    fn completion(&self) -> Option<FoundClaim> {
        let target =
            self.before().find(|one| one.is_quantity() && one.follows(TARGET))?;
        let mut actual = self.before().filter(|one| Self::is_actual(one));
        let actual = actual.find(|one| one.dimension == target.dimension)?;
        let words = format!("{}÷{}", actual.text, target.text);
        self.hold("完成率", "pct(a,b)", &[actual, target], words)
    }

    fn growth(&self) -> Option<FoundClaim> {
        let actual = self.before().find(|one| Self::is_actual(one))?;
        let same = |one: &&Amount| one.dimension == actual.dimension;
        let increase = self.before().filter(same).find(|one| one.follows(INCREASE));
        if let Some(increase) = increase {
            let sign = if increase.follows(&["减少"]) { "(I(0)-b)" } else { "b" };
            let words = format!("增减{}÷（{}－增减）", increase.text, actual.text);
            let expression = format!("ginc(a,{sign})");
            let found = self.hold("同比", &expression, &[actual, increase], words)?;
            return Some(found.directed("增长", "下降"));
        }
        let last = self.before().filter(same).find(|one| one.follows(LAST_YEAR))?;
        let words = format!("{}÷{}－1", actual.text, last.text);
        let found = self.hold("同比", "g(a,b)", &[actual, last], words)?;
        Some(found.directed("增长", "下降"))
    }

    fn lead(&self) -> Option<FoundClaim> {
        let percents = || self.before().filter(|one| one.dimension == Dimension::Percent);
        let scheduled = percents().find(|one| one.follows(&["序时"]));
        let done = percents()
            .find(|one| !one.follows(&["序时"]) && !one.follows(&["同比", "占比"]))?;
        let places = done.value.scale().max(self.own[self.at].value.scale());
        let found = match scheduled {
            Some(scheduled) => {
                let words = format!("{}－{}", done.text, scheduled.text);
                self.hold("超欠进度", "a-b", &[done, scheduled], words)
            }
            None => {
                let month = self.month?;
                let words = format!("{}－{month}÷12", done.text);
                let expression = format!("a-r(seq({month}),{places})");
                self.hold("超欠进度", &expression, &[done], words)
            }
        }?;
        Some(found.directed("超", "欠"))
    }

    /// A share follows if it does from any whole; it fails only against one that is called so.
    fn share(&self) -> Option<FoundClaim> {
        let part = self.before().find(|one| one.is_quantity())?;
        let wholes = self.before().chain(self.earlier.iter().rev());
        let wholes: Vec<&Amount> = wholes
            .filter(|one| {
                one.dimension == part.dimension && one.value >= part.value && *one != part
            })
            .collect();
        let against = |whole: &Amount| {
            let words = format!("{}÷{}", part.text, whole.text);
            self.hold("占比", "pct(a,b)", &[part, whole], words)
        };
        let follows =
            wholes.iter().filter_map(|whole| against(whole)).find(|one| !one.fails());
        follows.or_else(|| against(wholes.iter().find(|one| one.follows(WHOLE))?))
    }

    fn sum(&self) -> Option<FoundClaim> {
        let total = &self.own[self.at];
        let parts: Vec<&Amount> = self
            .before()
            .take_while(|one| one.dimension == total.dimension && !one.follows(SUM))
            .collect();
        let parts: Vec<&Amount> = parts.into_iter().rev().take(26).collect();
        if parts.len() < 2 || parts.iter().any(|one| one.follows(WHOLE)) {
            return None;
        }
        let keys: Vec<String> =
            ('a'..='z').take(parts.len()).map(|key| key.to_string()).collect();
        let words: Vec<&str> = parts.iter().map(|one| one.text.as_str()).collect();
        let mut found = self.hold("合计", &keys.join("+"), &parts, words.join("＋"))?;
        if total.text.contains('万') {
            // Numbers are held in the largest unit, and told in the one that was printed.
            let sum = found.computed.parse::<Decimal>().ok()?;
            found.computed = exact(sum.checked_mul(Decimal::from(10_000))?);
        }
        Some(found)
    }

    /// A growth that is negative, and a difference of percentages that is called per cent.
    fn wording(&self) -> Option<FoundClaim> {
        let one = &self.own[self.at];
        let fault = |what: &str, basis: String| FoundClaim {
            line: self.sentence.line,
            what: what.to_owned(),
            printed: one.text.clone(),
            basis,
            computed: String::new(),
            verdict: Verdict::Mismatch,
        };
        if one.value < Decimal::ZERO && one.follows(&["增长"]) {
            let plain = one.text.trim_start_matches('-');
            return Some(fault("用词", format!("应写“下降{plain}”")));
        }
        let misnamed = one.dimension == Dimension::Percent && self.is_lead();
        misnamed.then(|| fault("用词", "两个百分比的差，单位应为“个百分点”".to_owned()))
    }
}
