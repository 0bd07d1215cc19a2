//! The first screen of an edition: what it comes to, for those who read nothing else.

pub mod card;

use serde::Serialize;

use crate::view::chart::Chart;
use crate::view::first_screen::card::{Card, Term};
use crate::view::inline::{Inline, Link, Mark};

/// What an edition says first.
#[derive(Clone, Debug, Serialize)]
pub struct FirstScreen {
    /// The headline, which is the first heading of the page.
    pub headline: Vec<Inline>,
    /// The sentences below it.
    pub sentences: Vec<Vec<Inline>>,
    /// What changed and what is due next, in a line each.
    pub notes: Vec<Term>,
    /// The figures that answer in ten seconds.
    pub cards: Vec<Card>,
    /// The lamps of the units by groups; none where nobody has one.
    pub strip: Option<LampStrip>,
    /// Who owes what.
    pub chart: Option<Chart>,
    /// 请领导关注: a line for each.
    pub attention: Vec<Vec<Inline>>,
    /// The document, and what else one opens from here.
    pub links: Vec<Link>,
}

/// The lamps of units, group by group.
#[derive(Clone, Debug, Serialize)]
pub struct LampStrip {
    /// Title: how many units there are, and how many with each lamp.
    pub title: String,
    /// The groups.
    pub groups: Vec<LampGroup>,
}

/// The lamps of a group.
#[derive(Clone, Debug, Serialize)]
pub struct LampGroup {
    /// Name of the group; empty where there is one alone.
    pub name: String,
    /// The units, the best first.
    pub units: Vec<LampUnit>,
}

/// The lamp of a unit.
#[derive(Clone, Debug, Serialize)]
pub struct LampUnit {
    /// The lamp, whose word is short.
    pub mark: Mark,
    /// The unit's page, and its name with how far it is.
    pub link: Link,
}

impl FirstScreen {
    /// Every run of text with numbers.
    pub fn runs(&self) -> impl Iterator<Item = &Vec<Inline>> {
        let notes = self.notes.iter().map(|note| &note.inlines);
        let headline = std::iter::once(&self.headline);
        headline.chain(&self.sentences).chain(notes).chain(&self.attention)
    }
}
