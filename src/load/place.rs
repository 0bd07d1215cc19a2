//! Turns findings into located ones, by reading their files again and following the routes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::clipped::{clipped, clipped_word};
use crate::diagnostic::{
    Diagnostic, Labelled, Located, LocatedPlace, Part, Place, Position, Spot, Text,
};
use crate::load::files::Files;
use crate::load::record::yaml_part;
use crate::load::source::files::{LARGEST, Tree};
use crate::load::{text, yaml};
use crate::model::dictionary::Step;
use crate::model::dictionary::written::{Span, Written};

/// Where the places of some findings are in their files.
type Positions<'a> = BTreeMap<&'a Place, Position>;

/// Locates findings and puts them in the order of files and lines; paths are shown after a prefix.
pub fn locate(
    findings: &[Diagnostic],
    tree: &dyn Tree,
    files: &Files,
    prefix: &str,
) -> Vec<Located> {
    let positions = positions(findings, tree, files);
    let place = |labelled: &Labelled| {
        let path = files.path(labelled.place.file);
        let path = match prefix {
            "" => path.to_owned(),
            prefix => format!("{}/{path}", prefix.trim_end_matches('/')),
        };
        let position = positions.get(&labelled.place).cloned();
        LocatedPlace { path, label: labelled.label.clone(), position }
    };
    let finding = |finding: &Diagnostic| Located {
        code: finding.code,
        severity: finding.severity,
        message: clipped(&finding.message),
        help: clipped(&finding.help),
        places: finding.places.iter().map(place).collect(),
        subject: clipped_word(&finding.subject),
        subjects: finding.subjects.iter().map(|word| clipped_word(word)).collect(),
    };
    let mut located: Vec<Located> = findings.iter().map(finding).collect();
    located.sort_by(|left, right| {
        (left.order(), left.code, &left.message).cmp(&(
            right.order(),
            right.code,
            &right.message,
        ))
    });
    located
}

/// Returns the positions of all places; their files are read one at a time, as they may be many and large.
fn positions<'a>(
    findings: &'a [Diagnostic],
    tree: &dyn Tree,
    files: &Files,
) -> Positions<'a> {
    let places = findings.iter().flat_map(|finding| &finding.places);
    let places = places.map(|labelled| &labelled.place);
    let places: BTreeSet<&Place> =
        places.filter(|place| place.spot != Spot::Whole).collect();
    let mut positions = Positions::new();
    let mut source: Option<(&Place, Option<Source>)> = None;
    for place in places {
        // The places are in the order of their files.
        if source.as_ref().is_none_or(|(last, _)| last.file != place.file) {
            source = Some((place, Source::read(tree, files.path(place.file))));
        }
        let source = source.as_mut().and_then(|(_, source)| source.as_mut());
        let position = source.and_then(|source| source.position(&place.spot));
        positions.extend(position.map(|position| (place, position)));
    }
    positions
}

/// The text of a file and what is written in it, once that is needed.
struct Source {
    text: Text,
    is_edition: bool,
    written: Option<Option<Written>>,
}

impl Source {
    /// The text of a file; `None` where it cannot be had.
    fn read(tree: &dyn Tree, path: &str) -> Option<Source> {
        let bytes = tree.read(path).ok().filter(|bytes| bytes.len() as u64 <= LARGEST)?;
        let text = match text::decode(bytes) {
            Ok(text) | Err((text, _)) => Text::new(&text),
        };
        Some(Source { text, is_edition: path.ends_with(".md"), written: None })
    }

    fn position(&mut self, spot: &Spot) -> Option<Position> {
        let span = match spot {
            Spot::Whole => return None,
            Spot::Span(span) => *span,
            Spot::Route(route, part) => self.route(route, *part)?,
        };
        Some(self.text.position(span))
    }

    /// Returns the span of a route; where its end is gone, of the nearest part of it that is there.
    fn route(&mut self, route: &[Step], part: Part) -> Option<Span> {
        let (text, is_edition) = (self.text.as_str(), self.is_edition);
        let written = self.written.get_or_insert_with(|| {
            let (offset, part) = yaml_part(text, is_edition)?;
            yaml::parse(part, offset).written
        });
        let written = written.as_ref()?;
        let deepest = (0..=route.len()).rev().find_map(|length| {
            Some((length == route.len(), written.at(&route[..length])?))
        });
        let (whole, (key, value)) = deepest?;
        Some(match (part, key) {
            (Part::Value, _) if whole && matches!(value, Written::Scalar { .. }) => {
                if value.is_blank() {
                    key.unwrap_or(value.span())
                } else {
                    value.span()
                }
            }
            (_, Some(key)) => key,
            _ => value.head(),
        })
    }
}
