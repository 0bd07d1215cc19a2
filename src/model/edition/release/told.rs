//! What a release says besides its figures: of records, and of who reported what.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Formatter};

use serde::{Deserialize, Serialize};

use crate::model::edition::revision::DisclosedSentence;

/// What stands between a subject and what is said of it.
const COLON: char = '：';
/// What stands between two things that are said.
const SEMICOLON: &str = "；";
/// That nothing is said.
const NOTHING: &str = "没有";

/// That an entry counts, and that it is left out.
const COUNTS: [&str; 2] = ["计入", "未计入"];

/// What is said of a record or of a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Id of the record; of a total with its figure and period, of a duty with its period:
    /// `funds/2023-06`.
    pub about: String,
    /// What is said, such as `合同 2023-06-12 2.4亿元 计入`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub words: BTreeSet<String>,
    /// Digest of all that the edition holds of the record; `None` of a duty, and in a file of before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// What is said of an entry of a record, as one of its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ToldEntry {
    /// The list or the field that the entry stands in.
    pub label: String,
    /// When it happened.
    pub when: String,
    /// What is recorded.
    pub amount: String,
    /// Whether it counts.
    pub counts: bool,
}

impl ToldEntry {
    /// Reads a word; `None` of other words.
    pub fn read(word: &str) -> Option<ToldEntry> {
        let [label, when, amount, state] = word.split(' ').collect::<Vec<_>>()[..] else {
            return None;
        };
        let [label, when, amount] = [label, when, amount].map(str::to_owned);
        let counts = COUNTS.iter().position(|known| *known == state)? == 0;
        Some(ToldEntry { label, when, amount, counts })
    }

    /// Returns the same with the other state.
    pub fn turned(&self) -> ToldEntry {
        ToldEntry { counts: !self.counts, ..self.clone() }
    }

    /// Returns whether another is of the same day, whatever its amount.
    pub fn is_same_day(&self, other: &ToldEntry) -> bool {
        (&self.label, &self.when) == (&other.label, &other.when)
    }

    /// Returns whether another has the same amount, whatever its day.
    pub fn is_same_amount(&self, other: &ToldEntry) -> bool {
        (&self.label, &self.amount) == (&other.label, &other.amount)
    }
}

impl Display for ToldEntry {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let ToldEntry { label, when, amount, counts } = self;
        write!(out, "{label} {when} {amount} {}", COUNTS[usize::from(!counts)])
    }
}

/// What is said of a subject, and the digest of all that is held of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What is said.
    pub words: BTreeSet<String>,
    /// The digest; `None` where there is none.
    pub digest: Option<String>,
}

/// What is said by subject.
pub type AllSaid = BTreeMap<String, Said>;

/// What is said of a subject otherwise than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retold {
    /// The subject.
    pub about: String,
    /// What was said and is not any more.
    pub said: BTreeSet<String>,
    /// What is said now and was not.
    pub now: BTreeSet<String>,
    /// The digest of all that is held of it now.
    pub digest: Option<String>,
}

impl Retold {
    /// What was said, and what is said now, each as a sentence.
    pub fn sentences(&self) -> (String, String) {
        let sentence = |words: &BTreeSet<String>| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let said =
                if words.is_empty() { NOTHING.to_owned() } else { words.join(SEMICOLON) };
            format!("{}{COLON}{said}", self.about)
        };
        (sentence(&self.said), sentence(&self.now))
    }

    /// The same from two sentences; `None` of other sentences.
    fn disclosed(sentence: &DisclosedSentence) -> Option<Retold> {
        let (about, said) = read(&sentence.said)?;
        let (same, now) = read(&sentence.now)?;
        let (about, digest) = (about.to_owned(), sentence.digest.clone());
        (about == same).then_some(Retold { about, said, now, digest })
    }

    /// Returns what differs between two states.
    pub fn between(old: &AllSaid, new: &AllSaid) -> Vec<Retold> {
        let none = Said::default();
        let subjects: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let retold = |about: &String| {
            let [old, new] = [old, new].map(|said| said.get(about).unwrap_or(&none));
            let said = old.words.difference(&new.words).cloned().collect();
            let now = new.words.difference(&old.words).cloned().collect();
            Retold { about: about.clone(), said, now, digest: new.digest.clone() }
        };
        let retold = subjects.into_iter().map(retold);
        retold.filter(|one| !(one.said.is_empty() && one.now.is_empty())).collect()
    }

    /// Puts what is said now in the place of what was.
    fn apply(self, said: &mut AllSaid) {
        let of = said.entry(self.about).or_default();
        of.words.retain(|word| !self.said.contains(word));
        of.words.extend(self.now);
        of.digest = self.digest;
    }
}

/// Returns what was said, with what was disclosed of it since.
pub fn current<'a>(
    told: &[Told],
    disclosed: impl Iterator<Item = &'a DisclosedSentence>,
) -> AllSaid {
    let said = told.iter().map(|one| {
        let Told { about, words, digest } = one.clone();
        (about, Said { words, digest })
    });
    let mut said: AllSaid = said.collect();
    disclosed.filter_map(Retold::disclosed).for_each(|one| one.apply(&mut said));
    said
}

fn read(sentence: &str) -> Option<(&str, BTreeSet<String>)> {
    let (about, words) = sentence.split_once(COLON)?;
    let words = words.split(SEMICOLON).filter(|word| *word != NOTHING);
    Some((about, words.map(str::to_owned).collect()))
}
