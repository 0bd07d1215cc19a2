//! Phrases that all formats of changes share.

use crate::view::changes::consequence::Consequence;
use crate::view::changes::edition::SentenceChange;
use crate::view::changes::{
    BookChanges, Cause, Changes, Headline, Passage, PeriodChanges,
};

/// The phrase for no change.
pub const NOTHING: &str =
    "没有变动：记录和结果都与改前一致（注释、次序、排版和文件位置不计）。";

impl Changes {
    /// Returns the names of both states: `改前 main（1a2b3c4d），改后 工作区`.
    pub fn sides(&self) -> String {
        format!("改前 {}，改后 {}", self.before, self.after)
    }
}

impl PeriodChanges {
    /// Returns the period with the number of figures that moved.
    pub fn counted(&self) -> String {
        match self.moves.len() {
            0 => format!("{}：数没有变动", self.name),
            count => format!("{}：{count}个数变动", self.name),
        }
    }

    /// Returns the period in one line, with the whole or the largest movement; `None` if nothing moved.
    pub fn summary(&self) -> Option<String> {
        let largest = self.moves.first()?;
        let (whole, passages): (Vec<&Passage>, Vec<&Passage>) =
            self.account.iter().partition(|passage| passage.count.is_empty());
        let whole = whole.first().and_then(|whole| Some((whole, whole.lines.first()?)));
        let example = match whole {
            Some((whole, line)) => format!("{}{line}", whole.label),
            None => format!("如 {}", largest.text()),
        };
        let counts: String = passages
            .iter()
            .map(|passage| format!("，{}{}", passage.label, passage.count))
            .collect();
        Some(format!("{}{counts}；{example}", self.counted()))
    }
}

impl Passage {
    /// Makes a passage.
    pub fn new(label: &str, count: String, lines: Vec<String>) -> Passage {
        Passage { label: label.to_owned(), count, lines }
    }
}

impl BookChanges {
    /// Returns the sentences that read otherwise, by why, with marks around what is gone and what is new;
    /// `plain` makes words fit to stand where they are shown.
    pub fn sentences_by(
        &self,
        gone: [&str; 2],
        new: [&str; 2],
        plain: &dyn Fn(&str) -> String,
    ) -> [(&'static str, Vec<String>); 2] {
        let of = |is_typed: bool| {
            let own = self.sentences.iter().filter(|one| one.is_typed == is_typed);
            let line = |one: &SentenceChange| {
                format!("{}：{}", one.period, one.marked(gone, new, plain))
            };
            own.map(line).collect()
        };
        [("正文改动", of(true)), ("正文里随数变动的句子", of(false))]
    }

    /// Returns what is told of the book as a whole, before what follows from it.
    pub fn told_first(&self) -> impl Iterator<Item = &Headline> {
        // New editions are told each by itself.
        let told = self.headline.iter();
        told.filter(|one| {
            one.consequence.is_told_first() && one.consequence != Consequence::Edition
        })
    }
}

impl Cause {
    /// Returns the cause in one line.
    pub fn line(&self) -> String {
        let mut line = self.title.clone();
        if !self.text.is_empty() {
            line.push(' ');
            line.push_str(&self.text);
        }
        if !self.note.is_empty() {
            line.push_str(&format!("（{}）", self.note));
        }
        line
    }
}
