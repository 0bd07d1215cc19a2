//! Numbers without a unit of money: shares, percentages, plain numbers.

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::quantity::{Base, Quantity, parse_number};

/// A share between 0 and 100 %, written with its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub Decimal);

impl Word for Share {
    const SHAPE: &'static WordShape = &WordShape {
        id: "share",
        name: "比例",
        form: "带百分号，如 80%",
        pattern: "^\\d+(\\.\\d+)?%$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Share, WordError> {
        let quantity = Quantity::parse(text)?;
        if quantity.unit.base != Base::Share || quantity.amount.is_sign_negative() {
            let help = "带百分号、不小于零，如 80%";
            return Err(WordError::whole("bad-unit", text, "这里要写比例", help));
        }
        if quantity.amount.normalize().scale() > 8 {
            return Err(WordError::whole(
                "bad-number",
                text,
                "比例的小数超过六位",
                "核对比例",
            ));
        }
        Ok(Share(quantity.amount))
    }
}

/// A percentage that may be negative, such as a growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Decimal);

impl Word for Percent {
    const SHAPE: &'static WordShape = &WordShape {
        id: "percent",
        name: "百分数",
        form: "带百分号，下降写负号，如 16.07%、-8.92%",
        pattern: "^-?\\d+(\\.\\d+)?%$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Percent, WordError> {
        let quantity = Quantity::parse(text)?;
        if quantity.unit.base != Base::Share {
            let help = "带百分号，如 16.07%，下降写 -8.92%";
            return Err(WordError::whole("bad-unit", text, "这里要写百分数", help));
        }
        Ok(Percent(quantity.amount))
    }
}

/// A plain number without a unit, such as the points of a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

impl Word for Number {
    const SHAPE: &'static WordShape = &WordShape {
        id: "number",
        name: "数",
        form: "不带单位，如 20",
        pattern: "^-?\\d+(\\.\\d+)?$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Number, WordError> {
        parse_number(text).map(Number)
    }
}

word_value!(Share, Percent, Number);
