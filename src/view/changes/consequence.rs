//! Consequences of changes, gravest first, and the gates that a caller can set on them.

use serde::Serialize;

/// A consequence of a change, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consequence {
    /// A record, a fact or a figure is gone.
    Lost,
    /// A figure of a released edition changed, and nobody has disclosed it.
    Released,
    /// A file of what was released was edited or deleted.
    Archive,
    /// Something is gone that had ended, that stands elsewhere, or that somebody allows to go.
    Excused,
    /// A figure of a released edition changed, and that is disclosed.
    Revised,
    /// A figure of a released edition comes out as it was published again.
    Restored,
    /// A book is new, so that nothing of it can be compared.
    Book,
    /// An edition is new.
    Edition,
    /// A rule, a target or a limit was changed.
    Rule,
    /// A target is reached, or no longer reached.
    Goal,
    /// The verdict on a point of a curve turned.
    Verdict,
    /// A lamp turned.
    Lamp,
    /// A rank moved.
    Rank,
    /// A score moved.
    Score,
    /// A value moved and nothing else follows.
    Value,
}

/// Every consequence, the gravest first.
pub const CONSEQUENCES: &[Consequence] = &[
    Consequence::Lost,
    Consequence::Released,
    Consequence::Archive,
    Consequence::Excused,
    Consequence::Revised,
    Consequence::Restored,
    Consequence::Book,
    Consequence::Edition,
    Consequence::Rule,
    Consequence::Goal,
    Consequence::Verdict,
    Consequence::Lamp,
    Consequence::Rank,
    Consequence::Score,
    Consequence::Value,
];

/// A gate that a caller can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Name on the command line.
    pub name: &'static str,
    /// What closes it.
    pub closed_by: &'static [Consequence],
}

/// Data is lost.
const LOST: Gate = Gate { name: "lost", closed_by: &[Consequence::Lost] };

/// The gates that a commit can be allowed to pass by naming the record.
pub const ALLOWABLE: &[Gate] = &[LOST];

/// Every gate.
pub const GATES: &[Gate] = &[
    LOST,
    Gate { name: "released", closed_by: &[Consequence::Released, Consequence::Archive] },
    Gate { name: "rule", closed_by: &[Consequence::Rule] },
    Gate { name: "goal", closed_by: &[Consequence::Goal] },
    Gate { name: "lamp", closed_by: &[Consequence::Verdict, Consequence::Lamp] },
    Gate { name: "rank", closed_by: &[Consequence::Rank] },
];

/// What can be proved and nobody may do: it closes the gate whatever a caller asks for.
pub const FORBIDDEN: &[Consequence] =
    &[Consequence::Lost, Consequence::Released, Consequence::Archive];

impl Consequence {
    /// Returns whether it comes before what follows from it: it is told for the whole book, not period
    /// by period.
    pub fn is_told_first(self) -> bool {
        self <= Consequence::Rule
    }

    /// Returns its name.
    pub fn label(self) -> &'static str {
        match self {
            Consequence::Lost => "数据减少",
            Consequence::Released => "未公布而变动的已发布数",
            Consequence::Archive => "存档被改动",
            Consequence::Excused => "说明了的减少",
            Consequence::Revised => "已公布的修订和更正",
            Consequence::Restored => "恢复为公布的数",
            Consequence::Book => "新账本",
            Consequence::Edition => "新的通报",
            Consequence::Rule => "规则和目标变动",
            Consequence::Goal => "目标达成变化",
            Consequence::Verdict => "节点判定变化",
            Consequence::Lamp => "灯变化",
            Consequence::Rank => "名次变化",
            Consequence::Score => "得分变化",
            Consequence::Value => "其他数变动",
        }
    }

    /// Returns a count with its measure word: `3盏`.
    pub fn counted(self, count: usize) -> String {
        let what = match self {
            Consequence::Lost
            | Consequence::Archive
            | Consequence::Excused
            | Consequence::Rule => "处",
            Consequence::Revised => "次",
            Consequence::Edition => "期",
            Consequence::Lamp => "盏",
            _ => "个",
        };
        format!("{count}{what}")
    }
}
