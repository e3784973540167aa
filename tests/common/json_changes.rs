//! JSON with one of its values changed, so that what comes of it is JSON again and goes further than its parser.

use serde_json::Value;

/// The text with one value changed, moved, repeated or left out; nothing where it is no JSON. `which` chooses value and
/// change, and `change` changes the text of a value.
pub fn changed(bytes: &[u8], which: u32, change: impl FnOnce(&mut Vec<u8>)) -> Option<Vec<u8>> {
    let mut whole: Value = serde_json::from_slice(bytes).ok()?;
    let mut which = usize::try_from(which).ok()?;
    let count = count(&whole);
    let mut pick = |among: usize| {
        let picked = which.checked_rem(among).unwrap_or_default();
        which /= among.max(1);
        picked
    };
    let (what, at, other) = (pick(5), pick(count), pick(count));
    let moved = nth(&mut whole, &mut other.clone())?.clone();
    let value = nth(&mut whole, &mut at.clone())?;
    match (what, value) {
        (0, Value::Array(list)) if !list.is_empty() => drop(list.remove(other % list.len())),
        (0, Value::Object(fields)) if !fields.is_empty() => {
            let name = fields.keys().nth(other % fields.len())?.clone();
            fields.shift_remove(&name);
        }
        (1, Value::Array(list)) if !list.is_empty() => {
            let again = list[other % list.len()].clone();
            list.extend(vec![again; 1 + other % 3]);
        }
        (1, Value::Object(fields)) if !fields.is_empty() => {
            let name = fields.keys().nth(other % fields.len())?.clone();
            fields.insert(name, moved);
        }
        (2, value) if at != 0 => *value = moved,
        (_, Value::Array(list)) if list.len() > 1 => {
            let end = list.len() - 1;
            list.swap(other % end, end);
        }
        (_, value) => {
            let mut text = value.as_str().map_or_else(|| value.to_string(), String::from).into_bytes();
            change(&mut text);
            *value = String::from_utf8_lossy(&text).into();
        }
    }
    serde_json::to_vec(&whole).ok()
}

/// How many values there are, those within others too.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum::<usize>(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value that comes after `left` others.
fn nth<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|value| nth(value, left)),
        Value::Object(fields) => fields.values_mut().find_map(|value| nth(value, left)),
        _ => None,
    }
}
