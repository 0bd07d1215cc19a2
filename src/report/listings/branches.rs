//! What projects are of: columns for 领域 and 产业链, each only where a project has one.

use crate::model::record::project::Project;
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column};
use crate::words::number::DASH;

/// The name of what a project is of; none where it is of none.
type Branch = fn(&Sheet, &Project) -> Option<String>;

const BRANCHES: [(&str, Branch); 2] = [("领域", sector), ("产业链", chain)];

/// The columns that a list of projects has.
pub(crate) struct Branches {
    told: Vec<(&'static str, Branch)>,
}

impl Branches {
    /// The columns in which one of the projects has something to say.
    pub(crate) fn of<'a>(
        sheet: &Sheet,
        projects: impl Iterator<Item = &'a Project> + Clone,
    ) -> Branches {
        let told = |(_, branch): &(&str, Branch)| {
            projects.clone().any(|project| branch(sheet, project).is_some())
        };
        Branches { told: BRANCHES.into_iter().filter(told).collect() }
    }

    /// The heads, each of a width.
    pub(crate) fn columns(&self, weight: u8) -> impl Iterator<Item = Column> {
        self.told.iter().map(move |(head, _)| Column::words(head, weight))
    }

    /// The cells of a project.
    pub(crate) fn cells(&self, sheet: &Sheet, project: &Project) -> Vec<Cell> {
        let text = |branch: &Branch| branch(sheet, project).unwrap_or(DASH.to_owned());
        self.told.iter().map(|(_, branch)| Cell::text(text(branch))).collect()
    }
}

fn sector(sheet: &Sheet, project: &Project) -> Option<String> {
    let sector = sheet.book().sector(project.sector.as_ref()?)?;
    Some(sector.name.clone())
}

fn chain(sheet: &Sheet, project: &Project) -> Option<String> {
    let chain = sheet.book().chain(project.chain.as_ref()?)?;
    Some(chain.name.clone())
}
