//! Findings as values: code, severity, message, advice and places.

pub mod clipped;
pub mod format;
pub mod located;
pub mod place;
pub mod plain;
pub mod severity;

pub use crate::diagnostic::located::{Located, LocatedPlace, Position, Text};
pub use crate::diagnostic::place::{Part, Place, Spot};
pub use crate::diagnostic::severity::Severity;

/// A place with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// Place.
    pub place: Place,
    /// Label; empty if the message says it all.
    pub label: String,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// Severity.
    pub severity: Severity,
    /// What is wrong, and why.
    pub message: String,
    /// What to do; empty for none.
    pub help: String,
    /// Places: first the fault itself, then what belongs to it.
    pub places: Vec<Labelled>,
    /// What it is about, such as the name of a sector, for rulings that name it.
    pub subject: String,
    /// All that it is about, where that is more than its subject.
    pub subjects: Vec<String>,
    /// Indicator whose numbers do not fit, for rulings.
    pub indicator: String,
    /// The numbers, or what else differs: a ruling holds for these alone.
    pub numbers: Vec<String>,
}

impl Diagnostic {
    /// Makes a finding at a place.
    pub fn new(
        code: &'static str,
        severity: Severity,
        place: Place,
        message: impl Into<String>,
    ) -> Diagnostic {
        let places = vec![Labelled { place, label: String::new() }];
        let (message, help, subject) = (message.into(), String::new(), String::new());
        let (subjects, indicator, numbers) = (Vec::new(), String::new(), Vec::new());
        Diagnostic {
            code,
            severity,
            message,
            help,
            places,
            subject,
            subjects,
            indicator,
            numbers,
        }
    }

    /// Adds advice.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Diagnostic {
        self.help = help.into();
        self
    }

    /// Sets what it is about.
    pub fn about(&mut self, subject: impl Into<String>) -> &mut Diagnostic {
        self.subject = subject.into();
        self
    }

    /// Sets all that it is about.
    pub fn about_all(
        &mut self,
        subjects: impl IntoIterator<Item = String>,
    ) -> &mut Diagnostic {
        self.subjects = subjects.into_iter().collect();
        self
    }

    /// Sets which numbers of an indicator do not fit, and adds how a ruling names all that: the
    /// document itself may say so.
    pub fn or_ruled(
        &mut self,
        indicator: &str,
        numbers: impl IntoIterator<Item = String>,
    ) -> &mut Diagnostic {
        self.indicator = indicator.to_owned();
        self.numbers = numbers.into_iter().collect();
        let words = self.ruling_words();
        let ruled = format!("；确是如此的，作一条裁定，在“所涉问题”里写 {words}");
        self.help.push_str(&ruled);
        self
    }

    /// Returns the item by which a ruling names it.
    pub fn ruling_words(&self) -> String {
        let numbers: Vec<String> =
            self.numbers.iter().map(|number| quoted(number)).collect();
        let listed = format!("[{}]", numbers.join(", "));
        let keys = [
            ("代码", self.code.to_owned()),
            ("涉及", quoted(&self.subject)),
            ("指标", quoted(&self.indicator)),
            ("数", if numbers.is_empty() { String::new() } else { listed }),
        ];
        let keys = keys.into_iter().filter(|(_, word)| !word.is_empty());
        let keys: Vec<String> =
            keys.map(|(key, word)| format!("{key}: {word}")).collect();
        format!("{{{}}}", keys.join(", "))
    }

    /// Labels the place of the fault itself.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Diagnostic {
        if let Some(first) = self.places.first_mut() {
            first.label = label.into();
        }
        self
    }

    /// Adds a further place.
    pub fn also(&mut self, place: Place, label: impl Into<String>) -> &mut Diagnostic {
        self.places.push(Labelled { place, label: label.into() });
        self
    }
}

/// Returns a word as it stands in a list or a map of YAML.
fn quoted(word: &str) -> String {
    let is_plain = !word.contains([',', ':', '[', ']', '{', '}', '#', '"', '\'', '\\']);
    if is_plain { word.to_owned() } else { format!("{word:?}") }
}
