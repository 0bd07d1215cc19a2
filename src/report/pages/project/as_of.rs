//! What was known of a project by a sheet's last cut-off: nothing later may be shown.

use chrono::NaiveDate;

use crate::model::book::Book;
use crate::model::dictionary::{Field, field};
use crate::model::record::project::{
    Contract, ContractKind, Filing, FundsEntry, Permit, Project, Relocation, Renewal,
    StageEntry, Stopped, in_force,
};
use crate::sheet::Sheet;

/// What a sheet knows of the projects of a book.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Horizon<'a> {
    /// The whole book: when something became known may itself be hidden from the audience.
    whole: &'a Book,
    days: LastDays,
}

/// The last days that a sheet knows of.
#[derive(Clone, Copy, Debug, Hash)]
pub(crate) struct LastDays {
    /// Last day of the period.
    pub(crate) end: NaiveDate,
    /// Last day of which anything is known; none where everything is.
    known: Option<NaiveDate>,
}

/// A project as it is recorded, and as it is shown to the audience.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Versions<'w, 'a> {
    /// As it is recorded: only when something became known is taken from it.
    pub(crate) whole: &'w Project,
    /// As it is shown.
    pub(crate) shown: &'a Project,
}

/// A stage that a project has reached.
pub(crate) struct Reached<'a> {
    /// The field of the project, whose key is also the word shown.
    pub(crate) field: &'static Field,
    /// Day.
    pub(crate) date: NaiveDate,
    /// Submission, where it is known.
    pub(crate) submitted: Option<NaiveDate>,
    /// Recognition, where it is known.
    pub(crate) recognised: Option<NaiveDate>,
    /// Evidence.
    pub(crate) evidence: &'a [String],
    /// Further words: the reason of an end, the amount of a filing.
    pub(crate) note: String,
}

impl<'b> Horizon<'b> {
    /// The horizon of a sheet.
    pub(crate) fn of(sheet: &Sheet<'b>) -> Horizon<'b> {
        Horizon { whole: sheet.basis.book, days: LastDays::of(sheet) }
    }

    /// Whether something that became known on a day was known.
    pub(crate) fn knew(&self, day: Option<NaiveDate>) -> bool {
        self.days.knew(day)
    }

    /// A day, where it was known.
    pub(crate) fn known(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        self.days.known(day)
    }

    /// The contracts of the project at a position, as it is shown, with their positions.
    pub(crate) fn contracts<'a>(
        &self,
        placed: (usize, &'a Project),
    ) -> Vec<(usize, &'a Contract)> {
        self.days.contracts(self.versions(placed))
    }

    /// The stages of a project, in their order.
    pub(crate) fn stages<'a>(&self, placed: (usize, &'a Project)) -> Vec<Reached<'a>> {
        self.days.stages(self.versions(placed))
    }

    fn versions<'a>(&self, (at, shown): (usize, &'a Project)) -> Versions<'b, 'a> {
        Versions { whole: self.days.project(self.whole, at), shown }
    }
}

impl LastDays {
    /// The last days of a sheet.
    pub(crate) fn of(sheet: &Sheet) -> LastDays {
        LastDays { end: sheet.figures.period.end(), known: sheet.last_known() }
    }

    /// Whether something that became known on a day was known.
    pub(crate) fn knew(&self, day: Option<NaiveDate>) -> bool {
        match (day, self.known) {
            (Some(day), Some(known)) => day <= known,
            _ => true,
        }
    }

    /// The project of a book at a position as it was then.
    pub(crate) fn project<'b>(&self, book: &'b Book, at: usize) -> &'b Project {
        book.project_as_of(at, self.end, self.known.unwrap_or(NaiveDate::MAX))
    }

    /// A day, where it was known.
    pub(crate) fn known(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        day.filter(|_| self.knew(day))
    }

    /// Whether a day is not after the period.
    pub(crate) fn has_come(&self, day: NaiveDate) -> bool {
        day <= self.end
    }

    fn saw(&self, date: NaiveDate, submitted: Option<NaiveDate>) -> bool {
        date <= self.end && self.knew(submitted)
    }

    /// The contracts of a project, with their positions.
    pub(crate) fn contracts<'a>(
        &self,
        Versions { whole, shown }: Versions<'_, 'a>,
    ) -> Vec<(usize, &'a Contract)> {
        let all = whole.contracts.iter();
        positions(all, |contract| self.saw(contract.signed, contract.submitted))
            .filter_map(|index| Some((index, shown.contracts.get(index)?)))
            .collect()
    }

    /// The months of money of a project, with their positions.
    pub(crate) fn funds<'a>(
        &self,
        Versions { whole, shown }: Versions<'_, 'a>,
    ) -> Vec<(usize, &'a FundsEntry)> {
        positions(whole.funds.iter(), |entry| {
            self.saw(entry.month.end(), entry.submitted) && self.knew(entry.corrected)
        })
        .filter_map(|index| Some((index, shown.funds.get(index)?)))
        .collect()
    }

    /// The permits and procedures of a project, with their positions.
    pub(crate) fn permits<'a>(
        &self,
        Versions { whole, shown }: Versions<'_, 'a>,
    ) -> Vec<(usize, &'a Permit)> {
        let all = whole.permits.iter();
        positions(all, |permit| self.saw(permit.date, permit.submitted))
            .filter_map(|index| Some((index, shown.permits.get(index)?)))
            .collect()
    }

    /// The stages of a project, in their order.
    pub(crate) fn stages<'a>(
        &self,
        Versions { whole, shown }: Versions<'_, 'a>,
    ) -> Vec<Reached<'a>> {
        let all = reached(whole);
        let reported: Vec<&Field> = all
            .iter()
            .filter(|stage| self.saw(stage.date, stage.submitted))
            .map(|stage| stage.field)
            .collect();
        let shown =
            reached(shown).into_iter().filter(|stage| reported.contains(&stage.field));
        shown
            .map(|stage| Reached { recognised: self.known(stage.recognised), ..stage })
            .collect()
    }
}

