//! What the front matter of an edition says, and what stands for it in a draft without a file.

use crate::model::edition::state::State;
use crate::model::edition::{EditionCard, Passage};
use crate::sheet::Sheet;
use crate::words::date;

/// The front matter; `None` in a draft without a file.
pub(super) fn card<'a>(sheet: &Sheet<'a>) -> Option<&'a EditionCard> {
    sheet.edition.map(|edition| &edition.record.card)
}

/// The narrative; empty where there is none or the audience does not get it.
pub(super) fn narrative<'a>(sheet: &Sheet<'a>) -> &'a [Passage] {
    sheet.edition.map(|edition| edition.record.narrative.as_slice()).unwrap_or_default()
}

/// Title of the edition; a draft without a file is named after its period.
pub fn title(sheet: &Sheet) -> String {
    let draft = || {
        let whole = &sheet.book().card.record.whole;
        format!("{}{whole}招商引资工作情况（草稿）", date::period(&sheet.figures.period))
    };
    card(sheet).map_or_else(draft, |card| card.title.clone())
}

/// The days covered, the last cut-off, and of what is released the day of issue.
pub fn subtitle(sheet: &Sheet) -> String {
    let end = date::day(sheet.figures.period.end());
    let cutoff = date::day(sheet.last_day());
    let mut parts = vec![format!("数据截至{end}"), format!("报送截至{cutoff}")];
    let is_released = sheet.state() == State::Released;
    let issued = card(sheet).and_then(|card| card.issued).filter(|_| is_released);
    parts.extend(issued.map(|day| format!("{}印发", date::day(day))));
    parts.join("　")
}
