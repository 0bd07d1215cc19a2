//! Plants texts, amounts and dates into every field of a book, by the dictionary.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use serde_yaml::{Mapping, Value};
use tongbao::load::slots::kind_at;
use tongbao::model::dictionary::{Field, Kind, Level, Shape};

use crate::stage::{Stage, files, suite};

/// Fields whose text is looked up, not shown: names of tables, themes, lists and duties.
const LOOKED_UP: &[(&str, &str)] = &[
    ("edition", "tables"),
    ("paper", "table"),
    ("paper", "annexes"),
    ("book", "theme"),
    ("ruled-finding", "subject"),
    ("weight", "name"),
    ("score-item", "name"),
];

/// The kind of record that only says which records are meant.
const FILTER: &str = "filter";

/// The one kind of hidden amounts that enters a figure of the book.
const FUNDS: &str = "到位资金";

/// A comment in every file, which is for nobody who reads what is built.
const COMMENT: &str = "cnry-comment";

/// A leader who is named where only leaders may see it.
const LEADER: &str = "leader-canary";

/// A value that stands in exactly one field.
#[derive(Clone, Debug)]
pub(super) struct Canary {
    /// How it may be printed.
    pub(super) forms: Vec<String>,
    /// Who may see the field, and all fields around it; nobody where there is none.
    pub(super) level: Option<Level>,
    /// Where it stands.
    pub(super) place: String,
}

impl Canary {
    /// Whether an audience may find it.
    pub(super) fn is_for(&self, audience: Level) -> bool {
        self.level.is_some_and(|level| level <= audience)
    }
}

/// Makes the value of the next text field.
pub(super) type Text<'a> = &'a dyn Fn(usize, &str, Level) -> String;

/// Fills a book's fields.
pub(super) struct Planter<'a> {
    text: Text<'a>,
    /// Number that changes hidden amounts and dates which enter no figure; none plants none.
    numbers: Option<u32>,
    /// Whether only texts that are there and hidden are replaced, so that all names still fit.
    only_hidden: bool,
    texts: usize,
    amounts: u32,
    days: u32,
    pub(super) canaries: Vec<Canary>,
    /// Every field that was met, as kind and id.
    pub(super) met: Vec<(&'static str, &'static str)>,
}

/// Places as they are walked.
#[derive(Clone)]
struct Spot {
    level: Level,
    place: String,
}

