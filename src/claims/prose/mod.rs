//! The claims of a bulletin's sentences, one kind a file.

mod differences;
mod place;
mod rank;
mod ratios;
mod sums;
mod wording;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::claims::found_claim::{FoundClaim, Spot};
use crate::claims::number::amount::Amount;
use crate::claims::number::period::months;
use crate::claims::number::plain::Plain;
use crate::claims::number::scan::amounts_of;
use crate::claims::prose::place::Place;
use crate::model::printed::text::{PrintedText, Sentence};

/// Returns every claim that can be recomputed from the numbers of its sentence or paragraph.
pub fn claims(text: &PrintedText) -> Vec<FoundClaim> {
    let sentences = text.sentences.iter().enumerate();
    let numbers: Vec<Vec<Amount>> =
        sentences.map(|(index, sentence)| amounts_of(index, sentence)).collect();
    let mut claims = Vec::new();
    let (mut start, mut month) = (0, None);
    for sentences in text.sentences.chunk_by(|one, next| one.paragraph == next.paragraph)
    {
        let end = start + sentences.len();
        let paragraph = Paragraph { sentences, numbers: &numbers[start..end] };
        claims.extend(paragraph.claims(&mut month));
        start = end;
    }
    claims
}

/// Numbers of a sentence that one of them is held against, on either side of it. Further ones are
/// not meant, and would take the square of their time.
const REACH: usize = 32;
/// Numbers of other sentences that a number is held against.
const NEAR: usize = 60;

/// The sentences of a paragraph with their numbers.
struct Paragraph<'a> {
    sentences: &'a [Sentence],
    numbers: &'a [Vec<Amount>],
}

impl Paragraph<'_> {
    /// Returns its claims; `month` is the last month that the text was said to cover.
    fn claims(&self, month: &mut Option<u32>) -> Vec<FoundClaim> {
        let mut claims = Vec::new();
        let mut schedule = None;
        for (index, sentence) in self.sentences.iter().enumerate() {
            *month = months(Plain::of(&sentence.text).text()).or(*month);
            let amounts = &self.numbers[index];
            let (earlier, chain) = (self.earlier(index), self.chain(index));
            let place = |at: usize| {
                let start = at.saturating_sub(REACH);
                let end = amounts.len().min(at + REACH);
                let (amounts, at) = (&amounts[start..end], at - start);
                Place { sentence, amounts, at, earlier, chain, month: *month, schedule }
            };
            let places = || (0..amounts.len()).map(place);
            claims.extend(places().flat_map(|place| place.claims()));
            let printed = places().rfind(Place::is_schedule);
            schedule = printed.map(|place| place.amount()).or(schedule);
        }
        let starts =
            (0..self.sentences.len()).filter(|at| !self.sentences[*at].continues);
        for start in starts {
            let shares = sums::shares::claims(self.chain(start), &claims);
            claims.extend(shares);
        }
        let told: BTreeSet<Spot> =
            claims.iter().filter_map(|claim| claim.spots.first().copied()).collect();
        let periods = sums::periods::claims(self.numbers).into_iter();
        claims.extend(periods.filter(|claim| !told.contains(&claim.spots[0])));
        claims
    }

    /// Returns the numbers of the last sentences before one.
    fn earlier(&self, index: usize) -> &[Vec<Amount>] {
        let before = &self.numbers[..index];
        &before[index - fitting(before.iter().rev())..]
    }

    /// Returns the numbers of the sentences that semicolons join to one.
    fn chain(&self, index: usize) -> &[Vec<Amount>] {
        let joined = |at: &usize| self.sentences[*at].continues;
        let before = (0..=index).rev().take_while(joined).count();
        let before = before.min(fitting(self.numbers[..index].iter().rev()));
        let after = (index + 1..self.sentences.len()).take_while(joined).count();
        let after = after.min(fitting(self.numbers[index + 1..].iter()));
        &self.numbers[index - before..=index + after]
    }
}

/// Returns how many sentences hold no more numbers than are looked at.
fn fitting<'a>(sentences: impl Iterator<Item = &'a Vec<Amount>>) -> usize {
    let counts = sentences.scan(0, |sum, amounts| {
        *sum += amounts.len() + 1;
        (*sum <= NEAR).then_some(())
    });
    counts.count()
}
