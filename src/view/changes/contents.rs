//! What whole records hold, in one line.

use rust_decimal::Decimal;

use crate::model::value::quantity::{Denomination, Quantity};

/// What a record holds that is new or gone as a whole.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Whose it is, as written; empty if it says nothing of it.
    pub unit: String,
    /// Its amounts by the list that they stand in.
    pub holdings: Vec<Holding>,
}

/// The amounts of a list that are of one kind.
#[derive(Clone, Debug)]
pub struct Holding {
    /// The key of the list, or of the field.
    pub name: &'static str,
    /// The sum, in the unit of the first.
    pub sum: Quantity,
    /// How many amounts it is the sum of.
    pub count: usize,
}

impl Holding {
    /// Adds the amounts to those of the same name and kind, or as the first.
    pub fn add_to(&self, holdings: &mut Vec<Holding>) {
        for holding in holdings.iter_mut().filter(|holding| holding.name == self.name) {
            if let Some(sum) = holding.sum.plus(&self.sum) {
                holding.sum = sum;
                holding.count += self.count;
                return;
            }
        }
        holdings.push(self.clone());
    }

    /// Returns it in words: `资金 2笔共0.5亿元`.
    pub fn text(&self) -> String {
        let sum = large(&self.sum).unwrap_or(self.sum);
        match self.count {
            1 => format!("{} {sum}", self.name),
            count => format!("{} {count}笔共{sum}", self.name),
        }
    }
}

impl Contents {
    /// Returns the amounts in words; empty if there are none.
    pub fn text(&self) -> String {
        let texts: Vec<String> = self.holdings.iter().map(Holding::text).collect();
        texts.join("，")
    }
}

/// Returns an amount of ten thousand 万元 or more in 亿元, as people say it; `None` for any other.
fn large(sum: &Quantity) -> Option<Quantity> {
    let number = sum.number().abs();
    let large = Denomination::of("亿元").filter(|_| sum.unit.word == "万元")?;
    (number >= Decimal::from(10_000)).then(|| Quantity::of_base(sum.amount(), large))
}
