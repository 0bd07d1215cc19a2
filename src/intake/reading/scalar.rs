//! A cell → the scalar that is written in a record, by the dictionary.

use rust_decimal::Decimal;

use crate::intake::form::{Column, Role};
use crate::intake::reading::number::{amount, is_stroke, narrow};
use crate::intake::reading::time::{day, month};
use crate::load::has_phone_number;
use crate::load::splice::Node;
use crate::load::workbook::Value;
use crate::model::book::Book;
use crate::model::dictionary::{Field, Shape, Word, WordError, WordShape, nearest};
use crate::model::value::amount::Money;
use crate::model::value::quantity::{Denomination, Quantity};

/// What a cell is read by.
pub(super) struct Reader<'a> {
    pub(super) book: &'a Book,
    /// The year of the form, for months without one.
    pub(super) year: Option<i32>,
}

/// Why a cell cannot be taken, and what to do.
pub(super) type Doubt = (String, &'static str);

/// The kinds of words that are a number with its unit.
const MEASURED: &[&str] = &["money", "land", "energy", "quantity"];

/// Returns whether a column takes any text.
pub(super) fn takes_text(column: &Column) -> bool {
    let is_measured = |field: &Field| matches!(field.shape, Shape::Word(word) if MEASURED.contains(&word.id));
    !matches!(column.role, Role::Before | Role::ToDate)
        && !column.field().is_some_and(is_measured)
}

/// Returns the words of a cell; `None` if it is blank or has a stroke.
pub(super) fn words(value: &Value) -> Result<Option<String>, Doubt> {
    match value {
        Value::Text(text) if is_stroke(text.trim()) => Ok(None),
        Value::Text(text) => {
            Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
        }
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Day(day) => Ok(Some(day.to_string())),
        Value::Nothing => Err((
            "这里是公式，可是没有存下算出的值".to_owned(),
            "在 Excel 或 WPS 里打开，算好以后保存；或者直接写数",
        )),
        Value::Error(error) => {
            Err((format!("公式出错：{error}"), "改好公式，或者直接写数"))
        }
        Value::Odd(text) => Err((format!("“{text}”不知道是什么"), "直接写数或文字")),
    }
}

impl Reader<'_> {
    /// Reads the words of a cell for a column, given the unit that the sheet names for it.
    pub(super) fn node(
        &self,
        column: &Column,
        text: &str,
        unit: Option<Denomination>,
    ) -> Result<Node, Doubt> {
        let Some(field) = column.field() else { return Ok(Node::scalar(text)) };
        match field.shape {
            Shape::List(Shape::Word(word)) => {
                let parts = text.split(['、', '，', ',', '；', ';', '\n']);
                let parts = parts.map(str::trim).filter(|part| !part.is_empty());
                let items: Result<Vec<Node>, Doubt> = parts
                    .map(|part| self.scalar(word, part, unit).map(Node::Scalar))
                    .collect();
                items.map(Node::List)
            }
            Shape::Word(word) => self.scalar(word, text, unit).map(Node::Scalar),
            _ => Ok(Node::scalar(text)),
        }
    }

    fn scalar(
        &self,
        word: &WordShape,
        text: &str,
        unit: Option<Denomination>,
    ) -> Result<String, Doubt> {
        match word.id {
            id if MEASURED.contains(&id) => measured(word, text, unit),
            "date" => day(text)
                .map(|day| day.to_string())
                .map_err(|why| (why, "写成 2023-06-30 这样")),
            "month" => month(text, self.year)
                .map(|month| month.to_string())
                .map_err(|why| (why, "写成 2023-06 这样")),
            _ if !word.choices.is_empty() => choice(word, text),
            "unit-ref" => self.named(text, "单位", |book, text| {
                book.unit_called(text).map(|unit| unit.name.clone())
            }),
            "sector-ref" => self.named(text, "领域", |book, text| {
                book.sector_called(text).map(|one| one.name.clone())
            }),
            "chain-ref" => self.named(text, "产业链", |book, text| {
                book.chain_called(text).map(|one| one.name.clone())
            }),
            _ => Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        }
    }

    fn named(
        &self,
        text: &str,
        what: &str,
        find: fn(&Book, &str) -> Option<String>,
    ) -> Result<String, Doubt> {
        let joined: String = text.split_whitespace().collect();
        find(self.book, &joined).ok_or_else(|| {
            (format!("名录里没有“{joined}”这个{what}"), "从名录里选；写错的改正")
        })
    }
}

/// Returns the quantity in the words of a cell, given the unit that the sheet names for it.
pub(super) fn quantity(
    text: &str,
    unit: Option<Denomination>,
) -> Result<Quantity, Doubt> {
    let (_, written) = written(text, unit)?;
    Quantity::parse(&written).map_err(not_of_its_unit)
}

fn not_of_its_unit(error: WordError) -> Doubt {
    (error.problem, "核对数和单位")
}

/// A number, and its text with its unit: its own, or that of its column.
fn written(text: &str, unit: Option<Denomination>) -> Result<(Decimal, String), Doubt> {
    if has_phone_number(text) {
        return Err((
            format!("“{text}”是数，还是手机号"),
            "是数的，连单位一起写，如 13800000000元；手机号删去",
        ));
    }
    if matches!(text, "无" | "没有") {
        return Err((format!("“{text}”是零，还是没有填"), "是零写 0，没有填的空着"));
    }
    let (number, own) = amount(text).map_err(|why| (why, "只写数，如 1200"))?;
    let unit = own.or(unit).ok_or_else(|| {
        (format!("“{text}”没有写单位，表头里也没有"), "在表头里写明单位，如 金额（万元）")
    })?;
    Ok((number, format!("{}{}", number.normalize(), unit.word)))
}

fn measured(
    word: &WordShape,
    text: &str,
    unit: Option<Denomination>,
) -> Result<String, Doubt> {
    let (number, written) = written(text, unit)?;
    let checked = match word.id {
        "money" => Money::parse(&written).map(|_| ()),
        _ => Quantity::parse(&written).map(|_| ()),
    };
    checked.map_err(not_of_its_unit)?;
    if number.is_sign_negative() && !number.is_zero() {
        return Err((
            format!("“{text}”是负数"),
            "冲减先前报的，改那一个月的数，另附原因",
        ));
    }
    Ok(written)
}

fn choice(word: &WordShape, text: &str) -> Result<String, Doubt> {
    let joined: String = narrow(text).split_whitespace().collect();
    if word.choices.contains(&joined.as_str()) {
        return Ok(joined);
    }
    let near = nearest(&joined, word.choices.iter().copied());
    let near = near.map_or_else(String::new, |near| format!("，是否应为“{near}”？"));
    Err((format!("{}里没有“{joined}”这个词{near}", word.name), "从下拉的词里选"))
}
