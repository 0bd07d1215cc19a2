//! Paragraphs: a style, what differs from it, and runs of text.

use crate::render::docx::styles::style::Style;
use crate::render::docx::xml::Element;
use crate::view::inline::Inline;

/// A paragraph. Its properties stand in the order in which the format wants them.
pub(super) struct Paragraph {
    style: Style,
    with_next: bool,
    on_new_page: bool,
    tabs: Vec<Element>,
    spacing: Option<Element>,
    indent: Option<Element>,
    side: Option<&'static str>,
    section: Option<Element>,
    /// Type size of its runs in half points, where it is not that of the style.
    size: Option<u32>,
    runs: Vec<Element>,
}

impl Paragraph {
    /// An empty paragraph.
    pub(super) fn new(style: Style) -> Paragraph {
        Paragraph {
            style,
            with_next: false,
            on_new_page: false,
            tabs: Vec::new(),
            spacing: None,
            indent: None,
            side: None,
            section: None,
            size: None,
            runs: Vec::new(),
        }
    }

    /// A paragraph of one text.
    pub(super) fn of(style: Style, text: &str) -> Paragraph {
        Paragraph::new(style).text(text)
    }

    /// Goes on with a text.
    pub(super) fn text(self, text: &str) -> Paragraph {
        self.run(None, text)
    }

    /// Goes on with a text in the face of a kind of characters.
    pub(super) fn run(mut self, face: Option<Style>, text: &str) -> Paragraph {
        if text.is_empty() {
            return self;
        }
        let face = face.map(|face| Element::value("w:rStyle", face.id()));
        let size = self.size.map(|size| Element::value("w:sz", size));
        let mut run = Element::new("w:r");
        if face.is_some() || size.is_some() {
            run = run.child(Element::new("w:rPr").children(face).children(size));
        }
        self.runs.push(run.child(words(text)));
        self
    }

    /// Goes on with running text.
    pub(super) fn inlines(self, inlines: &[Inline]) -> Paragraph {
        inlines.iter().fold(self, |paragraph, inline| {
            let face = match inline {
                Inline::Strong { .. }
                | Inline::StrongNumber { .. }
                | Inline::StrongLink { .. } => Some(Style::Strong),
                Inline::Emphasis { .. } => Some(Style::Emphasis),
                Inline::Text { .. } | Inline::Number { .. } | Inline::Link { .. } => None,
            };
            paragraph.run(face, inline.plain())
        })
    }

    /// Begins a new line.
    pub(super) fn line(mut self) -> Paragraph {
        self.runs.push(Element::new("w:r").child(Element::new("w:br")));
        self
    }

    /// Goes on at the next tab.
    pub(super) fn tab(mut self) -> Paragraph {
        self.runs.push(Element::new("w:r").child(Element::new("w:tab")));
        self
    }

    /// The number of the page.
    pub(super) fn page_number(mut self) -> Paragraph {
        let field = Element::new("w:fldSimple").with("w:instr", "PAGE");
        self.runs.push(field.child(Element::new("w:r").child(words("1"))));
        self
    }

    /// The paragraph with the text that follows in a type of its own, in half points.
    pub(super) fn sized(mut self, size: u32) -> Paragraph {
        self.size = Some(size);
        self
    }

    /// The paragraph on one page with what follows.
    pub(super) fn with_next(mut self, with_next: bool) -> Paragraph {
        self.with_next = with_next;
        self
    }

    /// The paragraph at the top of a page.
    pub(super) fn on_new_page(mut self, on_new_page: bool) -> Paragraph {
        self.on_new_page = on_new_page;
        self
    }

    /// The paragraph with a place at its right, up to which a tab leads.
    pub(super) fn right_tab(mut self, at: u32) -> Paragraph {
        self.tabs.push(Element::value("w:tab", "right").with("w:pos", at));
        self
    }

    /// The paragraph so far below what stands above.
    pub(super) fn below(mut self, before: u32) -> Paragraph {
        self.spacing = Some(Element::new("w:spacing").with("w:before", before));
        self
    }

    /// The paragraph so far from the right edge.
    pub(super) fn off_the_right(mut self, right: u32) -> Paragraph {
        self.indent = Some(Element::new("w:ind").with("w:right", right));
        self
    }

    /// The paragraph so far from the left edge, its first line less.
    pub(super) fn hanging(mut self, left: u32, hanging: u32) -> Paragraph {
        let indent = Element::new("w:ind").with("w:left", left);
        self.indent = Some(indent.with("w:hanging", hanging));
        self
    }

    /// The paragraph set to a side.
    pub(super) fn side(mut self, side: &'static str) -> Paragraph {
        self.side = Some(side);
        self
    }

    /// The paragraph as the last one of a section.
    pub(super) fn ends(mut self, section: Element) -> Paragraph {
        self.section = Some(section);
        self
    }

    /// The paragraph as an element.
    pub(super) fn element(self) -> Element {
        let flag = |name, is: bool| is.then(|| Element::new(name));
        let tabs =
            (!self.tabs.is_empty()).then(|| Element::new("w:tabs").children(self.tabs));
        let properties = Element::new("w:pPr")
            .child(Element::value("w:pStyle", self.style.id()))
            .children(flag("w:keepNext", self.with_next))
            .children(flag("w:pageBreakBefore", self.on_new_page))
            .children(tabs)
            .children(self.spacing)
            .children(self.indent)
            .children(self.side.map(|side| Element::value("w:jc", side)))
            .children(self.section);
        Element::new("w:p").child(properties).children(self.runs)
    }
}

fn words(text: &str) -> Element {
    Element::new("w:t").with("xml:space", "preserve").text(text)
}
