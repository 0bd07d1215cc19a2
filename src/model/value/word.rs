//! The small scalars of the data: ids, clauses, flags, intervals, colours, addresses.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use crate::model::dictionary::{
    Word, WordError, WordShape, digits, json_text, word_value,
};

/// An id: at most 64 of `[a-z0-9-]`, starting with a letter or digit, and no name that a system keeps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The most characters of an id: it is the name of files in data and output.
    pub const LONGEST: usize = 64;

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether a text may be the name of a file: it has nothing but the characters of ids, and
    /// some of them, but not too many, and Windows has no device of that name.
    pub fn is_plain(text: &str) -> bool {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let length = 1..=Id::LONGEST;
        length.contains(&text.len()) && text.bytes().all(is_plain) && !is_device(text)
    }
}

/// Returns whether Windows has a device of that name, so that no file can have it.
fn is_device(text: &str) -> bool {
    let is_numbered = |rest: &str| matches!(rest.as_bytes(), [b'1'..=b'9']);
    matches!(text, "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"]
            .iter()
            .any(|name| text.strip_prefix(name).is_some_and(is_numbered))
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
        form: "小写字母、数字和连字符，最多64个，如 ws-2023-017",
        pattern: "^(?!(con|prn|aux|nul|com[1-9]|lpt[1-9])$)[a-z0-9][a-z0-9-]{0,63}$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Id, WordError> {
        if Id::is_plain(text) && !text.starts_with('-') {
            return Ok(Id(text.to_owned()));
        }
        let (problem, help) = if text.len() > Id::LONGEST {
            (format!("编号有{}个字符，太长", text.chars().count()), "最多64个字符")
        } else if is_device(text) {
            (
                format!("“{text}”是 Windows 保留的名字，不能作编号"),
                "后面加几个字，如 con-1",
            )
        } else {
            let help = "只用小写字母、数字和连字符，如 ws-2023-017";
            (format!("“{text}”不能作编号"), help)
        };
        Err(WordError::whole("bad-id", text, problem, help))
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
