//! Units of measurement: what they are of, what they hold, and how they convert.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, word_value};

/// The base unit of a quantity, and so its kind. Those of different kinds are never added or
/// compared.
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
    /// The difference of two shares; 1 is 100 百分点.
    Points,
    /// A mark that somebody gave, in 分.
    Score,
    /// A place among others, in 位.
    Place,
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
        matches!(
            self,
            Base::Yuan | Base::Dollar | Base::HongKongDollar | Base::Euro | Base::Yen
        )
    }

    /// Returns what is divided by what, if it is a quotient of two others.
    pub fn quotient(self) -> Option<(Base, Base)> {
        match self {
            Base::YuanPerHead => Some((Base::Yuan, Base::Count)),
            Base::YuanPerArea => Some((Base::Yuan, Base::Area)),
            Base::YuanPerLand => Some((Base::Yuan, Base::Land)),
            Base::EnergyPerYuan => Some((Base::Energy, Base::Yuan)),
            _ => None,
        }
    }

    /// Returns whether numbers of several months or units add up to one of the whole.
    pub fn adds(self) -> bool {
        let is_relative =
            matches!(self, Base::Share | Base::Points | Base::Score | Base::Place);
        !is_relative && self.quotient().is_none()
    }

    /// Returns whether it is compared in 百分点: a share, or the difference of two.
    pub fn is_rate(self) -> bool {
        matches!(self, Base::Share | Base::Points)
    }

    /// Returns what a difference of two numbers is in.
    pub fn difference(self) -> Base {
        if self == Base::Share { Base::Points } else { self }
    }

    /// Returns the kind in words, for whoever took one for another.
    pub fn label(self) -> &'static str {
        match self {
            Base::Yuan => "人民币金额",
            Base::Dollar | Base::HongKongDollar | Base::Euro | Base::Yen => "外币金额",
            Base::Count => "个数",
            Base::Share => "率",
            Base::Points => "百分点",
            Base::Score => "得分",
            Base::Place => "位次",
            Base::Area | Base::Land => "面积",
            Base::Energy => "能耗",
            Base::YuanPerHead | Base::YuanPerArea | Base::YuanPerLand => "平均数",
            Base::EnergyPerYuan => "单位能耗",
        }
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
    unit("个百分点", Base::Points, -2),
    unit("分", Base::Score, 0),
    unit("位", Base::Place, 0),
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
    /// Returns whether a number in one unit can be held against one in the other: they are of one
    /// kind, and of things that are counted by one word. 个 counts anything.
    pub fn is_like(self, other: Denomination) -> bool {
        let counter = |unit: Denomination| match unit.word {
            "万人" => "人",
            word => word,
        };
        let (own, others) = (counter(self), counter(other));
        let is_any = own == "个" || others == "个";
        self.base == other.base && (self.base != Base::Count || is_any || own == others)
    }

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
            "个百分点",
            "分",
            "位",
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

word_value!(Denomination);
