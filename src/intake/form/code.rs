//! The code of a form, by which it is known again when it comes back.

use std::fmt::{Display, Formatter};

use crate::intake::form::tables::{FORMS, Form};
use crate::model::value::period::Period;

/// The layout of the forms; a form of another one is not read as if it were this one.
const VERSION: &str = "1";
/// What stands before the code on a sheet.
const LABEL: &str = "表码：";
/// What stands in the place of a unit on a form for all.
const ALL: &str = "all";

/// What a form is: of which book, for which period and unit, and which form.
#[derive(Clone, Debug)]
pub struct Code {
    /// Id of the book.
    pub book: String,
    /// Period.
    pub period: Period,
    /// Id of the unit; `None` for a form for all.
    pub unit: Option<String>,
    /// The form.
    pub form: &'static Form,
}

impl Display for Code {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let unit = self.unit.as_deref().unwrap_or(ALL);
        let Code { book, period, form, .. } = self;
        write!(out, "{LABEL}{book}/{period}/{unit}/{}/{VERSION}", form.id)
    }
}

impl Code {
    /// Reads the code in a text; `None` if there is none, an error if it is none of ours.
    pub fn read(text: &str) -> Option<Result<Code, String>> {
        let start = text.find(LABEL)? + LABEL.len();
        let word = text[start..].split(char::is_whitespace).next().unwrap_or_default();
        Some(parse(word))
    }
}

fn parse(word: &str) -> Result<Code, String> {
    let parts: Vec<&str> = word.split('/').collect();
    let [book, period, unit, form, version] = parts.as_slice() else {
        return Err(format!("表码“{word}”不完整"));
    };
    if *version != VERSION {
        return Err(format!("这是第{version}版的表，现在用的是第{VERSION}版"));
    }
    let period = period.parse().map_err(|_| format!("表码“{word}”里没有期"))?;
    let form = FORMS.iter().find(|own| own.id == *form);
    let form = form.ok_or_else(|| format!("表码“{word}”里没有表名"))?;
    let unit = (*unit != ALL).then(|| (*unit).to_owned());
    Ok(Code { book: (*book).to_owned(), period, unit, form })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_again_and_one_of_another_version_is_not() {
        let code = Code {
            book: "wushan".into(),
            period: "2023-10".parse().unwrap(),
            unit: Some("jiaotong".into()),
            form: &FORMS[0],
        };
        let line = format!("表号：甲　{code}　（不要改）");
        assert_eq!(Code::read(&line).unwrap().unwrap().to_string(), code.to_string());
        assert!(Code::read("到位资金").is_none());
        let other = Code::read("表码：wushan/2023-10/all/funds/9").unwrap();
        assert_eq!(other.unwrap_err(), "这是第9版的表，现在用的是第1版");
    }
}
