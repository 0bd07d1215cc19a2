//! Sample pages for the tests: as full as real ones, with invented content.

use rust_decimal::Decimal;

use crate::report::chart::{Bar, Bars, Chart, Drawing, Spark};
use crate::report::page::{Block, Card, Fact, Inline, Link, Mark, Notice, Number, Page};
use crate::report::portal::{Portal, PortalBook};
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::report::trace::{TraceRecord, TraceView};

const UNITS: usize = 27;

pub(super) fn link(text: &str, href: &str) -> Link {
    Link { text: text.to_owned(), href: href.to_owned() }
}

pub(super) fn number(figure: &str, part: &str, value: &str, text: &str) -> Number {
    Number {
        figure: figure.to_owned(),
        part: part.to_owned(),
        value: value.to_owned(),
        text: text.to_owned(),
        trace: format!("t-{figure}"),
    }
}

fn numeric(figure: &str, part: &str, value: &str, text: &str) -> Cell {
    let number = number(figure, part, value, text);
    Cell { inlines: vec![Inline::Number { number }], ..Cell::default() }
}

pub(super) fn lamp(index: usize) -> Mark {
    let (id, word, color) = [
        ("green", "完成", "#1b7f5c"),
        ("blue", "较快", "#2f6cb5"),
        ("yellow", "一般", "#dfa000"),
        ("orange", "偏慢", "#e2702a"),
        ("red", "滞后", "#c8102e"),
    ][index % 5];
    Mark { id: id.to_owned(), word: word.to_owned(), color: color.to_owned() }
}

pub(super) fn trace(figure: &str, records: usize, more: usize) -> TraceView {
    let record = |index: usize, note: &str, counted: &str| TraceRecord {
        record: link(
            &format!("新能源装备制造基地项目（第{index}期）"),
            &format!("projects/ws-2023-{index:03}.html"),
        ),
        place: format!("projects/2023/ws-2023-{index:03}.yaml 到位资金[{index}]"),
        when: "2023-05".to_owned(),
        amount: "1.20亿元".to_owned(),
        share: "80%".to_owned(),
        counted: counted.to_owned(),
        note: note.to_owned(),
    };
    TraceView {
        id: format!("t-{figure}"),
        figure: figure.to_owned(),
        title: "到位资金 · 县经济信息委".to_owned(),
        text: "3.20亿元".to_owned(),
        demo: true,
        definition: "统计期内县外投资方实际投入项目建设、已报送到位凭证的资金。"
            .to_owned(),
        clause: link("附件2 三（二）", "definitions.html#wushan-2023#a2.3.2"),
        period: "2023年1—6月，资金截至2023年7月7日".to_owned(),
        steps: vec![
            "0.96＋0.96＋1.28＝3.20亿元".to_owned(),
            "完成率：3.20÷5.00＝64.00%".to_owned(),
            "超序时进度：64.00%－50.00%＝14.00个百分点".to_owned(),
        ],
        records: (1..=records)
            .map(|index| record(index, "银行进账单", "0.96亿元"))
            .collect(),
        left_out: vec![record(99, "未开工，按规定不计入", "")],
        more,
        full: format!("traces/{}.html", figure.replace(['/', ':'], "-")),
    }
}

fn unit_row(index: usize) -> Row {
    let figure = format!("funds/unit:u{index}");
    let name = ["县经济信息委", "县交通局", "高新技术产业开发区管理委员会", "县商务委"]
        [index % 4];
    let mut cells = vec![
        Cell::text((index + 1).to_string()),
        Cell {
            inlines: vec![Inline::Link {
                link: link(name, &format!("units/u{index}.html")),
            }],
            ..Cell::default()
        },
        numeric(&figure, "target", "5", "5.00"),
        numeric(&figure, "value", "3.2", "3.20"),
    ];
    if index == 5 {
        cells.push(numeric(&figure, "completion", "", "—"));
    } else {
        let percent = 112 - 3 * index;
        cells.push(numeric(
            &figure,
            "completion",
            &format!("{:.2}", percent as f64 / 100.0),
            &format!("{percent}.00%"),
        ));
    }
    cells.push(numeric(&figure, "lead", "14.00", "+14.00"));
    let contract = format!("contract/unit:u{index}");
    for (part, value) in [("target", "6.00"), ("value", "3.70"), ("completion", "61.67%")]
    {
        cells.push(numeric(&contract, part, value, value));
    }
    cells.push(Cell {
        inlines: vec![Inline::text("6个月完成率曲线")],
        spark: Some(Spark {
            months: 12,
            actual: vec![Decimal::ONE],
            schedule: Vec::new(),
            description: "逐月完成率".to_owned(),
            color: "#1d4e89".to_owned(),
        }),
        ..Cell::default()
    });
    cells.push(Cell { mark: lamp(index / 6), ..Cell::default() });
    Row { kind: RowKind::Body, cells }
}

pub(super) fn column(group: &str, head: &str, numeric: bool) -> Column {
    Column { group: group.to_owned(), head: head.to_owned(), numeric, weight: 1 }
}

