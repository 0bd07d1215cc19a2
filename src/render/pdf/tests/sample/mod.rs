//! A rich document for the tests: every kind of block, a long table, a turned annex.

mod pieces;
mod tables;

use std::collections::BTreeMap;

use crate::render::pdf::tests::sample::tables::project_table;
use crate::view::document::{Annex, Document, Form, Imprint, PaperBlock};
use crate::view::inline::{Inline, Link};

pub(super) use crate::render::pdf::tests::sample::pieces::{
    chart, heading, mark, number, paragraph, table,
};
pub(super) use crate::render::pdf::tests::sample::tables::progress_table;

/// Drawings of the two charts.
pub(super) fn drawings() -> BTreeMap<String, String> {
    let bar = |at: usize, name: &str, width: usize, color: &str| {
        let y = 12 + at * 44;
        format!(
            r##"<text x="120" y="{}" font-size="14" text-anchor="end">{name}</text><rect x="130" y="{y}" width="{width}" height="22" rx="3" fill="{color}"/>"##,
            y + 16
        )
    };
    let svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 442 150" width="442" height="150" font-family="Bulletin Hei" fill="#1f2937">{}{}{}</svg>"##,
        bar(0, "甲单位", 310, "#1b7f5c"),
        bar(1, "乙单位", 250, "#2f6db5"),
        bar(2, "丙单位", 150, "#c6282e"),
    );
    ["trajectory", "bars"].into_iter().map(|id| (id.to_owned(), svg.clone())).collect()
}

const LONG: &str = "今年以来，全县上下坚持把招商引资作为“一号工程”，紧扣高质量发展主线，聚焦主导产业延链补链强链，强化项目全生命周期服务，招商引资工作总体呈现稳中有进、进中提质的良好态势。部分单位思想认识还不到位，主要领导带队外出招商次数偏少，“坐等靠”现象仍然存在；部分项目前期工作不扎实，用地、用能、环评等要素保障滞后，导致“签而不落、落而不快”；少数单位数据报送不及时、口径不统一，与统计、税务部门数据比对存在差异，甚至出现重复申报、以旧充新等问题。";

fn body() -> Vec<PaperBlock> {
    vec![
        heading(1, "一、总体情况"),
        PaperBlock::Paragraph {
            inlines: vec![
                Inline::text("截至6月底，全县到位资金"),
                number("28.10亿元"),
                Inline::text("，完成年度目标任务的"),
                number("56.20%"),
                Inline::text("，超序时进度6.20个百分点；签订正式合同"),
                number("37个"),
                Inline::text("，合同额"),
                number("61.45亿元"),
                Inline::text("，同比下降8.9%。"),
                Inline::Strong {
                    text: "工业项目到位资金增速最快。".to_owned()
                },
            ],
        },
        paragraph(
            "本月到位资金28.10亿元，超6.20个百分点；正式合同额61.45亿元，完成年度目标51.21%；签约项目37个，同比减少3个。",
        ),
        paragraph(LONG),
        heading(2, "（一）到位资金稳步增长"),
        paragraph(LONG),
        chart("trajectory", "图1 全县到位资金与节点目标（含演示数据）"),
    ]
}

fn later_body() -> Vec<PaperBlock> {
    vec![
        heading(2, "（二）各单位进度分化明显"),
        heading(3, "1．部门"),
        paragraph(LONG),
        heading(3, "2．乡镇（街道）"),
        paragraph(LONG),
        heading(1, "二、各单位完成情况"),
        paragraph("各单位完成情况见表1。"),
        table(
            "表1 各责任单位招商引资完成情况（含演示数据）（单位：亿元）",
            progress_table(),
        ),
        chart("bars", "图2 各责任单位完成率"),
        heading(1, "三、下一步工作要求"),
        PaperBlock::List {
            first: Some(1),
            items: vec![
                vec![Inline::text(LONG)],
                vec![Inline::text("倒排工期、挂图作战，确保圆满完成全年目标任务。")],
            ],
        },
        PaperBlock::List {
            first: None,
            items: vec![vec![Inline::Emphasis {
                text: "红灯单位于7月20日前报送整改措施。".to_owned(),
            }]],
        },
        PaperBlock::List {
            first: None,
            items: vec![vec![Inline::Link {
                link: Link {
                    text: "2023年1—5月通报".to_owned(),
                    href: "../2023-05/".to_owned(),
                },
            }]],
        },
    ]
}

fn annexes() -> Vec<Annex> {
    vec![
        Annex {
            label: "附件1".to_owned(),
            title: "指标口径说明".to_owned(),
            blocks: vec![
                heading(1, "一、到位资金"),
                paragraph(
                    "统计期内按合同约定实际到账、用于项目建设的资金；以银行进账凭证为准，未开工项目不计入，无凭证的部分单列说明。",
                ),
                heading(1, "二、正式合同额"),
                paragraph("统计期内签订的正式投资合同约定的固定资产投资总额。"),
            ],
        },
        Annex {
            label: "附件2".to_owned(),
            title: "新签约项目明细表".to_owned(),
            blocks: vec![table("", project_table())],
        },
    ]
}

/// The document, of an invented month.
pub(super) fn document() -> Document {
    Document {
        form: Form::Official,
        status: "含演示数据".to_owned(),
        mark: "巫山县招商引资工作通报".to_owned(),
        number: "巫招办〔2023〕6号".to_owned(),
        signer: String::new(),
        title: vec!["关于2023年1—6月全县招商引资".to_owned(), "工作情况的通报".to_owned()],
        watermark: "",
        heading: "关于2023年1—6月全县招商引资工作情况的通报（含演示数据）".to_owned(),
        addressees: "各乡镇人民政府、街道办事处，县级各部门，有关单位".to_owned(),
        blocks: [body(), later_body()].concat(),
        annexes: annexes(),
        signature: "巫山县招商引资工作领导小组办公室".to_owned(),
        sealed: false,
        date: "2023年7月10日".to_owned(),
        remarks: vec!["此件公开发布".to_owned()],
        imprint: Some(Imprint {
            addressees: String::new(),
            copies: "县委办公室，县人大常委会办公室，县政府办公室，县政协办公室，县纪委监委机关，县委组织部，县委宣传部".to_owned(),
            printer: "巫山县招商引资工作领导小组办公室".to_owned(),
            printed: "2023年7月10日".to_owned(),
        }),
        stamp: [2023, 7, 10],
        identity: "wushan/2023-06".to_owned(),
    }
}
