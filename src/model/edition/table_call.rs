//! A table as the front matter of an edition calls it.

use std::fmt::{Display, Formatter};

use crate::model::dictionary::{Word, WordError, WordShape, word_value};

/// A table by name, with what it is about if that is written: `单位完成情况 到位资金`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCall {
    /// Name of the table.
    pub name: String,
    /// Name or id of the indicator, the assessment or the form that it is about.
    pub about: Option<String>,
}

impl Display for TableCall {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(&self.name)?;
        self.about.iter().try_for_each(|about| write!(out, " {about}"))
    }
}

impl Word for TableCall {
    const SHAPE: &'static WordShape = String::SHAPE;

    fn parse(text: &str) -> Result<TableCall, WordError> {
        let (name, about) = match text.split_once(' ') {
            Some((name, about)) => (name, Some(about.to_owned())),
            None => (text, None),
        };
        Ok(TableCall { name: name.to_owned(), about })
    }
}

word_value!(TableCall);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_a_name_and_what_it_is_about() {
        let call = TableCall::parse("单位完成情况 到位资金").unwrap();
        assert_eq!(call.name, "单位完成情况");
        assert_eq!(call.about.as_deref(), Some("到位资金"));
        assert_eq!(call.to_string(), "单位完成情况 到位资金");
        assert_eq!(TableCall::parse("五色图").unwrap().about, None);
    }
}
