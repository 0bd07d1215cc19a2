//! A loss that somebody allows, by the name of the record.

/// A loss that somebody allows in a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The gate that it is to pass.
    pub gate: String,
    /// Id of the record that is gone, or in which something is.
    pub record: String,
    /// Why.
    pub reason: String,
    /// Who allows it, as the commit says.
    pub who: String,
}

impl Allowance {
    /// Reads `lost=ws-2023-017 原因`; `None` where a name or the reason is missing.
    pub fn parse(who: &str, text: &str) -> Option<Allowance> {
        let (gate, rest) = text.split_once('=')?;
        let (record, reason) = rest.split_once(char::is_whitespace)?;
        let parts = [gate, record, reason, who].map(|part| part.trim().to_owned());
        if parts.iter().any(String::is_empty) {
            return None;
        }
        let [gate, record, reason, who] = parts;
        Some(Allowance { gate, record, reason, who })
    }

    /// Returns it in words: `张三允许：重复登记`.
    pub fn text(&self) -> String {
        format!("{}允许：{}", self.who, self.reason)
    }
}
