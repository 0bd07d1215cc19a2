//! 报送、认定或更正的日期早于事项本身
//!
//! ## 为什么
//! 事情还没有发生，不会先报送、先认定、先更正；日期写错会使它提前或推后一期计入。月份和期从第一天算起。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-03-10, 认定: 2023-02-20}]
//! 搬迁: {日期: 2023-04-15, 范围: 市域外, 文件: 市联席会议纪要〔2023〕8号, 报送: 2023-04-12}
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 报送: 2023-04-28, 凭证: [银行回单]}
//! ```
//! ```text
//! recorded-early projects/2023/xm-1.yaml:2:48 合同的签订是2023-03-18，报送却写的是2023-03-10
//! recorded-early projects/2023/xm-1.yaml:2:64 合同的签订是2023-03-18，认定却写的是2023-02-20
//! recorded-early projects/2023/xm-1.yaml:3:56 搬迁的日期是2023-04-15，报送却写的是2023-04-12
//! recorded-early projects/2023/xm-1.yaml:5:35 到位资金的月份是2023-05，报送却写的是2023-04-28
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-03-20, 认定: 2023-03-22}]
//! 搬迁: {日期: 2023-04-15, 范围: 市域外, 文件: 市联席会议纪要〔2023〕8号, 报送: 2023-05-12}
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 报送: 2023-06-05, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{Field, Kind, Leaf, Record, Step, Word, field};
use crate::model::record::activity::Activity;
use crate::model::record::project::{Contract, FundsEntry};
use crate::model::record::reported::Total;
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("recorded-early", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut dated = Dated::default();
    book.visit(&mut |file, route, leaf| dated.look_at(file, route, leaf));
    for Early { file, place, message, .. } in dated.early {
        let project = book.projects.iter().find(|project| project.file == file);
        reporter
            .report(place, message)
            .help("核对两个日期的年份和月份")
            .about(project.map_or("", |project| project.record.id.as_str()));
    }
}

/// What the dictionary declares to happen on a day, seen one after the other.
#[derive(Default)]
struct Dated {
    newest: Option<Event>,
    early: Vec<Early>,
}

/// A record of something that happened on a day.
struct Event {
    file: FileId,
    record: Vec<Step>,
    field: &'static Field,
    first: NaiveDate,
    written: String,
}

/// What was known before it can have happened.
struct Early {
    file: FileId,
    place: Place,
    /// The record that says so.
    record: Vec<Step>,
    day: NaiveDate,
    message: String,
}

impl Dated {
    fn look_at(&mut self, file: FileId, route: &[Step], leaf: Leaf) {
        let Some((Step::Field(field), record)) = route.split_last() else { return };
        let kind = kind(record);
        if kind.day_field() == Some(*field) {
            self.newest = event(file, record, field, leaf);
        } else if kind.is_change && self.is_day_of_newest(record, field) {
            self.put_right(record, leaf);
        } else if let (Leaf::Day(day), true) = (leaf, says_when_known(field)) {
            self.known(file, record, field, day);
        }
    }

    /// Notes on which day something became known.
    fn known(
        &mut self,
        file: FileId,
        record: &[Step],
        field: &'static Field,
        day: NaiveDate,
    ) {
        let Some(event) = &self.newest else { return };
        let is_own = event.record == record;
        if event.file != file || !(is_own || event.is_corrected_by(record)) {
            return;
        }
        if day < event.first {
            let by =
                if is_own { field.key.to_string() } else { correction(record, field) };
            let message = format!("{}，{by}却写的是{day}", event.in_words());
            let route = [record, &[Step::Field(field)]].concat();
            let (place, record) = (Place::value(file, route), record.to_vec());
            self.early.push(Early { file, place, record, day, message });
        }
    }

    fn is_day_of_newest(&self, record: &[Step], field: &Field) -> bool {
        let newest = self.newest.as_ref();
        newest.is_some_and(|event| event.is_corrected_by(record) && event.field == field)
    }

    /// What puts the day itself right is held against the right one.
    fn put_right(&mut self, record: &[Step], leaf: Leaf) {
        let Some((right, _)) = first_day(leaf) else { return };
        self.early.pop_if(|early| early.record == record && right <= early.day);
    }
}

impl Event {
    fn is_corrected_by(&self, record: &[Step]) -> bool {
        let inner = record.strip_prefix(self.record.as_slice());
        let is_item = inner.is_some_and(|inner| matches!(inner, [_, Step::Index(_)]));
        is_item && kind(record).is_change
    }

    fn in_words(&self) -> String {
        let fields = self.record.iter().rev().filter_map(|step| match step {
            Step::Field(field) => Some(field.key.as_str()),
            _ => None,
        });
        let name = fields.into_iter().next().unwrap_or(Activity::KIND.name);
        format!("{name}的{}是{}", self.field.key, self.written)
    }
}

/// The kind of a record inside a file. Of the records that are a file by themselves, an activity alone
/// happens on a day.
fn kind(record: &[Step]) -> &'static Kind {
    let inner = record.iter().rev().find_map(|step| match step {
        Step::Field(field) => Some(field.record()),
        _ => None,
    });
    inner.flatten().unwrap_or(Activity::KIND)
}

/// Whether a field says since when something is known.
fn says_when_known(field: &Field) -> bool {
    let fields = [
        field!(Contract.submitted),
        field!(Contract.recognised),
        field!(FundsEntry.corrected),
        field!(Total.published),
    ];
    fields.contains(&field)
}

fn event(
    file: FileId,
    record: &[Step],
    field: &'static Field,
    leaf: Leaf,
) -> Option<Event> {
    let (first, written) = first_day(leaf)?;
    Some(Event { file, record: record.to_vec(), field, first, written })
}

/// Returns the first day of a day, a month or a period, and how it is written.
fn first_day(leaf: Leaf) -> Option<(NaiveDate, String)> {
    match leaf {
        Leaf::Day(day) => Some((day, day.to_string())),
        Leaf::Text(text) => {
            let text = text.to_string();
            Some((Period::parse(&text).ok()?.days().start, text))
        }
        Leaf::Reference(..) => None,
    }
}

/// The day of a correction in words: `更正的报送`.
fn correction(record: &[Step], field: &Field) -> String {
    format!("{}的{}", kind(record).name, field.key)
}
