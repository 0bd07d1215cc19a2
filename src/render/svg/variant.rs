//! The places a chart is drawn for.

/// Where a chart is shown: what is readable there decides its width and its type sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// In a page on a wide screen; colours carry classes, so that a style sheet can change them.
    Web,
    /// In a page on a telephone: drawn anew for 360 pixels, not made smaller.
    Phone,
    /// In the PDF, as wide as the text of a GB/T 9704 page; one unit is one point.
    Print,
    /// In the PDF beside another one, half as wide; one unit is one point.
    Half,
}

impl Variant {
    /// Returns whether it is printed, and so holds all its colours and faces itself.
    pub fn is_print(self) -> bool {
        matches!(self, Variant::Print | Variant::Half)
    }
}
