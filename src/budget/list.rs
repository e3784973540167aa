//! Lists that are read to their end.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

/// Every element of a list that can be read. serde's own `Vec` stops at the first that cannot;
/// the loader notes that one and reads on, so that a clerk is told all faults of a file at once.
pub fn every<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_seq(Every(PhantomData))
}

/// With any other deserializer an error may repeat for ever: this many end the list.
const MOST_ERRORS: usize = 1_000;

struct Every<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Every<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::with_capacity(elements.size_hint().unwrap_or(0).min(4_096));
        let mut errors = 0;
        loop {
            match elements.next_element() {
                Ok(Some(element)) => list.push(element),
                Ok(None) => return Ok(list),
                Err(error) if errors >= MOST_ERRORS => return Err(error),
                Err(_) => errors += 1,
            }
        }
    }
}
