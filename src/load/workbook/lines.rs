//! Files of lines: cells between commas or tabs, in whatever encoding offices keep them.

use csv::{ReaderBuilder, StringRecord};

use crate::load::printed_text::encoding::decoded;
use crate::load::workbook::bounds::Refusal;
use crate::load::workbook::cell::{Grid, Value};

/// Lines that tell what parts the cells.
const FIRST_LINES: usize = 40;

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
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let (mut grid, mut record, mut breaks) = (Grid::default(), StringRecord::new(), 0);
    while reader.read_record(&mut record).map_err(|_| not_ours())? {
        // A sheet counts blank lines as rows, and no line break inside a cell.
        breaks +=
            record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let ended = reader.position().line().saturating_sub(2 + breaks);
        let row = u32::try_from(ended).unwrap_or(u32::MAX);
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

/// What parts the cells: whatever of the usual signs most of the first lines have, and have most
/// of; a title above the table has none.
fn delimiter(text: &str) -> u8 {
    let lines = || text.lines().take(FIRST_LINES);
    let count = |sign: &u8| {
        let of = |line: &str| line.bytes().filter(|byte| byte == sign).count();
        (lines().filter(|line| of(line) > 0).count(), lines().map(of).sum::<usize>())
    };
    // Of equally many, the comma.
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

    #[test]
    fn a_place_is_the_one_that_a_sheet_shows() {
        let text = "资金表\r\n\r\n项目\t金额\r\n\r\n\"甲\r\n项目\"\t约3\r\n乙\t4";
        let grid = read(text.as_bytes()).unwrap();
        let places: Vec<(u32, u32)> = grid.cells.keys().copied().collect();
        assert_eq!(places, [(0, 0), (2, 0), (2, 1), (4, 0), (4, 1), (5, 0), (5, 1)]);
    }
}
