//! Levels: who may see a field, and thus what an audience gets of a record.

use crate::model::dictionary::choices::json_id;
use crate::model::dictionary::word::words;

words! {
    /// Who may see something. Each level sees all that the levels before it see.
    Level = "受众" "level" {
        Public = "公开" "public",
        Internal = "内部" "internal",
        Leader = "领导" "leader",
    }
}

impl Level {
    /// Returns the level with an id; `None` if there is none.
    pub fn with_id(id: &str) -> Option<Level> {
        Level::ALL.iter().copied().find(|level| level.id() == id)
    }
}

json_id!(Level);
