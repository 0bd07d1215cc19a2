//! Disclosed changes as 0.1.0 wrote them: a line for each figure, each with its own reason and day.

use crate::load::splice::Node;
use crate::model::dictionary::Word;
use crate::model::edition::revision::{
    DisclosedChange, DisclosedFigure, DisclosedKind, RevisionFile,
};

/// The key of the lines.
const LINES: &str = "修订";

/// Returns the file with one change for each reason and day; `None` if it is not of this kind.
pub(super) fn renewed(file: &Node) -> Option<RevisionFile> {
    let Some(Node::List(lines)) = file.get(LINES) else { return None };
    let mut changes: Vec<DisclosedChange> = Vec::new();
    for line in lines {
        let text = |key: &str| line.get(key).and_then(Node::as_text);
        let (date, reason) = (Word::parse(text("日期")?).ok()?, text("原因")?);
        let figure = figure(&text)?;
        let is_same = |change: &&mut DisclosedChange| {
            (change.date, &*change.reason) == (date, reason)
        };
        match changes.iter_mut().find(is_same) {
            Some(change) => change.figures.push(figure),
            None => changes.push(DisclosedChange {
                // That a change put an error right was not said.
                kind: DisclosedKind::Revision,
                date,
                reason: reason.to_owned(),
                figures: vec![figure],
                sentences: Vec::new(),
            }),
        }
    }
    Some(RevisionFile { changes, withdrawals: Vec::new() })
}

fn figure<'a>(text: &impl Fn(&str) -> Option<&'a str>) -> Option<DisclosedFigure> {
    let given = |key: &str| text(key).filter(|text| !text.is_empty()).map(str::to_owned);
    Some(DisclosedFigure {
        figure: Word::parse(text("数")?).ok()?,
        name: given("名称")?,
        part: Word::parse(text("项")?).ok()?,
        old: given("原"),
        new: given("现"),
    })
}
