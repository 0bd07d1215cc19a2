//! References against the words beside them: whose number it is said to be, of what, of which month,
//! and the unit that is typed behind it once more.

use std::ops::Range;

use chrono::NaiveDate;

use crate::claims::against::lexicon::Lexicon;
use crate::claims::against::reader::Reader;
use crate::claims::against::time::Time;
use crate::claims::against::word::Word;
use crate::claims::typed::{REFERENCE, Typed};
use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::dictionary::written::Span;
use crate::model::edition::Reference;
use crate::model::plan::indicator::Indicator;
use crate::model::value::period::Period;
use crate::model::value::quantity::Base;

/// A reference that the words beside it do not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// Where the words are written.
    pub span: Span,
    /// The words.
    pub words: String,
    /// What is referred to instead.
    pub instead: String,
}

/// What begins another statement.
const BREAKS: [char; 12] =
    ['，', ',', '；', ';', '：', ':', '（', '(', '）', ')', '\u{2028}', REFERENCE];
/// What the whole of a jurisdiction is called.
const WHOLES: [&str; 8] =
    ["全省", "全市", "全州", "全盟", "全县", "全区", "全旗", "全镇"];
/// Parts of a figure that are of its period, whatever else is said to be.
const OF_PERIOD: [&str; 6] = ["完成数", "完成率", "序时", "超欠", "欠账", "名次"];

/// Returns the references of an edition's sentences that the words beside them do not fit.
pub fn misplaced(typed: &[Typed], book: &Book, period: &Period) -> Vec<Misplaced> {
    let end = period.end();
    let register = book.registered(end, NaiveDate::MAX);
    let plans = book.plans.iter().map(|plan| &*plan.record);
    let in_force = plans.filter(|plan| plan.span.contains(end));
    let indicators: Vec<&Indicator> =
        in_force.flat_map(|plan| &plan.indicators).collect();
    let lexicon = Lexicon::named(book, register, indicators.iter().copied());
    let place = Place { book, register, indicators, lexicon, period };
    typed.iter().flat_map(|typed| place.of_sentence(typed)).collect()
}

/// An edition, with the names that are known in it.
struct Place<'a> {
    book: &'a Book,
    register: Registered<'a>,
    indicators: Vec<&'a Indicator>,
    lexicon: Lexicon,
    period: &'a Period,
}

