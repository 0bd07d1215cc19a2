//! The part of `two-face` that typst's raw text names.

/// Syntaxes of programming languages.
pub mod syntax {
    use syntect::parsing::{SyntaxSet, SyntaxSetBuilder};

    /// Returns the one for text without any, so that listings stay uncoloured.
    pub fn extra_no_newlines() -> SyntaxSet {
        let mut syntaxes = SyntaxSetBuilder::new();
        syntaxes.add_plain_text_syntax();
        syntaxes.build()
    }
}
