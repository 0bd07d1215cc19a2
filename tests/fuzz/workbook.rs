//! Workbooks whose parts were changed, packed again.

use proptest::{prop_assert, proptest};
use tongbao::load::{archive, workbook};
use tongbao::render::workbook::xlsx;
use tongbao::view::table::RowKind;
use tongbao::view::workbook::{
    Content, SheetCell, SheetColumn, SheetNumber, SheetRow, Workbook, Worksheet,
};

use crate::mutation::mutated;
use crate::packed::packed;

/// The parts of a workbook of one sheet, each with its name.
fn parts() -> Vec<(String, String)> {
    let number = SheetNumber::of("12.50", "万元").unwrap();
    let cells = vec![
        SheetCell::text("某某食品有限公司"),
        SheetCell::given(Content::Number(number)),
        SheetCell::given(Content::Sum { parts: [1, 1], whole: 1 }),
    ];
    let column = |head: &str| SheetColumn { head: head.to_owned(), ..Default::default() };
    let sheet = Worksheet {
        name: "到位资金".to_owned(),
        title: "到位资金".to_owned(),
        columns: ["项目名称", "本月（万元）", "核对"].map(column).into(),
        rows: vec![SheetRow { kind: RowKind::Body, cells }; 3],
        ..Worksheet::default()
    };
    let bytes = xlsx(&Workbook { title: "表".to_owned(), sheets: vec![sheet] }).unwrap();
    let parts = archive::files(&bytes, 1 << 24).unwrap().into_iter();
    parts.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

/// What begins a text with the name of the part that it is.
const NAME_END: char = '\u{1}';

proptest! {
    #[test]
    fn a_mutated_workbook_is_read_or_refused_in_words(
        text in mutated(parts().into_iter().map(|(name, text)| format!("{name}{NAME_END}{text}")).collect()),
    ) {
        let (changed, content) = text.split_once(NAME_END).unwrap_or(("", &text));
        let own = parts();
        let all: Vec<(&str, &[u8])> = own
            .iter()
            .map(|(name, text)| {
                let text = if name == changed { content } else { text };
                (name.as_str(), text.as_bytes())
            })
            .collect();
        let read = workbook::read(&packed(&all));
        prop_assert!(read.is_ok_and(|grids| grids.sheets.len() < 65) || workbook::read(&packed(&all)).is_err());
        prop_assert!(!workbook::read(content.as_bytes()).is_err_and(|refusal| refusal.help.is_empty()));
    }
}
