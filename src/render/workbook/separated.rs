//! A sheet as a `.csv` file that Excel and WPS open rightly: with a mark, and no text is a formula.

use crate::view::workbook::{Content, SheetCell, Worksheet};

/// What begins a formula, or leads a program to take a text for one.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// Writes the head and the rows of a sheet.
pub fn csv(sheet: &Worksheet) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let heads = sheet.columns.iter().map(|column| match column.group.as_str() {
        "" => column.head.clone(),
        group => format!("{group}－{}", column.head),
    });
    line(&mut out, heads.map(|head| text(&head)));
    for row in &sheet.rows {
        line(&mut out, row.cells.iter().map(cell));
    }
    out.into_bytes()
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

fn cell(cell: &SheetCell) -> String {
    match &cell.content {
        Content::Blank | Content::Sum { .. } => String::new(),
        Content::Text(words) => text(words),
        Content::Number(number) => number.digits.clone(),
        Content::Day(day) => day.to_string(),
    }
}

/// A text, after a sign that keeps it from being worked out.
fn text(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::table::RowKind;
    use crate::view::workbook::{SheetColumn, SheetNumber, SheetRow};

    #[test]
    fn a_text_is_never_a_formula_and_a_number_keeps_its_sign() {
        let number = SheetNumber::of("-3.20", "亿元").unwrap();
        let cells = vec![
            SheetCell::text("=HYPERLINK(\"a\",\"b\")"),
            SheetCell::given(Content::Number(number)),
        ];
        let column = |head: &str| SheetColumn { head: head.into(), ..Default::default() };
        let sheet = Worksheet {
            columns: vec![column("名称"), column("金额")],
            rows: vec![SheetRow { kind: RowKind::Body, cells }],
            ..Worksheet::default()
        };
        let written = String::from_utf8(csv(&sheet)).unwrap();
        assert_eq!(
            written,
            "\u{feff}名称,金额\r\n\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\",-3.20\r\n"
        );
    }
}
