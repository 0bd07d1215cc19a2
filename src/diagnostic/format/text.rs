//! Findings for people: source line, marked place and advice, aligned under wide characters.

use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::format::Format;
use crate::diagnostic::plain::{plain, plain_line};
use crate::diagnostic::{Located, LocatedPlace, Severity};

pub(super) const FORMAT: Format = Format { name: "text", show };

fn show(findings: &[Located], colored: bool) -> String {
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for finding in findings {
        text.push_str(&renderer.render(&[group(finding)]));
        text.push_str("\n\n");
    }
    text
}

fn group(finding: &Located) -> Group<'_> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .with_name(finding.severity.label())
        .primary_title(plain_line(&finding.message))
        .id(finding.code);
    let mut group = Group::with_title(title);
    let mut remaining = finding.places.as_slice();
    while let Some(first) = remaining.first() {
        let same =
            remaining.iter().take_while(|place| is_near(place, first)).count().max(1);
        group = with_file(group, &remaining[..same]);
        remaining = &remaining[same..];
    }
    if !finding.help.is_empty() {
        group =
            group.element(Level::HELP.with_name("办法").message(plain(&finding.help)));
    }
    group
}

/// Places of one file that are further apart, in lines, are shown each by itself: all lines between
/// them would be looked through for each finding.
const NEAR: usize = 100;

fn is_near(left: &LocatedPlace, right: &LocatedPlace) -> bool {
    let (Some(first), Some(second)) = (&left.position, &right.position) else {
        return false;
    };
    left.path == right.path
        && Arc::ptr_eq(&first.source, &second.source)
        && first.line.abs_diff(second.line) <= NEAR
}

/// Adds the places of one file; the first of the finding is the marked one.
fn with_file<'a>(group: Group<'a>, places: &'a [LocatedPlace]) -> Group<'a> {
    let Some(first) = places.first() else { return group };
    let path = plain_line(&first.path);
    let Some(position) = &first.position else {
        return group.element(Origin::path(path));
    };
    let positions = || places.iter().filter_map(|place| place.position.as_ref());
    // Only the lines between the first and the last place are handed over: files may be large.
    let source = position.source.as_ref();
    let from = positions().map(|at| at.span.start as usize).min().unwrap_or(0);
    let to = positions().map(|at| at.span.end as usize).max().unwrap_or(0);
    let start = source[..from].rfind('\n').map_or(0, |at| at + 1);
    let end = source[to..].find('\n').map_or(source.len(), |at| to + at);
    let line = positions().map(|at| at.line).min().unwrap_or(1);
    let mut snippet = Snippet::source(&source[start..end]).line_start(line).fold(true);
    for (index, place) in places.iter().enumerate() {
        let Some(position) = &place.position else { continue };
        let kind =
            if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let label = (!place.label.is_empty()).then(|| plain(&place.label));
        let span = position.span.range();
        snippet = snippet
            .annotation(kind.span(span.start - start..span.end - start).label(label));
    }
    if position.is_cut {
        let origin = Origin::path(path).line(line).char_column(position.column);
        return group.element(origin).element(snippet.path(None::<&str>));
    }
    group.element(snippet.path(path))
}
