//! Files of lines: cells between commas or tabs, in whatever encoding offices keep them.

use csv::ReaderBuilder;

use crate::load::printed_text::encoding::decoded;
use crate::load::workbook::bounds::Refusal;
use crate::load::workbook::cell::{Grid, Value};

/// Reads the lines as one sheet; every cell is words, as nobody says which are numbers.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Refusal> {
    let text = decoded(bytes).filter(|text| !text.contains('\0')).ok_or_else(not_ours)?;
    let start = text.trim_start().to_ascii_lowercase();
    if start.starts_with('<') {
        return Err(Refusal::new(
            "这是网页，不是工作簿（有的系统导出的“.xls”其实是网页）",
            "在 Excel 或 WPS 里打开，另存为 .xlsx 再试",
        ));
    }
    if start.is_empty() || start.starts_with("%pdf") || start.starts_with("{\\rtf") {
        return Err(not_ours());
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(|_| not_ours())?;
        for (column, cell) in (0..).zip(record.iter()) {
            // What we wrote against formulas is no part of the text.
            let cell = match cell.strip_prefix('\'') {
                Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
                _ => cell,
            };
            grid.put((row, column), Value::text(cell), false)?;
        }
    }
    Ok(grid)
}

/// What parts the cells: whatever of the usual signs the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    // Of equally many, the first.
    [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn not_ours() -> Refusal {
    Refusal::new(
        "读不出来：不是工作簿，也不是用逗号或制表符分开的文字",
        "要 .xlsx、.xls、.ods 或 .csv；WPS 的文件在 WPS 里另存为 .xlsx",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_zeros_in_any_encoding() {
        let (old, ..) = encoding_rs::GB18030.encode("编号,金额\r\n0100,\"1,200.00\"\r\n");
        for bytes in [&old[..], "\u{feff}编号\t金额\n0100\t1,200.00\n".as_bytes()] {
            let grid = read(bytes).unwrap();
            let cell = |at| match &grid.cells[&at].value {
                Value::Text(text) => text.clone(),
                other => panic!("{other:?}"),
            };
            assert_eq!(
                [cell((0, 1)), cell((1, 0)), cell((1, 1))],
                ["金额", "0100", "1,200.00"]
            );
        }
    }
}
