//! Printed values with the numbers that they were calculated from: what `verify` recalculates.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// A published bulletin with the derived values that it prints.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimedBulletin {
    /// Id of the bulletin.
    pub id: String,
    /// The numbers it gives, by the keys that the claims use.
    pub numbers: BTreeMap<String, GivenNumber>,
    /// The derived values, as printed.
    pub claims: Vec<Claim>,
}

/// A number that a bulletin gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenNumber {
    /// As printed.
    pub value: Decimal,
    /// Whether it was rounded for print, and so may be off by half of its last place.
    pub rounded: bool,
}

/// A derived value as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it is called.
    pub label: String,
    /// The formula, such as `pct(a,b)`.
    pub expression: String,
    /// As printed, with its places and without its unit.
    pub printed: String,
    /// The expected verdict, if it is recorded.
    pub known: Option<String>,
}

impl GivenNumber {
    /// Makes an exact number: a count or a target.
    pub fn exactly(value: Decimal) -> GivenNumber {
        GivenNumber { value, rounded: false }
    }

    /// Makes a measured number, rounded to the places it is printed with.
    pub fn rounded(value: Decimal) -> GivenNumber {
        GivenNumber { value, rounded: true }
    }

    /// Returns the smallest and the largest number that print like it.
    pub fn bounds(&self) -> (Decimal, Decimal) {
        if !self.rounded {
            return (self.value, self.value);
        }
        let half = Decimal::new(5, self.value.scale() + 1);
        (self.value - half, self.value + half)
    }
}
