//! The scope of a figure: the whole, a unit, a sector, a unit within a sector, a group …

use std::str::FromStr;

use crate::model::dictionary::{WordError, json_text};
use crate::model::value::word::Id;

/// Whom or what a figure is about, by the ids of the book's registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole: 全县, 全市.
    All,
    /// A sector.
    Sector(String),
    /// A responsible unit.
    Unit(String),
    /// A unit within one of several sectors that it has targets in.
    UnitInSector(String, String),
    /// All units without targets: 其他单位.
    Other,
    /// A group of units.
    Group(String),
    /// A leader, by role.
    Leader(String),
    /// An industrial chain.
    Chain(String),
    /// A region that investors come from.
    Region(String),
    /// A channel that leads and projects come through.
    Channel(String),
    /// A task of a plan.
    Task(String),
}

impl Scope {
    /// Returns the unit whose it is alone, by its id.
    pub fn unit(&self) -> Option<&str> {
        match self {
            Scope::Unit(unit) | Scope::UnitInSector(unit, _) => Some(unit),
            _ => None,
        }
    }
}

impl std::fmt::Display for Scope {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Scope::All => out.write_str("all"),
            Scope::Sector(id) => write!(out, "sector:{id}"),
            Scope::Unit(id) => write!(out, "unit:{id}"),
            Scope::UnitInSector(unit, sector) => {
                write!(out, "unit:{unit}@sector:{sector}")
            }
            Scope::Other => out.write_str("unit:other"),
            Scope::Group(id) => write!(out, "group:{id}"),
            Scope::Leader(id) => write!(out, "leader:{id}"),
            Scope::Chain(id) => write!(out, "chain:{id}"),
            Scope::Region(id) => write!(out, "region:{id}"),
            Scope::Channel(id) => write!(out, "channel:{id}"),
            Scope::Task(id) => write!(out, "task:{id}"),
        }
    }
}

impl FromStr for Scope {
    type Err = WordError;

    fn from_str(text: &str) -> Result<Scope, WordError> {
        read(text).ok_or_else(|| {
            let help = "如 all、unit:jiaotong、unit:jiaotong@sector:industry";
            WordError::whole("bad-id", text, format!("“{text}”不是一个范围"), help)
        })
    }
}

json_text!(Scope);

fn read(text: &str) -> Option<Scope> {
    let id = |text: &str| text.parse::<Id>().ok().map(|id| id.to_string());
    match text {
        "all" => return Some(Scope::All),
        "unit:other" => return Some(Scope::Other),
        _ => {}
    }
    let (kind, name) = text.split_once(':')?;
    if let Some((unit, sector)) = name.split_once("@sector:") {
        return (kind == "unit")
            .then(|| Some(Scope::UnitInSector(id(unit)?, id(sector)?)))?;
    }
    let scope: fn(String) -> Scope = match kind {
        "sector" => Scope::Sector,
        "unit" => Scope::Unit,
        "group" => Scope::Group,
        "leader" => Scope::Leader,
        "chain" => Scope::Chain,
        "region" => Scope::Region,
        "channel" => Scope::Channel,
        "task" => Scope::Task,
        _ => return None,
    };
    id(name).map(scope)
}
