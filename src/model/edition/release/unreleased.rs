//! `released/<period>.withdrawn.json`: releases that were taken back before anybody had them.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::edition::release::{Release, day, written};

/// Name of the format.
pub const SCHEMA: &str = "tongbao-withdrawn/1";

/// Releases of one period that were taken back, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unreleased {
    /// Name of the format.
    pub schema: String,
    /// The releases.
    pub withdrawals: Vec<TakenBack>,
    /// The bytes of the file; `None` before it is written.
    #[serde(skip)]
    pub bytes: Option<Arc<[u8]>>,
}

/// A release that was taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenBack {
    /// Day on which it was taken back.
    #[serde(serialize_with = "written", deserialize_with = "day")]
    pub date: NaiveDate,
    /// Why.
    pub reason: String,
    /// The release, as it was.
    pub release: Release,
}
