//! What goes back to who filled it in: the same cells, those in doubt marked and commented.

use std::fs;

use tongbao::load::archive;
use tongbao::load::workbook::{Value, read};
use tongbao::render::workbook::xlsx;

use crate::stage::{Ended, Stage, repository};
use crate::workbooks::filled::{column, digits, form, sheet, shipped, together, write};

/// A form with a number that cannot be known, and a proof that is missing.
fn doubtful(stage: &Stage) -> Vec<u8> {
    let mut workbook = together(&shipped("wushan"), "2024-04");
    let funds = sheet(&mut workbook, "到位资金");
    let money = form("到位资金");
    let row = (0..funds.rows.len())
        .find(|row| digits(funds, *row, 0) == "ws-2022-030")
        .unwrap();
    write(funds, row, column(money, "本月"), "约250");
    write(funds, row, column(money, "说明"), "=1+1");
    let bytes = xlsx(&workbook).unwrap();
    fs::write(stage.out().with_file_name("月报.xlsx"), &bytes).unwrap();
    bytes
}

fn import(stage: &Stage, file: &str) -> Ended {
    let when = ["--date", "2024-05-06", "--book", "wushan", "--marked", "退回"];
    stage.run(&[&["import", file][..], &when].concat())
}

#[test]
fn a_workbook_goes_back_with_what_is_wrong_at_its_cells() {
    let stage = Stage::empty().book("wushan", &repository("data/wushan"));
    let bytes = doubtful(&stage);
    let found = import(&stage, "月报.xlsx");
    assert_eq!(found.code, Some(1), "{}", found.stderr);
    let back = stage.out().with_file_name("退回").join("月报-标注.xlsx");
    let marked = fs::read(&back).unwrap();
    let parts = archive::files(&marked, 1 << 26).unwrap();
    let all = |start: &str| -> String {
        let own = parts.iter().filter(|(name, _)| name.starts_with(start));
        own.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect()
    };
    assert!(all("xl/comments").contains("约250"), "{}", all("xl/comments"));
    assert!(all("xl/styles.xml").contains("FFE066"));
    assert!(!all("xl/worksheets").contains("<f>"), "what was text became a formula");
    let (mut sent, mut came) = (read(&bytes).unwrap(), read(&marked).unwrap());
    sent.sheets.retain(|grid| !grid.is_hidden);
    let list = came.sheets.pop().unwrap();
    assert_eq!(list.name, "要核对的");
    let told = list.cells.values().any(
        |cell| matches!(&cell.value, Value::Text(text) if text.contains("到位资金!E")),
    );
    assert!(told, "{list:?}");
    for (sent, came) in sent.sheets.iter().zip(&came.sheets) {
        let values = |grid: &tongbao::load::workbook::Grid| -> Vec<_> {
            let cells = grid.cells.iter();
            cells
                .filter(|(_, cell)| !cell.is_formula)
                .map(|(at, cell)| (*at, cell.value.clone()))
                .collect()
        };
        let formulas = sent.cells.values().filter(|cell| cell.is_formula).count();
        assert_eq!(sent.name, came.name);
        assert!(came.cells.len() >= sent.cells.len() - formulas);
        for (at, value) in values(sent) {
            assert_eq!(
                came.cells.get(&at).map(|cell| &cell.value),
                Some(&value),
                "{at:?}"
            );
        }
        assert_eq!(came.merged.len(), sent.merged.len(), "{}", sent.name);
    }
    // What went back and comes again unmended has the same doubt; a mended one has none.
    let again = import(&stage, "退回/月报-标注.xlsx");
    assert!(again.stderr.contains("到位资金!E"), "{}", again.stderr);
}

#[test]
fn lines_go_back_as_a_sheet_and_what_is_right_goes_nowhere() {
    let stage = Stage::empty().book("wushan", &repository("data/wushan"));
    let folder = stage.out().with_file_name("退回");
    let write = |amount: &str| {
        let table = format!(
            "项目名称,月份,本月（亿元）,凭证\n巫峡镇公路服务综合体项目,2024-04,{amount},银行回单\n"
        );
        fs::write(stage.out().with_file_name("资金.csv"), table).unwrap();
    };
    write("0.025");
    import(&stage, "资金.csv").fine();
    assert!(!folder.exists());
    write("若干");
    let found = import(&stage, "资金.csv");
    assert_eq!(found.code, Some(1));
    let marked = fs::read(folder.join("资金-标注.xlsx")).unwrap();
    let grids = read(&marked).unwrap();
    assert_eq!(grids.sheets[0].name, "表");
    assert_eq!(grids.sheets[0].cells[&(1, 2)].value, Value::Text("若干".to_owned()));
    // One that somebody may be mending is not written over.
    write("很多");
    let kept = import(&stage, "资金.csv");
    assert_eq!(kept.code, Some(2), "{}", kept.stderr);
}
