//! Whether a change may go in, in one line.

use serde::Serialize;

/// Whether a change may go in as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Permit {
    /// 放行: nothing follows that somebody has to judge.
    Pass,
    /// 请审: a person has to judge what follows.
    Review,
    /// 不放行: data is lost, something released moved in silence, or the data is wrong.
    Refuse,
}

/// Whether a change may go in, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// Whether it may.
    pub permit: Permit,
    /// The gates that are closed, by name.
    pub gates: Vec<&'static str>,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// The whole before and after, in words.
    pub whole: Vec<String>,
}

impl Permit {
    /// Returns the word.
    pub fn label(self) -> &'static str {
        match self {
            Permit::Pass => "放行",
            Permit::Review => "请审",
            Permit::Refuse => "不放行",
        }
    }
}

impl Verdict {
    /// Returns the first line: `请审：规则和目标变动1处。2023年9月全县到位资金 54.08→54.54亿元`.
    pub fn line(&self) -> String {
        let gates = match self.gates.as_slice() {
            [] => String::new(),
            gates => format!("（{}）", gates.join("、")),
        };
        let sentences = [&self.reasons, &self.whole].map(|part| part.join("；"));
        let sentences: Vec<String> =
            sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
        format!("{}{gates}：{}", self.permit.label(), sentences.join("。"))
    }
}
