//! The pieces that sample documents are put together from.

use crate::view::chart::{Bars, Chart, Drawing, OnScreen};
use crate::view::document::PaperBlock;
use crate::view::inline::{Inline, Mark, Number, TraceLink};
use crate::view::table::Table;

pub(in crate::render::pdf) fn number(text: &str) -> Inline {
    Inline::Number {
        number: Number {
            figure: "funds/all".to_owned(),
            part: "value".to_owned(),
            value: String::new(),
            text: text.into(),
            trace: TraceLink::default(),
        },
    }
}

pub(in crate::render::pdf) fn mark(at: usize) -> Mark {
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

pub(in crate::render::pdf) fn heading(level: u8, text: &str) -> PaperBlock {
    PaperBlock::Heading { level, text: text.to_owned() }
}

pub(in crate::render::pdf) fn paragraph(text: &str) -> PaperBlock {
    PaperBlock::Paragraph { inlines: vec![Inline::text(text)] }
}

/// A table under a caption.
pub(in crate::render::pdf) fn table(caption: &str, table: Table) -> PaperBlock {
    PaperBlock::Table {
        caption: caption.to_owned(),
        continued: format!("{caption}（续）"),
        table,
    }
}

pub(in crate::render::pdf) fn chart(id: &str, caption: &str) -> PaperBlock {
    let chart = Chart {
        id: id.to_owned(),
        title: "上半年到位资金28.10亿元，完成年度目标的56.20%（含演示数据）".to_owned(),
        subtitle: "截至6月30日累计到位资金，单位：亿元".to_owned(),
        caption: String::new(),
        description: "三条横条：甲单位64%，乙单位52%，丙单位31%。".to_owned(),
        drawing: Drawing::Bars(Bars { rows: vec![], schedule: None, legend: vec![] }),
        numbers: Table::default(),
        on_screen: OnScreen::Drawing,
    };
    PaperBlock::Chart { chart, caption: caption.to_owned() }
}
