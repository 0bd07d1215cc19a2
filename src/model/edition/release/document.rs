//! `released/<period>.pdf`: the document as it was issued.

use std::sync::Arc;

use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// What the file is called after its period.
pub const DOCUMENT: &str = ".pdf";

/// With what every PDF begins.
const HEAD: &[u8] = b"%PDF-";

/// A document that was issued, byte by byte. Who may see it stands with its digest.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuedDocument {
    /// The bytes of the file.
    pub bytes: Arc<[u8]>,
}

impl IssuedDocument {
    /// Takes the bytes of a file; the error says that it is no PDF.
    pub fn read(bytes: Vec<u8>) -> Result<IssuedDocument, Fault> {
        if bytes.starts_with(HEAD) {
            return Ok(IssuedDocument { bytes: bytes.into() });
        }
        Err(Fault {
            code: "released-file-edited",
            span: Span { start: 0, end: 0 },
            problem: "这不是 PDF".to_owned(),
            help: "印发的公文由 tongbao release 存在这里，用 git 恢复；是以前印发的，放 PDF 文件"
                .to_owned(),
            other: None,
        })
    }
}
