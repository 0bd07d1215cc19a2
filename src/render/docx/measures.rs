//! Lengths as Word documents have them: twentieths of a point.

use crate::view::document::Form;

/// 22 lines in 225 mm.
pub(crate) const PITCH: u32 = 579;
/// 三号, and how much closer its characters stand so that 28 of them fill 156 mm.
pub(crate) const TEXT: u32 = 16;
pub(crate) const CLOSER: i32 = -5;
/// Width of a character of the text.
pub(crate) const CELL: u32 = 315;
/// 二号, 四号, 五号, in points.
pub(crate) const LARGE: u32 = 22;
pub(crate) const SMALL: u32 = 14;
pub(crate) const TINY: f64 = 10.5;
/// Height and width of A4.
pub(crate) const HEIGHT: u32 = mm(297.0);
pub(crate) const WIDTH: u32 = mm(210.0);
/// Width of the text block.
pub(crate) const BLOCK: u32 = mm(156.0);

/// Millimetres.
pub(crate) const fn mm(length: f64) -> u32 {
    (length * 1440.0 / 25.4) as u32
}

/// Points.
pub(crate) fn points(length: f64) -> u32 {
    (length * 20.0).round() as u32
}

/// A width in characters: digits and Latin letters are half as wide.
pub(crate) fn characters(text: &str) -> f64 {
    text.chars().map(|one| if one.is_ascii() { 0.5 } else { 1.0 }).sum()
}

/// The size of the mark in half points: as large as one line holds it, or two.
pub(crate) fn mark_size(mark: &str) -> u32 {
    let count = mark.chars().count().max(1);
    let lines = if count > 14 { 2.0 } else { 1.0 };
    let longest = (count as f64 / lines).ceil();
    let fitting = 154.0 * 72.0 / 25.4 / longest;
    (fitting.clamp(21.0, 44.0) * 2.0) as u32
}

/// The smallest types of tables in the body and in annexes, in points.
pub(crate) const LEAST: (f64, f64) = (10.5, 9.0);

/// Whether a paper of this form is signed at its end.
pub(crate) fn is_signed(form: Form) -> bool {
    matches!(form, Form::Official | Form::Letter)
}

/// Where the right edge of the text is for what stands one character before it.
pub(crate) const BEFORE_EDGE: u32 = BLOCK - CELL;
