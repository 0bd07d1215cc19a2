//! How a record goes into a cache, and comes out of it again.

use crate::load::record::{FileRead, put};
use crate::model::book::FileId;
use crate::model::book::records::{FileRecord, Place, Records};
use crate::model::dictionary::{Packer, Unpacker, Value};

/// How the records of a slot are packed and unpacked.
#[derive(Debug)]
pub(crate) struct Codec {
    /// Packs the record of a file; `None` if there is anything to say about the file.
    pub pack: fn(&FileRead) -> Option<Vec<u8>>,
    /// Unpacks the record of a file; `None` if that is none.
    pub unpack: fn(&[u8]) -> Option<FileRead>,
}

impl Codec {
    /// Makes the codec of a kind of record.
    pub(crate) const fn of<T: FileRecord + Value>() -> Codec {
        Codec { pack: pack::<T>, unpack: unpack::<T> }
    }
}

fn pack<T: FileRecord + Value>(read: &FileRead) -> Option<Vec<u8>> {
    let is_plain = read.faults.is_empty() && read.decoded.is_empty();
    let put = read.put.as_ref().filter(|_| is_plain)?;
    let mut records = Records::default();
    put(&mut records, FileId::default(), String::new());
    let mut packer = Packer::default();
    T::place(&records).all().next()?.record.pack(&mut packer);
    Some(packer.into_bytes())
}

fn unpack<T: FileRecord + Value>(bytes: &[u8]) -> Option<FileRead> {
    let mut unpacker = Unpacker::of(bytes);
    let record = T::unpack(&mut unpacker).filter(|_| unpacker.is_at_end())?;
    Some(FileRead { put: Some(put(record)), ..FileRead::broken(Vec::new()) })
}
