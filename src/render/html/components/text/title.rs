//! A title; the short words in brackets at its end, such as （演示数据）, are not broken by a line.

use crate::render::html::markup::Markup;

/// Characters of a mark at the end of a title.
const LONGEST_MARK: usize = 8;

/// Writes a title, and sets apart what is not broken, whoever wrote it.
pub(crate) fn title(title: &str, out: &mut Markup) {
    let start = title.rfind('（').filter(|_| title.ends_with('）'));
    let (text, mark) = title.split_at(start.unwrap_or(title.len()));
    if mark.is_empty() || mark.chars().count() > LONGEST_MARK {
        out.text(title);
    } else {
        out.text(text).push("<span>").text(mark).push("</span>");
    }
}
