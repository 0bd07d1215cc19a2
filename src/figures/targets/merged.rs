//! Single goals that a unit has from those that went on in it.

use chrono::NaiveDate;

use crate::figures::targets::{SetTarget, Targets, Then};
use crate::model::book::scope::Scope;

impl Targets<'_> {
    /// Adds the goals of the units that went on in a unit to its own ones that are in force; what
    /// was set after they came in is for all of them.
    pub(super) fn with_merged(
        &self,
        then: &Then,
        scope: &Scope,
        mut own: Vec<SetTarget>,
    ) -> Vec<SetTarget> {
        for (since, brought) in self.brought(then, scope) {
            let mut alike =
                own.iter_mut().filter(|target| is_alike(target, &brought)).peekable();
            if alike.peek().is_none() {
                own.push(brought);
                continue;
            }
            if !self.indicator.unit.base.adds() {
                continue;
            }
            for target in alike.filter(|one| one.from.is_none_or(|from| from < since)) {
                target.value = match (target.value, brought.value) {
                    (Some(own), Some(other)) => Some(own + other),
                    (own, other) => own.or(other),
                };
                (target.summed, target.wording) = (true, None);
            }
        }
        own
    }

    /// Returns the newest goals in force of the units that went on in a unit, each with the day on
    /// which its unit did.
    fn brought(&self, then: &Then, scope: &Scope) -> Vec<(NaiveDate, SetTarget)> {
        let mut brought: Vec<(Scope, NaiveDate, SetTarget)> = Vec::new();
        let singles = self.plan.targets.iter().filter(|target| {
            self.adds_goals() && self.indicator.is_called(target.indicator.as_str())
        });
        for target in singles {
            // What is set for each of several units is one goal of the unit that is left.
            let of = self.book.scope_called(target.scope.as_str());
            let Some(of) = of.filter(|of| then.heir(of).as_ref() == Some(scope)) else {
                continue;
            };
            let Some(merger) = then.register.merger(&of) else { continue };
            let set = self.set(target);
            if !self.in_force(&set, then.day) {
                continue;
            }
            let earlier = brought
                .iter_mut()
                .find(|(other, _, earlier)| *other == of && is_alike(earlier, &set));
            match earlier {
                Some((.., earlier)) if earlier.from <= set.from => *earlier = set,
                Some(_) => {}
                None => brought.push((of, merger.since, set)),
            }
        }
        brought.into_iter().map(|(_, since, set)| (since, set)).collect()
    }
}

impl Then<'_> {
    /// Returns the scope that answers for that of a unit which went on in another; `None` for all
    /// others.
    fn heir(&self, scope: &Scope) -> Option<Scope> {
        self.register.merger(scope)?;
        let answering = |id: &str| {
            let unit = self.register.unit_called(id)?;
            Some(self.register.answering(unit).id.to_string())
        };
        match scope {
            Scope::Unit(id) => Some(Scope::Unit(answering(id)?)),
            Scope::UnitInSector(id, sector) => {
                Some(Scope::UnitInSector(answering(id)?, sector.clone()))
            }
            _ => None,
        }
    }
}

/// Whether two targets are the same goal, of whomever.
fn is_alike(one: &SetTarget, other: &SetTarget) -> bool {
    one.level == other.level
        && one.comparison == other.comparison
        && one.force == other.force
}
