//! Turns findings into located ones, by reading their files again and following the routes.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::diagnostic::{
    Diagnostic, Labelled, Located, LocatedPlace, Part, Position, Spot, Text,
};
use crate::load::files::Files;
use crate::load::record::yaml_part;
use crate::load::source::files::{LARGEST, Tree};
use crate::load::{text, yaml};
use crate::model::book::FileId;
use crate::model::dictionary::Step;
use crate::model::dictionary::written::{Span, Written};

/// Locates findings and sorts them by file and line; `prefix` is put before the paths.
pub fn locate(
    findings: &[Diagnostic],
    tree: &dyn Tree,
    files: &Files,
    prefix: &str,
) -> Vec<Located> {
    let mut sources = Sources { tree, files, prefix, texts: BTreeMap::new() };
    let mut located: Vec<Located> =
        findings.iter().map(|finding| sources.finding(finding)).collect();
    located.sort_by(|left, right| {
        (left.order(), left.code, &left.message).cmp(&(
            right.order(),
            right.code,
            &right.message,
        ))
    });
    located
}

/// A file's text and content, each read when it is first needed.
struct Source {
    text: Option<Rc<Text>>,
    written: Option<Option<Written>>,
}

struct Sources<'a> {
    tree: &'a dyn Tree,
    files: &'a Files,
    prefix: &'a str,
    texts: BTreeMap<FileId, Source>,
}

impl Sources<'_> {
    fn finding(&mut self, finding: &Diagnostic) -> Located {
        let places = finding.places.iter().map(|place| self.place(place)).collect();
        Located {
            code: finding.code,
            severity: finding.severity,
            message: finding.message.clone(),
            help: finding.help.clone(),
            places,
            subject: finding.subject.clone(),
        }
    }

    fn place(&mut self, labelled: &Labelled) -> LocatedPlace {
        let file = labelled.place.file;
        let path = self.files.path(file);
        let path = match self.prefix {
            "" => path.to_owned(),
            prefix => format!("{}/{path}", prefix.trim_end_matches('/')),
        };
        let position = self.position(file, &labelled.place.spot);
        LocatedPlace { path, label: labelled.label.clone(), position }
    }

    fn position(&mut self, file: FileId, spot: &Spot) -> Option<Position> {
        if *spot == Spot::Whole {
            return None;
        }
        let text = self.source(file).text.clone()?;
        let span = match spot {
            Spot::Whole => return None,
            Spot::Span(span) => *span,
            Spot::Route(route, part) => self.route(file, route, *part)?,
        };
        Some(text.position(span))
    }

    fn source(&mut self, file: FileId) -> &mut Source {
        let (tree, path) = (self.tree, self.files.path(file));
        self.texts.entry(file).or_insert_with(|| {
            let bytes =
                tree.read(path).ok().filter(|bytes| bytes.len() as u64 <= LARGEST);
            let text = bytes.map(|bytes| match text::decode(bytes) {
                Ok(text) => Rc::new(Text::new(&text)),
                Err((text, _)) => Rc::new(Text::new(&text)),
            });
            Source { text, written: None }
        })
    }

    /// Returns the span at the end of a route, or of the longest part of the route that exists.
    fn route(&mut self, file: FileId, route: &[Step], part: Part) -> Option<Span> {
        let is_edition = self.files.path(file).ends_with(".md");
        let source = self.source(file);
        let text = source.text.clone()?;
        let written = source.written.get_or_insert_with(|| {
            let (offset, part) = yaml_part(text.as_str(), is_edition)?;
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
