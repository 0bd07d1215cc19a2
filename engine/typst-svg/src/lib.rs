//! The part of `typst-svg` that typst's HTML export names; documents of a bulletin are PDF alone.

use comemo::Tracked;
use ecow::EcoString;
use typst_library::foundations::Smart;
use typst_library::layout::{Abs, Frame, Point};
use typst_library::model::LateLinkResolver;
use typst_library::visualize::{Image, ImageScaling};

const NEVER: &str = "documents are exported as PDF, never as HTML";

/// Would draw a frame for an HTML page.
#[expect(clippy::too_many_arguments, reason = "the signature is typst's")]
pub fn svg_in_html(
    _frame: &Frame,
    _text_size: Abs,
    _pretty: bool,
    _id: Option<&str>,
    _styles: &str,
    _anchors: &[(Point, EcoString)],
    _links: Tracked<LateLinkResolver>,
) -> String {
    unreachable!("{NEVER}")
}

/// Would say how a browser scales an image.
pub fn convert_image_scaling(_scaling: Smart<ImageScaling>) -> Option<&'static str> {
    unreachable!("{NEVER}")
}

/// Would be an image for an HTML page.
#[derive(Debug)]
pub enum WebImage {}

impl WebImage {
    /// Would prepare an image.
    pub fn new(_image: &Image) -> WebImage {
        unreachable!("{NEVER}")
    }

    /// Would write the image as an address.
    pub fn to_base64_url(&self) -> EcoString {
        match *self {}
    }
}
