//! What every account of changes says in the same words.

use crate::view::changes::{BookChanges, Cause, Changes, PeriodChanges};

/// What is said where nothing changed.
pub const NOTHING: &str =
    "没有变动：记录和结果都与改前一致（注释、次序、排版和文件位置不计）。";

impl Changes {
    /// `改前 main（1a2b3c4d），改后 工作区`.
    pub fn sides(&self) -> String {
        format!("改前 {}，改后 {}", self.before, self.after)
    }
}

impl PeriodChanges {
    /// How many figures of the period moved.
    pub fn counted(&self) -> String {
        match self.moves.len() {
            0 => format!("{}：数没有变动", self.name),
            count => format!("{}：{count}个数变动", self.name),
        }
    }
}

impl BookChanges {
    /// What is said where no consequence follows.
    pub fn quiet(&self) -> &'static str {
        if self.results.iter().any(|period| !period.moves.is_empty()) {
            "数有变动；没有数据减少，目标、灯和名次没有变化。"
        } else if self.results.is_empty() {
            "没有可比的结果。"
        } else {
            "结果没有变动。"
        }
    }
}

impl Cause {
    /// The cause in one line.
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
