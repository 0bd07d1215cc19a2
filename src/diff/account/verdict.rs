//! Whether a change may go in: what is provable closes the gate, what follows is for a person.

use crate::view::changes::consequence::{
    CONSEQUENCES, Consequence, FORBIDDEN, GATES, Gate,
};
use crate::view::changes::verdict::{Permit, Verdict};
use crate::view::changes::{BookChanges, PeriodChanges};

/// Returns the verdict on the changes of all books; `gates` are those that a caller set, `errors` are
/// counted in the data after.
pub(crate) fn verdict(
    books: &[BookChanges],
    gates: &[&'static Gate],
    errors: usize,
) -> Verdict {
    let counted = |consequence: Consequence| -> usize {
        let headlines = books.iter().flat_map(|book| &book.headline);
        let own = headlines.filter(|headline| headline.consequence == consequence);
        own.map(|headline| headline.lines.len()).sum()
    };
    let has = |consequence: &Consequence| counted(*consequence) > 0;
    let is_forbidden =
        |gate: &&Gate| gate.closed_by.iter().any(|one| FORBIDDEN.contains(one));
    let closed = GATES.iter().filter(|gate| gates.contains(gate) || is_forbidden(gate));
    let closed = closed.filter(|gate| gate.closed_by.iter().any(has));
    let gates: Vec<&'static str> = closed.map(|gate| gate.name).collect();
    let judged =
        CONSEQUENCES.iter().filter(|one| **one != Consequence::Value && has(one));
    let mut reasons: Vec<String> = judged
        .map(|one| {
            let count = counted(*one);
            let told = if *one == Consequence::Excused { excused(books) } else { None };
            format!("{}{}{}", one.label(), one.counted(count), told.unwrap_or_default())
        })
        .collect();
    let typed = books.iter().flat_map(|book| &book.sentences);
    let typed = typed.filter(|sentence| sentence.is_typed).count();
    reasons.extend((typed > 0).then(|| format!("正文改动{typed}句")));
    if errors == 0 {
        let doubtful = books.iter().filter(|book| book.is_doubtful);
        reasons.extend(doubtful.flat_map(|book| book.cautions.iter().cloned()));
    }
    let permit = if errors > 0 || !gates.is_empty() {
        Permit::Refuse
    } else if !reasons.is_empty() {
        Permit::Review
    } else {
        Permit::Pass
    };
    if errors > 0 {
        reasons.insert(0, format!("改后的数据有{errors}个错误"));
    }
    if reasons.is_empty() {
        reasons.push(quiet(books).to_owned());
    }
    Verdict { permit, gates, reasons, whole: whole(books) }
}

/// The first loss that is excused, with who or what excuses it.
fn excused(books: &[BookChanges]) -> Option<String> {
    let mut headlines = books.iter().flat_map(|book| &book.headline);
    let excused = headlines.find(|one| one.consequence == Consequence::Excused)?;
    let more = if excused.lines.len() > 1 { "，等" } else { "" };
    Some(format!("（{}{more}）", excused.lines.first()?))
}

/// What is said where nothing follows.
fn quiet(books: &[BookChanges]) -> &'static str {
    let mut periods = books.iter().flat_map(|book| &book.results);
    if periods.any(|period| !period.moves.is_empty()) {
        "数有变动，没有数据减少，目标、灯、名次和得分没有变化"
    } else {
        "结果没有变动"
    }
}

/// The most books whose whole stands in the first line.
const BOOKS: usize = 3;

/// The whole where it moved: where a changed record counts first, and in the newest released edition that
/// moved as well; of several books the first of it, under their names.
fn whole(books: &[BookChanges]) -> Vec<String> {
    let wholes = books.iter().map(|book| (book, whole_of(book)));
    let mut wholes = wholes.filter(|(_, lines)| !lines.is_empty());
    if books.len() == 1 {
        return wholes.next().map(|(_, lines)| lines).unwrap_or_default();
    }
    let first = wholes.filter_map(|(book, lines)| {
        Some(format!("{}{}", book.name, lines.into_iter().next()?))
    });
    first.take(BOOKS).collect()
}

fn whole_of(book: &BookChanges) -> Vec<String> {
    let told = |period: &PeriodChanges| {
        let whole = period.account.first().filter(|passage| passage.count.is_empty())?;
        let line = whole.lines.first()?;
        Some(format!("{}{}{line}", period.name, whole.label))
    };
    let of = |is_first: bool| {
        let mut periods = book.results.iter().filter(|period| period.first == is_first);
        periods.find_map(told)
    };
    let moved: Vec<String> = [of(true), of(false)].into_iter().flatten().collect();
    if !moved.is_empty() {
        return moved;
    }
    let new = book.editions.first().and_then(|edition| {
        let line = edition.lines.first()?;
        Some(format!("{}{}{line}", edition.period, edition.whole))
    });
    new.into_iter().collect()
}
