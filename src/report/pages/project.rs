//! `projects/<id>.html`: what is recorded of a project, and where each of it counts.

use chrono::NaiveDate;

use crate::model::dictionary::{Level, Record};
use crate::model::project::{Appraisal, Contract, FundsEntry, Project, StageEntry};
use crate::model::written::Step;
use crate::report::notices::newest_notices;
use crate::report::page::{Block, Fact, Inline, Page};
use crate::report::pages::blocks::{columns, link, paragraph, row};
use crate::report::pages::known::{Horizon, Reached, projects as known};
use crate::report::pages::project_counts::counts;
use crate::report::pages::projects::{project_path, unit_inline};
use crate::report::register::units;
use crate::report::sheet::Sheet;
use crate::report::table::{Cell, Row, Table};
use crate::words::date::{day, month, period};
use crate::words::number::{DASH, share};

/// Who may see where a place counts, which tells of dates and evidence that are internal.
const COUNTS: Level = Level::Internal;

/// A page for each project that is known.
pub fn project_pages(sheet: &Sheet) -> Vec<Page> {
    known(sheet).into_iter().map(|(at, project)| page(sheet, at, project)).collect()
}

fn page(sheet: &Sheet, at: usize, project: &Project) -> Page {
    let mark = if project.is_demo() { "（演示）" } else { "" };
    let card = &sheet.book().card.record;
    let mut notices = newest_notices(sheet);
    notices.retain(|notice| notice.kind != "demo" || project.is_demo());
    let mut blocks = vec![Block::Facts { rows: facts(sheet, project) }];
    blocks.extend(contracts(sheet, at, project));
    blocks.extend(stages(sheet, at, project));
    blocks.extend(funds(sheet, at, project));
    let last = period(&sheet.figures.period);
    blocks.extend(sheet.sees(COUNTS).then(|| {
        paragraph(format!(
            "“计入”一栏说的是{last}这一期；各期的计入情况见各期通报中数字的来历。"
        ))
    }));
    Page {
        path: project_path(project),
        root: "../".to_owned(),
        title: format!("{}{mark}", project.name),
        subtitle: format!("项目编号 {}", project.id),
        crumbs: vec![link(&card.name, "index.html"), link("招商项目", "projects.html")],
        notices,
        blocks,
        traces: Vec::new(),
    }
}

/// The fields of the dictionary that have a value and that the audience may see.
fn facts(sheet: &Sheet, project: &Project) -> Vec<Fact> {
    let book = sheet.book();
    let horizon = Horizon::of(sheet);
    let text = |text: &str| Some(vec![Inline::text(text)]);
    let sector = project
        .sector
        .as_ref()
        .map(|sector| book.sector(sector).map_or(sector.as_str(), |found| &found.name));
    let chain = project
        .chain
        .as_ref()
        .map(|chain| book.chain(chain).map_or(chain.as_str(), |found| &found.name));
    let fields = [
        ("责任单位", Some(vec![unit_inline(sheet, &project.unit)])),
        ("责任领导", project.leader.as_ref().and_then(|leader| text(leader.as_str()))),
        ("联合", joint(sheet, project, &horizon)),
        ("投资方", text(&investor(project))),
        ("来源地", text(&origin(sheet, project))),
        ("渠道", project.channel.and_then(|channel| text(channel.label()))),
        ("标签", text(&project.tags.join("、")).filter(|_| !project.tags.is_empty())),
        ("领域", sector.and_then(text)),
        ("产业链", chain.and_then(text)),
        ("论证", project.appraisal.as_ref().and_then(|one| text(&appraised(sheet, one)))),
        ("一企一策", project.bespoke.as_deref().and_then(text)),
        ("建设内容", project.content.as_deref().and_then(text)),
        ("备注", project.note.as_deref().and_then(text)),
    ];
    let visible =
        |key: &str| Project::KIND.field(key).is_some_and(|field| sheet.sees(field.level));
    fields
        .into_iter()
        .filter(|(key, _)| visible(key))
        .filter_map(|(key, inlines)| {
            Some(Fact { term: key.to_owned(), inlines: inlines? })
        })
        .collect()
}

/// Where the investor comes from, with the regions that the audience may know of.
fn origin(sheet: &Sheet, project: &Project) -> String {
    let regions = sheet.book().registry.record.regions.iter();
    let own = regions.filter(|region| region.holds(project));
    let names =
        std::iter::once(project.origin.label()).chain(own.map(|one| one.name.as_str()));
    names.collect::<Vec<_>>().join("，")
}

fn appraised(sheet: &Sheet, one: &Appraisal) -> String {
    let by = one.by.as_ref().map(|unit| units(sheet, std::slice::from_ref(unit)));
    let by = by.map(|by| format!("{by}组织，")).unwrap_or_default();
    format!("{by}{}{}", day(one.date), one.verdict.label())
}

fn investor(project: &Project) -> String {
    let investor = &project.investor;
    let seat = investor.seat.as_ref().map(|seat| format!("注册地{seat}"));
    let more: Vec<String> =
        seat.into_iter().chain(investor.classes.iter().cloned()).collect();
    match more.is_empty() {
        true => investor.name.clone(),
        false => format!("{}（{}）", investor.name, more.join("，")),
    }
}

