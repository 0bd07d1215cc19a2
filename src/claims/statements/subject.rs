//! Of whom something is said: named units, a number of units, or more or fewer of them than before.

use chrono::Datelike;

use crate::claims::number::numeral::whole_number;
use crate::claims::number::plain::Plain;
use crate::claims::statements::clause::Clause;
use crate::claims::statements::condition::Condition;
use crate::model::book::scope::Scope;
use crate::sheet::Sheet;

/// Whether there are said to be more or fewer than in the edition before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// More.
    Up,
    /// Fewer.
    Down,
    /// As many.
    Level,
}

impl Course {
    /// Returns whether a number went on so.
    pub(super) fn is_from(self, earlier: usize, now: usize) -> bool {
        match self {
            Course::Up => now > earlier,
            Course::Down => now < earlier,
            Course::Level => now == earlier,
        }
    }
}

const COURSES: &[(&str, Course)] = &[
    ("扩大", Course::Up),
    ("增多", Course::Up),
    ("增加", Course::Up),
    ("收窄", Course::Down),
    ("缩小", Course::Down),
    ("减少", Course::Down),
    ("一样多", Course::Level),
    ("持平", Course::Level),
    ("相同", Course::Level),
];

/// Words that leave the course of a number as it is.
const MANNERS: [&str; 13] = [
    "比上月",
    "较上月",
    "与上月",
    "比上期",
    "较上期",
    "与上期",
    "有所",
    "进一步",
    "明显",
    "继续",
    "个数",
    "数量",
    "面",
];

/// Words between units and what they did that leave it as it is.
const ADVERBS: [&str; 8] = ["已经", "已", "均", "都", "也", "仍", "提前", "全部"];

/// Words around the names of several units.
const JOINTS: [char; 6] = ['、', '和', '与', '及', '等', ' '];

/// How many units there are said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// So many.
    pub(super) count: usize,
    /// Of so many, if that is said.
    pub(super) all: Option<usize>,
}

/// Of whom something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// These units.
    Units(Vec<Scope>),
    /// So many of all units.
    Number(Number),
    /// How the number of those units went on.
    Course(Course),
}

impl Subject {
    /// Returns whether it is said how the number of units went on.
    pub(super) fn is_course(condition: &Condition) -> bool {
        course(condition).is_some()
    }

    /// Returns whether somebody may be said to meet a condition, as far as its words alone tell.
    pub(super) fn may_be_of(condition: &Condition) -> bool {
        course(condition).is_some() || condition.is_of_now && condition.may_be_whole()
    }

    /// Returns of whom a clause states a condition; `None` if that is not certain. Every word of the
    /// clause has to be known, as one more may turn what it says.
    pub(super) fn of(
        clause: &Clause,
        condition: &Condition,
        sheet: &Sheet,
    ) -> Option<Subject> {
        if let Some(course) = course(condition) {
            return Some(Subject::Course(course));
        }
        let end = sheet.figures.period.end().month();
        if !condition.is_of_now || condition.months.iter().any(|month| *month != end) {
            return None;
        }
        let before = without_adverbs(condition.before);
        let before = without_indicator(&before, sheet);
        // What stands before a colon is what the clause behind it is about.
        let head = without_adverbs(clause.head);
        let named = if before.is_empty() { head.as_str() } else { before };
        units(named, sheet).map(Subject::Units).or_else(|| {
            let registry = &sheet.book().registry.record;
            let groups = registry.groups.iter().map(|group| &group.name);
            let sectors = registry.sectors.iter().map(|sector| &sector.name);
            let mut parts = groups.chain(sectors);
            let number = number(before, sheet)?;
            let is_of_all = (!clause.so_far().contains('中') || number.all.is_some())
                && !parts.any(|part| clause.sentence().contains(part.as_str()));
            is_of_all.then_some(Subject::Number(number))
        })
    }
}

/// Returns words without those that leave open neither who nor what.
pub(super) fn without_adverbs(words: &str) -> String {
    let bare =
        ADVERBS.iter().fold(words.to_owned(), |words, word| words.replace(word, ""));
    bare.trim().to_owned()
}

/// Returns words without the indicator that they end or begin with: 县交通局到位资金, 到位资金12个单位.
pub(super) fn without_indicator<'a>(words: &'a str, sheet: &Sheet) -> &'a str {
    let views = sheet.views().map(|view| view.indicator());
    let names = views
        .flat_map(|indicator| [&indicator.name].into_iter().chain(&indicator.aliases));
    let stripped = names.filter_map(|name| {
        words.strip_suffix(name.as_str()).or_else(|| words.strip_prefix(name.as_str()))
    });
    stripped.min_by_key(|rest| rest.len()).unwrap_or(words)
}

/// Returns the units that a text names; `None` if it has any other word.
pub(super) fn units(text: &str, sheet: &Sheet) -> Option<Vec<Scope>> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for unit in sheet.register().units() {
        let own = [&unit.name].into_iter().chain(&unit.short).chain(&unit.aliases);
        names.extend(own.map(|name| (name.as_str(), unit.id.as_str())));
    }
    // A name within a longer one is not meant.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let (mut units, mut rest) = (Vec::new(), text.trim_matches(JOINTS));
    while !rest.is_empty() {
        let (name, unit) = names.iter().find(|(name, _)| rest.starts_with(name))?;
        units.push(Scope::Unit((*unit).to_owned()));
        rest = rest[name.len()..].trim_start_matches(JOINTS);
    }
    (!units.is_empty()).then_some(units)
}

/// Returns how the number of units went on, in 欠进度的单位面扩大 and its like.
fn course(condition: &Condition) -> Option<Course> {
    let after = condition.after.strip_prefix('的').unwrap_or(condition.after);
    let mut rest = after.strip_prefix("单位").filter(|_| condition.before.is_empty())?;
    while let Some(shorter) = MANNERS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let rest = rest.strip_suffix('了').unwrap_or(rest);
    COURSES.iter().find(|(word, _)| *word == rest).map(|(_, course)| *course)
}

/// Returns the number in `12个单位`, also with the name of the whole before it, or with the number of
/// all units: `26个单位中12个`.
fn number(text: &str, sheet: &Sheet) -> Option<Number> {
    let whole = &sheet.book().card.record.whole;
    let text = text.strip_prefix(whole.as_str()).unwrap_or(text);
    let text = text.trim_start_matches(['共', '有']);
    let ends = ["个单位", "个责任单位", "家单位", "家责任单位"];
    if let Some(count) = ends.iter().find_map(|end| text.strip_suffix(end)) {
        return Some(Number { count: counted(count)?, all: None });
    }
    let parted = |end: &&str| {
        let (all, part) = text.split_once(*end)?;
        Some((all, part.strip_prefix('中')?))
    };
    let (all, part) = ends.iter().find_map(parted)?;
    let all = counted(all)?;
    let part = part.trim_start_matches(['，', '有']);
    let count = counted(part.strip_suffix('个').or(part.strip_suffix('家'))?)?;
    Some(Number { count, all: Some(all) })
}

/// Reads a number in digits or in characters: 12, 十二, １２.
fn counted(text: &str) -> Option<usize> {
    let plain = Plain::of(text);
    plain.text().parse().ok().or_else(|| usize::try_from(whole_number(text)?).ok())
}
