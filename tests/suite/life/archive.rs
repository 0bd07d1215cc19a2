//! The archive as its keeper and its readers use it: many releases at once, one that is taken back, and
//! how values went from edition to edition.

use crate::release::Desk;

const EDITION: &str = "data/demo/editions/2023-06.md";
const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const PLAN: &str = "data/demo/plans/plan-2023.yaml";
const MONEY: &str = "  - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}\n";

/// The minimal book with cut-offs and editions of May, June and July, all with a day of issue.
fn desk() -> Desk {
    let desk = Desk::minimal();
    desk.replace(
        PLAN,
        "指标:\n",
        "截止:\n  - {事项: 资金, 日: 次月7日, 依据: 二}\n指标:\n",
    );
    let june = desk.read(EDITION);
    for (month, issued, months) in [("05", "06-10", "1—5月"), ("07", "08-10", "1—7月")]
    {
        let text = june.replace("2023-06", &format!("2023-{month}"));
        let text = text.replace("07-10", issued).replace("1—6月", months);
        desk.write(&format!("data/demo/editions/2023-{month}.md"), &text);
    }
    desk.commit();
    desk
}

#[track_caller]
fn done(desk: &Desk, arguments: &[&str]) -> (String, String) {
    let ran = desk.run(arguments);
    assert_eq!(ran.code, Some(0), "{arguments:?}: {}{}", ran.out, ran.told);
    (ran.out, ran.told)
}

#[track_caller]
fn refused(desk: &Desk, arguments: &[&str], words: &str) {
    let ran = desk.run(arguments);
    assert_ne!(ran.code, Some(0), "{arguments:?}: {}", ran.out);
    assert!(ran.told.contains(words), "{words}: {}", ran.told);
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// The words of a page, without its tags.
fn words(page: &str) -> String {
    let mut text = String::new();
    for (at, part) in page.split('<').enumerate() {
        let shown =
            if at == 0 { part } else { part.split_once('>').map_or("", |one| one.1) };
        text.push_str(shown);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn all_that_is_issued_is_released_in_one_go_or_nothing_is() {
    let desk = desk();
    let july = "data/demo/editions/2023-07.md";
    desk.replace(july, "印发: 2023-08-10\n", "");
    refused(&desk, &["release", "--all"], "数据还有1个文件没有提交");
    assert!(!desk.path("data/demo/released").exists(), "nothing was written");
    desk.commit();
    let (out, told) = done(&desk, &["release", "--all"]);
    says(&out, &["2023年5月已定稿", "2023年6月已定稿"]);
    says(&told, &["注意：2023年7月没有写印发日期，不发布"]);
    assert!(!told.contains("还没有发布"), "May is released with June: {told}");
    let sums = desk.read("data/demo/released/SHA256SUMS");
    assert_eq!(sums.lines().count(), 2, "{sums}");
    desk.commit();
    let (out, _) = done(&desk, &["release", "--all"]);
    says(&out, &["没有要发布的一期"]);
}

#[test]
fn a_release_that_was_never_handed_out_is_taken_back_and_kept() {
    let desk = desk();
    desk.release("2023-05");
    desk.release("2023-06");
    let why = ["--reason", "附件印错", "--date", "2023-07-11"];
    let take_back = |period: &'static str| [&["unrelease", period][..], &why].concat();
    refused(&desk, &take_back("2023-05"), "2023年5月以后的2023年6月已经发布");
    refused(
        &desk,
        &["unrelease", "2023-06", "--reason", "早", "--date", "2023-07-01"],
        "早于印发日期",
    );
    let (out, _) = done(&desk, &take_back("2023-06"));
    says(&out, &["2023年6月的发布已撤销"]);
    assert!(!desk.path("data/demo/released/2023-06.json").exists());
    let kept = "data/demo/released/2023-06.withdrawn.json";
    says(
        &desk.read(kept),
        &["\"reason\":\"附件印错\"", "\"date\":\"2023-07-11\"", "funds/all"],
    );
    says(&desk.read("data/demo/released/SHA256SUMS"), &["  2023-06.withdrawn.json\n"]);
    done(&desk, &["check"]);
    let file = desk.read(kept);
    desk.write(kept, &file.replace("附件印错", "附件"));
    let ran = desk.run(&["check"]);
    says(&ran.out, &["released-file-edited", "撤销发布时留下的存档改过"]);
    desk.write(kept, &file);
    let june = MONEY.replace("2023-05", "2023-06").replace("1200", "300");
    desk.replace(PROJECT, MONEY, &format!("{MONEY}{june}"));
    desk.commit();
    let (_, told) = done(&desk, &["release", "2023-06"]);
    says(
        &told,
        &[
            "与2023年7月11日撤销的那一份（附件印错）相比，4个数不同",
            "到位资金 · 全县：完成数原为0.12亿元，现为0.15亿元",
        ],
    );
}

#[test]
fn what_readers_have_had_is_not_taken_back() {
    let desk = desk();
    desk.release("2023-06");
    desk.replace(PROJECT, "1200万元", "1500万元");
    let arguments =
        ["revise", "--kind", "更正", "--reason", "录错", "--date", "2023-07-20"];
    done(&desk, &arguments);
    let take_back = ["unrelease", "2023-06", "--reason", "重印", "--date", "2023-07-21"];
    refused(&desk, &take_back, "读者已经看到，不能撤销发布");
}

#[test]
fn the_next_edition_says_a_correction_in_one_sentence() {
    let desk = desk();
    desk.release("2023-06");
    desk.replace(PROJECT, "1200万元", "1500万元");
    let arguments =
        ["revise", "--kind", "更正", "--reason", "回单录错", "--date", "2023-07-20"];
    done(&desk, &arguments);
    done(&desk, &["build", "--without", "pdf"]);
    let sentence = "更正：2023年6月通报，到位资金 · 全县完成数0.12亿元改为完成数0.15亿元（共4个数、1处文字），原因：回单录错（2023年7月20日公布）。";
    says(&desk.read("output/demo/2023-07/index.html"), &[sentence]);
    for period in ["2023-05", "2023-06"] {
        let page = desk.read(&format!("output/demo/{period}/index.html"));
        assert!(!page.contains(sentence), "{period}");
    }
}

#[test]
fn how_a_value_went_from_edition_to_edition_stands_in_a_triangle_with_its_kinds() {
    let desk = desk();
    let late = "  - {月份: 2023-05, 金额: 300万元, 报送: 2023-07-20, 凭证: [银行回单]}\n";
    let wrong =
        "  - {月份: 2023-05, 金额: -100万元, 更正: 2023-07-02, 凭证: [银行回单]}\n";
    desk.replace(PROJECT, MONEY, &format!("{MONEY}{wrong}{late}"));
    desk.commit();
    done(&desk, &["release", "--all"]);
    done(&desk, &["build", "--without", "pdf"]);
    let page = desk.read("output/demo/vintages.html");
    let text = words(&page);
    says(
        &text,
        &[
            "到位资金（亿元），2023年5月至2023年7月到各期末的数，逐期所知道的",
            "2023年5月 0.12 0.11 0.14",
            "2023年6月 2023年5月 更正 -0.01 1",
            "2023年7月 2023年5月 补报 +0.03 1",
            "补报：那一期的事，过了截止日才报来，从赶得上的一期起计入。",
            "2023年6月 0.11 0.11",
        ],
    );
    says(&desk.read("output/demo/revisions.html"), &["policy.html", "vintages.html"]);
    let policy = desk.read("output/demo/policy.html");
    says(&policy, &["更正：公布时就错了", "修订：以后知道了新的情况", "这是正常的补报"]);
}
