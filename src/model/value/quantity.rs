//! An exact number with its unit. All units and their conversion factors are defined here.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::value::number::{beyond, is_plain, read_number};
use crate::model::work::TEXTS;

/// The base unit of a quantity. Quantities with different bases are never added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// 人民币, in 元.
    Yuan,
    /// 美元.
    Dollar,
    /// 港元.
    HongKongDollar,
    /// 欧元.
    Euro,
    /// 日元.
    Yen,
    /// A count of things, such as 个.
    Count,
    /// A share; 1 is 100 %.
    Share,
    /// Area, in 平方公里.
    Area,
    /// 人民币 for each person, in 元.
    YuanPerHead,
    /// 人民币 for each 平方公里, in 元.
    YuanPerArea,
    /// Land, in 亩. Since 1500 亩 are a 平方公里, it cannot share a base with areas: factors are powers
    /// of ten.
    Land,
    /// 人民币 for each 亩, in 元.
    YuanPerLand,
    /// Energy, in 吨标准煤.
    Energy,
    /// Energy for each 元 of output, in 吨标准煤.
    EnergyPerYuan,
}

impl Base {
    /// Returns whether it is a currency.
    pub fn is_money(self) -> bool {
        !matches!(
            self,
            Base::Count
                | Base::Share
                | Base::Area
                | Base::YuanPerHead
                | Base::YuanPerArea
                | Base::Land
                | Base::YuanPerLand
                | Base::Energy
                | Base::EnergyPerYuan
        )
    }
}

/// A unit as it is written, such as 亿元 or 万美元 or 个.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denomination {
    /// The word as written.
    pub word: &'static str,
    /// The base unit.
    pub base: Base,
    /// Exponent of the power of ten that converts a number in this unit to the base unit.
    pub power: i8,
}

const fn unit(word: &'static str, base: Base, power: i8) -> Denomination {
    Denomination { word, base, power }
}

/// Every unit. If a word ends with another one, the longer word comes first.
pub const DENOMINATIONS: &[Denomination] = &[
    unit("亿美元", Base::Dollar, 8),
    unit("万美元", Base::Dollar, 4),
    unit("美元", Base::Dollar, 0),
    unit("亿港元", Base::HongKongDollar, 8),
    unit("万港元", Base::HongKongDollar, 4),
    unit("港元", Base::HongKongDollar, 0),
    unit("亿欧元", Base::Euro, 8),
    unit("万欧元", Base::Euro, 4),
    unit("欧元", Base::Euro, 0),
    unit("亿日元", Base::Yen, 8),
    unit("万日元", Base::Yen, 4),
    unit("日元", Base::Yen, 0),
    unit("亿元/平方公里", Base::YuanPerArea, 8),
    unit("万元/平方公里", Base::YuanPerArea, 4),
    unit("万元/人", Base::YuanPerHead, 4),
    unit("元/人", Base::YuanPerHead, 0),
    unit("平方公里", Base::Area, 0),
    unit("万元/亩", Base::YuanPerLand, 4),
    unit("亩", Base::Land, 0),
    unit("吨标准煤/万元", Base::EnergyPerYuan, -4),
    unit("吨标准煤", Base::Energy, 0),
    unit("亿元", Base::Yuan, 8),
    unit("万元", Base::Yuan, 4),
    unit("元", Base::Yuan, 0),
    unit("%", Base::Share, -2),
    unit("个", Base::Count, 0),
    unit("家", Base::Count, 0),
    unit("次", Base::Count, 0),
    unit("场", Base::Count, 0),
    unit("条", Base::Count, 0),
    unit("万人", Base::Count, 4),
    unit("人", Base::Count, 0),
    unit("项", Base::Count, 0),
];

impl Denomination {
    /// Returns the unit with a word.
    pub fn of(word: &str) -> Option<Denomination> {
        DENOMINATIONS.iter().copied().find(|unit| unit.word == word)
    }

    /// Converts a number in this unit to the base unit; `None` if it overflows.
    pub fn to_base(self, number: Decimal) -> Option<Decimal> {
        scaled(number, i32::from(self.power))
    }

    /// Converts an amount of the base unit to this unit; `None` if it overflows.
    pub fn of_base(self, amount: Decimal) -> Option<Decimal> {
        scaled(amount, -i32::from(self.power))
    }
}

/// Multiplies by a power of ten, exactly; `None` if it overflows.
fn scaled(number: Decimal, power: i32) -> Option<Decimal> {
    let factor = Decimal::from(10u64.pow(power.unsigned_abs()));
    if power >= 0 { number.checked_mul(factor) } else { number.checked_div(factor) }
}

impl Display for Denomination {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(self.word)
    }
}

impl Word for Denomination {
    const SHAPE: &'static WordShape = &WordShape {
        id: "denomination",
        name: "计量单位",
        form: "如 亿元、万美元、个、%",
        pattern: "",
        choices: &[
            "亿元",
            "万元",
            "元",
            "亿美元",
            "万美元",
            "美元",
            "%",
            "个",
            "家",
            "次",
            "场",
            "条",
            "人",
            "项",
            "万人",
            "平方公里",
            "亩",
            "吨标准煤",
            "元/人",
            "万元/人",
            "万元/平方公里",
            "亿元/平方公里",
            "万元/亩",
            "吨标准煤/万元",
        ],
    };

    fn parse(text: &str) -> Result<Denomination, WordError> {
        Denomination::of(text).ok_or_else(|| {
            WordError::unknown_choice("计量单位", text, Self::SHAPE.choices)
        })
    }
}

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Amount in the base unit, such as 元.
    pub amount: Decimal,
    /// Unit as written.
    pub unit: Denomination,
}

impl Quantity {
    /// Returns the number in the unit as written.
    pub fn number(&self) -> Decimal {
        self.unit.of_base(self.amount).unwrap_or(self.amount).normalize()
    }
}

impl Display for Quantity {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        TEXTS.count();
        write!(out, "{}{}", self.number(), self.unit.word)
    }
}

impl Word for Quantity {
    const SHAPE: &'static WordShape = &WordShape {
        id: "quantity",
        name: "带单位的数",
        form: "数和单位连写，如 3.2亿元、1900万美元、200个、60%",
        pattern: "^-?\\d+(\\.\\d+)?(亿|万)?(元|美元|港元|欧元|日元)$|^\\d+(\\.\\d+)?(%|个|家|次|场|条|人|项|万人|平方公里|亩|吨标准煤)$",
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
        Ok(Quantity { amount, unit })
    }
}

word_value!(Denomination, Quantity);

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
