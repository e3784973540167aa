//! The names that fonts give to characters: those that stand in budgets.

/// Names from Adobe's list of glyphs. Letters are named by themselves, others by their number in Unicode.
const NAMES: [(&str, char); 62] = [
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("ellipsis", '…'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("section", '§'),
    ("yen", '¥'),
    ("nbspace", '\u{A0}'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
];

/// The character of a name.
pub fn named(name: &str) -> Option<char> {
    // What follows a point tells variants of a glyph apart.
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) => Some(letter),
        _ => NAMES.iter().find(|(known, _)| *known == name).map(|(_, char)| *char).or_else(|| numbered(name)),
    }
}

/// `uni4E00` and `u4E00`.
fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u')).filter(|digits| digits.len() >= 4)?;
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}
