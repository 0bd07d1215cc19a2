//! The small scalars of the data: ids, clauses, flags, intervals, colours, addresses.

use std::cmp::Ordering;
use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, digits, word_value};
use crate::model::value::number::parse_number;

/// An id: `[a-z0-9-]`, starting with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has nothing but the characters of ids, and some of them.
    pub fn is_plain(text: &str) -> bool {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !text.is_empty() && text.bytes().all(is_plain)
    }
}

impl Display for Id {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl Word for Id {
    const SHAPE: &'static WordShape = &WordShape {
        id: "id",
        name: "编号",
        form: "小写字母、数字和连字符，如 ws-2023-017",
        pattern: "^[a-z0-9][a-z0-9-]*$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Id, WordError> {
        if Id::is_plain(text) && !text.starts_with('-') {
            return Ok(Id(text.to_owned()));
        }
        let help = "只用小写字母、数字和连字符，如 ws-2023-017";
        Err(WordError::whole("bad-id", text, format!("“{text}”不能作编号"), help))
    }
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Display for Flag {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(if self.0 { "是" } else { "否" })
    }
}

impl Word for Flag {
    const SHAPE: &'static WordShape = &WordShape {
        id: "flag",
        name: "是否",
        form: "是 或 否",
        pattern: "",
        choices: &["是", "否"],
    };

    fn parse(text: &str) -> Result<Flag, WordError> {
        match text {
            "是" => Ok(Flag(true)),
            "否" => Ok(Flag(false)),
            _ => Err(WordError::unknown_choice("是否", text, &["是", "否"])),
        }
    }
}

/// A whole number that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

impl Display for Count {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl Word for Count {
    const SHAPE: &'static WordShape = &WordShape {
        id: "count",
        name: "整数",
        form: "不带单位的整数，如 2",
        pattern: "^(0|[1-9]\\d{0,8})$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Count, WordError> {
        let plain = text == "0" || !text.starts_with('0');
        digits(text, 9).filter(|_| plain).map(Count).ok_or_else(|| {
            let help = "写成整数，最多九位，前面不补零，如 2";
            WordError::whole("bad-number", text, format!("“{text}”不是整数"), help)
        })
    }
}

/// How many decimal places are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places(pub u32);

impl Places {
    /// No quotient is printed with more.
    const MOST: u32 = 10;
}

impl Display for Places {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl Word for Places {
    const SHAPE: &'static WordShape = &WordShape {
        id: "places",
        name: "小数位数",
        form: "0 至 10 的整数，如 2",
        pattern: "^(\\d|10)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Places, WordError> {
        let Count(places) = Count::parse(text)?;
        if places <= Places::MOST {
            return Ok(Places(places));
        }
        let problem = format!("小数位数“{text}”太多");
        Err(WordError::whole("bad-number", text, problem, "写 0 至 10 的整数，如 2"))
    }
}

/// A set of numbers between two bounds, written in words: 不低于-10且低于0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower bound and whether it belongs to the set.
    pub from: Option<(Decimal, bool)>,
    /// Upper bound and whether it belongs to the set.
    pub to: Option<(Decimal, bool)>,
}

