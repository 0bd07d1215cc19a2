//! 序时曲线的节点不合理
//!
//! ## 为什么
//! 应完成的比例随时间只升不降，一天只能有一个比例，每个节点都在方案的期间以内。
//! 今年的方案照去年的抄，节点的年份没有改，所有单位就都欠进度。
//! 抄错一个节点，以后每一期的序时进度、超欠进度和灯色都会跟着错。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 序时:
//!   - 编号: quarters
//!     名称: 季度进度
//!     点间: 直线
//!     依据: 二
//!     节点:
//!       - {期: 2023-Q1, 应达: 50%}
//!       - {期: 2023-Q2, 应达: 10%}
//!       - {期: 2023-06, 应达: 20%}
//! ```
//! ```text
//! curve-points plans/plan-2023.yaml:9:26 到2023-Q2应达10%，反比此前的50%少
//! curve-points plans/plan-2023.yaml:10:13 2023-06与2023-Q2同一天结束，却写了两个比例
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 序时:
//!   - 编号: quarters
//!     名称: 季度进度
//!     点间: 直线
//!     依据: 二
//!     节点:
//!       - {期: 2022-Q1, 应达: 20%}
//!       - {期: 2023-Q2, 应达: 50%}
//!       - {期: 2023-Q4, 应达: 100%}
//! ```
//! ```text
//! curve-points plans/plan-2023.yaml:8:13 2022-Q1不在2023-01-01至2023-12-31以内，是不是别的年份的节点
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 序时:
//!   - 编号: quarters
//!     名称: 季度进度
//!     点间: 直线
//!     依据: 二
//!     节点:
//!       - {期: 2023-Q1, 应达: 20%}
//!       - {期: 2023-Q4, 应达: 100%}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::{Route, Step, route};
use crate::model::plan::Plan;
use crate::model::plan::curve::{Curve, CurvePoint};
use crate::model::value::date::Days;
use crate::words::number::share;

pub(super) static RULE: Rule = rule!("curve-points", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, curve) in plan.record.curves.iter().enumerate() {
            points(reporter, plan.file, at, curve);
            outside(reporter, plan, at);
        }
    }
}

/// Each point against the one before it in time, in whatever order they are written.
fn points(reporter: &mut Reporter, file: FileId, at: usize, curve: &Curve) {
    if curve.points.is_empty() {
        let message = format!("“{}”没有节点", curve.name);
        reporter.report(Place::key(file, route!(Plan.curves[at].points)), message).help(
            "照文件补上节点；文件没有规定进度，就删去这条曲线，在指标里写“无序时说明”",
        );
    }
    let mut points: Vec<_> = curve.points.iter().enumerate().collect();
    points.sort_by_key(|(_, point)| point.period.end());
    let mut before: Option<&CurvePoint> = None;
    for (index, point) in points {
        let start = Route::<Plan>::start().curves().at(at).points().at(index);
        if let Some((route, message)) = fault(before, point, start) {
            let place = Place::value(file, route);
            reporter.report(place, message).help("照文件核对期和比例").about(&curve.name);
        }
        before = Some(point);
    }
}

/// The points that end outside the days of the plan and of the indicators that use the curve.
fn outside(reporter: &mut Reporter, plan: &Filed<Plan>, at: usize) {
    let Plan { curves, indicators, span, .. } = &*plan.record;
    let curve = &curves[at];
    let uses = indicators.iter().filter(|it| it.curve.as_ref() == Some(&curve.id));
    let spans: Vec<Days> = uses.filter_map(|it| it.days).chain([*span]).collect();
    for (index, point) in curve.points.iter().enumerate() {
        let period = &point.period;
        if !spans.iter().any(|days| days.contains(period.end())) {
            let (start, end) = (span.start, span.end);
            let message = format!("{period}不在{start}至{end}以内，是不是别的年份的节点");
            let route = route!(Plan.curves[at].points[index].period);
            let help = "照文件核对年份；期间写错了，改正方案的“期间”";
            let place = Place::value(plan.file, route);
            reporter.report(place, message).help(help).about(&curve.name);
        }
    }
}

fn fault(
    before: Option<&CurvePoint>,
    point: &CurvePoint,
    start: Route<CurvePoint>,
) -> Option<(Vec<Step>, String)> {
    let (period, due) = (&point.period, share(point.due.0));
    let before = before?;
    if before.period.end() == period.end() {
        let message = format!("{period}与{}同一天结束，却写了两个比例", before.period);
        return Some((route!(start => period), message));
    }
    let earlier = share(before.due.0);
    (point.due < before.due).then(|| {
        (route!(start => due), format!("到{period}应达{due}，反比此前的{earlier}少"))
    })
}
