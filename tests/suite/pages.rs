//! What pages say in words: statements that must be true of the figures they stand beside.

use tongbao::figures::audience::Audience;
use tongbao::figures::basis::Basis;
use tongbao::model::dictionary::Level;
use tongbao::report::edition::narrative::insert_tables;
use tongbao::report::edition::notices::notices;
use tongbao::report::edition::{page, subtitle};
use tongbao::report::page_maker::PageMaker;
use tongbao::report::site::{Site, edition_files, figures_of, periods, sheets};
use tongbao::report::tables::{Make, table_called};
use tongbao::report::traces::traces_of;
use tongbao::sheet::Sheet;
use tongbao::view::inline::Inline;
use tongbao::view::page::{Block, Page};
use tongbao::view::table::{Cell, Table};

use crate::shipped::book;
use crate::stage::{Stage, suite};

/// What is made of the sheets of a shipped book's editions, as an audience gets it.
fn of_sheets<T>(
    id: &str,
    level: Level,
    make: impl for<'a> Fn(&'a [Sheet<'a>]) -> T,
) -> T {
    let book = book(id);
    let seen = book.redacted_for(level);
    let periods = periods(book, &[]);
    let until = periods.last().unwrap().end();
    let basis = Basis::for_audience(Audience { level, book: &seen }, book, until);
    let dated = figures_of(&basis, &periods);
    make(&sheets(&basis, &dated))
}

/// The same of one edition.
fn of_sheet<T>(id: &str, period: &str, level: Level, make: impl Fn(&Sheet) -> T) -> T {
    of_sheets(id, level, |sheets| {
        let is = |one: &&Sheet| one.figures.period.to_string() == period;
        make(sheets.iter().find(is).unwrap())
    })
}

/// The table of an edition that is called `name`, or `name indicator`.
fn table(id: &str, period: &str, level: Level, name: &str) -> Table {
    let (name, word) = match name.split_once(' ') {
        Some((name, word)) => (name, Some(word)),
        None => (name, None),
    };
    of_sheet(id, period, level, |sheet| {
        match insert_tables(sheet, table_called(name).unwrap(), word).pop() {
            Some(Block::Table { table }) => table,
            other => panic!("{name}: {other:?}"),
        }
    })
}

/// The texts of a table's rows, cell by cell.
fn texts(table: &Table) -> Vec<Vec<String>> {
    let words = |cell: &Cell| Inline::words(&cell.inlines);
    table.rows.iter().map(|row| row.cells.iter().map(words).collect()).collect()
}

/// The trace of a figure of an edition: its clause and its steps.
fn trace(id: &str, period: &str, figure: &str) -> (String, Vec<String>) {
    of_sheet(id, period, Level::Internal, |sheet| {
        let page = page(sheet, &[*sheet], &[]);
        let found = traces_of(sheet, &page.blocks)
            .into_iter()
            .find(|trace| trace.figure == figure);
        let found = found.unwrap();
        (found.clause.text, found.steps)
    })
}

/// The words of a page of a book, as an audience gets it.
fn words_of(id: &str, path: &str, level: Level) -> String {
    of_sheets(id, level, |sheets| {
        let made = |maker: PageMaker| maker.make().0;
        let mut pages = Site::of(sheets, &[]).unwrap().pages().into_iter().flat_map(made);
        serde_json::to_string(&pages.find(|page| page.path == path).unwrap()).unwrap()
    })
}

#[test]
fn lamps_that_the_public_does_not_get_are_not_said_to_have_stayed() {
    let internal = words_of("wushan", "history.html", Level::Internal);
    assert!(internal.contains("到位资金亮灯变化") && internal.contains("橙转红："));
    let public = words_of("wushan", "history.html", Level::Public);
    assert!(!public.contains("亮灯变化"));
}

#[test]
fn a_year_of_a_goal_over_several_has_the_number_that_is_known_of_it_now() {
    let rows = texts(&table("guangyuan", "2025-06", Level::Internal, "分年完成情况"));
    let own: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    // What was reported late of 2024 belongs to 2024: the months of 2025 come to 560.27.
    assert_eq!(own, ["951.36", "1011.69", "560.27", ""]);
    assert_eq!(rows[2][2], "2523.32");
}

#[test]
fn a_book_of_totals_speaks_of_no_projects() {
    assert!(book("luan").projects.is_empty());
    let (pages, portal) = of_sheets("luan", Level::Internal, |sheets| {
        let site = Site::of(sheets, &[]).unwrap();
        let made = |maker: PageMaker| maker.make().0;
        let pages: Vec<Page> = site.pages().into_iter().flat_map(made).collect();
        (pages, site.portal())
    });
    assert!(pages.iter().all(|page| page.path != "projects.html"));
    let told = serde_json::to_string(&(&pages, &portal)).unwrap();
    for gone in ["projects.html", "projects-of", "还没有签约项目"] {
        assert!(!told.contains(gone), "{gone}");
    }
}

#[test]
fn the_overview_says_until_when_its_numbers_add_up() {
    let title = |id, period| table(id, period, Level::Internal, "总体情况").title;
    assert!(title("wushan", "2023-09").starts_with("截至2023年9月底全县总体情况"));
    assert!(title("fuling", "2021-Q4").starts_with("截至2021年12月底全区总体情况"));
    let campaign = title("dazhou", "bairi3-2023-08-29");
    assert!(campaign.starts_with("截至2023年8月29日全市总体情况"), "{campaign}");
}

#[test]
fn the_overview_of_one_period_alone_is_called_after_it() {
    let (card, text) = ("期: 2023-01\n印发: 2023-02-10\n标题: 一月通报\n", "\n");
    let stage =
        Stage::minimal().with("editions/2023-01.md", format!("---\n{card}---\n{text}"));
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = std::fs::read_to_string(stage.out().join("demo/2023-01/index.html"));
    // January is all of the year so far.
    assert!(page.unwrap().contains("2023年1月全县总体情况"));
}

#[test]
fn a_table_of_leaders_trips_says_what_its_audience_gets() {
    let trips = |id, period, name, level| {
        table(id, period, level, &format!("领导外出情况 {name}"))
    };
    let internal = trips("wushan", "2023-09", "县领导外出招商", Level::Internal);
    assert!(internal.title.starts_with("县领导外出招商逐月情况（按单位）"));
    assert_eq!(internal.columns[0].head, "单位");
    let notes = internal.notes.concat();
    assert!(notes.contains("本表只列到单位，不分列各位领导"), "{notes}");
    assert!(!notes.contains("要求"), "no column asks for anything: {notes}");
    let leaders = trips("wushan", "2023-09", "县领导外出招商", Level::Leader);
    assert_eq!(leaders.columns[0].head, "领导");
    assert!(!leaders.notes.concat().contains("只列到单位"));
    let heads =
        trips("guangyuan", "2025-06", "县区党政主要领导外出招商", Level::Internal);
    let rows = texts(&heads);
    assert_eq!(rows[0][..], ["苍溪县", "1", "—", "—"]);
    assert_eq!(rows[7][..3], ["广元经济技术开发区", "3", "3"]);
    assert!(heads.notes.concat().contains("“—”：没有对这一行规定次数"));
}

#[test]
fn groups_that_do_not_add_up_to_the_whole_say_why() {
    let notes = |id, period, name| {
        let name = format!("单位完成情况 {name}");
        table(id, period, Level::Internal, &name).notes.concat()
    };
    let fuling = notes("fuling", "2021-Q4", "协议资金");
    assert!(fuling.contains("同一项目可以同时计入几个组，全区只计一次"), "{fuling}");
    assert!(fuling.contains("各组的目标分别下达，相加不等于全区目标"), "{fuling}");
    let wushan = notes("wushan", "2023-09", "到位资金");
    assert!(!wushan.contains("相加"), "{wushan}");
}

#[test]
fn an_edition_that_is_still_to_be_released_says_so_and_has_no_day_of_issue() {
    let told = |period| {
        let notices = of_sheet("wushan", period, Level::Internal, notices);
        notices.iter().any(|one| {
            one.text.starts_with("送审稿：") && one.text.contains("的通报尚未发布")
        })
    };
    assert!(told("2024-03") && !told("2024-02"));
    of_sheets("wushan", Level::Internal, |sheets| {
        for sheet in sheets {
            let document = edition_files(sheet).document;
            let is_released = sheet.figures.period.to_string() != "2024-03";
            assert_eq!(!document.date.is_empty(), is_released, "{}", document.identity);
            assert_eq!(!document.number.is_empty(), is_released, "{}", document.identity);
            assert_eq!(document.imprint.is_some(), is_released, "{}", document.identity);
            assert_eq!(document.status.contains("送审稿"), !is_released);
            assert_eq!(subtitle(sheet).contains("印发"), is_released);
        }
    });
    let stage = Stage::minimal();
    stage.run(&["build", "--without", "pdf"]).fine();
    let page = std::fs::read_to_string(stage.out().join("demo/index.html")).unwrap();
    assert!(page.contains("送审稿") && !page.contains("印发"));
}

#[test]
fn every_page_says_for_whom_it_is() {
    let marks = [("公开", None), ("内部", Some("内部资料")), ("领导", Some("领导参阅"))];
    for (audience, mark) in marks {
        let plan = suite("minimal/plans/plan-2023.yaml");
        let hidden =
            "公开限制:\n  - {指标: 到位资金, 处理: 不公开, 理由: 只有一个项目}\n";
        let plan = std::fs::read_to_string(plan).unwrap() + hidden;
        let stage = Stage::minimal().with("plans/plan-2023.yaml", plan);
        stage.run(&["build", "--without", "pdf", "--audience", audience]).fine();
        let pages =
            stage.written().into_iter().filter(|(path, _)| path.ends_with("html"));
        for (path, bytes) in pages {
            let page = String::from_utf8(bytes).unwrap();
            let of = |mark: &str| {
                page.contains(&format!(
                    "<aside class=\"audience\" aria-label=\"给谁看\">{mark}</aside>"
                ))
            };
            for (_, other) in marks {
                assert_eq!(
                    other.is_some_and(of),
                    other == mark && mark.is_some(),
                    "{path}"
                );
            }
        }
    }
    of_sheets("ankang", Level::Leader, |sheets| {
        let mut documents = sheets.iter().map(|sheet| edition_files(sheet).document);
        assert!(documents.all(|document| document.status.starts_with("领导参阅")));
    });
}

#[test]
fn a_trace_is_told_in_words_and_nothing_in_it_twice() {
    let (clause, steps) = trace("wushan", "2023-09", "funds/all");
    assert_eq!(clause, "方案附件2 三（二）", "the bulletin has an annex 2 of its own");
    let goals: Vec<&String> =
        steps.iter().filter(|step| step.contains("目标70")).collect();
    assert_eq!(goals, ["县级目标70亿元（依据二）"]);
    let points = steps.iter().find(|step| step.starts_with("各节点")).unwrap();
    assert!(points.contains("2023年3月底应达10%即7亿元"), "{points}");
    assert!(!steps.concat().contains("-Q"), "{steps:#?}");
    let (_, done) = trace("wushan", "2023-09", "funds/unit:chengguan");
    let told = done.concat();
    assert!(told.contains("目标已经完成") && !told.contains("0.00亿元"), "{done:#?}");
}

#[test]
fn what_there_is_nothing_to_list_of_is_said_as_people_say_it() {
    let told = of_sheet("ankang", "2023-07", Level::Internal, |sheet| {
        serde_json::to_string(&page(sheet, &[*sheet], &[]).blocks).unwrap()
    });
    assert!(told.contains("本期没有未计入的记录。"));
    let list = "未到环节项目 已签约未落地项目数";
    let list = table("dazhou", "bairi3-2023-08-29", Level::Internal, list);
    assert!(list.title.starts_with("已签约未落地项目清单"), "{}", list.title);
}

#[test]
fn who_missed_a_goal_of_the_year_is_listed_once_the_year_is_over() {
    let undone = |period: &str| {
        of_sheet("fuling", period, Level::Internal, |sheet| {
            let Make::Sheet(make) = table_called("未完成任务单位").unwrap().make
            else {
                panic!("the table is about the edition")
            };
            make(sheet).map(|table| texts(&table)).unwrap_or_default()
        })
    };
    assert_eq!(undone("2021-Q3"), Vec::<Vec<String>>::new());
    let listed = undone("2021-Q4");
    let row = |unit: &str| {
        listed.iter().find(|row| row[0] == "协议资金" && row[1] == unit).cloned()
    };
    let expected = ["协议资金", "临港经济区", "110.00", "86.08", "78.25%", "差23.92"];
    assert_eq!(row("临港经济区").unwrap(), expected);
    // It did more than its 150亿元.
    assert_eq!(row("白涛园区"), None);
}