impl Interval {
    /// Whether it has a bound at all.
    pub fn is_bounded(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The numbers that are in both.
    pub fn and(&self, other: &Interval) -> Interval {
        // Of two bounds at one place, the open one is the narrower.
        let from = match (self.from, other.from) {
            (Some(one), Some(two)) => Some(match one.0.cmp(&two.0) {
                Ordering::Less => two,
                Ordering::Greater => one,
                Ordering::Equal => (one.0, one.1 && two.1),
            }),
            (one, two) => one.or(two),
        };
        let to = match (self.to, other.to) {
            (Some(one), Some(two)) => Some(match one.0.cmp(&two.0) {
                Ordering::Less => one,
                Ordering::Greater => two,
                Ordering::Equal => (one.0, one.1 && two.1),
            }),
            (one, two) => one.or(two),
        };
        Interval { from, to }
    }

    /// Whether a number is in the set.
    pub fn contains(&self, number: Decimal) -> bool {
        let above =
            self.from.is_none_or(|(at, closed)| number > at || (closed && number == at));
        let below =
            self.to.is_none_or(|(at, closed)| number < at || (closed && number == at));
        above && below
    }
}

impl Display for Interval {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let word = |bound: &Option<(Decimal, bool)>, closed: &str, open: &str| {
            bound
                .map(|(at, inside)| format!("{}{at}", if inside { closed } else { open }))
        };
        let from = word(&self.from, "不低于", "高于");
        let to = word(&self.to, "不高于", "低于");
        let words: Vec<String> = [from, to].into_iter().flatten().collect();
        out.write_str(if words.is_empty() { "不限" } else { "" })?;
        out.write_str(&words.join("且"))
    }
}

impl Word for Interval {
    const SHAPE: &'static WordShape = &WordShape {
        id: "interval",
        name: "条件",
        form: "不低于、高于、不高于、低于加一个数，两个条件用“且”相连，如 不低于-10且低于0",
        pattern: "^(不限|(不低于|高于|不高于|低于)-?\\d{1,16}(\\.\\d{1,8})?(且(不高于|低于)-?\\d{1,16}(\\.\\d{1,8})?)?)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Interval, WordError> {
        let mut interval = Interval { from: None, to: None };
        if text == "不限" {
            return Ok(interval);
        }
        for part in text.split('且') {
            let known = [
                ("不低于", true, true),
                ("不高于", false, true),
                ("高于", true, false),
                ("低于", false, false),
            ];
            let found = known.into_iter().find_map(|(word, lower, closed)| {
                Some((lower, closed, part.strip_prefix(word)?))
            });
            let bound = |number: &str, closed| match parse_number(number) {
                Ok(number) => Ok((number, closed)),
                Err(error) => Err(WordError { at: 0..text.len(), ..error }),
            };
            let slot = match found {
                Some((true, closed, number)) if interval.from.is_none() => {
                    interval.from.replace(bound(number, closed)?)
                }
                Some((false, closed, number)) if interval.to.is_none() => {
                    interval.to.replace(bound(number, closed)?)
                }
                _ => {
                    let help = format!("可写：{}", Self::SHAPE.form);
                    return Err(WordError::whole(
                        "bad-interval",
                        text,
                        "看不懂这个条件",
                        help,
                    ));
                }
            };
            debug_assert!(slot.is_none());
        }
        Ok(interval)
    }
}

/// A colour as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Color(pub String);

impl Display for Color {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl Word for Color {
    const SHAPE: &'static WordShape = &WordShape {
        id: "color",
        name: "颜色",
        form: "井号加六位十六进制数，加引号，如 \"#1b7f5c\"",
        pattern: "^#[0-9a-f]{6}$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Color, WordError> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let plain = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        match digits.filter(|digits| digits.bytes().all(plain)) {
            Some(_) => Ok(Color(text.to_owned())),
            None => {
                let help = "写成加引号的小写六位十六进制数，如 \"#1b7f5c\"";
                Err(WordError::whole(
                    "bad-color",
                    text,
                    format!("“{text}”不是颜色"),
                    help,
                ))
            }
        }
    }
}

/// An address on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(pub String);

impl Display for Address {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl Word for Address {
    const SHAPE: &'static WordShape = &WordShape {
        id: "address",
        name: "网址",
        form: "以 http:// 或 https:// 开头，不含空白",
        pattern: "^https?://[^\\s]+$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Address, WordError> {
        let web = text.starts_with("https://") || text.starts_with("http://");
        if web && !text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Ok(Address(text.to_owned()));
        }
        let help = "写完整网址，以 http:// 或 https:// 开头";
        Err(WordError::whole("bad-address", text, format!("“{text}”不是网址"), help))
    }
}

word_value!(Id, Flag, Count, Places, Interval, Color, Address);
