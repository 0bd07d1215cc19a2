//! What stands at the head of a paper: how far it is, its number, its title.

use chrono::{Datelike, NaiveDate};

use crate::model::edition::Genre;
use crate::model::edition::state::State;
use crate::report::edition::front_matter::{card, title};
use crate::report::edition::notices::{audience_mark, watermark};
use crate::sheet::Sheet;
use crate::view::document::Form;

/// What a reader must not miss of a paper, in words.
pub(super) struct Head {
    audience: &'static str,
    warnings: Vec<&'static str>,
}

impl Head {
    /// Of an edition that is so far.
    pub(super) fn of(sheet: &Sheet, state: State) -> Head {
        let demo = if sheet.is_demo { "含演示数据" } else { "" };
        let mut warnings = vec![watermark(sheet.book()), state.word(), demo];
        warnings.retain(|word| !word.is_empty());
        Head { audience: audience_mark(sheet.basis.audience.level), warnings }
    }

    /// The line at the head of the paper.
    pub(super) fn status(&self) -> String {
        let mut words = vec![self.audience];
        words.extend(&self.warnings);
        words.retain(|word| !word.is_empty());
        words.join("　")
    }

    /// A title with what must not be missed and it does not say.
    pub(super) fn heading(&self, title: &str) -> String {
        let mut words = self.warnings.clone();
        words.retain(|word| !title.contains(word));
        if words.is_empty() {
            title.to_owned()
        } else {
            format!("{title}（{}）", words.join("、"))
        }
    }
}

/// The day of issue of what is released.
pub(super) fn issued(sheet: &Sheet, state: State) -> Option<NaiveDate> {
    card(sheet)?.issued.filter(|_| state == State::Released)
}

/// A day as documents are stamped with it.
pub(super) fn stamp(day: NaiveDate) -> [u16; 3] {
    let small = |number: u32| u16::try_from(number).unwrap_or_default();
    [u16::try_from(day.year()).unwrap_or_default(), small(day.month()), small(day.day())]
}

/// The title in the lines of the front matter, else in one; before what it is about stands who
/// issues it.
pub(super) fn lines(sheet: &Sheet, form: Form) -> Vec<String> {
    let mut lines = card(sheet).map(|card| card.title_lines.clone()).unwrap_or_default();
    if lines.is_empty() {
        lines.push(title(sheet));
    }
    let issuer = &sheet.book().card.record.issuer;
    let names_issuer = matches!(form, Form::Official | Form::Letter);
    if names_issuer && lines[0].starts_with("关于") {
        lines.insert(0, issuer.clone());
    }
    lines
}

/// 发文字号, such as 巫招办〔2023〕6号; of a newsletter 第6期.
pub(super) fn number(
    sheet: &Sheet,
    form: Form,
    issued: Option<NaiveDate>,
) -> Option<String> {
    let (number, issued) = (card(sheet)?.number?, issued?);
    if form == Form::Newsletter {
        return Some(format!("第{}期", number.0));
    }
    let prefix = sheet.book().card.record.number_prefix.as_ref()?;
    Some(format!("{prefix}〔{}〕{}号", issued.year(), number.0))
}

/// 签发人, which only a document to a superior organ names.
pub(super) fn signer(sheet: &Sheet) -> Option<String> {
    let card = card(sheet)?;
    let is_upward = card.genre.is_some_and(Genre::is_upward);
    let signer = card.signer.as_ref().filter(|_| is_upward)?;
    let leader = sheet.book().leader_called(signer.as_str());
    Some(leader.map_or(signer.as_str(), |leader| &leader.name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_demo_and_draft_unless_it_does_so_already() {
        let head = Head {
            audience: "内部资料", warnings: vec!["草稿", "含演示数据"]
        };
        assert_eq!(head.heading("通报"), "通报（草稿、含演示数据）");
        assert_eq!(head.heading("通报（草稿）"), "通报（草稿）（含演示数据）");
        assert_eq!(head.status(), "内部资料　草稿　含演示数据");
        let plain = Head { audience: "", warnings: vec![] };
        assert_eq!(
            (plain.heading("通报"), plain.status()),
            ("通报".into(), String::new())
        );
    }
}
