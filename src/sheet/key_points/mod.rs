//! 要点: what an edition says first, made from its figures by declared patterns.
//!
//! A pattern is a file: it says one thing where its figures say it, and nothing elsewhere. Nobody who
//! lags behind is named before the public.

mod attention;
mod bridge;
mod course;
mod extremes;
mod focus;
mod headline;
mod message;
pub mod overdue;
mod pace;
pub mod phrase;
mod timing;

use crate::sheet::key_points::attention::attention;
use crate::sheet::key_points::bridge::{bridge, closes};
use crate::sheet::key_points::course::{change, next};
use crate::sheet::key_points::extremes::{finished, largest, most};
use crate::sheet::key_points::focus::{Focus, Mark, thing};
use crate::sheet::key_points::headline::headline;
pub use crate::sheet::key_points::message::LENGTH;
use crate::sheet::key_points::message::{beside as beside_it, message, whole};
use crate::sheet::key_points::pace::{counts, elapsed, pace};
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::part::FigurePart;
use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::sheet::{IndicatorView, Sheet};

/// What an edition says first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyPoints {
    /// The headline, without a full stop.
    pub headline: Phrase,
    /// At most two sentences, without full stops: who owes it, and how it goes on.
    pub sentences: Vec<Phrase>,
    /// What changed since the edition before.
    pub change: Option<Phrase>,
    /// What is due next.
    pub next: Option<Phrase>,
    /// 请领导关注: at most five lines, without full stops; none before the public.
    pub attention: Vec<Phrase>,
    /// The message to the work group, of what the public gets; none for other audiences.
    pub message: Option<String>,
}

/// What a narrative may quote of them.
pub const KEY_POINTS: [&str; 4] = ["标题", "第一句", "第二句", "关注"];

impl KeyPoints {
    /// The key point with a name; empty where there is none of its kind.
    pub fn called(&self, name: &str) -> Phrase {
        let sentence = |at: usize| self.sentences.get(at).cloned().unwrap_or_default();
        match name {
            "标题" => self.headline.clone(),
            "第一句" => sentence(0),
            "第二句" => sentence(1),
            _ => Phrase::joined(self.attention.iter().cloned(), "；"),
        }
    }
}

impl<'a> Sheet<'a> {
    /// What it comes to in full sentences, without full stops; none where the edition has no figures.
    pub fn overall(&'a self) -> Vec<Phrase> {
        let Some(focus) = Focus::of(self) else { return Vec::new() };
        let second = focus.second();
        [Some(whole(&focus)), second.as_ref().and_then(beside_it)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// The key points; none where the edition has no figures.
    pub fn key_points(&'a self) -> Option<KeyPoints> {
        let focus = Focus::of(self)?;
        Some(KeyPoints {
            headline: headline(&focus),
            sentences: [who(&focus), pace(&focus).or_else(|| beside(&focus))]
                .into_iter()
                .flatten()
                .collect(),
            change: change(&focus),
            next: next(&focus),
            attention: attention(&focus),
            message: message(&focus),
        })
    }
}

/// How many units reach what an indicator is held against, of how many; none where it is held against
/// nothing.
pub fn reached_units(view: &IndicatorView) -> Option<(usize, usize)> {
    let focus = Focus::on(*view);
    let (reached, all) = counts(&focus, view.units());
    (focus.mark != Mark::None && all > 1).then_some((reached, all))
}

/// How far a figure of an indicator is below what it is held against; negative where it is above.
pub fn behind(view: &IndicatorView, figure: &Figure) -> Option<Decimal> {
    Focus::on(*view).behind(figure)
}

/// Whether the groups of an indicator add up to the whole, so that each owes a part of it.
pub fn groups_close(view: &IndicatorView) -> bool {
    closes(&Focus::on(*view))
}

/// What an indicator is held against: `三季度节点`, `序时进度`, `全年目标`.
pub fn aim_of(view: &IndicatorView) -> String {
    Focus::on(*view).aim()
}

/// The indicator that an edition is about first.
pub fn leading<'a>(sheet: &'a Sheet<'a>) -> Option<IndicatorView<'a>> {
    Focus::of(sheet).map(|focus| focus.view)
}

/// On whose account it is: by groups, then the unit that owes most; before the public those who have
/// reached the goal.
fn who(focus: &Focus) -> Option<Phrase> {
    let units = match focus.mark {
        Mark::None => most(focus),
        _ if focus.names_all() => largest(focus).or_else(|| finished(focus)),
        _ => finished(focus),
    };
    let units = units.or_else(|| most(focus));
    let phrase = Phrase::default()
        .and("", elapsed(focus))
        .and("；", bridge(focus))
        .and("；", units);
    (!phrase.is_empty()).then_some(phrase)
}

/// Where there are no goals: the other figures of the headline.
fn beside(focus: &Focus) -> Option<Phrase> {
    let own = &focus.view.indicator().id;
    let headline = focus.view.sheet.headline();
    let mut others: Vec<_> =
        headline.filter(|view| view.indicator().id != *own).collect();
    // What is counted in the same unit shows how far it went on: signed, landed, started.
    others.sort_by_key(|view| view.unit() != focus.view.unit());
    let each = others.iter().take(BESIDE).map(|view| {
        let number = view.number(view.whole(), FigurePart::Value, true);
        Phrase::of(thing(view)).number(number)
    });
    let phrase = Phrase::joined(each, "，");
    (!phrase.is_empty()).then_some(phrase)
}

/// Figures of the headline that are named where there are no goals.
const BESIDE: usize = 3;