/// The shares of a joint project, once they were reported.
fn joint(sheet: &Sheet, project: &Project, horizon: &Horizon) -> Option<Vec<Inline>> {
    let reported = horizon.known(project.shares_reported)?;
    let mut inlines = Vec::new();
    for one in &project.shares {
        inlines.push(unit_inline(sheet, &one.unit));
        inlines.push(Inline::text(format!("{}，", share(one.share.0))));
    }
    inlines.push(Inline::text(format!("{}书面报告", day(reported))));
    (!project.shares.is_empty()).then_some(inlines)
}

/// A column: head, whether it holds numbers, weight, and who may see it.
type Head = (&'static str, bool, u8, Level);

fn table(
    sheet: &Sheet,
    id: &str,
    project: &Project,
    title: &str,
    rows: Vec<Row>,
    heads: &[Head],
) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let is_seen = |at: usize| heads.get(at).is_none_or(|head| sheet.sees(head.3));
    let seen = |row: Row| {
        let cells = row.cells.into_iter().enumerate();
        let cells = cells.filter(|(at, _)| is_seen(*at)).map(|(_, cell)| cell);
        Row { cells: cells.collect(), ..row }
    };
    let rows = rows.into_iter().map(seen).collect();
    let heads: Vec<_> = heads
        .iter()
        .filter(|head| sheet.sees(head.3))
        .map(|(head, numeric, weight, _)| (*head, *numeric, *weight))
        .collect();
    let mark = if project.is_demo() { "（演示数据）" } else { "" };
    let table = Table {
        id: id.to_owned(),
        title: format!("{title}{mark}"),
        unit: String::new(),
        columns: columns(&heads),
        rows,
        notes: Vec::new(),
        wide: false,
    };
    vec![Block::Table { table }]
}

fn contracts(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let horizon = Horizon::of(sheet);
    let found = horizon.contracts((at, project));
    let first = project.first_formal();
    let line = |(index, contract): &(usize, &Contract)| {
        let renewal = contract.renewal.map(|renewal| renewal.label());
        let kind = [Some(contract.kind.label()), renewal];
        let mut routes = vec![vec![Step::from("合同"), Step::from(*index)]];
        if first.is_some_and(|first| std::ptr::eq(first, *contract)) {
            routes.push(vec![Step::from("合同")]);
        }
        row(vec![
            Cell::text(kind.into_iter().flatten().collect::<Vec<_>>().join("，")),
            Cell::text(day(contract.signed)),
            Cell::text(contract.amount.0.to_string()),
            date(contract.submitted),
            date(horizon.known(contract.recognised)),
            words(&contract.evidence),
            counts(sheet, at, &routes),
        ])
    };
    let rows = found.iter().map(line).collect();
    let heads = [
        column::<Contract>("类型", false, 3),
        column::<Contract>("签订", false, 3),
        column::<Contract>("金额", true, 3),
        column::<Contract>("报送", false, 3),
        column::<Contract>("认定", false, 3),
        column::<Contract>("凭证", false, 3),
        ("计入", false, 6, COUNTS),
    ];
    table(sheet, "contracts", project, "合同和协议", rows, &heads)
}

fn stages(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let line = |stage: &Reached| {
        row(vec![
            Cell::text(stage.key),
            Cell::text(day(stage.date)),
            date(stage.submitted),
            date(stage.recognised),
            words(stage.evidence),
            Cell::text(if stage.note.is_empty() { DASH } else { &stage.note }),
            counts(sheet, at, &[vec![Step::from(stage.key)]]),
        ])
    };
    let rows = Horizon::of(sheet).stages((at, project)).iter().map(line).collect();
    let heads = [
        ("环节", false, 2, Level::Public),
        column::<StageEntry>("日期", false, 3),
        column::<StageEntry>("报送", false, 3),
        column::<StageEntry>("认定", false, 3),
        column::<StageEntry>("凭证", false, 3),
        ("说明", false, 3, Level::Internal),
        ("计入", false, 6, COUNTS),
    ];
    table(sheet, "stages", project, "环节", rows, &heads)
}

fn funds(sheet: &Sheet, at: usize, project: &Project) -> Vec<Block> {
    let line = |(index, entry): &(usize, &FundsEntry)| {
        row(vec![
            Cell::text(month(entry.month)),
            Cell::text(entry.amount.0.to_string()),
            date(entry.submitted),
            date(entry.corrected),
            words(&entry.evidence),
            Cell::text(entry.note.as_deref().unwrap_or(DASH)),
            counts(sheet, at, &[vec![Step::from("到位资金"), Step::from(*index)]]),
        ])
    };
    let rows = Horizon::of(sheet).funds((at, project)).iter().map(line).collect();
    let heads = [
        column::<FundsEntry>("月份", false, 3),
        column::<FundsEntry>("金额", true, 3),
        column::<FundsEntry>("报送", false, 3),
        column::<FundsEntry>("更正", false, 3),
        column::<FundsEntry>("凭证", false, 3),
        column::<FundsEntry>("说明", false, 3),
        ("计入", false, 6, COUNTS),
    ];
    table(sheet, "funds", project, "到位资金", rows, &heads)
}

/// A column for a field, under its key.
fn column<T: Record>(key: &'static str, numeric: bool, weight: u8) -> Head {
    let field = T::KIND.field(key).expect("a head is a field of its record");
    (field.key, numeric, weight, field.level)
}

fn date(date: Option<NaiveDate>) -> Cell {
    Cell::text(date.map_or(DASH.to_owned(), day))
}

fn words(words: &[String]) -> Cell {
    Cell::text(if words.is_empty() { DASH.to_owned() } else { words.join("、") })
}
