//! The small scalars of the data: ids, clauses, flags, intervals, colours, addresses.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use crate::model::dictionary::{
    Word, WordError, WordShape, digits, json_text, word_value,
};

/// An id: `[a-z0-9-]`, starting with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether a text is not empty and has only the characters of ids.
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

json_text!(Id);

impl FromStr for Id {
    type Err = WordError;

    fn from_str(text: &str) -> Result<Id, WordError> {
        Id::parse(text)
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

/// A whole number that counts something.
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

/// A number of decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places(pub u32);

impl Places {
    /// Maximal number of decimal places in print.
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

word_value!(Id, Flag, Count, Places, Color, Address);
