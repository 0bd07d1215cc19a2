//! A claim that was found in a text, with the value computed for it.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::claims::expression::Expression;
use crate::claims::verdict::{Verdict, compare};
use crate::model::printed::claim::GivenNumber;
use crate::words::number::fixed;

/// Where a number stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// In a sentence: the number of the sentence, and the byte where the number begins.
    Sentence(usize, usize),
    /// In a table: the number of the table, of the row and of the column.
    Cell(usize, usize, usize),
}

/// A claim found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundClaim {
    /// Line of the file, from 1.
    pub line: usize,
    /// What is claimed, such as 完成率, 合计 or 名次; in a table, with the name of the row.
    pub what: String,
    /// As printed.
    pub printed: String,
    /// The calculation with the numbers put in, or the rule that is violated.
    pub basis: String,
    /// The computed value, or the outcome of a rule.
    pub computed: Computed,
    /// How the two relate.
    pub verdict: Verdict,
    /// Whether it depends on a number that is not in the text, such as a schedule by months.
    pub assumed: bool,
    /// Where the text has the claim, and then the numbers that it was held against.
    pub spots: Vec<Spot>,
}

/// The result of a calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Computed {
    /// A number, rounded to the printed places.
    Number(Decimal, u32),
    /// Words, or a number in words.
    Words(String),
    /// Nothing; a rule is violated.
    Nothing,
}

impl Display for Computed {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            Computed::Number(number, places) => out.write_str(&fixed(*number, *places)),
            Computed::Words(words) => out.write_str(words),
            Computed::Nothing => Ok(()),
        }
    }
}

impl FoundClaim {
    /// Returns whether the claim is wrong, even if its numbers were rounded before.
    pub fn fails(&self) -> bool {
        let differs = matches!(self.verdict, Verdict::Mismatch | Verdict::Truncated);
        differs && !self.assumed
    }

    /// Returns whether the claim differs from the computed value but may be right.
    pub fn is_doubtful(&self) -> bool {
        !self.fails() && !self.verdict.holds()
    }
}

/// A calculation to compare a claim with.
#[derive(Clone, Debug)]
pub struct Calculation {
    /// The expression, over the keys a, b, c and so on.
    pub expression: String,
    /// The numbers, in the order of the keys.
    pub numbers: Vec<GivenNumber>,
    /// The calculation as the reader sees it.
    pub words: String,
    /// Where the text has the claim and the numbers.
    pub spots: Vec<Spot>,
}

impl FoundClaim {
    /// Returns the claim with the sign of its computed number as a word: `more` or `less`, such as
    /// 超 and 欠.
    pub fn directed(self, more: &str, less: &str) -> FoundClaim {
        let Computed::Number(number, places) = self.computed else { return self };
        let word = if number < Decimal::ZERO { less } else { more };
        let words = format!("{word}{}", fixed(number.abs(), places));
        FoundClaim { computed: Computed::Words(words), ..self }
    }

    /// Returns the claim, marked as resting on a number that is not in the text.
    pub fn assumed(self) -> FoundClaim {
        FoundClaim { assumed: true, ..self }
    }
}

/// Returns a claim that is right, preferably without rounded numbers; else the certain one, if any.
pub fn likeliest(
    certain: Option<FoundClaim>,
    possible: impl IntoIterator<Item = FoundClaim>,
) -> Option<FoundClaim> {
    let all: Vec<FoundClaim> = certain.iter().cloned().chain(possible).collect();
    let follows = all.into_iter().filter(|claim| !claim.fails());
    follows.min_by_key(FoundClaim::is_doubtful).or(certain)
}

/// Compares a printed number with a calculation; `None` if it cannot be computed.
pub fn held(
    line: usize,
    what: impl Into<String>,
    printed: (Decimal, &str),
    calculation: Calculation,
) -> Option<FoundClaim> {
    let expression = Expression::parse(&calculation.expression).ok()?;
    let keys = ('a'..='z').map(|key| key.to_string());
    let numbers = keys.zip(calculation.numbers).collect();
    let (number, verdict) = compare(&expression, &numbers, printed.0)?;
    Some(FoundClaim {
        line,
        what: what.into(),
        printed: printed.1.to_owned(),
        basis: calculation.words,
        computed: Computed::Number(number, printed.0.scale()),
        verdict,
        assumed: false,
        spots: calculation.spots,
    })
}
