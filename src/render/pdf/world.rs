//! What the typesetter may see: the theme's templates and faces, and the files of one document.

use std::collections::HashMap;
use std::path::PathBuf;

use anyhow::anyhow;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;

use crate::render::pdf::lines::Widths;
use crate::theme::Theme;
use crate::theme::fonts::Fonts;

const FOLDER: &str = "pdf/";
const MAIN: &str = "bulletin.typ";

/// What all documents share: the language's library, the faces and the parsed templates.
pub(super) struct PdfResources {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    widths: Widths,
    templates: HashMap<FileId, Source>,
    main: FileId,
}

impl PdfResources {
    pub(super) fn new(theme: &Theme, fonts: &Fonts) -> anyhow::Result<PdfResources> {
        let faces: Vec<Font> = fonts
            .files()
            .iter()
            .flat_map(|file| Font::iter(Bytes::new(file.bytes.clone())))
            .collect();
        let sources = theme.folder(FOLDER).filter(|(path, _)| path.ends_with(".typ"));
        let mut templates = HashMap::new();
        for (path, bytes) in sources {
            let id = file_id(&path[FOLDER.len()..])?;
            let text = String::from_utf8_lossy(bytes).into_owned();
            templates.insert(id, Source::new(id, text));
        }
        Ok(PdfResources {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            widths: Widths::of(fonts),
            faces,
            templates,
            main: file_id(MAIN)?,
        })
    }

    /// How wide texts become in the faces.
    pub(super) fn widths(&self) -> &Widths {
        &self.widths
    }

    /// Whether a family is among the faces.
    pub(super) fn has_family(&self, family: &str) -> bool {
        self.book.contains_family(&family.to_lowercase())
    }
}

/// The world of one document: the resources, and the files made for it.
pub(super) struct DocumentWorld<'a> {
    resources: &'a PdfResources,
    files: HashMap<FileId, Bytes>,
}

impl<'a> DocumentWorld<'a> {
    /// Paths are the same for every document: the typesetter never forgets a path.
    pub(super) fn new(
        resources: &'a PdfResources,
        files: Vec<(String, Vec<u8>)>,
    ) -> anyhow::Result<DocumentWorld<'a>> {
        let files = files
            .into_iter()
            .map(|(path, bytes)| Ok((file_id(&path)?, Bytes::new(bytes))))
            .collect::<anyhow::Result<_>>()?;
        Ok(DocumentWorld { resources, files })
    }

    /// Sets the document's pages.
    pub(super) fn lay_out(&self) -> anyhow::Result<PagedDocument> {
        let compiled = typst::compile::<PagedDocument>(self);
        compiled.output.map_err(|faults| self.failure(&faults))
    }

    /// Faults of a template, with their places, as one error.
    pub(super) fn failure(&self, faults: &[SourceDiagnostic]) -> anyhow::Error {
        let lines: Vec<String> =
            faults.iter().map(|fault| self.describe(fault)).collect();
        anyhow!("排版失败：{}", lines.join("；"))
    }

    fn describe(&self, fault: &SourceDiagnostic) -> String {
        let place = fault.span.id().and_then(|id| {
            let source = self.source(id).ok()?;
            let line = source.lines().byte_to_line(self.range(fault.span)?.start)?;
            Some(format!("{FOLDER}{}:{}", id.get().vpath().get_without_slash(), line + 1))
        });
        format!("{} {}", place.unwrap_or_default(), fault.message).trim().to_owned()
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.resources.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.resources.book
    }

    fn main(&self) -> FileId {
        self.resources.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.resources.templates.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.resources.faces.get(index).cloned()
    }

    // Without a clock a template cannot make two prints differ.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(path: &str) -> anyhow::Result<FileId> {
    let inside = VirtualPath::new(path).map_err(|error| anyhow!("{path}: {error:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, inside).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
