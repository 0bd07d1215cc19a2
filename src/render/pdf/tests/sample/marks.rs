//! The numbers and lamps of the sample document.

use crate::view::inline::{Inline, Mark, Number};

/// A number that belongs to a figure.
pub(super) fn number(text: &str) -> Inline {
    Inline::Number {
        number: Number {
            figure: "funds/all".to_owned(),
            part: "value".to_owned(),
            value: String::new(),
            text: text.to_owned(),
            trace: String::new(),
        },
    }
}

/// One of five lamps, by turns.
pub(super) fn mark(at: usize) -> Mark {
    let marks = [
        ("green", "绿色", "#1b7f5c"),
        ("blue", "蓝色", "#2f6db5"),
        ("yellow", "黄色", "#d9a406"),
        ("orange", "橙色", "#e0702a"),
        ("red", "红色", "#c6282e"),
    ];
    let (id, word, color) = marks[at % marks.len()];
    Mark { id: id.to_owned(), word: word.to_owned(), color: color.to_owned() }
}
