//! Phrases that all formats of changes share.

use crate::view::changes::{BookChanges, Cause, Changes, PeriodChanges};

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
}

impl BookChanges {
    /// The phrase for no consequence.
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