/// The positions of the entries that were known.
fn positions<'a, T: 'a>(
    entries: impl Iterator<Item = &'a T>,
    is_known: impl Fn(&T) -> bool,
) -> impl Iterator<Item = usize> {
    let visible = entries.enumerate().filter(move |(_, entry)| is_known(entry));
    visible.map(|(index, _)| index)
}

/// Every stage that is recorded of a project.
fn reached<'a>(project: &'a Project) -> Vec<Reached<'a>> {
    let early = [
        (field!(Project.lead), &project.lead),
        (field!(Project.talks), &project.talks),
        (field!(Project.intent), &project.intent),
    ];
    let late = [
        (field!(Project.landed), &project.landed),
        (field!(Project.started), &project.started),
        (field!(Project.producing), &project.producing),
        (field!(Project.capacity), &project.capacity),
    ];
    let stage = |(field, entry): (&'static Field, &'a Option<StageEntry>)| {
        entry.as_ref().map(|entry| staged(field, entry))
    };
    early
        .into_iter()
        .filter_map(stage)
        .chain(project.filing.as_ref().map(filed))
        .chain(late.into_iter().filter_map(stage))
        .chain(project.relocation.as_ref().map(relocated))
        .chain(project.stopped.as_ref().map(stopped))
        .collect()
}

fn filed(filing: &Filing) -> Reached<'_> {
    let amount = filing.amount.map(|money| format!("备案总投资{}", money.0));
    Reached {
        field: field!(Project.filing),
        date: filing.date,
        submitted: filing.submitted,
        recognised: None,
        evidence: &filing.evidence,
        note: amount.unwrap_or_default(),
    }
}

fn staged<'a>(field: &'static Field, entry: &'a StageEntry) -> Reached<'a> {
    Reached {
        field,
        date: entry.date,
        submitted: entry.submitted,
        recognised: entry.recognised,
        evidence: &entry.evidence,
        note: String::new(),
    }
}

fn relocated(relocation: &Relocation) -> Reached<'_> {
    let Relocation { within, from, cause, paper, .. } = relocation;
    let from = from.as_ref().map(|from| format!("，由{from}迁来"));
    let cause = cause.map(|cause| format!("，因{}", cause.label()));
    let (from, cause) = (from.unwrap_or_default(), cause.unwrap_or_default());
    Reached {
        field: field!(Project.relocation),
        date: relocation.date,
        submitted: Some(relocation.submitted),
        recognised: None,
        evidence: &[],
        note: format!("{}{from}{cause}，凭{paper}", within.label()),
    }
}

fn stopped(stopped: &Stopped) -> Reached<'_> {
    Reached {
        field: field!(Project.stopped),
        date: stopped.date,
        submitted: stopped.submitted,
        recognised: None,
        evidence: &[],
        note: stopped.reason.clone(),
    }
}

/// The amount of the formal contract in force, with what was signed in addition to it; `None`
/// without a formal contract.
pub(crate) fn contract_amount(contracts: &[(usize, &Contract)]) -> Option<String> {
    let formal: Vec<&Contract> = contracts
        .iter()
        .map(|(_, contract)| *contract)
        .filter(|contract| contract.kind == ContractKind::Formal)
        .collect();
    let (first, later) = in_force(&formal).split_first()?;
    let added = later.iter().map(|contract| {
        let how = match contract.renewal {
            Some(Renewal::Added) => "增资",
            _ => "另签",
        };
        format!("，{how}{}", contract.amount.0)
    });
    Some(format!("{}{}", first.amount.0, added.collect::<String>()))
}
