//! Numbers without a unit of money: shares, percentages, plain numbers, positive ones.

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::number::parse_number;
use crate::model::quantity::{Base, Quantity};

/// A share between 0 and 100 %, written with its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub Decimal);

impl Word for Share {
    const SHAPE: &'static WordShape = &WordShape {
        id: "share",
        name: "比例",
        form: "带百分号，不超过 100%，如 80%",
        pattern: "^(100(\\.0{1,6})?|(0|[1-9]\\d?)(\\.\\d{1,6})?)%$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Share, WordError> {
        let quantity = Quantity::parse(text)?;
        if quantity.unit.base != Base::Share || quantity.amount.is_sign_negative() {
            let help = "带百分号、不小于零，如 80%";
            return Err(WordError::whole("bad-unit", text, "这里要写比例", help));
        }
        if quantity.amount > Decimal::ONE {
            let help = "部分不会多于整体，核对比例";
            return Err(WordError::whole("bad-number", text, "比例超过100%", help));
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
        pattern: "^-?\\d{1,16}(\\.\\d{1,6})?%$",
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
        pattern: "^-?\\d{1,16}(\\.\\d{1,8})?$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Number, WordError> {
        parse_number(text).map(Number)
    }
}

/// A number above zero that others are multiplied with or divided by, such as an exchange rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Positive(pub Decimal);

impl Word for Positive {
    const SHAPE: &'static WordShape = &WordShape {
        id: "positive",
        name: "正数",
        form: "大于零，不带单位，如 6.6",
        pattern: "^(?=.*[1-9])\\d{1,16}(\\.\\d{1,8})?$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Positive, WordError> {
        let number = parse_number(text)?;
        if number > Decimal::ZERO {
            return Ok(Positive(number));
        }
        let help = "核对这个数，删去减号";
        Err(WordError::whole("bad-number", text, format!("“{text}”不大于零"), help))
    }
}

word_value!(Share, Percent, Number, Positive);
