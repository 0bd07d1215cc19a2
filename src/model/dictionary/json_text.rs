//! Macros for values that JSON files hold as text or as an id.

/// Implements Serde by `Display` and `FromStr`.
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

/// Implements Serde by the id, for types whose `Display` is a word for readers.
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
