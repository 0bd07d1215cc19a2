//! The parts of a document, packed together: the same bytes on any machine.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::render::docx::measures::mark_size;
use crate::render::docx::sections::{FEET, foot, foot_id};
use crate::render::docx::styles::style::Face;
use crate::render::docx::styles::styles;
use crate::render::docx::xml::{Element, LINKS, WORDS};
use crate::theme::Theme;
use crate::view::document::Document;

const KINDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const TITLE: &str =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// Packs the main part of a document with all that it needs.
pub(super) fn packed(
    document: &Document,
    main: Element,
    theme: &Theme,
) -> Result<Vec<u8>> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), kinds()),
        ("_rels/.rels".to_owned(), top_links()),
        ("docProps/core.xml".to_owned(), title(document)),
        ("word/document.xml".to_owned(), main),
        ("word/_rels/document.xml.rels".to_owned(), links()),
        ("word/styles.xml".to_owned(), styles(theme, mark_size(&document.mark))),
        ("word/settings.xml".to_owned(), settings()),
        ("word/fontTable.xml".to_owned(), faces(theme)),
    ];
    let feet = FEET.iter().map(|(name, pages)| (format!("word/{name}"), foot(pages)));
    parts.extend(feet);
    zipped(&parts)
}

fn zipped(parts: &[(String, Element)]) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix);
    for (name, part) in parts {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(&part.file()?)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// What kind of file each part is.
fn kinds() -> Element {
    let default = |ending: &str, kind: &str| {
        Element::new("Default").with("Extension", ending).with("ContentType", kind)
    };
    let own = |name: &str, kind: &str| {
        let part = Element::new("Override").with("PartName", format!("/word/{name}"));
        part.with("ContentType", format!("{KINDS}{kind}+xml"))
    };
    let core = Element::new("Override").with("PartName", "/docProps/core.xml").with(
        "ContentType",
        "application/vnd.openxmlformats-package.core-properties+xml",
    );
    Element::new("Types")
        .with("xmlns", format!("{PACKAGE}content-types"))
        .child(default(
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ))
        .child(default("xml", "application/xml"))
        .child(own("document.xml", "document.main"))
        .child(own("styles.xml", "styles"))
        .child(own("settings.xml", "settings"))
        .child(own("fontTable.xml", "fontTable"))
        .children(FEET.iter().map(|(name, _)| own(name, "footer")))
        .child(core)
}

fn link(id: &str, kind: String, target: &str) -> Element {
    Element::new("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}

fn all(links: impl IntoIterator<Item = Element>) -> Element {
    Element::new("Relationships")
        .with("xmlns", format!("{PACKAGE}relationships"))
        .children(links)
}

fn top_links() -> Element {
    let core = format!("{PACKAGE}relationships/metadata/core-properties");
    all([
        link("main", format!("{LINKS}/officeDocument"), "word/document.xml"),
        link("core", core, "docProps/core.xml"),
    ])
}

fn links() -> Element {
    let of =
        |id: &str, kind: &str, target: &str| link(id, format!("{LINKS}/{kind}"), target);
    let feet = FEET.iter().enumerate();
    let feet = feet.map(|(at, (name, _))| of(&foot_id(at), "footer", name));
    let own = [
        of("styles", "styles", "styles.xml"),
        of("settings", "settings", "settings.xml"),
        of("faces", "fontTable", "fontTable.xml"),
    ];
    all(own.into_iter().chain(feet))
}

/// The title alone: no author, no machine, no time.
fn title(document: &Document) -> Element {
    Element::new("cp:coreProperties")
        .with("xmlns:cp", TITLE)
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .child(Element::new("dc:title").text(&document.heading))
}

/// Odd and even pages have feet of their own, and are bound at opposite edges.
fn settings() -> Element {
    Element::new("w:settings")
        .with("xmlns:w", WORDS)
        .child(Element::new("w:mirrorMargins"))
        .child(Element::new("w:evenAndOddHeaders"))
        .child(Element::value("w:characterSpacingControl", "compressPunctuation"))
}

/// The faces by name, with those that stand in for them where they are missing.
fn faces(theme: &Theme) -> Element {
    let face = |face: &Face| {
        let names = face.names(theme);
        let (first, others) = names.split_first()?;
        let others =
            (!others.is_empty()).then(|| Element::value("w:altName", others.join(",")));
        let charset = Element::value("w:charset", "86");
        Some(Element::new("w:font").with("w:name", first).children(others).child(charset))
    };
    Element::new("w:fonts")
        .with("xmlns:w", WORDS)
        .children(Face::ALL.iter().filter_map(face))
}
