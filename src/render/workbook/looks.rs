//! How the cells of a workbook look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::view::table::RowKind;

/// Behind the head of a table.
const HEAD: u32 = 0x00E7_ECF2;
/// Behind a sum.
const SUM: u32 = 0x00F3_F3F3;
/// Behind a cell that somebody is asked to fill in.
const ASKED: u32 = 0x00FF_F8DC;
/// The face that every office has.
const FACE: &str = "宋体";

/// The formats of a workbook's cells.
pub(super) struct Looks {
    /// The title above a table.
    pub(super) title: Format,
    /// A line under the title.
    pub(super) line: Format,
    /// The head of a column.
    pub(super) head: Format,
    /// A note under a table.
    pub(super) note: Format,
}

impl Looks {
    pub(super) fn new() -> Looks {
        let plain =
            || Format::new().set_font_name(FACE).set_align(FormatAlign::VerticalCenter);
        Looks {
            title: plain()
                .set_font_size(16)
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_text_wrap(),
            line: plain().set_font_size(10),
            head: bordered()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_text_wrap()
                .set_background_color(Color::RGB(HEAD)),
            note: plain().set_font_size(9).set_text_wrap().set_align(FormatAlign::Top),
        }
    }

    /// Returns the format of a cell of words.
    pub(super) fn words(&self, kind: RowKind, asked: bool) -> Format {
        shaded(bordered().set_text_wrap().set_align(FormatAlign::Left), kind, asked)
            .set_num_format("@")
    }

    /// Returns the format of a cell with a number, given its pattern.
    pub(super) fn number(&self, kind: RowKind, asked: bool, pattern: &str) -> Format {
        shaded(bordered().set_align(FormatAlign::Right), kind, asked)
            .set_num_format(pattern)
    }
}

fn bordered() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(10)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
}

fn shaded(format: Format, kind: RowKind, asked: bool) -> Format {
    match kind {
        RowKind::Body if asked => format.set_background_color(Color::RGB(ASKED)),
        RowKind::Body => format,
        RowKind::Subtotal | RowKind::Total => {
            format.set_bold().set_background_color(Color::RGB(SUM))
        }
    }
}
