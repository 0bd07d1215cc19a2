//! What is shown at the moment, for those who ask and those who make it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};

use crate::model::dictionary::Level;

/// For whom a site is made, and whether with drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Side {
    /// The audience.
    pub(super) level: Level,
    /// Whether periods without an edition are shown.
    pub(super) drafts: bool,
}

impl Side {
    /// What is shown first.
    pub(super) const FIRST: Side = Side { level: Level::Internal, drafts: false };
}

/// The files of a site by path, each with its digest.
pub(super) type Files = BTreeMap<String, (String, Arc<Vec<u8>>)>;

/// What was made of the data.
#[derive(Default)]
struct State {
    /// Grows with each time something was made.
    version: u64,
    sites: BTreeMap<Side, Arc<Files>>,
    wanted: BTreeSet<Side>,
    /// What was tried, which some findings keep from being made.
    tried: BTreeSet<Side>,
    /// What there is to say, for the page.
    told: Value,
    is_stopped: bool,
}

/// What is shown, between threads.
#[derive(Default)]
pub(super) struct Shown {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shown {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the work.
    pub(super) fn stop(&self) {
        self.state().is_stopped = true;
        self.changed.notify_all();
    }

    /// Returns whether the work is ended.
    pub(super) fn is_stopped(&self) -> bool {
        self.state().is_stopped
    }

    /// Returns the sides that somebody has asked for.
    pub(super) fn wanted(&self) -> BTreeSet<Side> {
        let mut wanted = self.state().wanted.clone();
        wanted.insert(Side::FIRST);
        wanted
    }

    /// Returns whether a side was asked for that nobody has tried to make yet.
    pub(super) fn is_awaited(&self) -> bool {
        let state = self.state();
        !state.wanted.is_subset(&state.tried)
    }

    /// Returns the site of a side; none before it is made.
    pub(super) fn site(&self, side: Side) -> Option<Arc<Files>> {
        self.state().sites.get(&side).cloned()
    }

    /// Puts what was made in the place of what was there. Of a side that could not be made, the old
    /// stays.
    pub(super) fn put(
        &self,
        tried: BTreeSet<Side>,
        sites: BTreeMap<Side, Arc<Files>>,
        told: Value,
    ) {
        let mut state = self.state();
        state.tried = tried;
        state.sites.extend(sites);
        state.told = told;
        state.version += 1;
        drop(state);
        self.changed.notify_all();
    }

    /// Returns what is told about a side once it is newer than a version, or after a while.
    pub(super) fn told_after(&self, version: u64, side: Side) -> Value {
        const PATIENCE: Duration = Duration::from_secs(20);
        let mut state = self.state();
        state.wanted.insert(side);
        let is_old = |state: &mut State| !state.is_stopped && state.version <= version;
        let waited = self.changed.wait_timeout_while(state, PATIENCE, is_old);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        json!({
            "version": state.version,
            "made": state.sites.contains_key(&side),
            "stopped": state.is_stopped,
            "told": state.told,
        })
    }
}
