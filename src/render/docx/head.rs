//! What stands above the body, by the form of the document.

use crate::render::docx::measures::{BEFORE_EDGE, PITCH, mm};
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::styles::style::Style;
use crate::render::docx::xml::Element;
use crate::view::document::{Document, Form};

/// The head with the title and whom the document is for.
pub(super) fn head(document: &Document) -> Vec<Element> {
    let mut paragraphs = match document.form {
        Form::Letter => letter(document),
        Form::Newsletter | Form::Brief => newsletter(document),
        Form::Official | Form::Data => official(document),
    };
    paragraphs.push(title(document));
    // Without addressees the line below the title stays empty.
    paragraphs.push(match document.addressees.as_str() {
        "" => Paragraph::new(Style::Addressees),
        to => Paragraph::of(Style::Addressees, &format!("{to}：")).below(PITCH),
    });
    paragraphs.into_iter().map(Paragraph::element).collect()
}

/// The title in its lines; the line of the head is drawn below what stands above.
fn title(document: &Document) -> Paragraph {
    let mut lines = document.title.iter();
    let first = lines.next().map(String::as_str).unwrap_or_default();
    let is_newsletter = matches!(document.form, Form::Newsletter | Form::Brief);
    let above = if is_newsletter { PITCH } else { PITCH * 2 };
    let title = Paragraph::of(Style::Title, first).below(above);
    lines.fold(title, |title, line| title.line().text(line))
}

/// 文件: the mark 35 mm below the edge of the text, the number two lines below.
fn official(document: &Document) -> Vec<Paragraph> {
    let status = Paragraph::of(Style::Status, &document.status);
    let mark = Paragraph::of(Style::Mark, &document.mark).below(mm(35.0) - PITCH);
    let number = if document.signer.is_empty() {
        Paragraph::of(Style::Number, &document.number)
    } else {
        // One character in from both sides.
        Paragraph::new(Style::Number)
            .side("left")
            .right_tab(BEFORE_EDGE)
            .text("　")
            .text(&document.number)
            .tab()
            .text("签发人：")
            .run(Some(Style::Signer), &document.signer)
    };
    vec![status, mark, number.below(PITCH * 2)]
}

/// 信函: the mark over a double line, the number under its right end.
fn letter(document: &Document) -> Vec<Paragraph> {
    let mark = Paragraph::of(Style::LetterMark, &document.mark);
    let number = Paragraph::new(Style::LetterNumber)
        .right_tab(BEFORE_EDGE)
        .text(&document.status)
        .tab()
        .text(&document.number);
    vec![mark, number.below(PITCH)]
}

/// 简报: the number of the issue under the name, who compiles it and when above the line.
fn newsletter(document: &Document) -> Vec<Paragraph> {
    let who = Paragraph::new(Style::Number)
        .side("left")
        .right_tab(BEFORE_EDGE)
        .text(&document.signature)
        .tab()
        .text(&document.date);
    let number = Paragraph::of(Style::LetterNumber, &document.number).side("center");
    let number = (!document.number.is_empty()).then(|| number.below(PITCH));
    let mut head = vec![
        Paragraph::of(Style::Status, &document.status),
        Paragraph::of(Style::Mark, &document.mark).below(mm(20.0) - PITCH),
    ];
    head.extend(number);
    head.push(who.below(PITCH / 2));
    head
}