fn unit_table() -> Table {
    let mut rows: Vec<Row> = (0..UNITS).map(unit_row).collect();
    let mut total = unit_row(0);
    total.kind = RowKind::Total;
    total.cells[0] = Cell::default();
    total.cells[1] = Cell::text("全县");
    total.cells[9] = Cell::default();
    let mut subtotal = total.clone();
    subtotal.kind = RowKind::Subtotal;
    subtotal.cells[1] = Cell::text("县级部门小计");
    rows.insert(15, subtotal);
    rows.push(total);
    Table {
        id: "units".to_owned(),
        title: "各责任单位完成情况（演示数据）".to_owned(),
        unit: "亿元".to_owned(),
        columns: vec![
            column("", "序号", true),
            column("", "责任单位", false),
            column("到位资金", "年度目标", true),
            column("到位资金", "完成数", true),
            column("到位资金", "完成率", true),
            column("到位资金", "超/欠进度（百分点）", true),
            column("正式合同额", "年度目标", true),
            column("正式合同额", "完成数", true),
            column("正式合同额", "完成率", true),
            column("", "逐月走势", false),
            column("", "等次", false),
        ],
        rows,
        notes: vec![
            "注：1. 完成率“—”为未下达目标。".to_owned(),
            "2. 名次按完成率由高到低排列，序时进度为50.00%。".to_owned(),
        ],
        wide: true,
    }
}

fn cards() -> Vec<Card> {
    let card = |label: &str, figure: &str, text: &str, index: usize| Card {
        label: label.to_owned(),
        number: number(figure, "value", "96.4", text),
        lines: vec![
            vec![
                Inline::text("完成年度目标的"),
                Inline::Number {
                    number: number(figure, "completion", "0.562", "56.20%"),
                },
            ],
            vec![
                Inline::text("超序时进度"),
                Inline::Number {
                    number: number(figure, "lead", "6.20", "6.20个百分点")
                },
            ],
        ],
        mark: lamp(index),
    };
    vec![
        card("到位资金", "funds/all", "96.40亿元", 0),
        card("正式合同额", "contract/all", "1,234.56亿元", 1),
        card("新签约项目", "signings/all", "87个", 2),
        card("新开工项目", "starts/all", "34个", 4),
    ]
}

fn chart() -> Chart {
    let bar = |index: usize| Bar {
        label: format!("责任单位{index}"),
        value: Some(Decimal::new(64, 2)),
        text: "64.00%".to_owned(),
        mark: lamp(index),
    };
    Chart {
        id: "progress".to_owned(),
        title: "9个单位完成序时进度，4个单位滞后（演示）".to_owned(),
        subtitle: "截至2023年6月底，按完成率由高到低排列；虚线为序时进度".to_owned(),
        caption: "各单位完成率".to_owned(),
        description: "各单位到位资金完成率，最高112.00%，最低34.00%。".to_owned(),
        drawing: Drawing::Bars(Bars {
            rows: (0..10).map(bar).collect(),
            schedule: None,
            legend: (0..5).map(lamp).collect(),
        }),
    }
}

fn heading(level: u8, id: &str, text: &str) -> Block {
    Block::Heading { level, id: id.to_owned(), text: text.to_owned() }
}

fn paragraph() -> Block {
    Block::Paragraph {
        inlines: vec![
            Inline::text("截至6月底，全县到位资金"),
            Inline::Number {
                number: number("funds/all", "value", "96.4", "96.40亿元")
            },
            Inline::text("，完成年度目标任务的"),
            Inline::Number {
                number: number("funds/all", "completion", "0.562", "56.20%"),
            },
            Inline::text("，超序时进度"),
            Inline::Number {
                number: number("funds/all", "lead", "6.2", "6.20个百分点")
            },
            Inline::text("；签订正式合同87个，"),
            Inline::Strong { text: "合同额1,234.56亿元".to_owned() },
            Inline::text("，依据见"),
            Inline::Link { link: link("口径与依据", "definitions.html") },
            Inline::text(
                "。各责任单位要对照目标任务，倒排工期、挂图作战，确保圆满完成全年目标。",
            ),
        ],
    }
}

