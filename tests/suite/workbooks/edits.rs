//! What is typed into forms arrives exactly, or is a finding at its cell.

use std::collections::BTreeMap;

use tongbao::load::splice::{Edit, Node, edited};

use crate::stage::repository;
use crate::workbooks::filled::{
    came, column, digits, form, lines, sheet, shipped, together, write,
};

/// Numbers without order, the same on every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

#[test]
fn two_hundred_random_edits_arrive_exactly() {
    let book = shipped("wushan");
    let money = form("到位资金");
    let [id, month, whole, before, evidence] =
        ["项目编号", "本月", "本年累计", "上期累计", "凭证"]
            .map(|head| column(money, head));
    let mut workbook = together(&book, "2024-04");
    let funds = sheet(&mut workbook, "到位资金");
    let mut dice = Dice(16);
    let (mut meant, mut wrong) = (BTreeMap::new(), Vec::new());
    for row in 0..funds.rows.len() {
        let project = digits(funds, row, id);
        if project.is_empty() || meant.len() + wrong.len() == 200 {
            continue;
        }
        let amount = 1 + dice.next(90_000);
        let text = match dice.next(5) {
            0 => format!("{amount}万元"),
            1 => format!("{}.{:02}", amount / 100, amount % 100),
            2 if amount >= 1000 => format!("{},{:03}", amount / 1000, amount % 1000),
            _ => amount.to_string(),
        };
        let plain: rust_decimal::Decimal =
            text.replace(',', "").trim_end_matches("万元").parse().unwrap();
        write(funds, row, month, &text);
        write(funds, row, evidence, "银行回单");
        let known: rust_decimal::Decimal = digits(funds, row, before).parse().unwrap();
        let is_wrong = dice.next(10) == 0;
        let sum = known + plain + rust_decimal::Decimal::from(u8::from(is_wrong));
        write(funds, row, whole, &sum.normalize().to_string());
        if is_wrong {
            wrong.push(row);
        } else {
            meant.insert(project, format!("{}万元", plain.normalize()));
        }
    }
    assert!(meant.len() + wrong.len() > 150, "{} {}", meant.len(), wrong.len());
    let planned = came(&book, &workbook, None);
    let found = lines(&planned);
    for row in &wrong {
        // Title, three lines and the head are above; the sum is in F.
        let cell = format!("月报.xlsx!到位资金!F{} 上期累计", row + 6);
        assert!(found.iter().any(|line| line.contains(&cell)), "{cell}\n{found:?}");
    }
    assert_eq!(found.len(), wrong.len(), "{found:?}");
    let mut arrived = BTreeMap::new();
    for (path, file) in &planned.files {
        for edit in &file.edits {
            let Edit::Push { key: "到位资金", item, .. } = edit else { continue };
            let amount = item.get("金额").and_then(Node::as_text).unwrap().to_owned();
            let id = path.rsplit('/').next().unwrap().trim_end_matches(".yaml");
            arrived.insert(id.to_owned(), amount);
        }
    }
    arrived.retain(|id, _| meant.contains_key(id));
    assert_eq!(arrived, meant);
    every_other_line_stays(&planned);
}

/// In each file there is one line more, and all others are as they were.
fn every_other_line_stays(planned: &tongbao::intake::plan::Plan) {
    for (path, file) in planned.files.iter().filter(|(_, file)| file.start.is_none()) {
        let text = std::fs::read_to_string(repository("data/wushan").join(path)).unwrap();
        let after = edited(&text, &file.edits).unwrap_or_else(|| panic!("{path}"));
        let mut kept = after.lines();
        let all = text.lines().all(|line| kept.any(|other| other == line));
        assert!(all, "{path}\n{after}");
    }
}

#[test]
fn a_released_value_is_corrected_only_with_a_reason() {
    let book = shipped("wushan");
    let money = form("到位资金");
    let (month, whole) = (column(money, "本月"), column(money, "本年累计"));
    let mut workbook = together(&book, "2024-01");
    let funds = sheet(&mut workbook, "到位资金");
    let row = (0..funds.rows.len())
        .find(|row| digits(funds, *row, 0) == "ws-2023-002")
        .unwrap();
    assert_eq!(digits(funds, row, month), "1590");
    write(funds, row, month, "1490");
    write(funds, row, whole, "1490");
    let found = lines(&came(&book, &workbook, None));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("change-without-reason"), "{found:?}");
    assert!(
        found[0].ends_with("已发布的2024-01到位1590万元，表里是1490万元"),
        "{found:?}"
    );
    let planned = came(&book, &workbook, Some("银行回单重复录入"));
    assert_eq!(lines(&planned), Vec::<String>::new());
    let edits = &planned.files["projects/2023/ws-2023-002.yaml"].edits;
    let [Edit::Push { key: "到位资金", item, .. }] = edits.as_slice() else {
        panic!("{edits:?}");
    };
    assert_eq!(
        item.flow(),
        "{月份: 2024-01, 金额: -100万元, 报送: 2024-05-06, 更正: 2024-05-06, 说明: 银行回单重复录入}"
    );
}

#[test]
fn what_belongs_elsewhere_is_refused_in_words() {
    let book = shipped("wushan");
    let other = shipped("dazhou");
    let workbook = together(&book, "2024-04");
    let found = lines(&came(&other, &workbook, None));
    assert_eq!(
        found,
        ["form-refused 月报.xlsx!项目 这是账本“wushan”的表，现在导入的是“dazhou”"]
    );
    let mut old = workbook;
    for sheet in &mut old.sheets {
        sheet.lines[0] = sheet.lines[0].replace("/1　", "/0　");
    }
    let found = lines(&came(&book, &old, None));
    assert!(found[0].ends_with("这是第0版的表，现在用的是第1版"), "{found:?}");
}
