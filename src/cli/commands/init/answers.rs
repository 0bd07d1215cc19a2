//! The five answers from which a book is made, each read from what is typed.

use std::collections::BTreeSet;

use crate::cli::commands::init::form::Form;
use crate::cli::values::{WrongValue, word};
use crate::model::value::amount::Money;
use crate::model::value::period::Period;
use crate::words::pinyin::spelled;

/// What a book is made from.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    /// Name of the jurisdiction.
    pub(super) name: String,
    /// The month of the first edition.
    pub(super) first: Period,
    /// The units that answer for results.
    pub(super) units: Units,
    /// Goal of the year for the whole, as typed.
    pub(super) goal: Option<String>,
    /// The kind of document.
    pub(super) form: Form,
}

/// The units, in their order.
#[derive(Clone, Debug)]
pub(super) struct Units(pub(super) Vec<UnitAnswer>);

/// A unit with its goal.
#[derive(Clone, Debug)]
pub(super) struct UnitAnswer {
    /// Name.
    pub(super) name: String,
    /// Goal of the year, as typed.
    pub(super) goal: Option<String>,
}

/// The last characters of names, by which a jurisdiction is called.
const LEVELS: [char; 6] = ['县', '市', '区', '旗', '州', '盟'];

/// Reads the name of a jurisdiction.
pub(super) fn name(text: &str) -> Result<String, WrongValue> {
    let name = text.trim();
    if !name.ends_with(LEVELS) {
        return Err(WrongValue(format!("“{name}”要写到 县、市、区 等字，如 新县")));
    }
    plain(name)
}

/// Reads the month of the first edition.
pub(super) fn first(text: &str) -> Result<Period, WrongValue> {
    match word(text.trim())? {
        month @ Period::Month(_) => Ok(month),
        other => Err(WrongValue(format!("“{other}”不是一个月，写成 2026-03"))),
    }
}

/// Reads the units, which are separated by 、 or commas.
pub(super) fn units(text: &str) -> Result<Units, WrongValue> {
    let parts = text.split(['、', '，', ',', '；', ';']).map(str::trim);
    let units = parts.filter(|part| !part.is_empty()).map(unit);
    let units: Vec<UnitAnswer> = units.collect::<Result<_, _>>()?;
    if units.is_empty() {
        return Err(WrongValue("至少写一个责任单位，如 县经信局、县文旅局".to_owned()));
    }
    let mut names = BTreeSet::new();
    match units.iter().find(|unit| !names.insert(&unit.name)) {
        Some(twice) => Err(WrongValue(format!("“{}”写了两次", twice.name))),
        None => Ok(Units(units)),
    }
}

fn unit(text: &str) -> Result<UnitAnswer, WrongValue> {
    let (name, goal) = match text.split_once(char::is_whitespace) {
        Some((name, goal)) => (name, Some(amount(goal)?)),
        None => (text, None),
    };
    Ok(UnitAnswer { name: plain(name)?, goal })
}

/// Reads an amount, which stays as it is typed.
pub(super) fn amount(text: &str) -> Result<String, WrongValue> {
    let text = text.trim();
    word::<Money>(text).map(|_| text.to_owned())
}

/// A name has no sign that means something in a data file.
fn plain(name: &str) -> Result<String, WrongValue> {
    const LONGEST: usize = 30;
    let is_plain = |c: char| c.is_alphanumeric() || "（）·".contains(c);
    let starts = name.starts_with(|c: char| !c.is_ascii() && is_plain(c));
    if starts && name.chars().all(is_plain) && name.chars().count() <= LONGEST {
        return Ok(name.to_owned());
    }
    Err(WrongValue(format!(
        "名称“{name}”不行：以汉字开头，只用汉字、字母、数字和（）·，最多{LONGEST}个字"
    )))
}

impl Answers {
    /// Returns the name of the book's folder.
    pub(super) fn book_id(&self) -> String {
        spelled(&self.name)
    }

    /// Returns how the whole is called.
    pub(super) fn whole(&self) -> String {
        format!("全{}", self.level())
    }

    /// Returns the last character of the name.
    pub(super) fn level(&self) -> char {
        self.name.chars().next_back().unwrap_or(LEVELS[0])
    }

    /// Returns the units with their ids, which are their names in pinyin.
    pub(super) fn units_with_ids(&self) -> Vec<(String, &UnitAnswer)> {
        let mut taken = BTreeSet::new();
        let with_id = |unit| {
            let id = free_id(&short(unit), &taken);
            taken.insert(id.clone());
            (id, unit)
        };
        self.units.0.iter().map(with_id).collect()
    }
}

/// The name in pinyin, without the level that all units of a jurisdiction share.
fn short(unit: &UnitAnswer) -> String {
    let name = unit.name.strip_prefix(LEVELS).filter(|rest| rest.chars().count() > 1);
    let spelled = spelled(name.unwrap_or(&unit.name));
    spelled.chars().take(40).collect()
}

fn free_id(id: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| !taken.contains(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_with_and_without_goals() {
        let units = units("县经信局 15亿元、县文旅局，巫峡镇 2000万元").unwrap().0;
        let said: Vec<(&str, Option<&str>)> =
            units.iter().map(|unit| (&*unit.name, unit.goal.as_deref())).collect();
        let expected = [
            ("县经信局", Some("15亿元")),
            ("县文旅局", None),
            ("巫峡镇", Some("2000万元")),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn what_would_mean_something_in_a_file_is_refused() {
        for text in ["", "、", "县: 局", "县经信局 15", "{甲}", "甲、甲", "是 #", "a甲"]
        {
            assert!(units(text).is_err(), "{text}");
        }
        for text in ["新", "新县\n名称: 乙", "", "县#县"] {
            assert!(name(text).is_err(), "{text}");
        }
        assert!(first("2026-Q1").is_err() && first("2026-03").is_ok());
    }

    #[test]
    fn units_that_sound_alike_get_different_ids() {
        let units = units("县经信局、市经信局、镇").unwrap();
        let answers = Answers {
            name: "新县".to_owned(),
            first: first("2026-03").unwrap(),
            units,
            goal: None,
            form: Form::Document,
        };
        let ids: Vec<String> =
            answers.units_with_ids().into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["jingxinju", "jingxinju-2", "zhen"]);
    }
}
