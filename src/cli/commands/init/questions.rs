//! The five questions, asked at a terminal until each has an answer.

use std::io::BufRead;

use anyhow::{Result, bail};

use crate::cli::commands::init::answers::{Answers, amount, first, name, units};
use crate::cli::commands::init::form::{Form, form};
use crate::cli::commands::init::given::Given;
use crate::cli::console::complain;
use crate::cli::values::WrongValue;

/// Asks for what is not given by options.
pub(super) fn asked(given: &Given, input: &mut dyn BufRead) -> Result<Answers> {
    let given_name = given.name.clone();
    let name = answer("1/5 市、县的名称，如 新县", given_name, input, name)?;
    let question = "2/5 第一期通报是哪个月，如 2026-03";
    let first = answer(question, given.first.clone(), input, first)?;
    let question = "3/5 责任单位和全年到位资金目标，如 县经信局 15亿元、县文旅局";
    let units = answer(question, given.units.clone(), input, units)?;
    let question = "4/5 全域全年到位资金目标，如 20亿元（没有下达的直接回车）";
    let goal = answer(question, given.goal.clone().map(Some), input, optional(amount))?;
    let question = "5/5 公文的格式：文件、函、简报或报告（直接回车为文件）";
    let form = answer(question, given.form.map(Some), input, optional(form))?;
    Ok(Answers { name, first, units, goal, form: form.unwrap_or(Form::Document) })
}

/// Returns what is given, or asks until the answer can be read.
fn answer<T>(
    question: &str,
    given: Option<T>,
    input: &mut dyn BufRead,
    read: impl Fn(&str) -> Result<T, WrongValue>,
) -> Result<T> {
    if let Some(given) = given {
        return Ok(given);
    }
    loop {
        complain(&format!("{question}："));
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            complain("\n");
            bail!("没有答完，什么也没有写");
        }
        match read(line.trim()) {
            Ok(answer) => return Ok(answer),
            Err(wrong) => complain(&format!("{wrong}\n")),
        }
    }
}

/// Reads an answer that may be left out.
fn optional<T>(
    read: impl Fn(&str) -> Result<T, WrongValue>,
) -> impl Fn(&str) -> Result<Option<T>, WrongValue> {
    move |text| if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(name: Option<&str>) -> Given {
        let name = name.map(str::to_owned);
        Given { name, first: None, units: None, goal: None, form: None }
    }

    #[test]
    fn what_is_not_given_is_asked_until_it_can_be_read() {
        let mut typed =
            "2026\n2026-03\n县经信局 15\n县经信局 15亿元\n\n报告\n".as_bytes();
        let answers = asked(&given(Some("新县")), &mut typed).unwrap();
        assert_eq!(answers.name, "新县");
        assert_eq!(answers.first.to_string(), "2026-03");
        assert_eq!(answers.units.0[0].goal.as_deref(), Some("15亿元"));
        assert_eq!(answers.goal, None);
        assert_eq!(answers.form, Form::Report);
    }

    #[test]
    fn who_goes_away_has_nothing_written() {
        let gone = asked(&given(None), &mut "新县\n".as_bytes()).unwrap_err();
        assert!(gone.to_string().contains("什么也没有写"), "{gone}");
    }
}
