//! Lengths as Word documents have them: twentieths of a point.

use crate::view::document::Form;

/// 22 lines in 225 mm.
pub(super) const PITCH: u32 = 579;
/// 三号, and how much closer its characters stand so that 28 of them fill 156 mm.
pub(super) const TEXT: u32 = 16;
pub(super) const CLOSER: i32 = -5;
/// Width of a character of the text.
pub(super) const CELL: u32 = 315;
/// 二号, 四号, 五号, in points.
pub(super) const LARGE: u32 = 22;
pub(super) const SMALL: u32 = 14;
pub(super) const TINY: f64 = 10.5;
/// Height and width of A4.
pub(super) const HEIGHT: u32 = mm(297.0);
pub(super) const WIDTH: u32 = mm(210.0);
/// Width of the text block.
pub(super) const BLOCK: u32 = mm(156.0);

/// Millimetres.
pub(super) const fn mm(length: f64) -> u32 {
    (length * 1440.0 / 25.4) as u32
}

/// Points.
pub(super) fn points(length: f64) -> u32 {
    (length * 20.0).round() as u32
}

/// A width in characters: digits and Latin letters are half as wide.
pub(super) fn characters(text: &str) -> f64 {
    text.chars().map(|one| if one.is_ascii() { 0.5 } else { 1.0 }).sum()
}

/// The size of the mark in half points: as large as one line holds it, or two.
pub(super) fn mark_size(mark: &str) -> u32 {
    let count = mark.chars().count().max(1);
    let lines = if count > 14 { 2.0 } else { 1.0 };
    let longest = (count as f64 / lines).ceil();
    let fitting = 154.0 * 72.0 / 25.4 / longest;
    (fitting.clamp(21.0, 44.0) * 2.0) as u32
}

/// The smallest types of tables in the body and in annexes, in points.
pub(super) const LEAST: (f64, f64) = (10.5, 9.0);

/// Whether a paper of this form is signed at its end.
pub(super) fn is_signed(form: Form) -> bool {
    matches!(form, Form::Official | Form::Letter)
}
