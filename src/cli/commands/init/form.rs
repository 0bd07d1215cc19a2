//! The form of the document that a new book publishes.

use crate::cli::values::WrongValue;
use crate::model::edition::Genre;
use crate::model::edition::paper::PaperForm;

/// The form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// 文件 with a red head.
    Document,
    /// 函.
    Letter,
    /// 简报.
    Newsletter,
    /// 报告 to a superior organ, which is a 文件 too.
    Report,
}

impl Form {
    const ALL: [Form; 4] = [Form::Document, Form::Letter, Form::Newsletter, Form::Report];

    fn word(self) -> &'static str {
        match self {
            Form::Document => PaperForm::Document.label(),
            Form::Letter => PaperForm::Letter.label(),
            Form::Newsletter => PaperForm::Newsletter.label(),
            Form::Report => Genre::Report.label(),
        }
    }

    /// Returns the kind of document that the editions are.
    pub(super) fn genre(self) -> Genre {
        match self {
            Form::Document | Form::Letter => Genre::Bulletin,
            Form::Newsletter => Genre::Brief,
            Form::Report => Genre::Report,
        }
    }

    /// Returns how it is set, where that does not follow from its kind.
    pub(super) fn declared(self) -> Option<PaperForm> {
        (self == Form::Letter).then_some(PaperForm::Letter)
    }
}

/// Reads the form of the document; 通报 is the kind that a 文件 is if nothing else is said.
pub(super) fn form(text: &str) -> Result<Form, WrongValue> {
    let text = text.trim();
    if text == Genre::Bulletin.label() {
        return Ok(Form::Document);
    }
    let form = Form::ALL.into_iter().find(|form| form.word() == text);
    form.ok_or_else(|| WrongValue("公文的格式可写：文件、函、简报、报告".to_owned()))
}
