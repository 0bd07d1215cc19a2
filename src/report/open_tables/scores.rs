//! `scores` and `score_items`: the scores of units, as in `figures.json`.

use crate::model::edition::release::score::ReleasedItem;
use crate::report::open_tables::columns::{At, Columns, maybe};
use crate::results::figures_file::FiguresFile;
use crate::results::figures_file::score::ScoreEntry;
use crate::sheet::Sheet;
use crate::view::open_table::OpenTable;

struct Item {
    assessment: String,
    scope: String,
    item: ReleasedItem,
}

pub(super) fn scores<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<ScoreEntry>>::of_editions("scores", "考核得分")
        .key(&["book", "period", "assessment", "scope"])
        .text("assessment", "考核的编号", |at| at.row.assessment.to_string())
        .text("assessment_name", "考核的名称", |at| at.row.name.clone())
        .text("scope", "单位的编号", |at| at.row.scope.to_string())
        .text("scope_name", "单位的名称", |at| at.row.scope_name.clone())
        .text("group", "排位的分组", |at| at.row.group.clone())
        .number("total", "总分，分", |at| maybe(&at.row.total))
        .number("scaled", "折算后的分，分", |at| maybe(&at.row.scaled))
        .text("unknown", "没有总分的原因", |at| maybe(&at.row.unknown))
        .integer("rank", "名次", |at| maybe(&at.row.rank))
        .integer("rank_of", "参加排位的单位数", |at| at.row.rank_of.to_string())
        .text("lamp", "灯的编号", |at| maybe(&at.row.lamp))
        .text("grade", "等次的编号", |at| maybe(&at.row.grade))
        .flag("demo", "是否含演示数据", |at| at.row.demo.to_string())
        .text("clause", "考核的依据：方案#条款", |at| at.row.clause.clone())
        .of_sheets(sheets, entries)
}

pub(super) fn score_items<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<Item>>::of_editions("score_items", "考核各项得分和算式")
        .key(&["book", "period", "assessment", "scope", "item"])
        .text("assessment", "考核的编号", |at| at.row.assessment.clone())
        .text("scope", "单位的编号", |at| at.row.scope.clone())
        .text("item", "计分项的编号", |at| at.row.item.id.to_string())
        .number("score", "得分，分", |at| maybe(&at.row.item.score))
        .number("of", "满分，分", |at| maybe(&at.row.item.of))
        .text("formula", "算式，数已代入", |at| at.row.item.formula.clone())
        .text("unknown", "缺数的原因", |at| maybe(&at.row.item.unknown))
        .of_sheets(sheets, items)
}

fn entries(sheet: &Sheet) -> Vec<ScoreEntry> {
    FiguresFile::of(sheet).scores
}

fn items(sheet: &Sheet) -> impl Iterator<Item = Item> + use<> {
    entries(sheet).into_iter().flat_map(|score| {
        let (assessment, scope) = (score.assessment.to_string(), score.scope.to_string());
        score.items.into_iter().map(move |item| Item {
            assessment: assessment.clone(),
            scope: scope.clone(),
            item,
        })
    })
}
