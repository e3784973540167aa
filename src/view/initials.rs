//! How Chinese names begin when they are spoken, by the browser's own order of characters.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Function, Intl, Object};
use wasm_bindgen::JsValue;

/// For each letter that a syllable can begin with, the first character of it in the order of pronunciation.
const FIRST: [(&str, char); 23] = [
    ("阿", 'a'),
    ("八", 'b'),
    ("嚓", 'c'),
    ("哒", 'd'),
    ("妸", 'e'),
    ("发", 'f'),
    ("旮", 'g'),
    ("哈", 'h'),
    ("讥", 'j'),
    ("咔", 'k'),
    ("垃", 'l'),
    ("痳", 'm'),
    ("拏", 'n'),
    ("噢", 'o'),
    ("妑", 'p'),
    ("七", 'q'),
    ("呥", 'r'),
    ("扨", 's'),
    ("它", 't'),
    ("穵", 'w'),
    ("夕", 'x'),
    ("丫", 'y'),
    ("帀", 'z'),
];

thread_local! {
    /// The letters found so far: a document has some hundred different characters.
    static KNOWN: RefCell<BTreeMap<char, char>> = const { RefCell::new(BTreeMap::new()) };
    /// The browser's order of Chinese characters.
    static ORDER: Function = Intl::Collator::new(&Array::of1(&"zh-CN-u-co-pinyin".into()), &Object::new()).compare();
}

/// The first letters of the Chinese characters of `name`; others are left out.
pub fn initials(name: &str) -> String {
    name.chars().filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character)).filter_map(initial).collect()
}

fn initial(character: char) -> Option<char> {
    let known = KNOWN.with_borrow(|known| known.get(&character).copied());
    if known.is_some() {
        return known;
    }
    let text = JsValue::from_str(character.encode_utf8(&mut [0; 4]));
    let comes_first = |first: &str| {
        let order = ORDER.with(|order| order.call2(&JsValue::UNDEFINED, &first.into(), &text));
        order.ok().and_then(|order| order.as_f64()).is_some_and(|order| order <= 0.0)
    };
    let (_, letter) = FIRST.iter().rev().find(|(first, _)| comes_first(first))?;
    KNOWN.with_borrow_mut(|known| known.insert(character, *letter));
    Some(*letter)
}
