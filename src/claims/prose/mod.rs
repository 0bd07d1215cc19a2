//! The claims of a bulletin's sentences, one kind a file.

mod completion;
mod growth;
mod lead;
mod parts;
mod rank;
mod rate;
mod share;
mod sum;
mod wording;

#[cfg(test)]
mod tests;

use crate::claims::amount::{Amount, Dimension, amounts, months};
use crate::claims::found_claim::{Calculation, FoundClaim, held};
use crate::model::printed::text::{PrintedText, Sentence};

const DOWN: &[&str] = &["下降", "减少", "下滑", "回落", "降幅"];

/// Returns every claim that can be recomputed from the numbers of its sentence or paragraph.
pub fn claims(text: &PrintedText) -> Vec<FoundClaim> {
    let mut claims = Vec::new();
    let mut paragraph: Vec<Vec<Amount>> = Vec::new();
    let (mut number, mut month, mut schedule) = (0, None, None);
    for sentence in &text.sentences {
        if sentence.paragraph != number {
            paragraph.clear();
            (number, schedule) = (sentence.paragraph, None);
        }
        month = months(&sentence.text).or(month);
        let amounts = amounts(&sentence.text);
        let place = |at| Place {
            sentence,
            amounts: &amounts,
            at,
            earlier: &paragraph,
            month,
            schedule: schedule.as_ref(),
        };
        claims.extend((0..amounts.len()).map(place).flat_map(|place| place.claims()));
        let printed = (0..amounts.len()).map(place).rfind(Place::is_schedule);
        schedule = printed.map(|place| place.amount().clone()).or(schedule);
        paragraph.push(amounts);
    }
    claims
}

/// A number of a sentence that may be a claim, with its context.
struct Place<'a> {
    sentence: &'a Sentence,
    amounts: &'a [Amount],
    at: usize,
    /// The numbers of the sentences before in the paragraph.
    earlier: &'a [Vec<Amount>],
    month: Option<u32>,
    /// The last schedule that the sentences before print in the paragraph.
    schedule: Option<&'a Amount>,
}

impl<'a> Place<'a> {
    fn claims(&self) -> Vec<FoundClaim> {
        let computed = match self.amount().dimension {
            Dimension::Percent if self.is_schedule() => Vec::new(),
            Dimension::Percent | Dimension::Points if self.is_lead() => {
                self.lead().into_iter().collect()
            }
            Dimension::Percent if self.amount().is_approximate() => Vec::new(),
            Dimension::Percent => self.percent(),
            Dimension::Points => Vec::new(),
            _ => self.sum().or_else(|| self.parts()).into_iter().collect(),
        };
        self.wording().into_iter().chain(self.rank()).chain(computed).collect()
    }

    fn percent(&self) -> Vec<FoundClaim> {
        if self.is_share() && self.list().len() > 1 {
            return self.shares();
        }
        let claim = if self.is_completion() {
            self.completion()
        } else if self.is_growth() {
            self.growth()
        } else if self.is_share() {
            self.share()
        } else {
            self.rate()
        };
        claim.into_iter().collect()
    }

    fn amount(&self) -> &'a Amount {
        &self.amounts[self.at]
    }

    /// Returns the numbers before this one, nearest first.
    fn before(&self) -> impl Iterator<Item = &'a Amount> + use<'a> {
        self.amounts[..self.at].iter().rev()
    }

    /// Returns what was reached, before a number of the sentence, nearest first.
    fn actuals(&self, at: usize) -> impl Iterator<Item = &'a Amount> + use<'a> {
        self.amounts[..at].iter().rev().filter(|amount| amount.is_actual())
    }

    /// Returns this number and those after it in the same list.
    fn list(&self) -> &'a [Amount] {
        let dimension = self.amount().dimension;
        let more = self.amounts[self.at + 1..]
            .iter()
            .take_while(|next| next.dimension == dimension && next.continues_list())
            .count();
        &self.amounts[self.at..=self.at + more]
    }

    /// Compares this number with a calculation over the keys a, b and so on.
    fn hold(
        &self,
        what: &str,
        expression: &str,
        numbers: &[&Amount],
        words: String,
    ) -> Option<FoundClaim> {
        let amount = self.amount();
        let falls = (self.is_growth() && amount.follows(DOWN)) || self.is_behind();
        let value = if falls { -amount.value } else { amount.value };
        let numbers = numbers.iter().map(|number| number.given()).collect();
        let calculation =
            Calculation { expression: expression.to_owned(), numbers, words };
        held(self.sentence.line, what, (value, &amount.text), calculation)
    }

    /// Compares this number with one number in per cent of another.
    fn quotient(&self, what: &str, part: &Amount, whole: &Amount) -> Option<FoundClaim> {
        let words = format!("{}÷{}", part.text, whole.text);
        self.hold(what, "pct(a,b)", &[part, whole], words)
    }
}
