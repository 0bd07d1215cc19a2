//! What a figure is about: the whole, a unit, a sector, a unit within a sector, a group.

/// What a figure is about, by the ids of the book's registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole: 全县, 全市.
    All,
    /// A sector.
    Sector(String),
    /// A responsible unit.
    Unit(String),
    /// A unit within one of the several sectors it stands in.
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
