//! Forms that other programs opened, changed and saved. Run by `.ci/run`, which installs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tongbao::model::book::Book;
use tongbao::render::workbook::xlsx;

use crate::stage::{Stage, repository};
use crate::workbooks::filled::{came_as, lines, shipped, together};

/// Has LibreOffice save a file in another format.
fn converted(file: &Path, format: &str) -> PathBuf {
    let folder = file.parent().unwrap();
    let home = format!("-env:UserInstallation=file://{}/office", folder.display());
    let options = ["--headless", "--convert-to", format, "--outdir"];
    let run =
        Command::new("soffice").arg(home).args(options).arg(folder).arg(file).output();
    let run = run.unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    file.with_extension(format)
}

/// The forms of March 2024 for all units, written into a folder.
fn written(book: &Book, folder: &Path) -> PathBuf {
    let file = folder.join("月报.xlsx");
    fs::write(&file, xlsx(&together(book, "2024-03")).unwrap()).unwrap();
    file
}

/// Changes a workbook by a script, as openpyxl saves it.
fn edit(file: &Path, script: &str) {
    let run = Command::new("python3").args(["-c", script]).arg(file).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn forms_come_back_from_other_programs_as_they_went() {
    let book = shipped("wushan");
    let folder = tempfile::tempdir().unwrap();
    let file = written(&book, folder.path());
    for format in ["ods", "xls", "xlsx"] {
        let from =
            if format == "xlsx" { file.with_extension("ods") } else { file.clone() };
        let file = converted(&from, format);
        let planned = came_as(&book, &fs::read(file).unwrap(), "月报", None);
        let unseen: &[&str] = match format {
            "xls" => &["passed-over 月报 旧格式的文件看不出哪些行、列是隐藏的，没有找"],
            _ => &[],
        };
        assert_eq!(lines(&planned), unseen, "{format}");
        assert!(planned.files.is_empty(), "{format}: {:?}", planned.files);
    }
}

const EDITS: &str = "
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
money = book['到位资金']
for row in range(6, 46):
    if money.cell(row, 1).value:
        money.cell(row, 5).value = row * 10 + 0.5
        money.cell(row, 6).value = money.cell(row, 4).value + row * 10 + 0.5
        money.cell(row, 9).value = '银行回单'
book.save(sys.argv[1])
";

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn cells_that_another_program_wrote_arrive_exactly() {
    let stage = Stage::empty().book("wushan", &repository("data/wushan"));
    stage
        .run(&["export", "--forms", "export", "--together", "--period", "2024-04"])
        .fine();
    let file = stage.out().with_file_name("export").join("wushan/2024-04/all.xlsx");
    edit(&file, EDITS);
    let path = file.to_str().unwrap();
    let ended = stage.run(&["import", path, "--date", "2024-05-06", "--write"]).fine();
    assert!(ended.stdout.contains("新增40项，改动0项"), "{}", ended.stdout);
}

const HIDDEN: &str = "
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
book['到位资金'].sheet_state = 'hidden'
book.save(sys.argv[1])
";

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn a_form_that_was_hidden_is_not_passed_over() {
    let book = shipped("wushan");
    let folder = tempfile::tempdir().unwrap();
    let file = written(&book, folder.path());
    edit(&file, HIDDEN);
    let planned = came_as(&book, &fs::read(file).unwrap(), "月报", None);
    let hidden = "doubtful-cell 月报!到位资金 这个工作表是隐藏的，不知道要不要";
    assert_eq!(lines(&planned), [hidden]);
}
