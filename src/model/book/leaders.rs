//! The leaders that the registry names for a unit.

use crate::model::book::Book;
use crate::model::record::registry::{Leader, Unit};

impl Book {
    /// The leader of a unit in a role.
    pub fn leader_of(&self, unit: &Unit, role: &str) -> Option<&Leader> {
        let mut leaders = self.leaders_of(unit).into_iter();
        leaders.find(|leader| leader.role.as_deref() == Some(role))
    }

    /// The leaders that are registered for a unit.
    pub fn leaders_of(&self, unit: &Unit) -> Vec<&Leader> {
        let of_unit = |leader: &&Leader| {
            let employer = leader.unit.as_ref().and_then(|name| self.unit(name));
            employer.is_some_and(|employer| employer.id == unit.id)
        };
        self.registry.record.leaders.iter().filter(of_unit).collect()
    }
}
