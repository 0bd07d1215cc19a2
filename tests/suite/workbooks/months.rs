//! A month of a county that is entered by workbooks alone, up to its release.

use std::fs;

use tongbao::intake::form::issue::issued;
use tongbao::model::dictionary::Level;
use tongbao::render::workbook::xlsx;

use crate::release::{Desk, Ran};
use crate::workbooks::filled::{column, digits, form, shipped, write};

/// The forms of all units for a month with a payment for every project, in a folder.
fn filled_in(desk: &Desk) -> (Vec<String>, usize) {
    let book = shipped("wushan").redacted_for(Level::Internal);
    let money = form("到位资金");
    let totals = form("总数");
    let folder = desk.path("报送");
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

/// Runs a command that must be fine.
#[track_caller]
fn fine(desk: &Desk, arguments: &[&str]) -> String {
    let Ran { code, out, told } = desk.run(arguments);
    assert_eq!(code, Some(0), "{arguments:?}: {out}{told}");
    out
}

/// Writes the next edition after the pattern of the last one, reads it and gives it a day of issue.
fn written_edition(desk: &Desk) {
    let wrote = ["new", "edition", "--book", "wushan", "--today", "2024-05-10"];
    assert!(fine(desk, &wrote).contains("有 2 段是上期手写的话"));
    let path = "data/wushan/editions/2024-04.md";
    let text = desk.read(path);
    let read = text.lines().filter(|line| !line.contains("上期手写"));
    let read: String = read.map(|line| format!("{line}\n")).collect();
    let read = read.replace("一季度末应达到", "4月底应达到");
    desk.write(path, &read.replace("期号: 6\n", "期号: 6\n印发: 2024-05-10\n"));
}

#[test]
fn a_month_is_entered_by_workbooks_alone_and_released() {
    let desk = Desk::shipped("wushan");
    let (files, payments) = filled_in(&desk);
    assert_eq!((files.len(), payments), (25, 120));
    let import = |more: &[&str]| {
        let mut arguments = vec!["import"];
        arguments.extend(files.iter().map(String::as_str));
        arguments.extend(more);
        fine(&desk, &arguments)
    };
    let seen = import(&[]);
    assert!(seen.contains("还没有写，加 --write 写进账本"), "{seen}");
    assert!(seen.contains("全县到位资金"), "{seen}");
    assert!(!desk.path("data/wushan/reported/2024-04.yaml").exists());
    let written = import(&["--write"]);
    assert!(written.contains("新增145项，改动0项"), "{written}");
    assert_eq!(import(&["--write"]), "账本里都有了，没有要改的\n");
    let report = "data/wushan/activities/2024/bs-2024-04-jiaotong-funds.yaml";
    assert!(desk.read(report).contains("报送2024年4月到位资金及凭证"));
    desk.commit();
    desk.release("2024-03");
    written_edition(&desk);
    desk.commit();
    fine(&desk, &["check", "--strict", "--book", "wushan"]);
    desk.release("2024-04");
    let released = desk.read("data/wushan/released/2024-04.json");
    assert!(released.contains("\"id\":\"funds/all\""), "nothing was released");
}
