//! Values that JSON files hold as their text or as their id.

/// Writes values to JSON as they are displayed, and reads them as they are parsed.
macro_rules! json_text {
    ($($name:ty),+ $(,)?) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                input: D,
            ) -> Result<Self, D::Error> {
                let text = String::deserialize(input)?;
                text.parse().map_err(|error: <$name as std::str::FromStr>::Err| {
                    serde::de::Error::custom(error.problem)
                })
            }
        }
    )+};
}
pub(crate) use json_text;

/// Writes values to JSON as their ids, where they are displayed as the words of a reader.
macro_rules! json_id {
    ($($name:ty),+ $(,)?) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(&self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                input: D,
            ) -> Result<Self, D::Error> {
                let id = String::deserialize(input)?;
                <$name>::with_id(&id).ok_or_else(|| {
                    serde::de::Error::custom(format!("no id: {id}"))
                })
            }
        }
    )+};
}
pub(crate) use json_id;
