//! The place of a unit among the others: 县交通局到位资金完成率居第2位, 县商务委排名第一.

use chrono::Datelike;

use crate::claims::number::numeral::whole_number;
use crate::claims::number::plain::Plain;
use crate::claims::statements::clause::Clause;
use crate::claims::statements::condition::is_of_other_time;
use crate::claims::statements::judged::Judged;
use crate::claims::statements::subject::{units, without_adverbs, without_indicator};
use crate::model::book::scope::Scope;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};

/// Words before a place.
const VERBS: [&str; 12] = [
    "排名在",
    "排名",
    "排位",
    "位居",
    "位列",
    "名列",
    "名次",
    "排在",
    "排",
    "居",
    "列",
    "为",
];
/// Words of what is ranked by another number.
const OTHER: [&str; 6] = ["得分", "综合", "考核", "总分", "评分", "增速"];

/// What a clause says of the place of somebody.
pub(super) struct Ranked<'a> {
    /// The words before the verb.
    before: &'a str,
    /// Among whom, as it is said.
    among: &'a str,
    place: u64,
}

impl<'a> Ranked<'a> {
    /// Returns what a clause says; `None` where it says nothing of the kind.
    pub(super) fn of(clause: &Clause<'a>) -> Option<Ranked<'a>> {
        let text = clause.text();
        let (head, behind) = text.rsplit_once('第')?;
        let number = behind.trim_end_matches(['位', '名', ' ']);
        let plain = Plain::of(number);
        let place = plain.text().parse().ok().or_else(|| whole_number(number));
        let found = VERBS.iter().filter_map(|verb| Some((head.rfind(verb)?, *verb)));
        let (at, verb) = found.max_by_key(|(at, verb)| (at + verb.len(), verb.len()))?;
        let (before, among) = (&head[..at], &head[at + verb.len()..]);
        let is_other = OTHER.iter().any(|word| clause.sentence().contains(word));
        (!is_other).then_some(Ranked { before, among, place: place? })
    }

    /// Holds it against an edition's figures; `None` if nothing is stated that they could tell.
    pub(super) fn judged(&self, clause: &Clause, sheet: &Sheet) -> Option<Judged> {
        let end = sheet.figures.period.end().month();
        if is_of_other_time(clause.so_far(), end) {
            return None;
        }
        let before = without_adverbs(self.before);
        let bare = before.trim_end_matches("完成率").trim_end_matches("完成情况");
        let named = without_indicator(bare, sheet);
        let [unit] = units(named, sheet)?.try_into().ok()?;
        if !self.is_among(&unit, sheet) {
            return None;
        }
        let views = self.views(clause, bare, sheet);
        let judged: Option<Vec<Judged>> =
            views.iter().map(|view| self.by(view, &unit)).collect();
        let judged = judged?;
        let agrees = judged.iter().find(|judged| judged.is_ok()).cloned();
        agrees.or_else(|| judged.into_iter().next())
    }

    /// Returns whether it is said to be among those that the unit is ranked with.
    fn is_among(&self, unit: &Scope, sheet: &Sheet) -> bool {
        let Scope::Unit(id) = unit else { return false };
        let register = sheet.register();
        let group = register.unit_called(id).and_then(|unit| register.group_of(unit));
        let is_own = group.is_some_and(|group| {
            self.among == group.name || group.aliases.iter().any(|it| it == self.among)
        });
        is_own || matches!(self.among, "" | "本组" | "同组" | "组内")
    }

    /// Returns the indicators that are meant: the one that is named, else those that the sentence
    /// refers to, else the headlines.
    fn views<'s>(
        &self,
        clause: &Clause,
        before: &str,
        sheet: &'s Sheet<'s>,
    ) -> Vec<IndicatorView<'s>> {
        let is_named = |view: &IndicatorView| {
            let indicator = view.indicator();
            let mut names = [&indicator.name].into_iter().chain(&indicator.aliases);
            names.any(|name| before.ends_with(name.as_str()))
        };
        let named = sheet.views().filter(is_named);
        if let Some(view) = named.max_by_key(|view| view.indicator().name.len()) {
            return vec![view];
        }
        let referred: Vec<IndicatorView> =
            clause.indicators().filter_map(|name| sheet.view(name)).collect();
        if referred.is_empty() { sheet.headline().collect() } else { referred }
    }

    fn by(&self, view: &IndicatorView, unit: &Scope) -> Option<Judged> {
        let figure = view.figure(unit)?;
        let rank = view.outcome(figure, FigurePart::Rank).ok()?;
        let name = &view.indicator().name;
        let told = || {
            format!(
                "{}{name}列{}",
                view.name(unit),
                view.plain(figure, FigurePart::Rank, true)
            )
        };
        Some(if rank == self.place.into() { Ok(()) } else { Err(told()) })
    }
}