/// An edition's page with cards, text, a chart, a wide table and all traces.
pub(super) fn edition() -> Page {
    let mut traces: Vec<TraceView> =
        ["funds/all", "contract/all", "signings/all", "starts/all"]
            .iter()
            .map(|figure| trace(figure, 12, 40))
            .collect();
    for index in 0..UNITS {
        traces.push(trace(&format!("funds/unit:u{index}"), 3, 0));
        traces.push(trace(&format!("contract/unit:u{index}"), 3, 0));
    }
    Page {
        path: "2023-06/index.html".to_owned(),
        root: "../".to_owned(),
        title: "关于2023年1—6月全县招商引资工作情况的通报".to_owned(),
        subtitle: "第6期 · 合同截至6月23日，工作截至6月25日，资金截至7月7日".to_owned(),
        crumbs: vec![link("招商引资通报", "../index.html"), link("巫山县", "index.html")],
        notices: vec![
            notice("demo", "演示数据：本页含虚构的单位进度，不代表任何地方的实际情况。"),
            notice("draft", "草稿：本期尚未印发，数字可能变动。"),
        ],
        blocks: vec![
            Block::Cards { cards: cards() },
            Block::Links {
                links: vec![
                    link("公文版 PDF", "2023-06/bulletin.pdf"),
                    link("数据 JSON", "2023-06/figures.json"),
                    link("项目清单", "projects.html"),
                    link("口径与依据", "definitions.html"),
                ],
            },
            heading(1, "overall", "一、总体情况"),
            paragraph(),
            Block::Chart { chart: chart() },
            heading(1, "ranking", "二、分单位排位"),
            paragraph(),
            Block::Table { table: unit_table() },
            heading(2, "problems", "（一）存在的问题"),
            Block::List {
                ordered: false,
                items: vec![
                    vec![Inline::text("个别单位项目落地转化不够快。")],
                    vec![Inline::text("部分项目要素保障滞后，签而不落。")],
                ],
            },
            heading(1, "next", "三、下一步工作"),
            paragraph(),
        ],
        traces,
    }
}

fn notice(kind: &'static str, text: &str) -> Notice {
    Notice { kind, text: text.to_owned() }
}

/// The list of a book's projects.
pub(super) fn projects() -> Page {
    let row = |index: usize| Row {
        kind: RowKind::Body,
        cells: vec![
            Cell::text((index + 1).to_string()),
            Cell {
                inlines: vec![Inline::Link {
                    link: link(
                        &format!("高端装备与新材料产业园（{index}号）"),
                        &format!("projects/p{index}.html"),
                    ),
                }],
                ..Cell::default()
            },
            Cell::text(["装备制造", "文化旅游", "现代农业"][index % 3]),
            Cell::text("县经济信息委"),
            Cell::text(format!("2023-0{}-12", index % 6 + 1)),
            Cell::text(format!("{}.50", (index * 37) % 90)),
            Cell { mark: lamp(index), ..Cell::default() },
        ],
    };
    let columns = [
        ("序号", true),
        ("项目", false),
        ("领域", false),
        ("责任单位", false),
        ("签约日期", false),
        ("合同额", true),
        ("阶段", false),
    ];
    let table = Table {
        id: "projects".to_owned(),
        title: "签约项目清单".to_owned(),
        unit: "亿元".to_owned(),
        columns: columns.map(|(head, numeric)| column("", head, numeric)).into(),
        rows: (0..130).map(row).collect(),
        notes: Vec::new(),
        wide: false,
    };
    Page {
        path: "projects.html".to_owned(),
        root: String::new(),
        title: "项目清单".to_owned(),
        subtitle: "截至2023年6月23日".to_owned(),
        crumbs: vec![link("巫山县", "index.html")],
        notices: Vec::new(),
        blocks: vec![Block::Table { table }],
        traces: Vec::new(),
    }
}

/// A page of facts, such as the definitions, with a trace that stands open.
pub(super) fn definitions() -> Page {
    let fact = |term: &str, text: &str| Fact {
        term: term.to_owned(),
        inlines: vec![Inline::text(text)],
    };
    let rows = vec![
        fact("口径", "统计期内县外投资方实际投入项目建设、已报送到位凭证的资金。"),
        fact("单位", "亿元，保留两位小数"),
        fact("依据", "附件2 三（二）"),
        fact("裁定", "文件未写明节点之间的序时进度，按月份直线计算。"),
    ];
    Page {
        path: "definitions.html".to_owned(),
        root: String::new(),
        title: "口径与依据".to_owned(),
        subtitle: String::new(),
        crumbs: vec![link("巫山县", "index.html")],
        notices: vec![notice("newest", "本页为截至2023年6月的最新口径。")],
        blocks: vec![
            heading(1, "funds", "到位资金"),
            Block::Facts { rows: rows.clone() },
            heading(1, "contract", "正式合同额"),
            Block::Facts { rows },
        ],
        traces: vec![trace("funds/all", 2, 0)],
    }
}

/// The portal with two books.
pub(super) fn portal() -> Portal {
    let book = |id: &str, name: &str| PortalBook {
        id: id.to_owned(),
        name: name.to_owned(),
        issuer: "县招商引资工作领导小组办公室".to_owned(),
        newest: link("2023年第6期（1—6月）", "2023-06/index.html"),
        cutoff: "合同截至6月23日，资金截至7月7日".to_owned(),
        notices: vec![notice("demo", "演示数据：单位进度为虚构。")],
        cards: cards(),
        editions: vec![
            link("2023年1—6月", "2023-06/index.html"),
            link("2023年1—5月", "2023-05/index.html"),
        ],
        links: vec![
            link("项目清单", "projects.html"),
            link("口径与依据", "definitions.html"),
        ],
    };
    Portal {
        title: "招商引资工作通报".to_owned(),
        subtitle: "各地最新一期的主要数字".to_owned(),
        notices: Vec::new(),
        books: vec![
            book("wushan", "巫山县招商引资工作通报"),
            book("dazhou", "达州市招商引资工作通报"),
        ],
    }
}
