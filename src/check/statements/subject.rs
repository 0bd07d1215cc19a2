//! Of whom something is said: named units, a number of units, or more or fewer of them than before.

use crate::check::statements::clause::Clause;
use crate::check::statements::condition::Condition;
use crate::model::book::scope::Scope;
use crate::sheet::Sheet;

/// Whether there are said to be more or fewer than in the edition before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// More.
    Up,
    /// Fewer.
    Down,
}

impl Course {
    /// Returns whether a number went on so.
    pub(super) fn is_from(self, earlier: usize, now: usize) -> bool {
        match self {
            Course::Up => now > earlier,
            Course::Down => now < earlier,
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
];

/// Words that leave the course of a number as it is.
const MANNERS: [&str; 9] =
    ["比上月", "较上月", "比上期", "较上期", "有所", "进一步", "明显", "继续", "面"];

/// Words between units and what they did that leave it as it is.
const ADVERBS: [&str; 8] = ["已经", "已", "均", "都", "也", "仍", "提前", "全部"];

/// Words around the names of several units.
const JOINTS: [char; 6] = ['、', '和', '与', '及', '等', ' '];

/// Of whom something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// These units.
    Units(Vec<Scope>),
    /// So many of all units.
    Number(usize),
    /// How the number of those units went on.
    Course(Course),
}

impl Subject {
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
        if !condition.is_of_now {
            return None;
        }
        let mut before = condition.before.to_owned();
        ADVERBS.iter().for_each(|adverb| before = before.replace(adverb, ""));
        units(&before, sheet).map(Subject::Units).or_else(|| {
            let registry = &sheet.book().registry.record;
            let groups = registry.groups.iter().map(|group| &group.name);
            let sectors = registry.sectors.iter().map(|sector| &sector.name);
            let mut parts = groups.chain(sectors);
            let is_of_all = !clause.sentence.contains('中')
                && !parts.any(|part| clause.sentence.contains(part.as_str()));
            number(&before, sheet).filter(|_| is_of_all).map(Subject::Number)
        })
    }
}

/// Returns the units that a text names; `None` if it has any other word.
fn units(text: &str, sheet: &Sheet) -> Option<Vec<Scope>> {
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

/// Returns the number in `12个单位`, also with the name of the whole before it.
fn number(text: &str, sheet: &Sheet) -> Option<usize> {
    let ends = ["个单位", "个责任单位", "家单位"];
    let text = ends.iter().find_map(|end| text.strip_suffix(end))?;
    let whole = &sheet.book().card.record.whole;
    let text = text.strip_prefix(whole.as_str()).unwrap_or(text);
    let text = text.trim_start_matches(['共', '有']);
    text.parse().ok()
}
