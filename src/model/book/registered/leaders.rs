//! The leaders of a unit, as the registry names them.

use crate::model::book::Book;
use crate::model::record::registry::{Leader, Unit};

impl Book {
    /// Returns the leader of a unit in a role; `None` if the registry names none.
    pub fn leader_of(&self, unit: &Unit, role: &str) -> Option<&Leader> {
        let mut leaders = self.leaders_of(unit).into_iter();
        leaders.find(|leader| leader.role.as_deref() == Some(role))
    }

    /// Returns the leaders who are registered for a unit.
    pub fn leaders_of(&self, unit: &Unit) -> Vec<&Leader> {
        let of_unit = |leader: &&Leader| {
            let employer = leader.unit.as_ref().and_then(|name| self.unit(name));
            employer.is_some_and(|employer| employer.id == unit.id)
        };
        self.registry.record.leaders.iter().filter(of_unit).collect()
    }
}
