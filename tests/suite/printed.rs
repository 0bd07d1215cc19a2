//! `tongbao verify --text` beside the data: each printed number is the figure's, differs from it, or
//! was not read; and texts as other programs write them.

use std::path::Path;
use std::process::Output;

use crate::stage::program;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/verify");
const BESIDE: &str = include_str!("verify/beside.md");

fn verify(file: &Path, more: &[&str]) -> Output {
    let file = file.to_str().unwrap();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let mut arguments = vec!["verify", "--text", file];
    if !more.is_empty() {
        arguments.extend(["--data", data]);
    }
    program().args(arguments).args(more).output().unwrap()
}

/// The lines of an output, each without the file and its line.
fn lines(bytes: Vec<u8>) -> Vec<String> {
    let text = String::from_utf8(bytes).unwrap();
    let bare =
        text.lines().map(|line| line.split_once(": ").map_or(line, |(_, said)| said));
    bare.map(str::to_owned).collect()
}

#[test]
fn a_printed_number_is_held_against_the_figure_that_it_is_of() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.md");
    // One run for all: each text stands between two headings, and is told by its lines.
    let blocks: Vec<&str> =
        BESIDE.split("\n\n").filter(|block| !block.starts_with('#')).collect();
    let is_told = |line: &&str| line.starts_with("→ ") || line.starts_with("＝ ");
    let mut text = String::new();
    let mut ranges = Vec::new();
    for block in &blocks {
        let start = text.lines().count() + 1;
        for line in block.trim().lines().filter(|line| !is_told(line)) {
            text += line;
            text.push('\n');
        }
        ranges.push(start..text.lines().count() + 1);
        text.push('\n');
    }
    std::fs::write(&file, &text).unwrap();
    let output = verify(&file, &["--book", "wushan", "--period", "2023-09"]);
    let printed = String::from_utf8(output.stdout).unwrap();
    for (block, range) in blocks.iter().zip(ranges) {
        let of = |line: &&str| {
            let at = line.split_once(".md:").unwrap().1.split(':').next().unwrap();
            range.contains(&at.parse::<usize>().unwrap())
        };
        let own: Vec<&str> = printed
            .lines()
            .filter(of)
            .map(|line| line.split_once(": ").unwrap().1)
            .collect();
        let wrong = |line: &&&str| line.contains("数据是") || line.contains("”：县");
        let told: Vec<&str> =
            block.lines().filter_map(|line| line.strip_prefix("→ ")).collect();
        let found: Vec<&str> = own.iter().filter(wrong).copied().collect();
        assert_eq!(found, told, "{block}");
        let same = own.iter().filter(|line| line.contains("与数据相")).count();
        let expected = block.lines().find_map(|line| line.strip_prefix("＝ "));
        let expected = expected.unwrap_or("0");
        assert_eq!(same.to_string(), expected, "{block}\n{own:#?}");
    }
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_text_is_held_against_the_data_only_where_something_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.txt");
    let said = |text: &str, more: &[&str]| {
        std::fs::write(&file, text).unwrap();
        let output = verify(&file, more);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let beside = ["--book", "wushan", "--period", "2023-09"];
    let (code, told) = said("截至9月底，全县到位资金54.08亿元。\n", &beside);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("与2023年9月的数据核对了1个数：1个相同，0个不同"), "{told}");
    let (code, told) = said("全市到位资金54.08亿元。\n", &beside);
    assert_eq!(code, Some(2));
    assert!(told.contains("另有1个数没有读出是哪个数"), "{told}");
    let (code, told) =
        said("截至9月底，全县到位资金54.08亿元。\n", &["--period", "2023-09"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("用 --book 写是哪一个"), "{told}");
}

#[test]
fn a_page_that_was_built_agrees_with_the_data_it_was_built_from() {
    let file = Path::new(FOLDER).join("layout.txt");
    let output = verify(&file, &["--book", "wushan", "--period", "2023-09"]);
    let told = String::from_utf8(output.stderr).unwrap();
    let wrong: Vec<String> = lines(output.stdout)
        .into_iter()
        .filter(|line| line.contains("数据是") || line.contains("应为"))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(output.status.code(), Some(0), "{told}");
    let count = told.split("核对了").nth(1).unwrap().split('个').next().unwrap();
    assert!(count.parse::<usize>().unwrap() >= 100, "most numbers are read: {told}");
}

#[test]
fn columns_that_spaces_set_apart_are_read_with_wrapped_cells_and_over_pages() {
    let output = verify(&Path::new(FOLDER).join("columns.txt"), &[]);
    let expected = [
        "霍山 完成率印94.02%，按32÷34应为94.12",
        "开发区管委会 完成率印80.00%，按7÷10应为70.00",
        "裕安区经济开发区 完成率印62.00%，按17÷27应为62.96",
    ];
    assert_eq!(lines(output.stdout), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_text_is_read_in_the_encodings_of_offices() {
    let text = "到位资金50.00亿元，完成年度目标任务80亿元的63.50%。\n";
    let (gbk, ..) = encoding_rs::GBK.encode(text);
    let wide: Vec<u8> = std::iter::once('\u{feff}')
        .chain(text.chars())
        .flat_map(|mark| (mark as u16).to_be_bytes())
        .collect();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("gbk.txt", gbk.to_vec()), ("wide.txt", wide)] {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let said = lines(verify(&file, &[]).stdout);
        assert_eq!(said, ["完成率印63.50%，按50.00亿元÷80亿元应为62.50"], "{name}");
    }
}

#[test]
fn merged_heads_and_words_in_pieces_of_pages_and_word_documents_are_read() {
    for name in ["merged.html", "merged.docx"] {
        let beside = ["--book", "wushan", "--period", "2023-09"];
        let output = verify(&Path::new(FOLDER).join(name), &beside);
        let (wrong, same): (Vec<String>, Vec<String>) = lines(output.stdout)
            .into_iter()
            .partition(|line| !line.contains("与数据相同"));
        let expected = [
            "全县到位资金印54.80亿元，数据是54.08亿元（funds/all）",
            "县交通局到位资金完成率印61.98%，数据是61.89%（funds/unit:jiaotong）",
            "完成率印77.25%，按54.80亿元÷70亿元应为78.29",
            "县交通局 到位资金完成率印61.98%，按4.33÷7应为61.86",
        ];
        assert_eq!(wrong, expected, "{name}");
        assert_eq!(same.len(), 7, "{name}");
    }
}