impl<'a> Planter<'a> {
    pub(super) fn new(text: Text<'a>, numbers: Option<u32>) -> Planter<'a> {
        Planter {
            text,
            numbers,
            only_hidden: false,
            texts: 0,
            amounts: 0,
            days: 0,
            canaries: Vec::new(),
            met: Vec::new(),
        }
    }

    /// A planter for books that are in use: it replaces the hidden texts that they have.
    pub(super) fn of_hidden(text: Text<'a>) -> Planter<'a> {
        Planter { only_hidden: true, ..Planter::new(text, None) }
    }

    /// The book of this folder with every field filled, on a stage.
    pub(super) fn stage(&mut self) -> Stage {
        let stage = Stage::empty();
        self.book(&stage, "demo", &suite("audience/book"));
        stage
    }

    /// Puts a book with its fields filled on a stage.
    pub(super) fn book(&mut self, stage: &Stage, id: &str, folder: &Path) {
        // What was released would not be what is computed from other texts and numbers.
        let published =
            |path: &str| path.starts_with("released/") || path.starts_with("revisions/");
        for (path, bytes) in files(folder) {
            if published(&path) {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            let kind = kind_at(&path).unwrap();
            let text = match text.strip_prefix("---\n") {
                None => self.file(kind, &path, &text),
                Some(text) => {
                    let (head, body) = text.split_once("---\n").unwrap();
                    format!("---\n{}---\n{body}", self.file(kind, &path, head))
                }
            };
            stage.write(&format!("{id}/{path}"), text.as_bytes());
        }
    }

    fn file(&mut self, kind: &'static Kind, path: &str, text: &str) -> String {
        let mut value: Value = serde_yaml::from_str(text).unwrap();
        let spot = Spot { level: Level::Public, place: path.to_owned() };
        self.record(kind, value.as_mapping_mut().unwrap(), &spot);
        // JSON is YAML too, and writes what cannot be seen as escapes.
        let mut json = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut json, Blank)).unwrap();
        let json = String::from_utf8(json).unwrap();
        let plain = |c: char| match c {
            '\u{80}'..='\u{ffff}' if is_unseen(c) => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        };
        let json: String = json.chars().map(plain).collect();
        self.canaries.push(Canary {
            forms: vec![COMMENT.to_owned()],
            level: None,
            place: path.to_owned(),
        });
        format!("{json}\n# {COMMENT}\n")
    }

    fn record(&mut self, kind: &'static Kind, record: &mut Mapping, around: &Spot) {
        for field in kind.fields {
            self.met.push((kind.id, field.id));
            let looked_up = kind.id == FILTER || LOOKED_UP.contains(&(kind.id, field.id));
            if looked_up || self.only_hidden && kind.id == "leader" {
                continue;
            }
            let place = format!("{} {}", around.place, field.key);
            let spot = Spot { level: around.level.max(field.level), place };
            let old = record.get(field.key.as_str()).cloned();
            if let Some(new) = self.value(field, &field.shape, old, &spot) {
                record.insert(field.key.as_str().into(), new);
            }
        }
    }

    fn value(
        &mut self,
        field: &Field,
        shape: &Shape,
        old: Option<Value>,
        spot: &Spot,
    ) -> Option<Value> {
        match shape {
            Shape::Word(word) => self.word(word.id, old.is_some(), spot).or(old),
            Shape::List(item) => match (&**item, old) {
                (Shape::Record(kind), Some(Value::Sequence(mut items))) => {
                    for item in &mut items {
                        self.record(kind, item.as_mapping_mut().unwrap(), spot);
                    }
                    Some(Value::Sequence(items))
                }
                (Shape::Word(word), old) if word.id == "text" => {
                    if self.only_hidden && (old.is_none() || spot.level == Level::Public)
                    {
                        return old;
                    }
                    let texts = (0..2).filter_map(|_| self.word("text", true, spot));
                    Some(Value::Sequence(texts.collect()))
                }
                (_, old) => old,
            },
            Shape::Record(kind) => {
                let mut record = old?;
                self.record(kind, record.as_mapping_mut().unwrap(), spot);
                Some(record)
            }
            Shape::Map(_) => {
                let _ = field;
                old
            }
        }
    }

    fn word(&mut self, shape: &str, there: bool, spot: &Spot) -> Option<Value> {
        if self.only_hidden && (spot.level == Level::Public || shape != "text" || !there)
        {
            return None;
        }
        let hidden = spot.level > Level::Public && self.numbers.is_some();
        let change = self.numbers.unwrap_or_default();
        match shape {
            "text" => {
                self.texts += 1;
                let text = (self.text)(self.texts, &spot.place, spot.level);
                self.plant(vec![text.clone()], text, spot)
            }
            "money" if hidden => {
                self.amounts += 1;
                let change = if spot.place.contains(FUNDS) { 0 } else { change };
                let digits = format!("1.3{:04}7", self.amounts + change * 500);
                self.plant(vec![digits.clone()], format!("{digits}亿元"), spot)
            }
            // One file of a kind is enough: the year has only so many days.
            "date"
                if hidden
                    && (there || is_first(&spot.place))
                    && is_first(&spot.place) =>
            {
                self.days += 1;
                // What is told of money comes after the months that it came in.
                let first = if spot.place.contains(FUNDS) { 5 } else { 2 };
                let (month, day) =
                    (first + (self.days - 1) / 26, 2 + change + (self.days - 1) % 26);
                let iso = format!("2023-{month:02}-{day:02}");
                let words = format!("2023年{month}月{day}日");
                self.plant(vec![iso.clone(), words], iso, spot)
            }
            "leader-ref" if spot.level == Level::Leader => {
                self.plant(vec![LEADER.to_owned()], LEADER.to_owned(), spot)
            }
            _ => None,
        }
    }

    fn plant(
        &mut self,
        forms: Vec<String>,
        written: String,
        spot: &Spot,
    ) -> Option<Value> {
        let (level, place) = (Some(spot.level), spot.place.clone());
        self.canaries.push(Canary { forms, level, place });
        Some(Value::String(written))
    }
}

/// Writes what was left blank as blank: a `null` is no way to say that none was set.
struct Blank;

impl Formatter for Blank {
    fn write_null<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        Ok(())
    }
}

/// Marks of direction, joiners, spaces and private characters.
fn is_unseen(c: char) -> bool {
    !c.is_alphanumeric() && !"，。、；：？！“”（）《》—…".contains(c)
}

fn is_first(place: &str) -> bool {
    ["xm-1.", "hd-1."].iter().any(|name| place.contains(name))
}
