//! What projects are of: columns for 领域 and 产业链, each only where a project has one.

use crate::model::record::project::Project;
use crate::report::listings::columns::Columns;
use crate::sheet::Sheet;
use crate::words::number::DASH;

/// The name of what a project is of; `None` where it is of none.
type Branch = fn(&Sheet, &Project) -> Option<String>;

const BRANCHES: [(&str, Branch); 2] = [("领域", sector), ("产业链", chain)];

impl<'a, T: Copy + 'a> Columns<'a, T> {
    /// Adds the columns in which the project of one of the items has something to say.
    pub(crate) fn branches(
        self,
        weight: u8,
        sheet: &'a Sheet,
        items: &[T],
        project: fn(T) -> &'a Project,
    ) -> Columns<'a, T> {
        BRANCHES.iter().fold(self, |columns, (head, branch)| {
            let stands = items.iter().any(|item| branch(sheet, project(*item)).is_some());
            let name =
                move |item| branch(sheet, project(item)).unwrap_or(DASH.to_owned());
            columns.words(head, weight, name).when(stands)
        })
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
