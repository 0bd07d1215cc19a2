//! Values that somebody printed, with the numbers they were made from: what `verify` recomputes.

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
    /// Whether it was rounded before it was printed, so that half of its last place is open.
    pub rounded: bool,
}

/// A derived value as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it is.
    pub label: String,
    /// How it follows from the numbers, such as `pct(a,b)`.
    pub expression: String,
    /// As printed, with its places and without its unit.
    pub printed: String,
    /// The verdict that is already known of it.
    pub known: Option<String>,
}

impl GivenNumber {
    /// A number that is meant exactly: a count or a target.
    pub fn exactly(value: Decimal) -> GivenNumber {
        GivenNumber { value, rounded: false }
    }

    /// A measured number, rounded to the places it is printed with.
    pub fn rounded(value: Decimal) -> GivenNumber {
        GivenNumber { value, rounded: true }
    }

    /// The least and the greatest number that print like it.
    pub fn bounds(&self) -> (Decimal, Decimal) {
        if !self.rounded {
            return (self.value, self.value);
        }
        let half = Decimal::new(5, self.value.scale() + 1);
        (self.value - half, self.value + half)
    }
}
