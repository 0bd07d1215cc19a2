//! What a release says besides its figures: of records, and of who reported what.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::edition::revision::DisclosedSentence;

/// What stands between a subject and what is said of it.
const COLON: char = '：';
/// What stands between two things that are said.
const SEMICOLON: &str = "；";
/// That nothing is said.
const NOTHING: &str = "没有";

/// What is said of a record or of a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Id of the record; of a duty with its period: `funds/2023-06`.
    pub about: String,
    /// What is said, such as `合同 2023-06-12 2.4亿元 计入`.
    pub words: BTreeSet<String>,
}

/// What is said by subject.
pub type AllTold = BTreeMap<String, BTreeSet<String>>;

/// What is said of a subject otherwise than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retold {
    /// The subject.
    pub about: String,
    /// What was said and is not any more.
    pub said: BTreeSet<String>,
    /// What is said now and was not.
    pub now: BTreeSet<String>,
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
        (about == same).then(|| Retold { about: about.to_owned(), said, now })
    }

    /// Returns what differs between two states.
    pub fn between(old: &AllTold, new: &AllTold) -> Vec<Retold> {
        let none = BTreeSet::new();
        let subjects: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let retold = |about: &String| {
            let [old, new] = [old, new].map(|told| told.get(about).unwrap_or(&none));
            let said = old.difference(new).cloned().collect();
            let now = new.difference(old).cloned().collect();
            Retold { about: about.clone(), said, now }
        };
        let retold = subjects.into_iter().map(retold);
        retold.filter(|one| !(one.said.is_empty() && one.now.is_empty())).collect()
    }

    /// Puts what is said now in the place of what was.
    fn apply(self, told: &mut AllTold) {
        let words = told.entry(self.about).or_default();
        words.retain(|word| !self.said.contains(word));
        words.extend(self.now);
    }
}

/// Returns what was said, with what was disclosed of it since.
pub fn current<'a>(
    told: &[Told],
    disclosed: impl Iterator<Item = &'a DisclosedSentence>,
) -> AllTold {
    let told = told.iter().map(|one| (one.about.clone(), one.words.clone()));
    let mut told: AllTold = told.collect();
    disclosed.filter_map(Retold::disclosed).for_each(|one| one.apply(&mut told));
    told
}

fn read(sentence: &str) -> Option<(&str, BTreeSet<String>)> {
    let (about, words) = sentence.split_once(COLON)?;
    let words = words.split(SEMICOLON).filter(|word| *word != NOTHING);
    Some((about, words.map(str::to_owned).collect()))
}
