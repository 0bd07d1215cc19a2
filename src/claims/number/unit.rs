//! The units of printed numbers, and what they measure.

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Money in a currency.
    Money(&'static str),
    /// Things that are counted.
    Count(&'static str),
    /// `%`.
    Percent,
    /// `个百分点`.
    Points,
    /// `倍`.
    Times,
    /// Something that is never recomputed: money for an area, lengths, days.
    Other,
}

/// A unit behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Bytes that it takes.
    pub length: usize,
    /// What it measures.
    pub dimension: Dimension,
    /// The power of ten by which it is smaller than the largest of its kind.
    pub smaller: u32,
}

/// Units with what they measure, and the power of ten by which they are smaller than the largest.
/// Where one begins like another, the longer one is first.
const UNITS: &[(&str, Dimension, u32)] = &[
    ("个百分点", Dimension::Points, 0),
    ("百分点", Dimension::Points, 0),
    ("%", Dimension::Percent, 0),
    ("亿美元", Dimension::Money("美元"), 0),
    ("万美元", Dimension::Money("美元"), 4),
    ("亿港元", Dimension::Money("港元"), 0),
    ("万港元", Dimension::Money("港元"), 4),
    ("亿欧元", Dimension::Money("欧元"), 0),
    ("万欧元", Dimension::Money("欧元"), 4),
    ("亿元", Dimension::Money("元"), 0),
    ("万元", Dimension::Money("元"), 4),
    ("亿", Dimension::Money("元"), 0),
    ("万", Dimension::Money("元"), 4),
    ("倍", Dimension::Times, 0),
    ("个", Dimension::Count("个"), 0),
    ("家", Dimension::Count("家"), 0),
    ("宗", Dimension::Count("宗"), 0),
    ("条", Dimension::Count("条"), 0),
    ("件", Dimension::Count("件"), 0),
    ("户", Dimension::Count("户"), 0),
    ("批", Dimension::Count("批"), 0),
    ("次", Dimension::Count("次"), 0),
    ("项", Dimension::Count("项"), 0),
    ("人次", Dimension::Count("人次"), 0),
    ("人", Dimension::Count("人"), 0),
    ("亩", Dimension::Other, 0),
    ("吨", Dimension::Other, 0),
    ("公里", Dimension::Other, 0),
    ("平方米", Dimension::Other, 0),
];

/// Words that stand where a unit could, but make it part of another word: 前11个月.
const NOT: &[&str] = &["个月", "个工作日", "个季度"];

impl Unit {
    /// Returns the unit that a text begins with.
    pub fn at_start(text: &str) -> Option<Unit> {
        let (word, dimension, smaller) =
            *UNITS.iter().find(|(word, ..)| text.starts_with(word))?;
        let behind = &text[word.len()..];
        let is_bare = matches!(word, "亿" | "万");
        if NOT.iter().any(|other| text.starts_with(other))
            || (is_bare && !ends_here(behind))
        {
            return None;
        }
        let renminbi =
            if behind.starts_with("人民币") { "人民币".len() } else { 0 };
        let per_unit = behind.starts_with('/');
        Some(Unit {
            length: word.len() + renminbi,
            dimension: if per_unit { Dimension::Other } else { dimension },
            smaller,
        })
    }
}

/// Returns whether 亿 or 万 means money where this follows: 50亿，, not 50亿吨.
fn ends_here(behind: &str) -> bool {
    const BEHIND: &[&str] = &["的", "和", "以", "左右", "余", "多", "占", "人民币"];
    !behind.starts_with(char::is_alphanumeric)
        || BEHIND.iter().any(|word| behind.starts_with(word))
}
