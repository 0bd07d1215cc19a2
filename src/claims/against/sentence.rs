//! The numbers of sentences: each with whose it is and what it is of.

use crate::claims::against::candidate::Candidate;
use crate::claims::against::lexicon::Lexicon;
use crate::claims::against::part::Said;
use crate::claims::against::reader::Reader;
use crate::claims::against::time::Time;
use crate::claims::against::word::Word;
use crate::claims::found_claim::Spot;
use crate::claims::number::amount::Amount;
use crate::claims::typed::{REFERENCE, Typed};
use crate::model::book::scope::Scope;
use crate::sheet::Sheet;
use crate::sheet::part::FigurePart;

/// Reads sentences; the time of one is that of the next ones of its paragraph too.
pub(super) fn read_sentences(
    typed: &[Typed],
    lexicon: &Lexicon,
    sheet: &Sheet,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut reader = Reader::new(lexicon, Time::Unsaid);
    let mut paragraph = None;
    for typed in typed {
        let is_next = paragraph == Some(typed.sentence.paragraph);
        let time = if is_next { reader.time } else { Time::Unsaid };
        let mut next = Reader::new(lexicon, time);
        // What a semicolon joins is still about the same.
        if is_next && typed.sentence.continues && !reader.is_lost {
            next.scopes = reader.scopes;
        }
        reader = next;
        paragraph = Some(typed.sentence.paragraph);
        let sentence = Line { typed, amounts: typed.amounts(), sheet };
        candidates.extend(sentence.candidates(&mut reader));
    }
    candidates
}

/// A sentence with its numbers.
struct Line<'a> {
    typed: &'a Typed<'a>,
    amounts: Vec<Amount>,
    sheet: &'a Sheet<'a>,
}

impl Line<'_> {
    fn candidates(&self, reader: &mut Reader) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        // How many of the last candidates are of one list, and how many numbers of it are to come.
        let (mut recent, mut pending) = (0, 0);
        let mut last: Option<FigurePart> = None;
        for at in 0..=self.amounts.len() {
            let is_kept = self.read(at, reader);
            if !is_kept {
                candidates.truncate(candidates.len() - recent);
                recent = 0;
            }
            if at == self.amounts.len() {
                break;
            }
            if pending > 0 {
                pending -= 1;
                reader.take();
                continue;
            }
            let all = self.all(at, reader, last);
            (recent, pending) = (all.len(), all.len().saturating_sub(1));
            last = all.first().map(|one| one.said.part).filter(|_| recent == 1);
            candidates.extend(all);
            reader.take();
        }
        candidates
    }

    /// Returns where the words before a number begin and end.
    fn words(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |last| end(&self.amounts[last]));
        let text = self.typed.text();
        let end = self.amounts.get(at).map_or(text.len(), start_of);
        text.get(start..end).unwrap_or_default()
    }

    /// Reads the words before a number, with what they refer to.
    fn read(&self, at: usize, reader: &mut Reader) -> bool {
        let words = self.words(at);
        let begin = at.checked_sub(1).map_or(0, |last| end(&self.amounts[last]));
        let (mut start, mut is_kept) = (0, true);
        for (place, mark) in words.match_indices(REFERENCE) {
            let kept = reader.read(&words[start..place]);
            is_kept &= kept || start > 0;
            self.refer(begin + place, reader);
            start = place + mark.len();
        }
        let kept = reader.read(&words[start..]);
        is_kept && (kept || start > 0)
    }

    /// Takes what a reference names.
    fn refer(&self, at: usize, reader: &mut Reader) {
        let found = self.typed.references.iter().find(|(place, _)| *place == at);
        let named = found.and_then(|(_, reference)| {
            let view = self.sheet.view(&reference.indicator)?;
            let scope = match &reference.scope {
                Some(word) => self.sheet.book().scope_called(word)?,
                None => Scope::All,
            };
            Some((scope, view.indicator().id.to_string()))
        });
        match named {
            Some((scope, indicator)) => reader.refer(scope, indicator),
            None => reader.is_lost = true,
        }
    }

    /// Returns the candidate of a number, or those of the list that begins with it.
    fn all(
        &self,
        at: usize,
        reader: &Reader,
        last: Option<FigurePart>,
    ) -> Vec<Candidate> {
        let is_aside = reader.words.contains(&Word::Aside);
        if reader.is_lost || is_aside {
            return Vec::new();
        }
        let subjects: Vec<(&Scope, &String)> = (reader.scopes.iter())
            .flat_map(|scope| reader.indicators.iter().map(move |one| (scope, one)))
            .collect();
        let is_list = reader.words.contains(&Word::Each);
        let is_flat = reader.scopes.len() == 1 || reader.indicators.len() == 1;
        let count = if is_list { self.list_length(at) } else { 1 };
        if !is_flat || subjects.len() != count {
            return Vec::new();
        }
        let pairs = self.amounts[at..at + count].iter().zip(subjects);
        let all: Option<Vec<Candidate>> = pairs
            .map(|(amount, subject)| self.candidate(amount, subject, reader, last))
            .collect();
        all.unwrap_or_default()
    }

    /// Returns how many numbers the list has that begins with one.
    fn list_length(&self, at: usize) -> usize {
        let is_next = |next: &usize| {
            let bare = |mark: char| "、和及与， ".contains(mark);
            self.amounts[*next].dimension == self.amounts[at].dimension
                && self.words(*next).chars().all(bare)
        };
        1 + (at + 1..self.amounts.len()).take_while(is_next).count()
    }

    fn candidate(
        &self,
        amount: &Amount,
        (scope, indicator): (&Scope, &String),
        reader: &Reader,
        last: Option<FigurePart>,
    ) -> Option<Candidate> {
        let view = self.sheet.view_of(indicator)?;
        let Reader { words, is_named, is_moved, time, .. } = reader;
        let next = last.filter(|_| !is_named);
        let next =
            next.and_then(|last| Said::next(last, words, amount.dimension, *is_moved));
        let own = || Said::of(words, amount.dimension, view.is_rate(), *is_named);
        let said = next.or_else(own)?;
        let (span, period) = (view.indicator().span, &self.sheet.figures.period);
        let is_annual = words.contains(&Word::Annual);
        let is_target = said.part == FigurePart::Target;
        let is_of =
            time.is_of(span, period) || is_target && time.is_year(period, is_annual);
        is_of.then(|| Candidate {
            spot: amount.spot,
            line: amount.line,
            printed: amount.text.clone(),
            value: amount.value,
            dimension: amount.dimension,
            scope: scope.clone(),
            indicator: indicator.clone(),
            said,
        })
    }
}

fn start_of(amount: &Amount) -> usize {
    match amount.spot {
        Spot::Sentence(_, start) => start,
        Spot::Cell(..) => 0,
    }
}

fn end(amount: &Amount) -> usize {
    let sign = if amount.text.starts_with('-') { 1 } else { 0 };
    start_of(amount) + amount.text.len() - sign
}
