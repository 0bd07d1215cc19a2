//! An exact number with its unit, which is held only against numbers of its kind.

use std::cmp::Ordering;
use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::value::number::{beyond, is_plain, read_number};
pub use crate::model::value::unit::{Base, DENOMINATIONS, Denomination};
use crate::model::work::TEXTS;

/// A number with its unit.
///
/// What it is compared with or added to has to be of its kind; else there is no answer.
///
/// ```
/// use std::cmp::Ordering;
/// use rust_decimal::Decimal;
/// use tongbao::model::dictionary::Word;
/// use tongbao::model::value::quantity::Quantity;
///
/// # fn main() -> Result<(), tongbao::model::dictionary::WordError> {
/// let [large, small] = [Quantity::parse("3.2亿元")?, Quantity::parse("3200万元")?];
/// assert_eq!(large.compare(&small), Some(Ordering::Greater));
/// assert_eq!(large.plus(&small).unwrap().to_string(), "3.52亿元");
/// assert_eq!(large.over(&small), Some(Decimal::TEN));
///
/// let [firms, points] = [Quantity::parse("3家")?, Quantity::parse("2个百分点")?];
/// assert_eq!(large.compare(&firms), None);
/// assert_eq!(firms.plus(&points), None);
/// let quoted = Quantity::parse("75.00%")?;
/// assert_eq!(format!("{quoted}, as written {quoted:#}"), "75%, as written 75.00%");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    amount: Decimal,
    /// Unit as written.
    pub unit: Denomination,
    /// Decimal places as written.
    places: u32,
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Quantity) -> bool {
        self.amount == other.amount && self.unit == other.unit
    }
}

impl Eq for Quantity {}

impl Quantity {
    /// Makes a quantity from an amount in the base of its unit.
    pub fn of_base(amount: Decimal, unit: Denomination) -> Quantity {
        let number = unit.of_base(amount).unwrap_or(amount);
        Quantity { amount, unit, places: number.normalize().scale() }
    }

    /// Returns the amount in the base of its own unit.
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// Returns the amount in a base; `None` if that is of another kind.
    pub fn in_base(&self, base: Base) -> Option<Decimal> {
        (self.unit.base == base).then_some(self.amount)
    }

    /// Returns the number in a unit; `None` if that is of another kind.
    pub fn in_unit(&self, unit: Denomination) -> Option<Decimal> {
        let number = unit.of_base(self.in_base(unit.base)?)?;
        self.unit.is_like(unit).then(|| number.normalize())
    }

    /// Returns how it compares with another quantity; `None` if that is of another kind.
    pub fn compare(&self, other: &Quantity) -> Option<Ordering> {
        Some(self.amount.cmp(&other.in_base(self.unit.base)?))
    }

    /// Returns the sum; `None` if they are of different kinds, or of one that never adds.
    pub fn plus(&self, other: &Quantity) -> Option<Quantity> {
        let other = other.in_base(self.unit.base).filter(|_| self.unit.base.adds())?;
        Some(Quantity::of_base(self.amount.checked_add(other)?, self.unit))
    }

    /// Returns how many times another quantity it is; `None` if that is zero or of another kind.
    pub fn over(&self, other: &Quantity) -> Option<Decimal> {
        self.amount.checked_div(other.in_base(self.unit.base)?)
    }

    /// Returns whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.amount.is_zero()
    }

    /// Returns whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.amount.is_sign_negative() && !self.amount.is_zero()
    }

    /// Returns the number in the unit as written.
    pub fn number(&self) -> Decimal {
        self.unit.of_base(self.amount).unwrap_or(self.amount).normalize()
    }

    /// Returns the decimal places as written: two of 75.00%.
    pub fn places(&self) -> u32 {
        self.places
    }
}

impl Display for Quantity {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        TEXTS.count();
        let mut number = self.number();
        if out.alternate() {
            number.rescale(self.places);
        }
        write!(out, "{number}{}", self.unit.word)
    }
}

impl Word for Quantity {
    const SHAPE: &'static WordShape = &WordShape {
        id: "quantity",
        name: "带单位的数",
        form: "数和单位连写，如 3.2亿元、1900万美元、200个、60%",
        pattern: "^-?\\d+(\\.\\d+)?((亿|万)?(元|美元|港元|欧元|日元)|%|个百分点|个|家|次|场|条|万人|人|项|平方公里|亩|吨标准煤|分|位|万元/亩|元/人|万元/人|万元/平方公里|亿元/平方公里|吨标准煤/万元)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Quantity, WordError> {
        let number_end = number_length(text);
        let rest = &text[number_end..];
        if number_end == 0 {
            return Err(no_number(text));
        }
        let number = read_number(&text[..number_end])?;
        if rest.is_empty() {
            let help = format!("写明单位，如 {text}亿元、{text}万元、{text}个");
            return Err(WordError::whole(
                "amount-without-unit",
                text,
                "数后面没有单位",
                help,
            ));
        }
        let unit = Denomination::of(rest).ok_or_else(|| bad_unit(text, number_end))?;
        let amount = (unit.to_base(number).map(|amount| amount.normalize()))
            .filter(|amount| is_plain(*amount))
            .ok_or_else(|| beyond(text))?;
        Ok(Quantity { amount, unit, places: number.scale() })
    }
}

word_value!(Quantity);

/// Returns the length of the number at the start of a text: sign, digits and decimal point.
fn number_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-'))
        .unwrap_or(text.len())
}

fn no_number(text: &str) -> WordError {
    let wide = text.starts_with(|c: char| ('０'..='９').contains(&c));
    let (code, help) = if wide {
        ("full-width-character", "数字要用半角，如 3.2亿元")
    } else {
        ("bad-number", "数和单位连写，不加“约”字、逗号，如 3.2亿元")
    };
    WordError::whole(code, text, format!("“{text}”不是带单位的数"), help)
}

fn bad_unit(text: &str, at: usize) -> WordError {
    let rest = &text[at..];
    let wide = rest.starts_with([
        '，', '．', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９', '％',
    ]);
    let code = if wide { "full-width-character" } else { "bad-unit" };
    WordError {
        code,
        at: at..text.len(),
        problem: format!("“{rest}”不是可用的单位"),
        help: "单位写全并用半角：亿元、万元、元、万美元、个、家、次、%；数里不加逗号"
            .to_owned(),
    }
}