impl Place<'_> {
    fn of_sentence(&self, typed: &Typed) -> Vec<Misplaced> {
        let mut found = Vec::new();
        for (at, reference) in &typed.references {
            let mut indicators = self.indicators.iter();
            let indicator = indicators.find(|it| it.is_called(&reference.indicator));
            let scope = match &reference.scope {
                Some(word) => self.book.scope_called(word),
                None => Some(Scope::All),
            };
            let Some((indicator, scope)) = indicator.zip(scope) else { continue };
            let referred = Referred { reference, indicator, scope, at: *at };
            let fault =
                self.before(typed, &referred).or_else(|| self.behind(typed, &referred));
            let fault = fault.or_else(|| self.of_time(typed, &referred));
            found.extend(fault.map(|(range, instead)| Misplaced {
                span: typed.span(&range),
                words: typed.quoted(&range),
                instead,
            }));
        }
        found
    }

    /// The words between a reference and what stands before it.
    fn before(
        &self,
        typed: &Typed,
        referred: &Referred,
    ) -> Option<(Range<usize>, String)> {
        let text = &typed.text()[..referred.at];
        let start = last_break(text);
        let range = start..referred.at;
        let (words, other) = self.without_other_whole(&text[start..]);
        let mut reader = Reader::new(&self.lexicon, Time::Unsaid);
        reader.read(words);
        let is_list =
            [Word::Each, Word::Joint].iter().any(|word| reader.words.contains(word));
        if reader.is_lost || is_list || words.is_empty() && other.is_none() {
            return None;
        }
        let Referred { indicator, scope, reference, .. } = referred;
        let is_whole = *scope == Scope::All;
        if let Some(other) = other.filter(|_| is_whole && reader.scopes.is_empty()) {
            let whole = &self.book.card.record.whole;
            return Some((range, format!("引用的是{whole}的数，不是{other}的")));
        }
        let is_part = matches!(scope, Scope::UnitInSector(..));
        if let ([named], false) = (reader.scopes.as_slice(), is_part)
            && named != scope
        {
            let name = self.register.scope_name(scope);
            return Some((range, format!("引用的是{name}的数")));
        }
        if let [named] = reader.indicators.as_slice()
            && self.is_other(named, indicator)
        {
            return Some((range, format!("引用的是{}", indicator.name)));
        }
        let part = reference.part.as_deref().unwrap_or("完成数");
        let is_rate = reader.words.contains(&Word::Rate);
        (is_rate && part == "完成数" && indicator.unit.base != Base::Share)
            .then(|| (range, format!("引用的是{}，不是完成率", indicator.name)))
    }

    /// Returns whether an indicator is another, and not called by a part of the other's name.
    fn is_other(&self, named: &str, indicator: &Indicator) -> bool {
        let mut known = self.indicators.iter();
        let named = known.find(|it| it.id.as_str() == named);
        let (Some(named), name) = (named, &indicator.name) else { return false };
        named.id != indicator.id
            && !name.contains(named.name.as_str())
            && !named.name.contains(name.as_str())
    }

    /// Returns words without the name of the whole of another jurisdiction that they begin with.
    fn without_other_whole<'t>(&self, words: &'t str) -> (&'t str, Option<&'static str>) {
        let own = &self.book.card.record.whole;
        if own.is_empty() {
            return (words, None);
        }
        let known = self.lexicon.at_start(words).is_some();
        let other =
            WHOLES.into_iter().find(|it| words.starts_with(it) && it != own && !known);
        (other.map_or(words, |other| &words[other.len()..]), other)
    }

    /// The unit that is typed behind a reference, which prints it already.
    fn behind(
        &self,
        typed: &Typed,
        referred: &Referred,
    ) -> Option<(Range<usize>, String)> {
        let start = referred.at + REFERENCE.len_utf8();
        let rest = &typed.text()[start..];
        let unit = match referred.reference.part.as_deref() {
            None | Some("完成数" | "目标" | "剩余" | "月均需完成" | "预计" | "月均") => {
                referred.indicator.unit.word
            }
            Some("完成率" | "序时") => "%",
            Some("超欠") => "个百分点",
            Some(_) => return None,
        };
        let written = [unit, "％"].into_iter().find(|word| {
            let after = rest.strip_prefix(word);
            // What is counted may begin like its counter: 3家家电企业.
            (*word != "％" || unit == "%")
                && after.is_some_and(|after| {
                    !after.starts_with(char::is_alphabetic) || after.starts_with('的')
                })
        })?;
        let range = start..start + written.len();
        Some((range, format!("引用印出来已经带“{unit}”")))
    }

    /// The time that a sentence begins with.
    fn of_time(
        &self,
        typed: &Typed,
        referred: &Referred,
    ) -> Option<(Range<usize>, String)> {
        let part = referred.reference.part.as_deref().unwrap_or("完成数");
        let is_first = typed.references.iter().all(|(at, _)| *at >= referred.at);
        let of_days = matches!(self.period, Period::Week(..) | Period::Campaign(..));
        if !OF_PERIOD.contains(&part) || of_days {
            return None;
        }
        let text = &typed.text()[..referred.at];
        let start = if is_first { 0 } else { last_break(text) };
        let words = text.get(start..)?;
        let mut reader = Reader::new(&self.lexicon, Time::Unsaid);
        reader.read(words);
        let is_other = !reader.is_lost && reader.time.ends_elsewhere(self.period);
        let instead = || format!("引用的是{}的数", self.period);
        is_other.then(|| (start..referred.at, instead()))
    }
}

/// A reference with what it is of, and where it stands.
struct Referred<'a> {
    reference: &'a Reference,
    indicator: &'a Indicator,
    scope: Scope,
    at: usize,
}

/// Returns where the words begin that follow the last break of a text.
fn last_break(text: &str) -> usize {
    let end = |at: usize| at + text[at..].chars().next().map_or(0, char::len_utf8);
    text.rfind(BREAKS).map_or(0, end)
}
