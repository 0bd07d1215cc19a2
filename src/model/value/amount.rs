//! Quantities of one kind: money, land, energy.

use std::fmt::{Display, Formatter};

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::value::quantity::{Base, Quantity};

/// An amount of money with its unit.
///
/// It is held exactly in its base, and keeps the unit that it was written in.
///
/// ```
/// use rust_decimal::Decimal;
/// use tongbao::model::dictionary::Word;
/// use tongbao::model::value::amount::Money;
///
/// # fn main() -> Result<(), tongbao::model::dictionary::WordError> {
/// let (large, small) = (Money::parse("3.2亿元")?, Money::parse("32000万元")?);
/// assert_eq!(large.0.amount(), Decimal::from(320_000_000));
/// assert_eq!(large.0.amount(), small.0.amount());
/// assert_eq!(large.to_string(), "3.2亿元");
/// assert_eq!(small.to_string(), "32000万元");
///
/// assert_eq!(Money::parse("3.2").unwrap_err().code, "amount-without-unit");
/// assert_eq!(Money::parse("60亩").unwrap_err().code, "bad-unit");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money(pub Quantity);

impl Display for Money {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl Word for Money {
    const SHAPE: &'static WordShape = &WordShape {
        id: "money",
        name: "金额",
        form: "数和单位连写，如 3.2亿元、1200万元、1900万美元",
        pattern: "^-?\\d+(\\.\\d+)?(亿|万)?(元|美元|港元|欧元|日元)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Money, WordError> {
        let quantity = Quantity::parse(text)?;
        if !quantity.unit.base.is_money() {
            let help = "金额的单位是 亿元、万元、元、万美元 等";
            return Err(WordError::whole("bad-unit", text, "这里要写金额", help));
        }
        if quantity.amount().normalize().scale() > 2 {
            let help = "核对单位，如 万元 是否误写成 元";
            return Err(WordError::whole("bad-number", text, "金额细于一分钱", help));
        }
        Ok(Money(quantity))
    }
}

/// An area of land with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Land(pub Quantity);

impl Display for Land {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl Word for Land {
    const SHAPE: &'static WordShape = &WordShape {
        id: "land",
        name: "用地",
        form: "数和单位连写，如 60亩",
        pattern: "^\\d+(\\.\\d+)?亩$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Land, WordError> {
        of_base(text, Base::Land, "这里要写用地，单位是 亩").map(Land)
    }
}

/// An amount of energy with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Energy(pub Quantity);

impl Display for Energy {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl Word for Energy {
    const SHAPE: &'static WordShape = &WordShape {
        id: "energy",
        name: "能耗",
        form: "数和单位连写，如 1200吨标准煤",
        pattern: "^\\d+(\\.\\d+)?吨标准煤$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Energy, WordError> {
        of_base(text, Base::Energy, "这里要写能耗，单位是 吨标准煤").map(Energy)
    }
}

word_value!(Money, Land, Energy);

/// Reads a quantity that is not negative and has the base that is asked for.
fn of_base(text: &str, base: Base, problem: &str) -> Result<Quantity, WordError> {
    let quantity = Quantity::parse(text)?;
    if quantity.unit.base != base || quantity.is_negative() {
        let help = "核对数和单位";
        return Err(WordError::whole("bad-unit", text, problem, help));
    }
    Ok(quantity)
}
