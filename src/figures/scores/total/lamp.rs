//! The lamps of an assessment: by a unit's total and by its rank.

use rust_decimal::Decimal;

use crate::figures::lamps::{from_last, lit};
use crate::figures::outcome::Known;
use crate::figures::scores::context::{Context, lamp_set};
use crate::figures::scores::unit::UnitScore;
use crate::model::plan::assessment::Together;
use crate::model::plan::assessment::lamp::{Lamp, LampBasis};

/// Gives each ranked unit its lamp.
pub fn light(context: &Context, units: &mut [UnitScore]) {
    let Some(set) = lamp_set(context.plan, context.assessment) else { return };
    let apart = context.assessment.together == Some(Together::Groups);
    let lamp = |unit: &UnitScore| {
        let ranks = units
            .iter()
            .filter(|other| !apart || other.group == unit.group)
            .filter_map(|other| other.rank);
        let number = |basis: LampBasis| match basis {
            LampBasis::Score => unit.total.known(),
            LampBasis::Rank => unit.rank.map(Decimal::from),
            LampBasis::LastRank => Some(from_last(unit.rank?, ranks.clone())),
            _ => None,
        };
        lit(set, &number)
    };
    let lamps: Vec<Option<Lamp>> = units.iter().map(lamp).collect();
    for (unit, lamp) in units.iter_mut().zip(lamps) {
        unit.lamp = lamp;
    }
}
