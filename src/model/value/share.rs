//! Numbers without a unit of measurement: shares, percentages, plain and positive numbers.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::value::number::parse_number;
use crate::model::value::quantity::{Base, Quantity};

/// A share between 0 and 100 %, written with its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub Decimal);

impl Display for Share {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}%", (self.0 * Decimal::ONE_HUNDRED).normalize())
    }
}

impl Word for Share {
    const SHAPE: &'static WordShape = &WordShape {
        id: "share",
        name: "比例",
        form: "带百分号，不超过 100%，如 80%",
        pattern: "^(100(\\.0{1,6})?|(0|[1-9]\\d?)(\\.\\d{1,6})?)%$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Share, WordError> {
        let (problem, help) = ("这里要写比例", "带百分号、不小于零，如 80%");
        let share = of_whole(text, (problem, help))?;
        if share.is_sign_negative() {
            return Err(WordError::whole("bad-unit", text, problem, help));
        }
        if share > Decimal::ONE {
            let help = "部分不会多于整体，核对比例";
            return Err(WordError::whole("bad-number", text, "比例超过100%", help));
        }
        Ok(Share(share))
    }
}

/// Reads a number with a per cent sign as a part of 1.
fn of_whole(text: &str, (problem, help): (&str, &str)) -> Result<Decimal, WordError> {
    let wrong = || WordError::whole("bad-unit", text, problem, help);
    let quantity = Quantity::parse(text).map_err(|error| match parse_number(text) {
        Ok(_) => wrong(),
        Err(_) => error,
    })?;
    match quantity.unit.base {
        Base::Share => Ok(quantity.amount()),
        _ => Err(wrong()),
    }
}

/// A percentage that may be negative, such as a growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Decimal);

impl Display for Percent {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}%", (self.0 * Decimal::ONE_HUNDRED).normalize())
    }
}

impl Word for Percent {
    const SHAPE: &'static WordShape = &WordShape {
        id: "percent",
        name: "百分数",
        form: "带百分号，下降写负号，如 16.07%、-8.92%",
        pattern: "^-?\\d{1,16}(\\.\\d{1,6})?%$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Percent, WordError> {
        let help = "带百分号，如 16.07%，下降写 -8.92%";
        of_whole(text, ("这里要写百分数", help)).map(Percent)
    }
}

/// A plain number without a unit, such as the points of a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

impl Display for Number {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0.normalize())
    }
}

impl Word for Number {
    const SHAPE: &'static WordShape = &WordShape {
        id: "number",
        name: "数",
        form: "不带单位，如 20",
        pattern: "^-?\\d{1,16}(\\.\\d{1,8})?$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Number, WordError> {
        parse_number(text).map(|number| Number(number.normalize()))
    }
}

/// A number above zero that others are multiplied or divided by, such as an exchange rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Positive(pub Decimal);

impl Display for Positive {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0.normalize())
    }
}

impl Word for Positive {
    const SHAPE: &'static WordShape = &WordShape {
        id: "positive",
        name: "正数",
        form: "大于零，不带单位，如 6.6",
        pattern: "^(?=.*[1-9])\\d{1,16}(\\.\\d{1,8})?$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Positive, WordError> {
        let number = parse_number(text)?.normalize();
        if number > Decimal::ZERO {
            return Ok(Positive(number));
        }
        let help = "核对这个数，删去减号";
        Err(WordError::whole("bad-number", text, format!("“{text}”不大于零"), help))
    }
}

/// A share of a target that is due by a date, which may be more than all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DueShare(pub Decimal);

impl Display for DueShare {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        Share(self.0).fmt(out)
    }
}

impl Word for DueShare {
    const SHAPE: &'static WordShape = &WordShape {
        id: "due-share",
        name: "应达比例",
        form: "带百分号，要求超额完成的可超过 100%，不超过 200%，如 120%",
        pattern: "^(200(\\.0{1,6})?|(0|[1-9]\\d?|1\\d{2})(\\.\\d{1,6})?)%$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<DueShare, WordError> {
        let (problem, help) = ("这里要写比例", "带百分号、不小于零，如 80%");
        let share = of_whole(text, (problem, help))?;
        if share.is_sign_negative() {
            return Err(WordError::whole("bad-unit", text, problem, help));
        }
        if share > Decimal::TWO {
            let help = "应达是占目标的比例，核对是否多写了零";
            return Err(WordError::whole("bad-number", text, "比例超过200%", help));
        }
        Ok(DueShare(share))
    }
}

/// The share of the lead unit of a joint project: a number, or as much as every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadShare {
    /// Every unit has the same share.
    Equal,
    /// The lead's share; the partners have equal parts of the rest.
    Of(Share),
}

impl Display for LeadShare {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            LeadShare::Equal => out.write_str("均分"),
            LeadShare::Of(share) => share.fmt(out),
        }
    }
}

impl Word for LeadShare {
    const SHAPE: &'static WordShape = &WordShape {
        id: "lead-share",
        name: "牵头占比",
        form: "比例，或 均分，如 80%",
        pattern: "^(均分|100(\\.0{1,6})?%|(0|[1-9]\\d?)(\\.\\d{1,6})?%)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<LeadShare, WordError> {
        match text {
            "均分" => Ok(LeadShare::Equal),
            _ => Share::parse(text).map(LeadShare::Of),
        }
    }
}

word_value!(Share, Percent, Number, Positive, DueShare, LeadShare);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_written_as_per_cent_and_no_more_than_the_whole() {
        assert_eq!(Share::parse("30%").unwrap().0, Decimal::new(3, 1));
        for bare in ["0.3", "30", "-30%", "3亿元"] {
            let error = Share::parse(bare).unwrap_err();
            assert!(error.help.contains("如 80%"), "{bare}: {}", error.help);
        }
        assert_eq!(Share::parse("101%").unwrap_err().code, "bad-number");
    }
}
