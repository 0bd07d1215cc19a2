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
}
