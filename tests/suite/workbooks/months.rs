//! A month of a county that is entered by workbooks alone.

use std::fs;

use tongbao::intake::form::issue::issued;
use tongbao::model::dictionary::Level;
use tongbao::render::workbook::xlsx;

use crate::stage::{Stage, repository};
use crate::workbooks::filled::{column, digits, form, shipped, write};

/// The forms of all units for a month with a payment for every project, in a folder.
fn filled_in(stage: &Stage) -> (Vec<String>, usize) {
    let book = shipped("wushan").redacted_for(Level::Internal);
    let money = form("到位资金");
    let totals = form("总数");
    let folder = stage.out().with_file_name("报送");
    fs::create_dir_all(&folder).unwrap();
    let (mut files, mut payments) = (Vec::new(), 0);
    for own in issued(&book, &"2024-04".parse().unwrap(), false) {
        let mut workbook = own.workbook;
        for sheet in &mut workbook.sheets {
            sheet.lines[2] = "填报日期：2024年5月6日".to_owned();
            for row in 0..sheet.rows.len() {
                let is_blank = digits(sheet, row, 0).is_empty();
                if sheet.name == "到位资金" && !is_blank && payments < 120 {
                    payments += 1;
                    write(
                        sheet,
                        row,
                        column(money, "本月"),
                        &(10 + payments).to_string(),
                    );
                    write(sheet, row, column(money, "凭证"), "银行回单");
                } else if sheet.name == "总数" && !is_blank {
                    write(sheet, row, column(totals, "本月"), "2");
                }
            }
        }
        let path = folder.join(format!("{}.xlsx", own.unit.unwrap()));
        fs::write(&path, xlsx(&workbook).unwrap()).unwrap();
        files.push(path.to_str().unwrap().to_owned());
    }
    (files, payments)
}

#[test]
fn a_month_is_entered_by_workbooks_alone() {
    let stage = Stage::empty().book("wushan", &repository("data/wushan"));
    let (files, payments) = filled_in(&stage);
    assert_eq!((files.len(), payments), (25, 120));
    let import = |more: &[&str]| {
        let mut arguments = vec!["import"];
        arguments.extend(files.iter().map(String::as_str));
        arguments.extend(more);
        stage.run(&arguments).fine()
    };
    let seen = import(&[]);
    assert!(seen.stdout.contains("还没有写，加 --write 写进账本"), "{}", seen.stdout);
    assert!(seen.stdout.contains("全县到位资金"), "{}", seen.stdout);
    assert!(!stage.data().join("wushan/reported/2024-04.yaml").exists());
    let written = import(&["--write"]);
    assert!(written.stdout.contains("新增145项，改动0项"), "{}", written.stdout);
    let again = import(&["--write"]);
    assert_eq!(again.stdout, "账本里都有了，没有要改的\n");
    stage.run(&["check", "--book", "wushan"]).fine();
    let report = fs::read_to_string(
        stage.data().join("wushan/activities/2024/bs-2024-04-jiaotong-funds.yaml"),
    );
    assert!(report.unwrap().contains("报送2024年4月到位资金及凭证"));
}
