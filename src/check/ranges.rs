//! Sets of ranges of which the first that holds a number decides: the lamps of a set, the bands of a score.

use rust_decimal::Decimal;

use crate::diagnostic::{Place, route};
use crate::model::book::Book;
use crate::model::lamp::LampBasis;
use crate::model::score_item::Seen;
use crate::model::word::Interval;

/// A set of ranges in a plan, of which the first that holds a number decides.
pub(super) struct Ranges<'a> {
    /// What the set is called.
    pub(super) name: &'a str,
    /// The ranges with what each is called, whether it asks for more, and its place.
    pub(super) ranges: Vec<Ranged<'a>>,
    /// Whether numbers below zero occur.
    pub(super) negative: bool,
}

/// A range of a set.
pub(super) struct Ranged<'a> {
    pub(super) name: String,
    pub(super) range: &'a Interval,
    /// Whether further conditions must be met, so that a later range may decide instead.
    pub(super) gated: bool,
    pub(super) place: Place,
}

/// The lamps of every set and the bands of every score item.
pub(super) fn sets(book: &Book) -> Vec<Ranges<'_>> {
    let mut sets = Vec::new();
    for plan in &book.plans {
        for (at, set) in plan.record.lamps.iter().enumerate() {
            let lamps = set.lamps.iter().enumerate().map(|(index, lamp)| Ranged {
                name: lamp.name.clone(),
                range: &lamp.condition,
                gated: !lamp.also.is_empty() || !lamp.or.is_empty(),
                place: Place::value(plan.file, route!["灯组", at, "灯", index, "条件"]),
            });
            sets.push(Ranges {
                name: &set.name,
                ranges: lamps.collect(),
                negative: set.basis == LampBasis::Lead,
            });
        }
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            for (number, item) in assessment.items.iter().enumerate() {
                if item.bands.is_empty() {
                    continue;
                }
                let list = route!["考核", at, "计分", number, "档"];
                let bands = item.bands.iter().enumerate().map(|(index, band)| {
                    let mut route = list.clone();
                    route.extend(route![index, "条件"]);
                    Ranged {
                        name: format!("得{}的档", band.points.0.normalize()),
                        range: &band.condition,
                        gated: !band.gates.is_empty(),
                        place: Place::value(plan.file, route),
                    }
                });
                sets.push(Ranges {
                    name: &item.name,
                    ranges: bands.collect(),
                    negative: item.seen == Some(Seen::Lead),
                });
            }
        }
    }
    sets
}

impl Ranges<'_> {
    /// A number of every stretch that all ranges treat alike: each bound, and what lies between.
    pub(super) fn samples(&self) -> Vec<Decimal> {
        let mut bounds: Vec<Decimal> = self
            .ranges
            .iter()
            .flat_map(|one| [one.range.from, one.range.to])
            .flatten()
            .map(|(at, _)| at)
            .collect();
        bounds.push(Decimal::ZERO);
        bounds.sort();
        bounds.dedup();
        let between = bounds.windows(2).map(|pair| (pair[0] + pair[1]) / Decimal::TWO);
        let mut samples: Vec<Decimal> = between.collect();
        samples.extend(bounds.first().map(|first| first - Decimal::ONE));
        samples.extend(bounds.last().map(|last| last + Decimal::ONE));
        samples.extend(bounds);
        samples.retain(|sample| self.negative || *sample >= Decimal::ZERO);
        samples
    }

    /// The positions of the ranges that hold a number.
    pub(super) fn holding(&self, sample: Decimal) -> Vec<usize> {
        let ranges = self.ranges.iter().enumerate();
        ranges.filter(|(_, one)| one.range.contains(sample)).map(|(at, _)| at).collect()
    }
}
